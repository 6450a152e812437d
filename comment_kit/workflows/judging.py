"""Judge the quotations of a letter by the page text of the sources that vouch for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.check import Case, CitedSource, Judged
from comment_kit.check.cited_places import effective_citation, pages_of
from comment_kit.model.pinpoints import WHOLE, Pinpoint
from comment_kit.model.quotations import CitedPlace, Copy, Judgement, Quotation, Setting, Verdict, Voucher
from comment_kit.model.sources import Library, Source
from comment_kit.pages import PageStore, edition_of
from comment_kit.project import Project
from comment_kit.quotations import (
    Prepared,
    decided,
    is_cited_against,
    is_spoken_by_another,
    judge,
    left_open,
    quotations,
)
from comment_kit.workflows.other_sources import with_other_sources
from comment_kit.workflows.prepared_texts import PreparedTexts
from comment_kit.workflows.source_places import SourcePlaces

_LEFT_OPEN = "the source cited first does not have the words, and this one, cited beside it, could not be looked in"
_CITED_AGAINST = "the source is cited as saying the contrary, so that the words may be somebody else's"
_WORD = re.compile(r"\w{3,}")
_CAPITAL = re.compile(r"\b[A-Z]\w*")


class JudgedQuotations(Struct, frozen=True, kw_only=True):
    """The quotations of a letter, each with what became of it."""

    quotations: tuple[Judged, ...] = ()
    """In the order of the letter; those that are not judged have no judgement."""
    remarks: tuple[str, ...] = ()
    """What the reader should know of the page text that was there to judge by."""


def judged_quotations(case: Case, project: Project) -> JudgedQuotations:
    """Return the quotations of the letter of ``case``, judged by the page text that ``project`` keeps."""
    letter = replace(case.letter, blocks=case.text) if case.text else case.letter
    found = _placed(quotations(letter, resolutions=case.resolutions, names=case.names, titles=_titles_of(case.library)))
    if not found:
        return JudgedQuotations()
    file = project.page_store()
    if not file.is_file():
        return JudgedQuotations(quotations=_all_judged(found, _Bench(case=case, texts=PreparedTexts(store=None))))
    with PageStore(file) as store:
        texts = PreparedTexts(store=store, tables=case.library.tables)
        judged = _all_judged(found, _Bench(case=case, texts=texts))
        return JudgedQuotations(quotations=judged, remarks=store.new_remarks())


def _titles_of(library: Library) -> Iterator[str]:
    """Yield the titles and short titles of the sources."""
    names = "title", "shorttitle", "shorthand", "subtitle"
    yield from (source.fields[name] for source in library.sources.values() for name in names if name in source.fields)


def _placed(found: Iterable[Quotation]) -> tuple[Quotation, ...]:
    """Return ``found``, of which each that stands in marks in a letter's source has the place of its opening mark."""
    places = SourcePlaces()
    return tuple(
        each if each.setting is Setting.BLOCK else replace(each, location=places.place(f"“{each.text}", each.location))
        for each in found
    )


def _all_judged(found: Sequence[Quotation], bench: _Bench) -> tuple[Judged, ...]:
    """Return ``found`` judged, in its order."""
    # Those of one source one after another, so that its text is read once.
    by_source = sorted(range(len(found)), key=lambda place: _source_of(found[place]))
    judged = {
        place: replace(bench.judged(found[place]), note=_note_of(found[place], bench.case)) for place in by_source
    }
    return with_other_sources([judged[place] for place in range(len(found))], bench.case, bench.texts)


def _source_of(quotation: Quotation) -> str:
    return (quotation.voucher.key or "") if quotation.voucher else ""


def _note_of(quotation: Quotation, case: Case) -> str:
    """Return the mark of the note that vouches, as printed; "" where none does."""
    voucher = quotation.voucher
    return case.marks.get(voucher.at.note_id, "") if voucher is not None and voucher.at is not None else ""


class _Place(Struct, frozen=True, kw_only=True):
    """The place that a citation names, and the words in which it may name a further one."""

    pinpoint: Pinpoint = WHOLE
    unread: str | None = None


