"""Set the blocks of a letter: paragraphs, headings, quotations, lists, tables, and what its template sets apart."""

from collections.abc import Iterable
from typing import assert_never

from comment_kit.html.contents import contents_list
from comment_kit.html.inlines import Setting, line
from comment_kit.html.markup import NOTHING, Markup, element, joined, void, words
from comment_kit.model.letter import (
    Align,
    Block,
    BlockQuote,
    CodeBlock,
    Division,
    Heading,
    Inline,
    ListBlock,
    Paragraph,
    Table,
    ThematicBreak,
    walk,
)
from comment_kit.model.text import Span, plain

_DEEPEST = 6


def set_blocks(blocks: Iterable[Block], setting: Setting) -> Markup:
    """Return ``blocks`` as HTML, one below the other."""
    return joined((set_block(block, setting) for block in blocks), "\n")


def set_block(block: Block, setting: Setting) -> Markup:  # noqa: PLR0911 (one return for each kind of block)
    """Return one block as HTML."""
    match block:
        case Paragraph(role="draft"):
            return NOTHING  # Every page is marked instead, the one with this paragraph too.
        case Paragraph():
            return element("p", line(block.content, setting), _classed(block.role))
        case Heading():
            return _heading(block, setting)
        case BlockQuote():
            return element("blockquote", set_blocks(block.blocks, setting))
        case ListBlock():
            return _list(block, setting)
        case Table():
            return _table(block, setting)
        case CodeBlock():
            return element("pre", element("code", words(block.text)))
        case ThematicBreak():
            return void("hr")
        case Division():
            return _division(block, setting)
        case _:
            assert_never(block)


def _classed(name: str) -> dict[str, str]:
    return {"class": name} if name else {}


def _heading(heading: Heading, setting: Setting) -> Markup:
    """Return a heading one level down: the letter's title has the first."""
    # The same id twice is a fault that stops a build; here the first of them is where links lead.
    attributes = {"id": setting.anchors.heading_anchors[heading.id]} if heading.id else {}
    label = element("span", words(heading.label), {"class": "label"}) if heading.label else NOTHING
    return element(
        f"h{min(heading.level + 1, _DEEPEST)}",
        joined(filter(None, (label, line(heading.content, setting))), " "),
        attributes | _classed("" if heading.label else "unnumbered"),
    )


def _list(block: ListBlock, setting: Setting) -> Markup:
    entries = joined((element("li", set_blocks(entry, setting)) for entry in block.items), "\n")
    if not block.ordered:
        return element("ul", entries)
    return element("ol", entries, {"start": str(block.start)} if block.start != 1 else {})


def _table(table: Table, setting: Setting) -> Markup:
    head = _row("th", table.header, table.aligns, setting)
    body = joined((_row("td", row, table.aligns, setting) for row in table.rows), "\n")
    inside = joined((element("thead", head), element("tbody", body)), "\n")
    return element("div", element("table", inside), {"class": "table"})


def _row(name: str, cells: Iterable[tuple[Inline, ...]], aligns: tuple[Align, ...], setting: Setting) -> Markup:
    scope = {"scope": "col"} if name == "th" else {}
    return element(
        "tr",
        joined(
            element(name, line(cell, setting), scope | _classed(_aligned(aligns, column)))
            for column, cell in enumerate(cells)
        ),
    )


def _aligned(aligns: tuple[Align, ...], column: int) -> str:
    align = aligns[column] if column < len(aligns) else Align.LEFT
    return "" if align is Align.LEFT else align.value


def _division(division: Division, setting: Setting) -> Markup:
    inside = set_blocks(division.blocks, setting)
    match division.name:
        case "pagebreak":
            return void("hr", {"class": "pagebreak", "aria-hidden": "true"})
        case "contents":
            listed = joined((inside, contents_list(setting)), "\n")
            return element("nav", listed, {"class": "contents", "aria-label": _contents_name(division)})
        case "signature":
            return element("section", inside, {"class": "signature", "aria-label": "Signature"})
        case _:
            return element("div", inside, _classed(division.name))


def _contents_name(division: Division) -> str:
    """Return what the template calls the contents."""
    return plain(part for part in walk(division.blocks) if isinstance(part, Span)) or "Contents"
