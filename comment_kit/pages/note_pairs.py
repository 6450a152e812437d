"""Join the calls of a printed letter with the notes at the foot of its pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from comment_kit.pages.numerals import read_numeral


class Marked(NamedTuple):
    """A call, or the beginning of a note."""

    mark: str
    """As printed: "14", "*", "i"."""
    sheet: int
    """Counted from 1."""


class PlacedCall(NamedTuple):
    """Where a note is called."""

    offset: int
    """In the running text, behind the word that calls it."""
    note: int
    """Its place among the notes, from 0."""


class CalledNotes(NamedTuple):
    """The calls of a letter, and what is left over."""

    calls: tuple[PlacedCall, ...]
    """In the order of the text; every note has one."""
    unseen: tuple[int, ...]
    """The notes whose call was not seen; they are called behind the note before them."""
    missing: tuple[str, ...]
    """The numbers of calls that count on from those before and have no note."""

    def between(self, start: int, end: int) -> tuple[PlacedCall, ...]:
        """Return the calls from the offset ``start`` to ``end``, both included."""
        first = bisect_left(self.calls, start, key=lambda call: call.offset)
        return self.calls[first : bisect_right(self.calls, end, key=lambda call: call.offset)]


def called_notes(calls: Sequence[tuple[int, Marked]], notes: Sequence[Marked], sheets: Sequence[int]) -> CalledNotes:
    """Return the calls with their notes.

    Args:
        calls: in the order of the text, each with its offset there.
        notes: in the order of the pages.
        sheets: where in the text each sheet begins.
    """
    pairs = paired([call for _, call in calls], notes)
    seen: dict[int, int] = {}
    for at, note in pairs.items():
        seen.setdefault(note, calls[at][0])
    placed = [PlacedCall(calls[at][0], note) for at, note in pairs.items()]
    unseen = [note for note in range(len(notes)) if note not in seen]
    behind: int | None = None
    for note, mark in enumerate(notes):
        if note in seen:
            behind = seen[note]
        else:
            first = sheets[mark.sheet - 1] if mark.sheet <= len(sheets) else 0
            placed.append(PlacedCall(first if behind is None else behind, note))
    missing = _missing([call for at, (_, call) in enumerate(calls) if at not in pairs], notes)
    return CalledNotes(tuple(sorted(placed)), tuple(unseen), missing)


def paired(calls: Sequence[Marked], notes: Sequence[Marked]) -> Mapping[int, int]:
    """Return the place of its note among ``notes`` for the place of each call that has one.

    A note stands on the sheet of its call, or on the next where there was no room, unless all stand at the end of the
    letter. Its mark may occur again, as stars and notes counted anew do; a call beyond the last note of its mark calls
    that one once more.
    """
    at_end = bool(calls and notes) and notes[0].sheet >= calls[-1].sheet
    waiting: defaultdict[str, deque[int]] = defaultdict(deque)
    for place, note in enumerate(notes):
        waiting[note.mark].append(place)
    found: dict[int, int] = {}
    last: dict[str, int] = {}
    for place, call in enumerate(calls):
        queue = waiting[call.mark]
        while queue and notes[queue[0]].sheet < call.sheet:
            queue.popleft()
        if queue and (at_end or notes[queue[0]].sheet <= call.sheet + 1):
            last[call.mark] = queue.popleft()
        if call.mark in last:
            found[place] = last[call.mark]
    return found


def _missing(calls: Sequence[Marked], notes: Sequence[Marked]) -> tuple[str, ...]:
    """Return the numbers without a note that fill a gap among the notes or count on from the last one.

    Any other raised number is an exponent, or belongs to what is quoted; so may a raised "i" be that begins no count.
    """
    numbers = {read_numeral(note.mark) for note in notes}
    called = {read_numeral(call.mark) for call in calls}
    missing: list[str] = []
    for call in calls:
        number = read_numeral(call.mark)
        if number is None or number in numbers:
            continue
        before = {number._replace(value=number.value - 1)}
        if number.kind == "i":
            # A call may be hidden.
            before.add(number._replace(value=number.value - 2))
        first = number.value == 1 and (number.kind == "1" or bool({number.next, number.next.next} & called))
        if first or before & numbers:
            numbers.add(number)
            missing.append(call.mark)
    return tuple(missing)
