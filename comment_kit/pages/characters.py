"""Write each character as a reader would type it: ligatures as letters, every space as a space, nothing unseen."""

import re
import unicodedata

_TABLE = {
    **dict.fromkeys(map(ord, "\t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000"), " "),
    **dict.fromkeys(range(0x2000, 0x200B), " "),
    # Hyphens and signs that nothing shows: zero-width spaces and joiners, marks of direction, the byte order mark.
    **dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF], None),
    **dict.fromkeys([*range(0x20 - 1, -1, -1), 0x7F], None),
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
    0x2011: "-",  # a hyphen at which no line may end
    0x2010: "-",
    0xF0B7: "•",  # the bullet of the font Symbol, in the place where Word leaves it
    0xFFFE: None,
    0xFFFF: None,
}
_TABLE.update(dict.fromkeys(map(ord, "\t\n\v\f\r"), " "))
_SPACES = re.compile(" {2,}")


def plain_characters(text: str) -> str:
    """Return ``text`` composed (NFC), with single spaces; quotation marks and dashes stay as they are."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_TABLE)))
