"""Set a table: the header row marked and repeated, the columns as wide as their words ask, and aligned."""

from collections.abc import Sequence

from comment_kit.docx.writing.composition import Story
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.paragraphs import add_paragraph, set_property
from comment_kit.docx.writing.set_inlines import add_inlines
from comment_kit.docx.writing.wml import Element, add
from comment_kit.model.letter import Align, CrossReference, Image, Inline, SetCitation, Table
from comment_kit.model.text import Span, plain

Cell = tuple[Inline, ...]

_NARROWEST, _WIDEST = 6, 48
"""Between how many characters a column's claim to width is counted."""


def add_table(parent: Element, table: Table, story: Story, *, indent: float) -> None:
    """Set ``table`` and the small space below it, which keeps it apart from a table that follows."""
    columns = max(len(row) for row in (table.header, *table.rows))
    if columns == 0:
        return
    widths = _widths(table, columns, twips(story.whole.text_width - indent))
    made = add(parent, "tbl")
    _add_properties(made, widths, story, indent)
    if any(table.header):
        _add_row(made, table.header, table, widths, story, header=True)
    for row in table.rows:
        _add_row(made, row, table, widths, story, header=False)
    below = add_paragraph(parent, story.whole.styles.id("Table Text"))
    set_property(below, "spacing", before=0, after=0, line=160, lineRule="exact")


def _add_properties(made: Element, widths: Sequence[int], story: Story, indent: float) -> None:
    properties = add(made, "tblPr")
    add(properties, "tblStyle", val=story.whole.styles.id("Table Grid"))
    add(properties, "tblW", w=sum(widths), type="dxa")
    if indent:
        add(properties, "tblInd", w=twips(indent), type="dxa")
    add(properties, "tblLayout", type="fixed")
    add(properties, "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1)
    grid = add(made, "tblGrid")
    for width in widths:
        add(grid, "gridCol", w=width)


def _add_row(
    made: Element, cells: Sequence[Cell], table: Table, widths: Sequence[int], story: Story, *, header: bool
) -> None:
    row = add(made, "tr")
    properties = add(row, "trPr")
    add(properties, "cantSplit")
    if header:
        add(properties, "tblHeader")
    for column, width in enumerate(widths):
        content = cells[column] if column < len(cells) else ()
        align = table.aligns[column] if column < len(table.aligns) else Align.LEFT
        _add_cell(row, content, width, align, story, header=header)


def _add_cell(row: Element, content: Cell, width: int, align: Align, story: Story, *, header: bool) -> None:
    cell = add(row, "tc")
    properties = add(cell, "tcPr")
    add(properties, "tcW", w=width, type="dxa")
    if header:
        add(properties, "shd", val="clear", color="auto", fill="EDEDED")
        add(properties, "vAlign", val="bottom")
    paragraph = add_paragraph(cell, story.whole.styles.id("Table Heading" if header else "Table Text"))
    if align is not Align.LEFT:
        set_property(paragraph, "jc", val=align.value)
    add_inlines(paragraph, content, story)


def _widths(table: Table, columns: int, room: int) -> list[int]:
    """Share ``room`` among the columns by their longest cells."""
    claims = [
        max((_length(row[column]) for row in (table.header, *table.rows) if column < len(row)), default=0)
        for column in range(columns)
    ]
    claims = [min(max(claim, _NARROWEST), _WIDEST) for claim in claims]
    widths = [room * claim // sum(claims) for claim in claims]
    widths[-1] += room - sum(widths)
    return widths


def _length(cell: Cell) -> int:
    return sum(_length_of(part) for part in cell)


def _length_of(part: Inline) -> int:
    match part:
        case Span():
            return len(part.text)
        case SetCitation():
            return len(plain(part.text))
        case CrossReference():
            return len(plain(part.words)) or len("Part II")
        case Image():
            return _WIDEST
        case _:
            return 1
