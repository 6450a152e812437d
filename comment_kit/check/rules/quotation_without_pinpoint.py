"""Flag each quotation whose citation names no page of a source that has pages."""

from collections.abc import Iterator, Sequence

from comment_kit.check.case import Case, Judged
from comment_kit.check.repinning import repinned
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.check.unnumbered_sheets import part_to_cite
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.page_words import page_words
from comment_kit.model.quotations import Words

FINDING = Finding(
    code="QUO201",
    name="quotation-without-pinpoint",
    severity=Severity.WARNING,
    explanation=(
        "Words are quoted from a source that has pages, and the citation names none, so that a reader has to search "
        "the whole document. Add the page or the section (Indigo Book R5.1; Bluebook rule 3.2)."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each quotation that is cited without a place."""
    for judged in case.quotations:
        if judged.counts and _lacks_place(judged, case):
            pages = judged.judgement.found_pages if judged.judgement else ()
            yield FINDING.at(
                judged.place,
                f"“{shortened(judged.quotation.text)}” is quoted from '{judged.key}' without a page",
                hint=_hint(pages, judged, case),
                fix=repinned(judged, case),
            )


def _hint(pages: Sequence[str], judged: Judged, case: Case) -> str:
    if not pages:
        return "add the page"
    return f"the words are on {page_words(pages[0], pages[-1])}{part_to_cite(pages, judged.key, case)}"


def _lacks_place(judged: Judged, case: Case) -> bool:
    source = case.library.sources.get(judged.key or "")
    if source is None or not source.kind.paginated or judged.judgement is None or judged.quotation.voucher is None:
        return False
    if judged.cited_page is not None or _names_place(judged):
        return False
    return judged.judgement.words in {Words.SAME, Words.ALTERED}


def _names_place(judged: Judged) -> bool:
    """Return whether the citation names a place whose page is not known: "¶ 4", or words that could not be read."""
    return any(each.pinpoint or each.unread is not None for each in judged.cites if each.key == judged.key)