class _Bench(Struct, frozen=True, kw_only=True):
    """Judges one quotation after another."""

    case: Case
    texts: PreparedTexts

    def judged(self, quotation: Quotation) -> Judged:
        """Return ``quotation`` with its judgement by the source that decides."""
        if not quotation.judged:
            return Judged(quotation=quotation)
        vouchers = [each for each in (quotation.voucher, *quotation.others) if each is not None]
        if not vouchers:
            return Judged(quotation=quotation)
        judgements = [self._judgement(quotation, each) for each in vouchers]
        chosen, judgement = _deciding(vouchers, judgements)
        key = vouchers[chosen].key
        return Judged(
            quotation=quotation,
            judgement=judgement,
            key=key if key in self.case.library.sources else None,
            cited_page=pages_of(self._place_of(vouchers[chosen]).pinpoint),
            cites=tuple(map(self._cited, vouchers)),
        )

    def _cited(self, voucher: Voucher) -> CitedSource:
        source = self.case.library.sources.get(voucher.key or "")
        edition = edition_of(source) if source else ""
        place = self._place_of(voucher)
        return CitedSource(key=voucher.key, edition=edition, pinpoint=place.pinpoint, unread=place.unread)

    def _judgement(self, quotation: Quotation, voucher: Voucher) -> Judgement:
        source = self.case.library.sources.get(voucher.key or "")
        if source is None:
            return judge(quotation, None)
        text = self.texts.get(source.key)
        if quotation.stranger and _bears(source, quotation.stranger):
            quotation = replace(quotation, stranger="")
        return judge(quotation, text, self._place(source, text, self._place_of(voucher)))

    def _place(self, source: Source, text: Prepared | None, cited: _Place) -> CitedPlace:
        if text is None:
            copy = Copy.NOT_BOUND
        else:
            copy = Copy.RIGHT if text.text.edition == edition_of(source) else Copy.ANOTHER
        reach = cited.pinpoint.reach
        return CitedPlace(
            pages=reach.pages,
            sections=tuple(label.rows for label in cited.pinpoint.labels),
            notes=reach.notes,
            own_pages=cited.pinpoint.own_pages,
            copy=copy,
            paginated=source.kind.paginated,
            unread=cited.unread or "",
        )

    def _place_of(self, voucher: Voucher) -> _Place:
        """Return the place that the citation vouches for, inherited through *Id.* too."""
        resolution = self.case.by_place.get(voucher.at) if voucher.at else None
        citation = effective_citation(resolution, self.case) if resolution is not None else voucher.citation
        return _Place(pinpoint=citation.pinpoint, unread=citation.unread) if citation else _Place()


def _deciding(vouchers: Sequence[Voucher], judgements: Sequence[Judgement]) -> tuple[int, Judgement]:
    """Return which source decides on a quotation, and what becomes of the quotation."""
    if (open_ := left_open(vouchers, judgements)) is not None:
        return open_, replace(judgements[open_], reason=_LEFT_OPEN)
    chosen = decided(vouchers, judgements)
    judgement, reason = judgements[chosen], ""
    if is_spoken_by_another(vouchers, chosen):
        name = (vouchers[0].key or "another").removeprefix("?")
        reason = f"the sentence gives the words to “{name}”, cited beside it, in which they were not found"
    elif is_cited_against(vouchers[chosen], judgement):
        reason = _CITED_AGAINST
    undecided = replace(judgement, verdict=Verdict.UNDECIDED, severity=None, reason=reason)
    return chosen, undecided if reason else judgement


def _bears(source: Source, name: str) -> bool:
    """Return whether the entry of ``source`` has a longer word of ``name``, or the words that ``name`` has initials of.

    Whom an entry names is no stranger to its source.
    """
    said = " ".join(source.fields.values())
    entry = frozenset(_WORD.findall(said.casefold()))
    # "AISI" is the AI Safety Institute: a word that is initials itself keeps all of them.
    initials = "".join(word if word.isupper() else word[0] for word in _CAPITAL.findall(said)).casefold()
    return any(word in entry or word in initials for word in _WORD.findall(name.casefold()))
