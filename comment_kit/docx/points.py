"""Tell which paragraphs of anybody's Word file are points of a list or numbered headings, and what numbers them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from comment_kit.docx.package import Element, WordPackage

_BULLETS = frozenset({"bullet", "none", ""})
_LONGEST_CHAIN = 50
_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 4000
_MOST_LETTERED = 780
"""Thirty letters side by side; Word prints no more either."""
_MOST_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    format: str = ""
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class Points:
    """The numbered paragraphs of one file; they must be asked for in reading order, for they count."""

    package: WordPackage
    _lists: dict[str, tuple[str, dict[int, _Level]]] = field(default_factory=dict)
    """By the number of a list: the abstract list that it counts with, and its levels."""
    _styles: dict[str, Element] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By list and level, the number that was printed last."""

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
        shared, levels = self._lists[number]
        here = levels.get(level, _Level())
        counts = self._counts.setdefault(shared, {})
        counts[level] = counts[level] + 1 if level in counts else here.start
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return Point(
            list=shared,
            level=level,
            ordered=here.format not in _BULLETS,
            number=counts[level],
            label=_PLACEHOLDER.sub(lambda sign: _printed(int(sign[1]) - 1, counts, levels), here.text),
        )

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
            min(int(written), _LEVELS - 1) if written.isdecimal() else None,
        )

    def _w(self, name: str) -> str:
        return f"{{{self.package.word}}}{name}"


def _lists_in(root: Element, word: str) -> dict[str, tuple[str, dict[int, _Level]]]:
    """Return the levels of each list of the numbering part; lists with starts of their own count by themselves."""

    def w(name: str) -> str:
        return f"{{{word}}}{name}"

    kinds = {
        each.get(w("abstractNumId"), ""): _levels(each, w("lvl"), word) for each in root.iterfind(w("abstractNum"))
    }
    found: dict[str, tuple[str, dict[int, _Level]]] = {}
    for num in root.iterfind(w("num")):
        number = num.get(w("numId"), "")
        kind = num.find(w("abstractNumId"))
        shared = kind.get(w("val"), "") if kind is not None else ""
        levels = dict(kinds.get(shared, {}))
        overrides = list(num.iterfind(w("lvlOverride")))
        for override in overrides:
            levels |= _overridden(override, levels, word)
        found[number] = (f"num {number}" if overrides else f"kind {shared}", levels)
    return found


def _overridden(override: Element, levels: Mapping[int, _Level], word: str) -> dict[int, _Level]:
    level = int(override.get(f"{{{word}}}ilvl", "0") or 0)
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
        if written.isdecimal():
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
