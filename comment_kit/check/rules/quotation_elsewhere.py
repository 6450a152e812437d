"""Flag each quotation that stands in its source, but not on the page cited."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.repinning import repinned
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.check.unnumbered_sheets import part_to_cite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.page_words import page_words, pages_words
from comment_kit.model.quotations import Verdict
from comment_kit.quotations.findings import ELSEWHERE


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each quotation found elsewhere, with the pages on which it stands."""
    for judged in case.quotations:
        judgement = judged.judgement
        if judgement is None or judgement.verdict is not Verdict.ELSEWHERE or judgement.astray is not None:
            continue
        places = judgement.all_pages or tuple((page,) for page in judgement.found_pages)
        where = pages_words((pages[0], pages[-1]) for pages in places)
        sheets = [page for pages in places for page in pages]
        yield ELSEWHERE.at(
            judged.place,
            f"“{shortened(judged.quotation.text)}” is not on {page_words(judged.cited_page or '?')} of '{judged.key}'",
            hint=f"the words are on {where}{part_to_cite(sheets, judged.key, case)}",
            fix=repinned(judged, case),
        )
