"""Tell which paragraphs of anybody's Word file are points of a list or numbered headings, and what numbers them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from msgspec import Struct, field

from comment_kit.docx.package import Element, WordPackage

_BULLETS = frozenset({"bullet", "none", ""})
_LONGEST_CHAIN = 50
_LEVEL_NAMES = frozenset("012345678")
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4000
_MOST_LETTERED = 780
"""Thirty letters side by side; Word prints no more either."""
_MOST_DIGITS = 9


class Point(Struct, frozen=True, kw_only=True):
    """What numbers one paragraph."""

    list: str
    """The list it belongs to; two lists of one look have two names."""
    level: int
    """From 0."""
    ordered: bool
    number: int
    """Its place among the points of its level, as the file counts."""
    label: str
    """As printed: "II.", "(a)", "•"."""


class _Level(Struct, frozen=True, kw_only=True):
    format: str = ""
    text: str = ""
    start: int = 1


class _List(Struct, frozen=True, kw_only=True):
    kind: str
    """The list that it looks like and counts with."""
    levels: Mapping[int, _Level]
    restarts: frozenset[int]
    """The levels on which it begins anew."""


class Points(Struct):
    """The numbered paragraphs of one file; they must be asked for in reading order, for they count."""

    package: WordPackage
    _lists: dict[str, _List] = field(default_factory=dict)
    """By the number of the list."""
    _styles: dict[str, Element] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By kind of list and level, the number that was printed last."""
    _begun: set[tuple[str, int]] = field(default_factory=set)
    """The lists, with the level, that began their count anew."""
    _restarts: Counter[str] = field(default_factory=Counter)
    """By kind of list, how often its count began anew."""

    def __post_init__(self) -> None:
        """Read the lists and the styles."""
        for member in self.package.related("numbering"):
            self._lists |= _lists_in(self.package.xml(member), self.package.word)
        for member in self.package.related("styles"):
            for style in self.package.xml(member).iterfind(self._w("style")):
                self._styles[style.get(self._w("styleId"), "")] = style

    def next(self, paragraph: Element) -> Point | None:
        """Return what numbers ``paragraph``, the next of the text; None where nothing does."""
        number, level = self._numbered(paragraph)
        if number is None or number == "0" or number not in self._lists:
            return None
        found = self._lists[number]
        counts = self._counted(number, found, level)
        here = found.levels.get(level, _Level())
        return Point(
            list=f"{found.kind} {self._restarts[found.kind]}",
            level=level,
            ordered=here.format not in _BULLETS,
            number=counts[level],
            label=_PLACEHOLDER.sub(lambda sign: _printed(int(sign[1]) - 1, counts, found.levels), here.text),
        )

    def _counted(self, number: str, found: _List, level: int) -> dict[int, int]:
        """Return the counts once one more point of ``level`` is counted; lists of one kind count together."""
        counts = self._counts.setdefault(found.kind, {})
        if level in found.restarts and (number, level) not in self._begun:
            # Only the first point of such a list starts anew; LibreOffice gives the points behind it other numbers.
            self._begun.add((number, level))
            self._restarts[found.kind] += 1
            counts.pop(level, None)
        counts[level] = counts[level] + 1 if level in counts else found.levels.get(level, _Level()).start
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return counts

    def _numbered(self, paragraph: Element) -> tuple[str | None, int]:
        """Return the list of a paragraph and its level, by itself or by its style."""
        own = paragraph.find(f"{self._w('pPr')}/{self._w('numPr')}")
        style = paragraph.find(f"{self._w('pPr')}/{self._w('pStyle')}")
        name = style.get(self._w("val"), "") if style is not None else ""
        number, level = self._said(own)
        for _ in range(_LONGEST_CHAIN):
            element = self._styles.get(name)
            if element is None or (number is not None and level is not None):
                break
            of_style = self._said(element.find(f"{self._w('pPr')}/{self._w('numPr')}"))
            number = number if number is not None else of_style[0]
            level = level if level is not None else of_style[1]
            based = element.find(self._w("basedOn"))
            name = based.get(self._w("val"), "") if based is not None else ""
        return number, level or 0

    def _said(self, properties: Element | None) -> tuple[str | None, int | None]:
        if properties is None:
            return None, None
        number, level = properties.find(self._w("numId")), properties.find(self._w("ilvl"))
        written = level.get(self._w("val"), "") if level is not None else ""
        return (
            number.get(self._w("val")) if number is not None else None,
            int(written) if written in _LEVEL_NAMES else None,
        )

    def _w(self, name: str) -> str:
        return f"{{{self.package.word}}}{name}"


def _lists_in(root: Element, word: str) -> dict[str, _List]:
    """Return each list of the numbering part by its number."""

    def w(name: str) -> str:
        return f"{{{word}}}{name}"

    kinds = {
        each.get(w("abstractNumId"), ""): _levels(each, w("lvl"), word) for each in root.iterfind(w("abstractNum"))
    }
    found: dict[str, _List] = {}
    for num in root.iterfind(w("num")):
        number = num.get(w("numId"), "")
        kind = num.find(w("abstractNumId"))
        shared = kind.get(w("val"), "") if kind is not None else ""
        levels = dict(kinds.get(shared, {}))
        restarts: set[int] = set()
        for override in num.iterfind(w("lvlOverride")):
            own = _overridden(override, levels, word)
            levels |= own
            restarts |= own.keys()
        found[number] = _List(kind=shared, levels=levels, restarts=frozenset(restarts))
    return found


def _overridden(override: Element, levels: Mapping[int, _Level], word: str) -> dict[int, _Level]:
    written = override.get(f"{{{word}}}ilvl", "")
    level = int(written) if written in _LEVEL_NAMES else 0
    own = _levels(override, f"{{{word}}}lvl", word)
    if own:
        return own
    start = _number(override, "startOverride", word)
    before = levels.get(level, _Level())
    return {level: _Level(format=before.format, text=before.text, start=before.start if start is None else start)}


def _levels(parent: Element, name: str, word: str) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for each in parent.iterfind(name):
        written = each.get(f"{{{word}}}ilvl", "")
        if written in _LEVEL_NAMES:
            start = _number(each, "start", word)
            levels[int(written)] = _Level(
                format=_value(each, "numFmt", word),
                text=_value(each, "lvlText", word),
                start=1 if start is None else start,
            )
    return levels


def _value(parent: Element, name: str, word: str) -> str:
    found = parent.find(f"{{{word}}}{name}")
    return found.get(f"{{{word}}}val", "") if found is not None else ""


def _number(parent: Element, name: str, word: str) -> int | None:
    written = _value(parent, name, word)
    return int(written) if written.isdecimal() and len(written) <= _MOST_DIGITS else None


def _printed(level: int, counts: Mapping[int, int], levels: Mapping[int, _Level]) -> str:
    of_level = levels.get(level, _Level())
    return printed_number(counts.get(level, of_level.start), of_level.format)


def printed_number(number: int, form: str) -> str:
    """Return ``number`` as Word prints it in one of its formats: "upperRoman" 2 is "II"."""
    if form in {"upperRoman", "lowerRoman"} and 0 < number < _MOST_ROMAN:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (number // value)
            number %= value
        return roman.upper() if form == "upperRoman" else roman
    if form in {"upperLetter", "lowerLetter"} and 0 < number <= _MOST_LETTERED:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    return str(number)
