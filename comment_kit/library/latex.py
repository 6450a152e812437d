"""Turn the LaTeX of a .bib value into plain text."""

import re
import unicodedata

from msgspec import Struct, field

_MARKUP = re.compile(r"[\\{}~$`]|--|''")
_TOKEN = re.compile(r"\\([A-Za-z]+)\*?[ \t\n]*|\\(.)|(---?|``|''|[{}~$`\n])", re.DOTALL)
_BETWEEN_DOLLARS = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)*)\$", re.DOTALL)
_MATH = re.compile(r"[\\^_]")
_SPACES = re.compile(r"[ \t\n]+")
_ESCAPE_IN_ADDRESS = re.compile(
    r"\\~\{\}|\\([_%&#~{}$])|\{?\\textasciitilde(?:\{\})?\}?|\{?\\textunderscore(?:\{\})?\}?"
)

# The marks that LaTeX sets over or under the next letter, as Unicode sets them behind it.
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
}
_SYMBOLS = {
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "o": "ø",
    "O": "Ø",
    "l": "ł",
    "L": "Ł",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "S": "§",
    "P": "¶",
    "textsection": "§",
    "textparagraph": "¶",
    "copyright": "©",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "pounds": "£",
    "textsterling": "£",
    "euro": "€",
    "texteuro": "€",
    "textdegree": "°",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquotesingle": "'",
    "guillemotleft": "«",
    "guillemotright": "»",
    "ldots": "...",
    "dots": "...",
    "textellipsis": "...",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textbackslash": "\\",
    "textunderscore": "_",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textdollar": "$",
    "textbullet": "•",
    "textperiodcentered": "·",
    "times": "×",
    "pm": "±",
    "slash": "/",
    "quad": " ",
    "qquad": " ",
    "newline": " ",
    "par": " ",
    "space": " ",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "nobreakspace": "\u00a0",
}
_CONTROL_SYMBOLS = {
    ",": "\u00a0",
    " ": " ",
    "\n": " ",
    "\\": " ",
    "-": "",
    "/": "",
    "@": "",
    ";": " ",
    ":": " ",
    "!": "",
}
# Commands whose argument is set in another type, which plain text does not show.
_TYPE_ONLY_WORDS = """
    emph textit textbf textsc texttt textrm textsf textup textmd textsl textnormal text mbox mkbibemph
    mkbibitalic mkbibbold ensuremath url nolinkurl path textsuperscript textsubscript uppercase MakeUppercase
    bibstring lowercase em it bf sc tt rm sl itshape bfseries scshape ttfamily rmfamily normalfont upshape relax
    protect noopsort mathrm mathit mathbf mathsf underline
"""
_TYPE_ONLY = frozenset(_TYPE_ONLY_WORDS.split())
_QUOTING = frozenset({"enquote", "mkbibquote"})
_FIRST_ARGUMENT_DROPPED = frozenset({"href", "foreignlanguage", "textcolor"})
_LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "~": "\u00a0", "\n": " "}


class Decoded(Struct, frozen=True, kw_only=True):
    """Plain text, and the names of the commands that were not understood."""

    text: str
    unknown: tuple[str, ...] = ()


def decode(value: str) -> Decoded:
    """Return ``value`` as plain text: accents as letters, commands as what they print, protecting braces gone."""
    if not _MARKUP.search(value):
        return Decoded(text=_spaced(value))
    reader = _Reader(value=_BETWEEN_DOLLARS.sub(_formula, value))
    try:
        text = reader.read_all()
    except RecursionError:
        return Decoded(text=_spaced(re.sub(r"[\\{}]", "", value)), unknown=("commands nested too deeply",))
    return Decoded(text=_spaced(unicodedata.normalize("NFC", text)), unknown=tuple(reader.unknown))


def plain_text(value: str) -> str:
    """Return ``value`` as plain text, whatever it holds that is not understood."""
    return decode(value).text


def address(value: str) -> str:
    """Return an address as typed into a browser: verbatim but for what LaTeX makes writers escape."""
    value = value.removeprefix("\\url").strip()
    if value.startswith("{") and value.endswith("}"):
        value = value[1:-1]
    return "".join(_ESCAPE_IN_ADDRESS.sub(_unescaped, value).split()) if "\\" in value else "".join(value.split())


def _formula(match: re.Match[str]) -> str:
    """Return what stands between two dollars: a formula without them, or sums of money with them."""
    return match[1] if _MATH.search(match[1]) else match[0]


def _unescaped(match: re.Match[str]) -> str:
    return match[1] or ("_" if "underscore" in match[0] else "~")


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip(" ")


class _Reader(Struct, kw_only=True):
    """One pass over a value; ``at`` is the next character to read."""

    value: str
    at: int = 0
    unknown: list[str] = field(default_factory=list)

    def read_all(self) -> str:
        """Return the text to the end; a brace that closes nothing is passed over."""
        parts = [self.read_group()]
        while self.at < len(self.value):
            parts.append(self.read_group())
        return "".join(parts)

    def read_group(self) -> str:
        """Return the text up to the brace that closes the group, or the end; nesting needs no recursion here."""
        parts: list[str] = []
        depth = 0
        while token := _TOKEN.search(self.value, self.at):
            parts.append(self.value[self.at : token.start()])
            self.at = token.end()
            if token[3] == "}":
                if depth == 0:
                    return "".join(parts)
                depth -= 1
            elif token[3] == "{":
                depth += 1
            else:
                parts.append(self._read(token))
        parts.append(self.value[self.at :])
        self.at = len(self.value)
        return "".join(parts)

    def _read(self, token: re.Match[str]) -> str:
        if token[3]:
            return _LIGATURES.get(token[3], token[3])
        name = token[1] or token[2]
        if name in _ACCENTS:
            return self._accented(_ACCENTS[name]) or ("" if token[1] else name)
        return self._command(name) if token[1] else _CONTROL_SYMBOLS.get(name, name)

    def _command(self, name: str) -> str:
        if name in _SYMBOLS:
            self._skip_empty_group()
            return _SYMBOLS[name]
        if name in _QUOTING:
            return f"“{self._argument()}”"
        if name in _FIRST_ARGUMENT_DROPPED:
            self._argument()
        elif name not in _TYPE_ONLY:
            return self._letter_of_its_name(name)
        return ""

    def _letter_of_its_name(self, name: str) -> str:
        case = "CAPITAL" if name[0].isupper() else "SMALL"
        try:
            return unicodedata.lookup(f"GREEK {case} LETTER {name.upper()}")
        except KeyError:
            self.unknown.append(name)
            return ""

    def _accented(self, mark: str) -> str:
        letter = self._argument().replace("ı", "i").replace("ȷ", "j")
        return unicodedata.normalize("NFC", letter[:1] + mark) + letter[1:] if letter else ""

    def _argument(self) -> str:
        """Return the group, command or character that comes next."""
        while self.value[self.at : self.at + 1].isspace():
            self.at += 1
        if self.value.startswith("{", self.at):
            self.at += 1
            return self.read_group()
        token = _TOKEN.match(self.value, self.at)
        if token is None or token[3] == "}":
            self.at += token is None
            return self.value[self.at - 1 : self.at] if token is None else ""
        self.at = token.end()
        return self._read(token)

    def _skip_empty_group(self) -> None:
        if self.value.startswith("{}", self.at):
            self.at += 2
