"""The lines of a PDF as they were drawn, before anything is cleaned: what ``drawing`` writes, read."""

from __future__ import annotations

from typing import Any, NamedTuple

from comment_kit.model.pages import Lettering

LIFT = (0.12, 0.75)
"""By how much of the line's height the call of a note is raised; measured on seventeen hundred."""
SMALL = 0.85
"""Of the line's height, it has at most."""

# Named tuples: a long statute has a million of them.


class Mark(NamedTuple):
    """A run of digits, or a raised letter or star: what may be the number of a line, a note or a page."""

    start: int
    """In the line's text, from 0."""
    end: int
    left: float
    """In points from the left edge of the page."""
    right: float
    y: float
    """Of the baseline, in points from the lower edge."""
    height: float


class Line(NamedTuple):
    """A line of a column, or a part of one, in the order in which the file draws them."""

    text: str
    """Without space around it; its last character is U+FFFE, U+00AD or U+0002 where a word was broken."""
    left: float
    inner: float
    """The left edge of the words behind leading numbers; ``left`` where there are none."""
    right: float
    y: float
    """Of the baseline, in points from the lower edge."""
    height: float
    marks: tuple[Mark, ...] = ()


def lifted(mark: Mark, line: Line) -> bool:
    """Return whether ``mark`` is raised from ``line`` and smaller, as the call or the number of a note is."""
    low, high = LIFT
    return low * line.height < mark.y - line.y < high * line.height and mark.height <= SMALL * line.height


class DrawnSheet(NamedTuple):
    """What stands on a sheet of the file."""

    number: int
    """Counted from 1."""
    label: str
    """What the file, not the page, says that it is called; "" for nothing."""
    width: float
    height: float
    lettering: Lettering
    covered: bool
    """Whether letters stand under a black box."""
    turned: tuple[str, ...]
    """How the lines begin that run in another direction and were left out."""
    unseen: int
    """How many lines lay outside the page and were left out."""
    lines: tuple[Line, ...]


def sheet_from(number: int, record: list[Any]) -> DrawnSheet:
    """Return the sheet that ``drawing`` wrote as ``record``.

    Raises:
        ValueError: it is not such a record; TypeError likewise.
    """
    label, width, height, lettering, covered, turned, unseen, lines = record
    return DrawnSheet(
        number=number,
        label=str(label),
        width=float(width),
        height=float(height),
        lettering=Lettering(lettering),
        covered=bool(covered),
        turned=tuple(map(str, turned)),
        unseen=int(unseen),
        lines=tuple(_line(line) for line in lines),
    )


def _line(record: list[Any]) -> Line:
    text, left, inner, right, y, height, marks = record
    return Line(str(text), left, inner, right, y, height, tuple(Mark(*mark) for mark in marks))
