"""Find from where to where each note of a source stands in its text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from comment_kit.model.pages import PageText


class NumberedNote(Struct, frozen=True, kw_only=True):
    """A note whose number is known, from where up to where it stands in the notes of its text."""

    number: str
    start: int
    end: int


class NumberedNotes(Struct, frozen=True, kw_only=True):
    """The notes of a source in the order in which they are printed."""

    notes: tuple[NumberedNote, ...]
    starts: tuple[int, ...]
    by_number: Mapping[str, Sequence[NumberedNote]]
    """A number may be that of several: notes are counted anew in each chapter."""

    def called(self, numbers: Iterable[str]) -> tuple[NumberedNote, ...]:
        """Return the notes that bear any of ``numbers``."""
        return tuple(note for number in numbers for note in self.by_number.get(number, ()))

    def within(self, start: int, end: int) -> Iterator[NumberedNote]:
        """Yield the notes that have characters from ``start`` up to ``end``."""
        at = max(0, bisect_right(self.starts, start) - 1)
        while at < len(self.notes) and self.notes[at].start < end:
            if self.notes[at].end > start:
                yield self.notes[at]
            at += 1


def numbered_notes(text: PageText) -> NumberedNotes:
    """Return the notes of ``text`` whose numbers are known; none where letters were guessed from pictures.

    A note reaches to the next, and at most to the end of the page behind its first: what stands on later pages without
    a number of its own may be no note at all, but a table in small print.
    """
    notes = () if text.hidden_ocr else tuple(_notes(text))
    by_number: defaultdict[str, list[NumberedNote]] = defaultdict(list)
    for each in notes:
        by_number[each.number].append(each)
    return NumberedNotes(notes=notes, starts=tuple(each.start for each in notes), by_number=by_number)


def _notes(text: PageText) -> Iterator[NumberedNote]:
    stream = text.notes
    for start, end in pairwise([*sorted(stream.openings), len(stream.text)]):
        behind = stream.sheet_at(start) + 1
        limit = stream.sheets[behind] if behind < len(stream.sheets) else end
        yield NumberedNote(number=stream.openings[start], start=start, end=min(end, limit))
