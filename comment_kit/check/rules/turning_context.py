"""Flag each quotation beside which, or in whose gaps, words stand that may turn its sense."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity

FINDING = Finding(
    code="QUO205",
    name="turning-context",
    severity=Severity.WARNING,
    explanation=(
        "The words may stand as quoted and still say something else in the source: what an ellipsis left out, or "
        "what stands just before or after, holds a negative, a condition or an exception. This is never part of the "
        "verdict. Read the passage as the source prints it."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each quotation whose surroundings hold such words."""
    for judged in case.quotations:
        if judged.judgement and judged.judgement.context:
            words = ", ".join(f"“{word}”" for word in judged.judgement.context)
            yield FINDING.at(
                judged.quotation.location,
                f"beside “{shortened(judged.quotation.text)}” the source says {words}",
                hint="read the passage as the source prints it",
            )
