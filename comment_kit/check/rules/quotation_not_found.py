"""Flag each quotation that stands nowhere in its source."""

from collections.abc import Iterator

from comment_kit.check.case import Case, Judged
from comment_kit.check.rules.altered_quotation import shortened
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
            hint=_advice(judged),
        )


def _advice(judged: Judged) -> str:
    """Return where the words do stand: a moved paragraph leaves *Id.* pointing at the wrong source."""
    if judged.instead is None:
        return 'look for the words in the other sources: comment-kit sources find "..."'
    key, pages = judged.instead
    return f"the words stand in '{key}', page {'-'.join(pages)}: was that source meant?"
