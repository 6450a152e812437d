"""How a paragraph or a run looks, and the same as Word's properties in the order its schema asks."""

from msgspec import Struct

from comment_kit.docx.writing.wml import Element, add, new


class Tab(Struct, frozen=True, kw_only=True):
    """A tab stop. The position is in points from the left margin."""

    at: float
    kind: str = "left"
    leader: str = "none"


class Look(Struct, frozen=True, kw_only=True):
    """What a style says; None and False leave a thing to the style it is based on. Lengths are in points."""

    align: str | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    """As a multiple of a single line."""
    left: float | None = None
    right: float | None = None
    first: float | None = None
    """The indent of the first line against the others; negative to hang."""
    keep_next: bool = False
    keep_lines: bool = False
    unnumbered: bool = False
    """True to take back the number that the style below gives."""
    outline: int | None = None
    """The level in navigation and contents, counted from 1."""
    rule_below: bool = False
    tabs: tuple[Tab, ...] = ()
    font: str | None = None
    size: float | None = None
    bold: bool = False
    italic: bool = False
    caps: bool = False
    small_caps: bool = False
    color: str | None = None
    superscript: bool = False
    tracking: float | None = None
    """Space added between letters."""


def twips(points: float) -> int:
    """Return ``points`` in twentieths of a point, as Word measures paragraphs."""
    return round(points * 20)


def paragraph_properties(look: Look) -> Element:
    """Return ``w:pPr``; without children where the look says nothing of paragraphs."""
    properties = new("pPr")
    for name, wanted in (("keepNext", look.keep_next), ("keepLines", look.keep_lines)):
        if wanted:
            add(properties, name)
    if look.unnumbered:
        add(add(properties, "numPr"), "numId", val=0)
    _add_rule(properties, look)
    if look.tabs:
        stops = add(properties, "tabs")
        for stop in look.tabs:
            add(stops, "tab", val=stop.kind, leader=stop.leader, pos=twips(stop.at))
    _add_spacing(properties, look)
    _add_indent(properties, look)
    if look.align:
        add(properties, "jc", val=look.align)
    if look.outline is not None:
        add(properties, "outlineLvl", val=look.outline - 1)
    return properties


def run_properties(look: Look) -> Element:
    """Return ``w:rPr``; without children where the look says nothing of characters."""
    properties = new("rPr")
    if look.font:
        add(properties, "rFonts", ascii=look.font, hAnsi=look.font, eastAsia=look.font, cs=look.font)
    for name, wanted in (
        ("b", look.bold),
        ("bCs", look.bold),
        ("i", look.italic),
        ("iCs", look.italic),
        ("caps", look.caps),
        ("smallCaps", look.small_caps),
    ):
        if wanted:
            add(properties, name)
    size = round(look.size * 2) if look.size else None
    for name, value in (
        ("color", look.color),
        ("spacing", twips(look.tracking) if look.tracking else None),
        ("sz", size),
        ("szCs", size),
        ("vertAlign", "superscript" if look.superscript else None),
    ):
        if value is not None:
            add(properties, name, val=value)
    return properties


def _add_rule(properties: Element, look: Look) -> None:
    if look.rule_below:
        add(add(properties, "pBdr"), "bottom", val="single", sz=6, space=6, color="auto")


def _add_spacing(properties: Element, look: Look) -> None:
    spacing: dict[str, str | int] = {}
    if look.before is not None:
        spacing["before"] = twips(look.before)
    if look.after is not None:
        spacing["after"] = twips(look.after)
    if look.line is not None:
        spacing |= {"line": round(look.line * 240), "lineRule": "auto"}
    if spacing:
        add(properties, "spacing", **spacing)


def _add_indent(properties: Element, look: Look) -> None:
    indent: dict[str, str | int] = {}
    if look.left is not None:
        indent["left"] = twips(look.left)
    if look.right is not None:
        indent["right"] = twips(look.right)
    if look.first is not None:
        indent["hanging" if look.first < 0 else "firstLine"] = twips(abs(look.first))
    if indent:
        add(properties, "ind", **indent)
