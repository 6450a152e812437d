"""See the text and the notes of a printed letter row by row, with the margins between which each row stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from math import inf
from typing import NamedTuple

from comment_kit.pages.alike_notes import count_on, first_note_lines
from comment_kit.pages.calls import SetLine
from comment_kit.pages.told_lines import ToldLine

_LEVEL = 0.3  # of the height of a row
_NEAR = 3.0  # points
_SHARE = 0.2  # of the letters at the commonest left edge
_RAGGED = 60.0
"""Points by which full rows differ where their ends are ragged."""
_FEW = 8  # rows: a sheet with fewer says too little of its own margins


class TextRow(NamedTuple):
    """What stands on one baseline; a file may draw it in several pieces."""

    sheet: int
    """Counted from 1."""
    lines: tuple[SetLine, ...]
    """Its pieces from left to right."""
    left: float
    right: float
    y: float
    """Of the baseline, in points from the lower edge of the page."""
    height: float

    @property
    def words(self) -> str:
        """Its characters without the calls of notes."""
        return " ".join(part for line in self.lines for part in line.parts if isinstance(part, str))


class Column(NamedTuple):
    """Between which margins, and how far from one another, the rows of a sheet stand, in points."""

    left: float
    right: float
    lead: float
    """From one baseline to the next; 0 where no two rows follow one another."""


def body_and_notes(pages: Sequence[Sequence[ToldLine]]) -> tuple[list[TextRow], list[TextRow]]:
    """Return the rows of the text and those of the notes, in the order of the sheets.

    Notes stand below the text. What is set in their size above its last row, before a note of the sheet begins, is
    an extract, and so is what stands before the first note of all. Notes as large as the text are told by their
    numbers, if those count on.
    """
    lines = [[each.line for each in told] for told in pages]
    alike = not any(each.note for told in pages for each in told) and count_on(lines)
    kinds = _kinds_alike(lines) if alike else _kinds(pages)
    body: list[TextRow] = []
    notes: list[TextRow] = []
    for number, (page, notable) in enumerate(zip(lines, kinds, strict=True), start=1):
        for is_note, grouped in groupby(zip(page, notable, strict=True), key=lambda pair: pair[1]):
            (notes if is_note else body).extend(_rows(number, [line for line, _ in grouped]))
    return body, notes


def _kinds_alike(pages: Sequence[Sequence[SetLine]]) -> Iterator[list[bool]]:
    for lines, first in zip(pages, first_note_lines(pages), strict=True):
        yield [place >= first for place in range(len(lines))]


def _kinds(pages: Sequence[Sequence[ToldLine]]) -> Iterator[list[bool]]:
    begun = False
    for told in pages:
        # A page may be all notes.
        lowest = min((each.line.y for each in told if not each.note), default=inf)
        opened = False
        kinds = []
        for each in told:
            opened |= each.note and each.line.opening is not None
            kinds.append(each.note and (opened or (begun and each.line.y < lowest)))
        begun |= opened
        yield kinds


def _rows(sheet: int, lines: Iterable[SetLine]) -> Iterator[TextRow]:
    held: list[SetLine] = []
    for line in lines:
        if held and not _same_row(held[-1], line):
            yield _row(sheet, held)
            held = []
        held.append(line)
    if held:
        yield _row(sheet, held)


def _same_row(before: SetLine, line: SetLine) -> bool:
    level = abs(line.y - before.y) < _LEVEL * max(line.height, before.height)
    return line.continues or (level and line.left >= before.right - _NEAR and line.opening is None)


def _row(sheet: int, lines: Sequence[SetLine]) -> TextRow:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    tallest = max(lines, key=lambda line: sum(len(part) for part in line.parts if isinstance(part, str)))
    return TextRow(sheet, tuple(lines), left, right, tallest.y, tallest.height)


def columns(rows: Sequence[TextRow]) -> Mapping[int, Column]:
    """Return the column of each sheet on which ``rows`` stand.

    A sheet of few rows has the column of the whole letter; pages to be bound may stand further left or right than
    those before them.
    """
    whole = _column(rows)
    sheets: dict[int, list[TextRow]] = {}
    for row in rows:
        sheets.setdefault(row.sheet, []).append(row)
    return {
        sheet: _column(own)._replace(lead=whole.lead) if len(own) >= _FEW else whole for sheet, own in sheets.items()
    }


def _column(rows: Sequence[TextRow]) -> Column:
    lefts, leads = Counter[int](), Counter[float]()
    for row in rows:
        lefts[round(row.left)] += len(row.words)
    for before, row in pairwise(rows):
        if before.sheet == row.sheet and before.y > row.y:
            leads[round(before.y - row.y, 0)] += 1
    # A long quotation may fill most of a page; the text still begins further left.
    most = max(lefts.values(), default=0)
    left = float(min((each for each, letters in lefts.items() if letters >= _SHARE * most), default=0))
    right = _right_margin([row for row in rows if row.left >= left - _NEAR])
    return Column(left, right, leads.most_common(1)[0][0] if leads else 0.0)


def _right_margin(rows: Sequence[TextRow]) -> float:
    """Return how far the rows go; one long address may stand out over the margin, three rows do not."""
    rights = sorted((row.right for row in rows), reverse=True)[:3]
    if len(rights) < 3 or rights[0] - rights[2] > _RAGGED:  # noqa: PLR2004 - see above
        # A short letter may have but one full row, and many of an address.
        rights = [row.right for row in rows if "://" not in row.words and "www." not in row.words] or rights
        return max(rights, default=0.0)
    return rights[2]
