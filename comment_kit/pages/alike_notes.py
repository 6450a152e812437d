"""Tell notes that are set as large as the text: by their raised numbers, and by the room that parts them from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from comment_kit.pages.calls import SetLine
from comment_kit.pages.notes import ends_sentence
from comment_kit.pages.numerals import read_numeral

_PARTED = 1.15
"""Times the distance of the rows of notes: so far at least stands the text above them."""
_LEVEL = 2.0  # points


def count_on(pages: Sequence[Sequence[SetLine]]) -> bool:
    """Return whether most of the raised numbers that begin lines count on from one another."""
    numbers = [number for lines in pages for line in lines if (number := read_numeral(line.opening or ""))]
    steps = sum(after == before.next for before, after in pairwise(numbers))
    return steps > 0 and 2 * steps >= len(numbers) - 1


def first_note_lines(pages: Sequence[Sequence[SetLine]]) -> Iterator[int]:
    """Yield, for each page, where among its lines the notes begin: as many as it has where there are none.

    They begin with the first raised number. Above it, or with none at the foot of the page, the rest of a note may
    stand that began on the page before: where its last words there end no sentence, or where no more room is above the
    number than between the rows of notes. That there is more room above the first note of all shows that room parts
    the notes of the letter from its text.
    """
    lead: float | None = None
    parted = broken = False
    for lines in pages:
        first = next((place for place, line in enumerate(lines) if line.opening is not None), len(lines))
        before, lead = lead, _lead(lines[first:]) or lead
        if lead is not None and parted and before is not None:
            first = _rest(lines, first, lead, broken=broken)
        elif lead is not None and before is None:
            parted = _room(lines, first) > _PARTED * lead
        broken = first < len(lines) and not ends_sentence(lines[-1])
        yield first


def _rest(lines: Sequence[SetLine], first: int, lead: float, *, broken: bool) -> int:
    """Return where the rest of a note begins above the line ``first``, or ``first`` where there is none."""
    place = first
    if broken and place and (place == len(lines) or _room(lines, place) > _PARTED * lead):
        place -= 1
    while 0 < place < len(lines) and _room(lines, place) <= _PARTED * lead:
        place -= 1
    return place if place or broken else first


def _room(lines: Sequence[SetLine], place: int) -> float:
    """Return how far the line at ``place`` stands below the one before it, in points; 0 for none."""
    return lines[place - 1].y - lines[place].y if 0 < place < len(lines) else 0.0


def _lead(lines: Sequence[SetLine]) -> float | None:
    """Return the distance at which most rows follow one another, or None for a single row."""
    rooms = Counter(round(room, 1) for before, line in pairwise(lines) if (room := before.y - line.y) > _LEVEL)
    return rooms.most_common(1)[0][0] if rooms else None
