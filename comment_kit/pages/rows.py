"""See the outer rows of a page: where running heads, feet and page numbers stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from comment_kit.pages.lines import DrawnSheet, Line

ZONE = 0.14
"""Of the height of a page, at its head and at its foot."""
LEVEL = 2.0
"""Points by which baselines of one row may differ."""


class Zone(StrEnum):
    """The end of a page at which a row stands."""

    HEAD = "head"
    FOOT = "foot"


class Row(NamedTuple):
    """All lines on one baseline, from left to right."""

    zone: Zone
    y: float
    """Of the baseline, in points from the page's own end: from the top in a head, from below in a foot."""
    lines: tuple[Line, ...]
    outermost: bool
    """Whether nothing stands between it and the edge of the page."""

    @property
    def text(self) -> str:
        """The words of the row, its parts set apart."""
        return "   ".join(line.text for line in self.lines)


def outer_rows(sheet: DrawnSheet) -> tuple[Row, ...]:
    """Return the rows at the head and at the foot of ``sheet``, from the edge inward in each."""
    depth = ZONE * sheet.height
    head = [line for line in sheet.lines if line.y > sheet.height - depth]
    foot = [line for line in sheet.lines if line.y < depth]
    return (
        *_rows(Zone.HEAD, sorted(head, key=lambda line: -line.y), sheet.height),
        *_rows(Zone.FOOT, sorted(foot, key=lambda line: line.y), 0.0),
    )


def _rows(zone: Zone, ordered: Sequence[Line], edge: float) -> Iterator[Row]:
    begin = 0
    for place, line in enumerate(ordered):
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        if following is None or abs(following.y - line.y) > LEVEL:
            lines = sorted(ordered[begin : place + 1], key=lambda each: each.left)
            yield Row(zone, abs(edge - line.y), tuple(lines), outermost=begin == 0)
            begin = place + 1
