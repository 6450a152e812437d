"""See the outer rows of a page: where running heads, feet and page numbers stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from comment_kit.pages.lines import DrawnSheet, Line

ZONE = 0.14
"""Of the height of a page, at its head and at its foot."""
DEEP = 0.2
"""Of the height of a page, so far above its lower edge a row may stand below all others, as under a short column."""
PARTED = 1.8
"""Times its height, such a row stands at least from the row above it."""
STEADY = 4.0
"""Points by which a head may stand higher or lower from page to page."""
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
    foot = [line for line in sheet.lines if line.y < depth] or _deep_foot(sheet)
    return (
        *_rows(Zone.HEAD, sorted(head, key=lambda line: -line.y), sheet.height),
        *_rows(Zone.FOOT, sorted(foot, key=lambda line: line.y), 0.0),
    )


def _deep_foot(sheet: DrawnSheet) -> list[Line]:
    """Return the lines of the lowest row where it stands alone above a wide margin, or []."""
    lowest = min(sheet.lines, key=lambda line: line.y, default=None)
    if lowest is None or lowest.y >= DEEP * sheet.height:
        return []
    above = lowest.y + PARTED * lowest.height
    near = [line for line in sheet.lines if line.y <= above]
    return near if all(line.y <= lowest.y + LEVEL for line in near) else []


def _rows(zone: Zone, ordered: Sequence[Line], edge: float) -> Iterator[Row]:
    begin = 0
    for place, line in enumerate(ordered):
        following = ordered[place + 1] if place + 1 < len(ordered) else None
        if following is None or abs(following.y - line.y) > LEVEL:
            lines = sorted(ordered[begin : place + 1], key=lambda each: each.left)
            yield Row(zone, abs(edge - line.y), tuple(lines), outermost=begin == 0)
            begin = place + 1
