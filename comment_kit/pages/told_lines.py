"""Tell what each line of a document is: text or note, and which note begins with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from comment_kit.pages.calls import SetLine, set_lines
from comment_kit.pages.lines import DrawnSheet
from comment_kit.pages.notes import are_notes, note_sizes, opened
from comment_kit.pages.numerals import Numeral, read_numeral

_FIRST = frozenset({"1", "i"})
_AUTHORS = Numeral("i", 1)
"""The note on the author may bear it, and the others begin with 1."""


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
    due = _FIRST
    for lines, kinds in zip(pages, notes, strict=True):
        page: list[ToldLine] = []
        before: SetLine | None = None
        for line, note in zip(lines, kinds, strict=True):
            set_line = opened(line, due - raised, before) if note else line
            due = _due(set_line.opening, due) if note else due
            before = line if note else before
            page.append(ToldLine(set_line, note))
        told.append(tuple(page))
    return tuple(told)


def _due(opening: str | None, due: frozenset[str]) -> frozenset[str]:
    """Return the numbers that the note behind the one that ``opening`` opens may have."""
    last = read_numeral(opening) if opening else None
    return due if last is None else frozenset({last.next.label}) | (_FIRST if last == _AUTHORS else frozenset())
