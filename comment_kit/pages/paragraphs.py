"""Tell where the paragraphs of a printed letter begin and end, over its pages, and which are set off as quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from comment_kit.pages.text_rows import Column, TextRow, columns

WIDER = 1.25
"""Times the distance of rows: so far apart stand two paragraphs."""
INDENT = 9.0
"""Points by which a row stands further right than another to be indented."""
SET_OFF = 14.0
"""Points by which a quotation is set off on both sides; Word's own are half an inch."""
LARGER = 1.08
"""Times the height of the text: so large is a heading."""

WIDE = 0.6
"""Of the column: a signature or an address is narrower than that, and no quotation is."""

_SLACK = 1.15  # letters differ in width
_LISTED = re.compile(r"\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]\s|[•‣▪●○◦–—-]\s")
_LEADERS = re.compile(r"(?:\. ?){5,}\s*\w{1,5}$")


class PrintedParagraph(NamedTuple):
    """The rows of one paragraph, which may stand on several sheets."""

    rows: tuple[TextRow, ...]
    quoted: bool = False
    """Whether it is set off on both sides."""
    larger: bool = False
    """Whether it is set larger than the text, as titles are."""


class _Placed(NamedTuple):
    """A row as it stands in its column."""

    row: TextRow
    indent: float
    """From the left margin of the text, in points."""
    short: float
    """How much room it leaves before the right margin, in points."""
    margin: float
    """How much of that room all rows beside it leave that stand in as far, having a margin of their own."""


def paragraphs(rows: Sequence[TextRow]) -> Iterator[PrintedParagraph]:
    """Yield the paragraphs of ``rows``; the lines of a table of contents, led by dots, are left out."""
    rows = [row for row in rows if not _LEADERS.search(row.words)]
    if not rows:
        return
    sheets = columns(rows)
    body = _text_height(rows)
    held: list[_Placed] = []
    for placed in _placed(rows, sheets):
        if held and _begins(held, placed, sheets[placed.row.sheet].lead):
            yield _paragraph(held, sheets, body)
            held = []
        held.append(placed)
    yield _paragraph(held, sheets, body)


def _placed(rows: Sequence[TextRow], sheets: Mapping[int, Column]) -> Iterator[_Placed]:
    def beside(row: TextRow) -> tuple[int, int]:
        return row.sheet, round((row.left - sheets[row.sheet].left) / 3)

    for _, grouped in groupby(rows, key=beside):
        run = list(grouped)
        column = sheets[run[0].sheet]
        shorts = [column.right - row.right for row in run]
        narrow = max(row.right - row.left for row in run) < WIDE * (column.right - column.left)
        margin = 0.0 if narrow or run[0].left - column.left < INDENT else max(0.0, min(shorts))
        yield from (_Placed(row, row.left - column.left, short, margin) for row, short in zip(run, shorts, strict=True))


def _begins(held: Sequence[_Placed], placed: _Placed, lead: float) -> bool:
    """Return whether a paragraph begins with ``placed``, the row behind those held."""
    above = held[-1]
    if placed.row.lines[0].opening is not None:
        return True
    if abs(above.row.height - placed.row.height) > (LARGER - 1) * above.row.height and _ends(above, placed):
        return True
    if above.row.sheet == placed.row.sheet:
        gap = above.row.y - placed.row.y
        if gap < 0 or (lead and gap > WIDER * lead):
            return True
    if placed.indent - above.indent > INDENT:
        # What is numbered goes on further right than its number.
        return not (len(held) == 1 and _LISTED.match(above.row.words)) or _ends(above, placed)
    if above.indent - placed.indent > INDENT:
        # A first row may stand in; behind several such rows something else begins.
        return len(held) > 1 or _would_fit(placed, above.short)
    return _ends(above, placed) or bool(_LISTED.match(placed.row.words) and _LISTED.match(held[0].row.words))


def _ends(above: _Placed, placed: _Placed) -> bool:
    """Return whether the row above was ended by its writer: the next word would have found room in it."""
    return not above.row.lines[-1].hyphen and _would_fit(placed, above.short - above.margin)


def _would_fit(placed: _Placed, room: float) -> bool:
    words = placed.row.words
    if not words:
        return False
    letter = (placed.row.right - placed.row.left) / len(words)
    first = words.split(maxsplit=1)[0]
    return (len(first) + 1) * letter * _SLACK < room


def _paragraph(held: Sequence[_Placed], sheets: Mapping[int, Column], body: float) -> PrintedParagraph:
    rows = tuple(placed.row for placed in held)
    larger = all(row.height > LARGER * body for row in rows)
    return PrintedParagraph(rows, quoted=not larger and _is_set_off(held, sheets[rows[0].sheet]), larger=larger)


def _is_set_off(held: Sequence[_Placed], column: Column) -> bool:
    """Return whether rows stand in on both sides, and were broken at a right margin of their own."""
    if len(held) == 1 or _LISTED.match(held[0].row.words):
        return False
    if any(placed.indent < SET_OFF or placed.short < SET_OFF for placed in held):
        return False
    if max(placed.indent for placed in held[1:]) - min(placed.indent for placed in held[1:]) > INDENT:
        return False  # the rows of a title stand in the middle
    widest = max(placed.row.right - placed.row.left for placed in held)
    return widest > WIDE * (column.right - column.left)


def _text_height(rows: Sequence[TextRow]) -> float:
    letters: dict[float, int] = {}
    for row in rows:
        height = round(row.height, 1)
        letters[height] = letters.get(height, 0) + len(row.words)
    return max(letters, key=lambda height: letters[height])
