"""Take the numbers of lines out of the margin, wherever in the string the file draws them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from comment_kit.pages.lines import LIFT, DrawnSheet, Line, Mark

RUN = 6
"""So many numbers in one column, one below the other, are line numbers; a list has fewer or stands in the text."""
SHARE = 0.3
"""Of the sheets that have lines."""

_DRIFT = 8.0  # points: numbers may be set flush right, so that 9 begins further right than 10
_DIGITS = 4
_GAP = 3  # a line or two between two numbered ones may have none
_STEPS = (1, 2, _GAP, 5)  # some count by fives
_MISCOUNT = 0.7  # of the rows, which a picture or a raised number may add to
_EDGE = 2.0  # points
_OTHERS = 3  # a head or a foot may begin in the margin


class Column(NamedTuple):
    """Where the numbers of lines stand, in points from the left edge."""

    left: float
    right: float

    def holds(self, mark: Mark, line: Line) -> bool:
        """Return whether ``mark`` is the number of a line."""
        return self.left - 2 <= mark.left and mark.right <= self.right + 2 and line.text[mark.start].isdigit()


def without_line_numbers(sheets: Sequence[DrawnSheet]) -> tuple[tuple[DrawnSheet, ...], int]:
    """Return the sheets without the numbers of their lines, and how many numbers there were."""
    column = _column(sheets)
    if column is None:
        return tuple(sheets), 0
    cleaned = tuple(_cleaned(sheet, column) for sheet in sheets)
    return cleaned, _marks(sheets) - _marks(cleaned)


def _column(sheets: Sequence[DrawnSheet]) -> Column | None:
    """Return the column that holds a run of numbers on enough sheets, or None."""
    runs = [run for sheet in sheets if (run := _run(sheet))]
    with_lines = sum(1 for sheet in sheets if sheet.lines)
    if not runs or len(runs) < SHARE * with_lines:
        return None
    left = min(mark.left for run in runs for mark in run)
    right = max(mark.right for run in runs for mark in run)
    # Numbered notes at the end of a text stand in its own column; a margin lies outside.
    return Column(left, right) if right - left < 4 * _DRIFT else None


def _run(sheet: DrawnSheet) -> list[Mark]:
    """Return the longest run of numbers that begin a line, rise downward and share a left edge; [] if too short."""
    columns: dict[int, list[tuple[Mark, int]]] = {}
    for line in sheet.lines:
        for mark in line.marks[:1]:
            if mark.start == 0 and _stands_alone(mark, line):
                columns.setdefault(round(mark.right / _DRIFT), []).append((mark, int(line.text[: mark.end])))
    longest = max((_rising(column) for column in columns.values()), key=len, default=[])
    marks = [mark for mark, _ in longest]
    return marks if len(marks) >= RUN and _counts_rows(sheet, longest) and not _begins_text(sheet, marks) else []


def _counts_rows(sheet: DrawnSheet, run: Sequence[tuple[Mark, int]]) -> bool:
    """Return whether ``run`` numbers half of the rows beside it, or stands at some of them and counts them all."""
    (highest, first), (lowest, last) = run[0], run[-1]
    counted = last - first + 1
    beside = len({round(line.y) for line in sheet.lines if lowest.y <= line.y <= highest.y})
    if len(run) >= beside // 2 and counted < _GAP * len(run):
        return True
    return _MISCOUNT * beside <= counted <= beside / _MISCOUNT


def _begins_text(sheet: DrawnSheet, run: Sequence[Mark]) -> bool:
    """Return whether other lines begin where the numbers do: these are the numbers of notes, and no margin's."""
    left = min(mark.left for mark in run)
    others = (line for line in sheet.lines if abs(line.left - left) <= _EDGE and not set(line.marks) & set(run))
    return len(list(islice(others, _OTHERS))) == _OTHERS


def _stands_alone(mark: Mark, line: Line) -> bool:
    """Return whether a line begins with a number that no stop or letter follows and that is set like a line's."""
    if not line.text[: mark.end].isdecimal():
        return False
    behind = line.text[mark.end : mark.end + 1]
    inside_margin = mark.right + 4 < line.inner or not behind
    raised = mark.y - line.y >= LIFT[0] * line.height and mark.height <= 0.6 * line.height
    return mark.end <= _DIGITS and behind in {"", " "} and inside_margin and not raised


def _rising(column: Iterable[tuple[Mark, int]]) -> list[tuple[Mark, int]]:
    """Return the longest stretch that counts up over a gap, or by fives, from the top of the page down."""
    ordered = sorted(column, key=lambda numbered: -numbered[0].y)
    best: list[tuple[Mark, int]] = []
    run = ordered[:1]
    for (_, before), numbered in pairwise(ordered):
        run = [*run, numbered] if numbered[1] - before in _STEPS else [numbered]
        best = max(best, run, key=len)
    return best


def _cleaned(sheet: DrawnSheet, column: Column) -> DrawnSheet:
    lines = (_without(line, column) for line in sheet.lines)
    return sheet._replace(lines=tuple(line for line in lines if line.text))


def _without(line: Line, column: Column) -> Line:
    """Return ``line`` without the numbers in ``column``; its other marks keep their places in the text."""
    gone = [mark for mark in line.marks if column.holds(mark, line)]
    for mark in reversed(gone):
        line = cut(line, mark.start, mark.end)
    return line


def cut(line: Line, start: int, end: int) -> Line:
    """Return ``line`` without its characters from ``start`` to ``end`` and the space that they leave double."""
    before, behind = line.text[:start], line.text[end:]
    if not before or before.endswith(" "):
        end += len(behind) - len(behind.lstrip(" "))
        behind = behind.lstrip(" ")
    gone = end - start
    marks = tuple(
        mark._replace(start=mark.start - gone, end=mark.end - gone) if mark.start >= end else mark
        for mark in line.marks
        if not start <= mark.start < end
    )
    left = line.inner if start == 0 else line.left
    return line._replace(text=(before + behind).rstrip(" "), left=left, marks=marks)


def _marks(sheets: Iterable[DrawnSheet]) -> int:
    return sum(len(line.marks) for sheet in sheets for line in sheet.lines)
