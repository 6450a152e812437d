"""Say whether a passage stands where the citation says: on its page, and in the section or the note that it names."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from comment_kit.model.pages import SourceText
from comment_kit.model.quotations import Astray, CitedPlace, Place
from comment_kit.quotations.cited_notes import CitedNotes, cited_notes
from comment_kit.quotations.cited_sections import CitedSections, cited_sections
from comment_kit.quotations.fits import Fit
from comment_kit.quotations.matching import Reading
from comment_kit.quotations.placing import cited_sheets, placed
from comment_kit.quotations.skeleton import Prepared

_RANKS = (Place.CITED, Place.UNKNOWN, Place.ELSEWHERE)


class CitedParts(Struct, frozen=True, kw_only=True):
    """The place that a citation names, looked for in the text of its source."""

    text: SourceText
    place: CitedPlace
    parts: CitedNotes | CitedSections
    """The notes that it names, as the narrower place, or else its sections."""
    pages: frozenset[int]
    """The sheets that it names."""

    @property
    def sheets(self) -> frozenset[int]:
        """The sheets on which the words should stand: those named, and those that the notes cited are printed on."""
        return self.pages | self.parts.sheets if isinstance(self.parts, CitedNotes) else self.pages

    def where(self, reading: Reading) -> Place:
        """Return whether a passage stands in the place cited."""
        fit = self.parts.fit(reading)
        if fit is Fit.INSIDE and isinstance(self.parts, CitedNotes):
            return Place.CITED  # also where the page is that of the note's call
        on_page = self.on_page(reading)
        if on_page is Place.CITED and reading.same:
            return _BY_FIT.get(fit, on_page)
        return on_page

    def on_page(self, reading: Reading) -> Place:
        """Return whether a passage stands on the page cited, whatever part of it is."""
        return placed(self.text, self.place, self.pages, reading.reach)

    def rank(self, reading: Reading) -> tuple[int, bool, int]:
        """Return what puts passages in order, the one that most likely was meant first."""
        off_page = self.on_page(reading) is not Place.CITED
        return _RANKS.index(self.where(reading)), off_page, len(reading.differences)

    def astray(self, readings: Iterable[Reading]) -> Astray | None:
        """Return what part of the page is cited in vain, where every one of ``readings`` on it stands in others."""
        here = [each for each in readings if each.same and self._may_be_meant(each)]
        if not here or any(self.parts.fit(each) is not Fit.OUTSIDE for each in here):
            return None
        found = dict.fromkeys(part for each in here for part in self.parts.around(each))
        return Astray(cited=self.parts.names, found=tuple(found))

    def _may_be_meant(self, reading: Reading) -> bool:
        """Return whether a passage stands on the page cited, or on that of the notes cited."""
        return self.on_page(reading) is Place.CITED or not self.sheets.isdisjoint(reading.reach)


_BY_FIT = {Fit.OUTSIDE: Place.ELSEWHERE, Fit.UNKNOWN: Place.UNKNOWN}


def cited_parts(source: Prepared, place: CitedPlace) -> CitedParts:
    """Return the place that a citation names, looked for in ``source``."""
    return CitedParts(
        text=source.text,
        place=place,
        parts=cited_notes(source, place) if place.notes else cited_sections(source, place),
        pages=cited_sheets(source.text, place),
    )
