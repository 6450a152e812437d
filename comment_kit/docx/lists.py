"""Put the points of anybody's lists together, points of a deeper level inside the point above them."""

from collections.abc import Sequence

from msgspec import Struct, field

from comment_kit.docx.points import Point
from comment_kit.model.letter import Block, ListBlock


class _Open(Struct):
    """A list to which points may still come."""

    point: Point
    """Its first."""
    items: list[list[Block]] = field(default_factory=list)


def nested_lists(lines: Sequence[tuple[Block, Point]]) -> list[Block]:
    """Return the lists that ``lines`` make, the points of one list in a row together."""
    done: list[Block] = []
    open_lists: list[_Open] = []
    for block, point in lines:
        while open_lists and not _belongs(point, open_lists[-1].point):
            _close(open_lists, done)
        if not open_lists or point.level > open_lists[-1].point.level:
            open_lists.append(_Open(point))
        open_lists[-1].items.append([block])
    while open_lists:
        _close(open_lists, done)
    return done


def _belongs(point: Point, first: Point) -> bool:
    """Return whether ``point`` goes on with the list of ``first``, or stands inside its last point."""
    if point.level != first.level:
        return point.level > first.level
    return (point.list, point.ordered) == (first.list, first.ordered)


def _close(open_lists: list[_Open], done: list[Block]) -> None:
    closed = open_lists.pop()
    block = ListBlock(
        items=tuple(tuple(item) for item in closed.items),
        ordered=closed.point.ordered,
        start=closed.point.number,
        location=closed.items[0][0].location,
    )
    if open_lists:
        open_lists[-1].items[-1].append(block)
    else:
        done.append(block)
