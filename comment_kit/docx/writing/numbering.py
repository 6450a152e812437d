"""The numbering part: one multilevel list for the headings, and one list of its own for each list in the text."""

from typing import TYPE_CHECKING

from comment_kit.docx.writing.letter_styles import LEVELS, LIST_STEP
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.paragraphs import put_property
from comment_kit.docx.writing.wml import NAMESPACES, Element, add, new, tag
from comment_kit.model.layout import Numeral

if TYPE_CHECKING:
    from comment_kit.docx.writing.style_sheet import StyleSheet

_W = {"w": NAMESPACES["w"]}
_HEADING_STEP = 36.0
_DEPTH = 9
"""How many levels Word's lists have."""

_FORMATS = {
    Numeral.UPPER_ROMAN: "upperRoman",
    Numeral.UPPER_LETTER: "upperLetter",
    Numeral.ARABIC: "decimal",
    Numeral.LOWER_LETTER: "lowerLetter",
    Numeral.LOWER_ROMAN: "lowerRoman",
}
_BULLETS = ("\u2022", "\u2013", "\u25aa")
_ORDERED = ("decimal", "lowerLetter", "lowerRoman")


class Numbering:
    """The lists of one file. Each list that is begun has a number of its own, so that none continues another."""

    def __init__(self, numbering: Element) -> None:
        """Take ``numbering`` (``w:numbering``), whose lists of a firm's own stay as they are."""
        self._numbering = numbering
        self._next_abstract = 1 + _highest(numbering, "abstractNum", "abstractNumId")
        self._next_num = 1 + _highest(numbering, "num", "numId")
        self._bullets: int | None = None
        self._ordered: int | None = None

    def number_headings(self, numerals: tuple[Numeral, ...], styles: "StyleSheet") -> int:
        """Return the list that counts the headings; styles of ours are tied to it."""
        abstract, added = self._abstract("multilevel")
        number = self._num(added)
        for level, numeral in enumerate(numerals[:LEVELS], start=1):
            style = styles.own_style(f"heading {level}")
            entry = _add_level(abstract, level, _FORMATS[numeral], f"%{level}.")
            _indent(entry, left=_HEADING_STEP * level, hanging=_HEADING_STEP)
            if style is not None:
                entry.insert(2, new("pStyle", val=styles.id(f"heading {level}")))
                _tie(style, number, level)
        return number

    def begin_list(self, *, ordered: bool, level: int, start: int) -> int:
        """Return a new list whose items at ``level`` (from 0) count from ``start``."""
        if ordered:
            self._ordered = self._ordered_kind() if self._ordered is None else self._ordered
            number = self._num(self._ordered)
            override = add(self._last_num(), "lvlOverride", ilvl=level)
            add(override, "startOverride", val=start)
            return number
        self._bullets = self._bullet_kind() if self._bullets is None else self._bullets
        return self._num(self._bullets)

    def _ordered_kind(self) -> int:
        abstract, added = self._abstract("hybridMultilevel")
        for level in range(_DEPTH):
            entry = _add_level(abstract, level + 1, _ORDERED[level % 3], f"%{level + 1}.")
            _indent(entry, left=list_indent(level), hanging=LIST_STEP)
        return added

    def _bullet_kind(self) -> int:
        abstract, added = self._abstract("hybridMultilevel")
        for level in range(_DEPTH):
            entry = _add_level(abstract, level + 1, "bullet", _BULLETS[level % 3])
            _indent(entry, left=list_indent(level), hanging=LIST_STEP)
        return added

    def _abstract(self, kind: str) -> tuple[Element, int]:
        """Add an abstract list; the schema wants all of them before the first ``w:num``."""
        added = self._next_abstract
        self._next_abstract += 1
        abstract = new("abstractNum", abstractNumId=added)
        add(abstract, "multiLevelType", val=kind)
        first = self._numbering.find("w:num", _W)
        if first is None:
            self._numbering.append(abstract)
        else:
            first.addprevious(abstract)
        return abstract, added

    def _num(self, abstract: int) -> int:
        number = self._next_num
        self._next_num += 1
        num = new("num", numId=number)
        add(num, "abstractNumId", val=abstract)
        clean_up = self._numbering.find("w:numIdMacAtCleanup", _W)
        if clean_up is None:
            self._numbering.append(num)
        else:
            clean_up.addprevious(num)
        self._last = num
        return number

    def _last_num(self) -> Element:
        return self._last


def list_indent(level: int) -> float:
    """Return how far the text of a list item stands in at ``level`` (from 0), in points."""
    return 36.0 + LIST_STEP * level


def number_properties(number: int, level: int) -> Element:
    """Return ``w:numPr`` for an item of the list ``number`` at ``level`` (from 0)."""
    properties = new("numPr")
    add(properties, "ilvl", val=level)
    add(properties, "numId", val=number)
    return properties


def _add_level(abstract: Element, level: int, kind: str, text: str) -> Element:
    """Add level ``level``, counted from 1, to an abstract list, and return it."""
    entry = add(abstract, "lvl", ilvl=level - 1)
    add(entry, "start", val=1)
    add(entry, "numFmt", val=kind)
    add(entry, "lvlText", val=text)
    add(entry, "lvlJc", val="left")
    return entry


def _indent(entry: Element, *, left: float, hanging: float) -> None:
    add(add(entry, "pPr"), "ind", left=twips(left), hanging=twips(hanging))


def _tie(style: Element, number: int, level: int) -> None:
    """Give a heading style of ours its list."""
    put_property(style, number_properties(number, level - 1))


def _highest(numbering: Element, name: str, identity: str) -> int:
    ids = (each.get(tag(identity), "") for each in numbering.iterfind(f"w:{name}", _W))
    return max((int(each) for each in ids if each.isdigit()), default=0)
