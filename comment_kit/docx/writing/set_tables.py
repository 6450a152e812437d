"""Set a table: the header row marked and repeated, the columns as wide as their words ask, and aligned."""

from collections.abc import Sequence

from msgspec import Struct

from comment_kit.docx.writing.composition import Story
from comment_kit.docx.writing.lengths import characters
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.paragraphs import add_paragraph, set_property
from comment_kit.docx.writing.set_inlines import add_inlines
from comment_kit.docx.writing.wml import Element, add
from comment_kit.model.letter import Align, Inline, Table

Cell = tuple[Inline, ...]

_NARROWEST, _WIDEST = 6, 48
"""Between how many characters a column's claim to width is counted."""


class _Column(Struct, frozen=True, kw_only=True):
    """One column: its width in twentieths of a point, and how its cells stand."""

    width: int
    align: Align


def add_table(parent: Element, table: Table, story: Story, *, indent: float) -> None:
    """Set ``table`` and the small space below it, which keeps it apart from a table that follows."""
    columns = _columns(table, twips(story.whole.text_width - indent))
    if not columns:
        return
    made = add(parent, "tbl")
    _add_properties(made, columns, story, indent)
    if any(table.header):
        _add_row(made, table.header, columns, story, header=True)
    for row in table.rows:
        _add_row(made, row, columns, story, header=False)
    below = add_paragraph(parent, story.whole.styles.id("Table Text"))
    set_property(below, "spacing", before=0, after=0, line=160, lineRule="exact")


def _add_properties(made: Element, columns: Sequence[_Column], story: Story, indent: float) -> None:
    properties = add(made, "tblPr")
    add(properties, "tblStyle", val=story.whole.styles.id("Table Grid"))
    add(properties, "tblW", w=sum(column.width for column in columns), type="dxa")
    if indent:
        add(properties, "tblInd", w=twips(indent), type="dxa")
    add(properties, "tblLayout", type="fixed")
    add(properties, "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    grid = add(made, "tblGrid")
    for column in columns:
        add(grid, "gridCol", w=column.width)


def _add_row(made: Element, cells: Sequence[Cell], columns: Sequence[_Column], story: Story, *, header: bool) -> None:
    row = add(made, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if header:
        add(properties, "tblHeader")
    # A row may be shorter than the table is wide.
    for at, column in enumerate(columns):
        _add_cell(row, cells[at] if at < len(cells) else (), column, story, header=header)


def _add_cell(row: Element, content: Cell, column: _Column, story: Story, *, header: bool) -> None:
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=column.width, type="dxa")
    if header:
        add(properties, "shd", val="clear", color="auto", fill="EDEDED")
        add(properties, "vAlign", val="bottom")
    paragraph = add_paragraph(cell, story.whole.styles.id("Table Heading" if header else "Table Text"))
    if column.align is not Align.LEFT:
        set_property(paragraph, "jc", val=column.align.value)
    with story.whole.lines.at_end_of(paragraph) as line:
        add_inlines(line, content, story)


def _columns(table: Table, room: int) -> list[_Column]:
    """Share ``room`` among the columns by their longest cells."""
    rows = (table.header, *table.rows)
    count = max(len(row) for row in rows)
    if not count:
        return []
    claims = [max(characters(row[at]) for row in rows if at < len(row)) for at in range(count)]
    claims = [min(max(claim, _NARROWEST), _WIDEST) for claim in claims]
    aligns = [*table.aligns, *[Align.LEFT] * count][:count]
    return [
        _Column(width=room * claim // sum(claims), align=align) for claim, align in zip(claims, aligns, strict=True)
    ]
