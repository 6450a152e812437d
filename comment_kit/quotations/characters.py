"""Say which characters are one and the same to a reader, and which only separate the letters."""

import unicodedata
from enum import Enum

_QUOTES = frozenset("\"'`´\u02bc\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb")
_HYPHENS = frozenset("-\u2010\u2011\u2012\u2212\ufe63\uff0d")
_EN_DASHES = frozenset("\u2013")
_EM_DASHES = frozenset("\u2014\u2015\u2e3a\u2e3b")
_BULLETS = frozenset("\u2022\u2023\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u2043\u2219")
_LOOSE = frozenset("[]^") | _QUOTES | _HYPHENS | _EN_DASHES | _EM_DASHES | _BULLETS
_FORMULA = frozenset("\u2044")

NOTHING_PRINTED = frozenset({"Cc", "Cf", "Co", "Cn", "Cs", "Zs", "Zl", "Zp"})
"""Spaces, controls, soft hyphens, and the private characters that print a bullet."""


class _Bones(dict[int, str | None]):
    """What each character leaves in a skeleton, filled as characters are met.

    What leaves nothing is None, not "": with "", ``str.translate`` takes its slow path.
    """

    def __missing__(self, code: int) -> str | None:
        left = self[code] = _left_of(chr(code)) or None
        return left


def _left_of(character: str) -> str:
    if character in _LOOSE or unicodedata.category(character) in NOTHING_PRINTED:
        return ""
    # Compatibility forms: ligatures are their letters, "…" is three dots.
    parts = unicodedata.normalize("NFKD", character)
    if parts == character:
        return character
    kept = "".join(part for part in parts if part not in _LOOSE and part not in _FORMULA)
    return "".join(part for part in kept if unicodedata.category(part) not in NOTHING_PRINTED)


BONES = _Bones()
"""For ``str.translate``: letters, digits and punctuation stay; spaces, hyphens, quotation marks, brackets go."""


def is_quote(character: str) -> bool:
    """Return whether ``character`` is a quotation mark or an apostrophe of any shape."""
    return character in _QUOTES


def in_word(character: str) -> bool:
    """Return whether ``character`` is a letter, a digit or an accent on one."""
    return character.isalnum() or unicodedata.combining(character) != 0


class Joint(Enum):
    """The sorts of characters that stand between letters."""

    SPACE = " "
    HYPHEN = "-"
    EN_DASH = "\u2013"
    EM_DASH = "\u2014"
    QUOTE = '"'
    BRACKET = "["
    NOTHING = ""


def joint(character: str) -> Joint:
    """Return the sort of a character that leaves nothing in a skeleton; bullets are layout and so nothing."""
    for sort, characters in _SORTS:
        if character in characters:
            return sort
    return Joint.SPACE if character.isspace() else Joint.NOTHING


_SORTS = (
    (Joint.QUOTE, _QUOTES),
    (Joint.HYPHEN, _HYPHENS),
    (Joint.EN_DASH, _EN_DASHES),
    (Joint.EM_DASH, _EM_DASHES),
    (Joint.BRACKET, frozenset("[]")),
)
