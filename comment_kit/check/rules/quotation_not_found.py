"""Flag each quotation that stands nowhere in its source."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.quotations import Verdict

FINDING = Finding(
    code="QUO203",
    name="quotation-not-found",
    severity=Severity.ERROR,
    explanation=(
        "Nothing like these words stands in the source that vouches for them. They may come from another source, "
        "from another edition, or from no document at all. Find where they stand, or take the marks away."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each quotation that was looked for in vain."""
    for judged in case.quotations:
        judgement = judged.judgement
        if judgement is None or judgement.verdict is not Verdict.NOT_FOUND:
            continue
        yield FINDING.at(
            judged.quotation.location,
            f"“{shortened(judged.quotation.text)}” is nowhere in '{judged.key}'",
            hint=judgement.reason or 'look for the words in the other sources: comment-kit sources find "..."',
        )
