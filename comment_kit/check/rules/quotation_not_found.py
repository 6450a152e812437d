"""Flag each quotation that stands nowhere in its source."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.rules.altered_quotation import other_source, shortened
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.quotations import Verdict
from comment_kit.quotations.findings import NOT_FOUND


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each quotation that was looked for in vain."""
    for judged in case.quotations:
        judgement = judged.judgement
        if judgement is None or judgement.verdict is not Verdict.NOT_FOUND:
            continue
        yield NOT_FOUND.at(
            judged.place,
            f"“{shortened(judged.quotation.text)}” is nowhere in '{judged.key}'",
            hint=other_source(judged) or 'look for the words in the other sources: comment-kit sources find "..."',
        )
