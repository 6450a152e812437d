"""Tell what each line of a document is: text or note, and which note begins with it."""

from __future__ import annotations

from collections.abc import Sequence
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
    told: list[tuple[ToldLine, ...]] = []
    last_note = 0
    for lines in pages:
        page: list[ToldLine] = []
        for line, note in zip(lines, are_notes(lines, sizes), strict=True):
            set_line = opened(line, last_note) if note else line
            last_note = _number(set_line.opening, last_note) if note else last_note
            page.append(ToldLine(set_line, note))
        told.append(tuple(page))
    return tuple(told)


def _number(opening: str | None, last: int) -> int:
    return int(opening) if opening is not None and opening.isdigit() else last
