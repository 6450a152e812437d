"""Flag each quotation that stands on the page cited, but not in the section or note of it that is cited."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.page_words import page_words
from comment_kit.model.quotations import Astray, Verdict
from comment_kit.quotations.findings import NOT_IN_PART


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each such quotation, with the sections or notes in which it stands."""
    for judged in case.quotations:
        judgement = judged.judgement
        if judgement is None or judgement.astray is None or judgement.verdict is not Verdict.ELSEWHERE:
            continue
        missed = " or ".join(judgement.astray.cited)
        yield NOT_IN_PART.at(
            judged.place,
            f"“{shortened(judged.quotation.text)}” is not in {missed} of '{judged.key}'",
            hint=_hint(judgement.astray, page_words(judged.cited_page or "?")),
        )


def _hint(astray: Astray, page: str) -> str:
    if not astray.found:
        return f"the words are in another part of {page}: look up which"
    where = " and in ".join(astray.found)
    return f"the words are in {where}" if page in where else f"the words are in {where}, on the same page"
