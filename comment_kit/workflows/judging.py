"""Judge the quotations of a letter by the page text of the sources that vouch for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from comment_kit.check import Case, CitedSource, Judged
from comment_kit.check.cited_places import effective_pinpoint, pages_of
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.quotations import CitedPlace, Copy, Judgement, Quotation, Verdict, Voucher
from comment_kit.model.sources import Source
from comment_kit.pages import PageStore, edition_of
from comment_kit.project import Project
from comment_kit.quotations import Prepared, decided, judge, pages_with, prepare, quotations
from comment_kit.workflows.paging import store_path


def judged_quotations(case: Case, project: Project) -> tuple[Judged, ...]:
    """Return the quotations of the letter, each with what became of it; those that are not judged have no judgement."""
    found = quotations(case.letter, resolutions=case.resolutions, names=case.names)
    if not found:
        return ()
    file = store_path(project)
    if not file.is_file():
        return tuple(_Bench(case=case, store=None).judged(each) for each in found)
    with PageStore(file) as store:
        bench = _Bench(case=case, store=store)
        return tuple(bench.judged(each) for each in found)


@dataclass(slots=True, kw_only=True)
class _Bench:
    """Judges one quotation after another; each source's text is prepared once."""

    case: Case
    store: PageStore | None
    prepared: dict[str, Prepared | None] = field(default_factory=dict)

    def judged(self, quotation: Quotation) -> Judged:
        """Return ``quotation`` with its judgement by the source that decides."""
        if not quotation.judged:
            return Judged(quotation=quotation)
        vouchers = [each for each in (quotation.voucher, *quotation.others) if each is not None]
        if not vouchers:
            return Judged(quotation=quotation)
        judgements = [self._judgement(quotation, each) for each in vouchers]
        chosen = decided(judgements)
        key = vouchers[chosen].key
        return Judged(
            quotation=quotation,
            judgement=judgements[chosen],
            key=key if key in self.case.library.sources else None,
            cited_page=pages_of(self._pinpoint(vouchers[chosen])),
            cites=tuple(map(self._cited, vouchers)),
            instead=self._instead(quotation, judgements[chosen], vouchers[chosen]),
        )

    def _cited(self, voucher: Voucher) -> CitedSource:
        source = self.case.library.sources.get(voucher.key or "")
        edition = edition_of(source) if source else ""
        return CitedSource(key=voucher.key, edition=edition, pinpoint=self._pinpoint(voucher))

    def _instead(
        self, quotation: Quotation, judgement: Judgement, voucher: Voucher
    ) -> tuple[str, tuple[str, ...]] | None:
        """Return the other cited source that has the words as quoted, where the vouching one has not."""
        if judgement.verdict not in {Verdict.NOT_FOUND, Verdict.ALTERED}:
            return None
        cited = dict.fromkeys(source.key for _, source in self.case.named() if source.key != voucher.key)
        for key in cited:
            pages = pages_with(quotation, self._text(key))
            if pages:
                return key, pages
        return None

    def _judgement(self, quotation: Quotation, voucher: Voucher) -> Judgement:
        source = self.case.library.sources.get(voucher.key or "")
        if source is None:
            return judge(quotation, None)
        text = self._text(source.key)
        return judge(quotation, text, self._place(source, text, self._pinpoint(voucher)))

    def _place(self, source: Source, text: Prepared | None, pinpoint: Pinpoint) -> CitedPlace:
        if text is None:
            copy = Copy.NOT_BOUND
        else:
            copy = Copy.RIGHT if text.text.edition == edition_of(source) else Copy.ANOTHER
        return CitedPlace(pages=pinpoint.reach.pages, copy=copy, paginated=source.kind.paginated)

    def _pinpoint(self, voucher: Voucher) -> Pinpoint:
        """Return the place that the citation vouches for, inherited through *Id.* too."""
        resolution = self.case.by_place.get(voucher.at) if voucher.at else None
        if resolution is not None:
            return effective_pinpoint(resolution, self.case)
        return voucher.citation.pinpoint if voucher.citation else Pinpoint()

    def _text(self, key: str) -> Prepared | None:
        if key not in self.prepared:
            text = self.store.get(key) if self.store else None
            self.prepared[key] = prepare(text) if text is not None else None
        return self.prepared[key]
