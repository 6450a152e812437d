"""The styles part of a file: ours where it has none of that name, the firm's where it has."""

from collections.abc import Iterable

from comment_kit.docx.writing.letter_styles import StyleRule
from comment_kit.docx.writing.looks import paragraph_properties, run_properties
from comment_kit.docx.writing.wml import NAMESPACES, Element, add, tag
from comment_kit.model.layout import Layout

_W = {"w": NAMESPACES["w"]}


class StyleSheet:
    """The styles of one file, found by the names that Word stores."""

    def __init__(self, styles: Element, rules: Iterable[StyleRule]) -> None:
        """Add to ``styles`` (``w:styles``) what it lacks of ``rules``."""
        self._styles = styles
        self._known = _known_styles(styles)
        self._taken = {identity for _, identity in self._known.values()}
        self._ids: dict[str, str] = {}
        rules = tuple(rules)
        self.own = tuple(rule.name for rule in rules if not self._found(rule))
        """The names of the styles that are ours and not the firm's."""
        for rule in rules:
            if rule.name in self.own:
                self._add(rule)

    def id(self, name: str) -> str:
        """Return the id of the style of that name in this file."""
        return self._ids[name]

    def own_style(self, name: str) -> Element | None:
        """Return ``w:style`` where it is ours to change, or None."""
        if name not in self.own:
            return None
        return self._styles.find(f"w:style[@w:styleId='{self._ids[name]}']", _W)

    def _found(self, rule: StyleRule) -> bool:
        """Settle the id of ``rule`` and return whether the file has that style already."""
        for known in (rule.name, rule.id, *rule.also):
            if (rule.kind, known.casefold()) in self._known:
                self._ids[rule.name] = self._known[rule.kind, known.casefold()][1]
                return True
        # An id may be taken by a style of another kind and name, which is not ours to touch.
        self._ids[rule.name] = rule.id if rule.id not in self._taken else f"CommentKit{rule.id}"
        return False

    def _add(self, rule: StyleRule) -> None:
        style = add(self._styles, "style", type=rule.kind, styleId=self._ids[rule.name])
        if rule.name in _DEFAULTS and not self._has_default(rule.kind):
            style.set(tag("default"), "1")
        if rule.name not in _BUILT_IN:
            style.set(tag("customStyle"), "1")
        add(style, "name", val=rule.name)
        if rule.based_on:
            add(style, "basedOn", val=self._ids[rule.based_on])
        if rule.next:
            add(style, "next", val=self._ids[rule.next])
        if rule.kind == "paragraph":
            add(style, "qFormat")
        _append_if_any(style, paragraph_properties(rule.look))
        _append_if_any(style, run_properties(rule.look))
        if rule.kind == "table":
            _add_table_look(style, grid=rule.based_on is not None)

    def _has_default(self, kind: str) -> bool:
        return any(
            style.get(tag("type")) == kind and style.get(tag("default")) in {"1", "true", "on"}
            for style in self._styles.iterfind("w:style", _W)
        )


def _known_styles(styles: Element) -> dict[tuple[str, str], tuple[str, str]]:
    """Return kind and id of each style, by kind and by its name and its id in small letters; the name goes first."""
    by_name: dict[tuple[str, str], tuple[str, str]] = {}
    by_id: dict[tuple[str, str], tuple[str, str]] = {}
    for style in styles.iterfind("w:style", _W):
        kind = style.get(tag("type"), "paragraph")
        identity = style.get(tag("styleId"), "")
        name = style.find("w:name", _W)
        by_id.setdefault((kind, identity.casefold()), (kind, identity))
        if name is not None:
            by_name.setdefault((kind, name.get(tag("val"), "").casefold()), (kind, identity))
    return by_id | by_name


_DEFAULTS = ("Normal", "Default Paragraph Font", "Normal Table")
_BUILT_IN = frozenset(
    {
        "Normal", "Default Paragraph Font", "Normal Table", "header", "footer", "Hyperlink", "Body Text", "Block Text",
        "List Paragraph", "Table Grid", "footnote text", "footnote reference", "TOC Heading", "Date", "Closing",
        "Signature", *(f"{stem} {level}" for stem in ("heading", "toc") for level in (1, 2, 3)),
    }
)  # fmt: skip
"""Names that Word gives styles of its own; every other one is marked as custom."""


def add_defaults(styles: Element, layout: Layout, language: str) -> None:
    """Add the document defaults of a file of our own: font, size and language."""
    defaults = add(styles, "docDefaults")
    run = add(add(defaults, "rPrDefault"), "rPr")
    add(run, "rFonts", ascii=layout.font, hAnsi=layout.font, eastAsia=layout.font, cs=layout.font)
    size = round(layout.font_size * 2)
    add(run, "sz", val=size)
    add(run, "szCs", val=size)
    add(run, "lang", val=language, eastAsia=language, bidi="ar-SA")
    add(add(defaults, "pPrDefault"), "pPr")


def _append_if_any(style: Element, properties: Element) -> None:
    if len(properties):
        style.append(properties)


def _add_table_look(style: Element, *, grid: bool) -> None:
    table = add(style, "tblPr")
    if not grid:
        add(table, "tblInd", w=0, type="dxa")
    else:
        borders = add(table, "tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            add(borders, side, val="single", sz=4, space=0, color="7F7F7F")
    margins = add(table, "tblCellMar")
    for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108)):
        add(margins, side, w=width, type="dxa")
