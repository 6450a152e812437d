"""Read a table of anybody's Word file, its first row as the header."""

from collections.abc import Iterator, Mapping

from comment_kit.docx.notes import paragraphs_in
from comment_kit.docx.package import Element
from comment_kit.model.letter import Align, Block, Heading, Inline, LineBreak, Paragraph, Table, walk

_ALIGNS = {"center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT}
_MOST_SPANNED = 60
"""Columns that Word allows in a table."""


def outermost_table(paragraph: Element, word: str) -> Element | None:
    """Return the table that ``paragraph`` stands in, the outer one of two; None outside of any."""
    return next(reversed(list(paragraph.iterancestors(f"{{{word}}}tbl"))), None)


def read_table(table: Element, blocks: Mapping[Element, Block]) -> Table:
    """Return ``table`` with a cell for each place of its grid.

    Args:
        table: the element.
        blocks: what was read of its paragraphs; those that say nothing are not among them.
    """
    word = str(table.tag)[1:].partition("}")[0]
    rows = [list(_row(row, blocks, word)) for row in table.iterfind(f"{{{word}}}tr")]
    width = max((len(row) for row in rows), default=0)
    header, *others = [(*row, *([()] * (width - len(row)))) for row in rows] or [()]
    return Table(
        header=header,
        rows=tuple(others),
        aligns=tuple(_aligns(table, word, width)),
        location=next(iter(blocks.values())).location,
    )


def _row(row: Element, blocks: Mapping[Element, Block], word: str) -> Iterator[tuple[Inline, ...]]:
    for cell in row.iterfind(f"{{{word}}}tc"):
        yield _cell(cell, blocks, word)
        span = cell.find(f"{{{word}}}tcPr/{{{word}}}gridSpan")
        spanned = span.get(f"{{{word}}}val", "") if span is not None else ""
        if spanned.isdecimal() and len(spanned) <= len(str(_MOST_SPANNED)):
            yield from [()] * (min(int(spanned), _MOST_SPANNED) - 1)


def _cell(cell: Element, blocks: Mapping[Element, Block], word: str) -> tuple[Inline, ...]:
    content: list[Inline] = []
    for paragraph in paragraphs_in(cell, word):
        block = blocks.get(paragraph)
        if block is not None:
            content += [LineBreak(), *_inlines(block)] if content else _inlines(block)
    return tuple(content)


def _inlines(block: Block) -> Iterator[Inline]:
    """Yield what stands in the lines of ``block``."""
    lines = (each for each in walk((block,)) if isinstance(each, Paragraph | Heading))
    yield from (part for each in lines for part in each.content)


def _aligns(table: Element, word: str, width: int) -> Iterator[Align]:
    """Yield how each column stands, by its last row: headers are often set otherwise."""
    last = [*table.iterfind(f"{{{word}}}tr")][-1:]
    cells = [cell for row in last for cell in row.iterfind(f"{{{word}}}tc")]
    for column in range(width):
        set_ = cells[column].find(f".//{{{word}}}jc") if column < len(cells) else None
        yield _ALIGNS.get(set_.get(f"{{{word}}}val", ""), Align.LEFT) if set_ is not None else Align.LEFT
