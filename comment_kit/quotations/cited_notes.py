"""Say whether words stand in the notes of a source that are cited, and where they stand else."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from comment_kit.model.page_words import page_words
from comment_kit.model.pages import SourceText
from comment_kit.model.quotations import CitedPlace
from comment_kit.quotations.fits import Fit
from comment_kit.quotations.matching import Reading
from comment_kit.quotations.placing import cited_sheets, printed_pages
from comment_kit.quotations.skeleton import Prepared
from comment_kit.sections import NumberedNotes

_LONGEST_RUN = 1_000
"""Notes of one run that are looked for one by one."""


class CitedNotes(Struct, frozen=True, kw_only=True):
    """The notes that a citation names, as far as the text tells where they stand."""

    text: SourceText
    notes: NumberedNotes
    """All notes of the text whose numbers are known."""
    names: tuple[str, ...]
    """"note 3", "notes 3-4"."""
    numbers: frozenset[str]
    all_known: bool
    """Whether the text tells where every one of them stands."""
    own_sheets: frozenset[int]
    """The sheets that are cited for themselves, beside the notes."""

    @property
    def doubt(self) -> str:
        """Why nothing is decided of words that stand in no note whose number is known."""
        return f"the text at hand does not tell whether these are words of {' or '.join(self.names)}"

    @property
    def sheets(self) -> frozenset[int]:
        """The sheets on which the notes are printed, be they cited by that page or by the one of their call."""
        reached = (self.text.notes.reach(each.start, each.end) for each in self.notes.called(self.numbers))
        return frozenset(sheet for first, last in reached for sheet in range(first, last + 1))

    def fit(self, reading: Reading) -> Fit:
        """Return how a passage lies to the notes."""
        if reading.stream is self.text.notes:
            numbers = {each.number for each in self.notes.within(reading.start, reading.end)}
            if not numbers.isdisjoint(self.numbers):
                return Fit.INSIDE
            is_plain = bool(numbers)
        else:
            # Words that run from the text of a page into its notes stand in neither.
            is_plain = reading.stream is self.text.body
        if not self.own_sheets.isdisjoint(reading.reach):
            return Fit.OPEN
        return Fit.OUTSIDE if self.all_known and is_plain else Fit.UNKNOWN

    def around(self, reading: Reading) -> Iterator[str]:
        """Yield the notes in which a passage stands, or that it stands in the text of its page."""
        if reading.stream is self.text.notes:
            yield from (f"note {each.number}" for each in self.notes.within(reading.start, reading.end))
        else:
            yield f"the text of {page_words(*printed_pages(self.text, reading.reach))}"


def cited_notes(source: Prepared, place: CitedPlace) -> CitedNotes:
    """Return the notes that ``place`` names, looked for in ``source``."""
    numbers = frozenset(number for first, last in place.notes for number in _run(first, last))
    notes = source.numbered_notes
    return CitedNotes(
        text=source.text,
        notes=notes,
        names=tuple(f"note {first}" if first == last else f"notes {first}-{last}" for first, last in place.notes),
        numbers=numbers,
        # Where the citation leaves its place open, more may be cited than could be read.
        all_known=not place.unread and numbers <= notes.by_number.keys(),
        own_sheets=cited_sheets(source.text, CitedPlace(pages=place.own_pages)),
    )


def _run(first: str, last: str) -> tuple[str, ...]:
    """Return the numbers from ``first`` to ``last``; of those that are no figures, or very many, the ends."""
    if first.isdecimal() and last.isdecimal() and 0 <= int(last) - int(first) <= _LONGEST_RUN:
        return tuple(map(str, range(int(first), int(last) + 1)))
    return first, last
