"""Tell what each line of a document is: text or note, and which note begins with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from comment_kit.pages.calls import SetLine, set_lines
from comment_kit.pages.lines import DrawnSheet
from comment_kit.pages.notes import are_notes, note_sizes, opened


class ToldLine(NamedTuple):
    """A line with what it is."""

    line: SetLine
    note: bool


def told_lines(sheets: Sequence[DrawnSheet]) -> tuple[tuple[ToldLine, ...], ...]:
    """Return the lines of each sheet in the order in which they are drawn.

    Args:
        sheets: without the numbers of lines, heads and feet.
    """
    pages: list[tuple[SetLine, ...]] = []
    last_call = 0
    for sheet in sheets:
        lines, last_call = set_lines(sheet, last_call)
        pages.append(lines)
    sizes = note_sizes(pages)
    notes = [tuple(are_notes(lines, sizes)) for lines in pages]
    raised = {line.opening for lines, kinds in zip(pages, notes, strict=True) for line in compress(lines, kinds)}
    told: list[tuple[ToldLine, ...]] = []
    last = 0
    for lines, kinds in zip(pages, notes, strict=True):
        page: list[ToldLine] = []
        before: SetLine | None = None
        for line, note in zip(lines, kinds, strict=True):
            set_line = opened(line, last, before) if note and str(last + 1) not in raised else line
            last = _number(set_line.opening, last) if note else last
            before = line if note else before
            page.append(ToldLine(set_line, note))
        told.append(tuple(page))
    return tuple(told)


def _number(opening: str | None, last: int) -> int:
    return int(opening) if opening is not None and opening.isdigit() else last
