"""Say whether words stand in the sections that are cited, and in which they stand else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from comment_kit.model.pages import Stream
from comment_kit.model.quotations import CitedPlace
from comment_kit.quotations.fits import Fit
from comment_kit.quotations.matching import Reading
from comment_kit.quotations.placing import cited_sheets
from comment_kit.quotations.skeleton import Prepared
from comment_kit.sections import NO_SECTIONS, Sections, Stretch

Bounds = tuple[int, int]
"""From where to where in a stream, or the first and the last of a run of sheets."""


class CitedSections(Struct, frozen=True, kw_only=True):
    """The sections that a citation names, where every one of them was found in the text; else none."""

    sections: Sections
    body: Stream
    names: tuple[str, ...] = ()
    """As the table has them: "§ 3(ff)", "Practice 1.1 to Practice 1.3"."""
    cited: tuple[Bounds, ...] = ()
    """From where to where each stands in the body."""
    pages: frozenset[int] = frozenset()
    """The sheets that the citation names."""

    @property
    def doubt(self) -> str:
        """Why nothing is decided of words on a page on which none of the sections stands."""
        return f"the page cited has no words of {' or '.join(self.names)}, which is cited with it"

    def fit(self, reading: Reading) -> Fit:
        """Return how a passage lies to the sections."""
        if not self.cited or reading.stream is not self.body:
            return Fit.OPEN
        if any(start < reading.end and reading.start < end for start, end in self.cited):
            return Fit.INSIDE
        sheets = [self.body.reach(*each) for each in self.cited]
        if any(_meet(reading.reach, each) for each in sheets):
            return Fit.OUTSIDE
        # "75196, 75203, § 4.6": the first page is cited for itself. With "75196, § 4.6" nobody knows what is meant.
        is_placed = any(first <= page <= last for first, last in sheets for page in self.pages)
        return Fit.OPEN if is_placed else Fit.UNKNOWN

    def around(self, reading: Reading) -> Iterator[str]:
        """Yield the innermost section in which a passage begins, and the one in which it ends if that is another.

        Nothing where they may go on behind what was found of them.
        """
        for at in (reading.start, reading.end - 1):
            if innermost := _innermost(self.sections.stretches, at):
                yield innermost.label


def cited_sections(source: Prepared, place: CitedPlace) -> CitedSections:
    """Return the sections that ``place`` names, looked for in ``source``."""
    # Where the citation leaves its place open, more may be cited than could be read.
    runs = () if place.unread or not all(place.sections) else place.sections
    sections = source.sections if runs else NO_SECTIONS
    found = [_bounds(sections, run) for run in runs]
    known = [bounds for bounds in found if bounds is not None]
    return CitedSections(
        sections=sections,
        body=source.text.body,
        names=tuple(" to ".join(run) for run in runs),
        cited=tuple(known) if len(known) == len(found) else (),
        pages=cited_sheets(source.text, place),
    )


def _bounds(sections: Sections, run: Sequence[str]) -> Bounds | None:
    """Return from where to where the rows of ``run`` stand; None where an end of it was not found."""
    first, last = sections.of(run[0]), sections.of(run[-1])
    return (first.start, max(first.end, last.end)) if first and last else None


def _innermost(stretches: Sequence[Stretch], at: int) -> Stretch | None:
    """Return the last to begin of the stretches that hold the character ``at`` and end where they were seen to."""
    holding = (each for each in reversed(stretches) if each.start <= at < each.end)
    return next((each for each in holding if each.is_closed), None)


def _meet(one: Bounds, other: Bounds) -> bool:
    """Return whether two runs of sheets have one in common."""
    return one[0] <= other[1] and other[0] <= one[1]
