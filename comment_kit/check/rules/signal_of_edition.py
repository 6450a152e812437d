"""Flag a signal that the style's edition of the Bluebook does not know."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="SIG304",
    name="signal-the-edition-lacks",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "The signal is unknown to the edition that the style follows: Contrast came with the 22nd (Bluebook rule "
        "1.2(b)). In a letter's own source this is SIG202."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each signal that is older or younger than the style's edition."""
    edition = case.policy.edition if case.policy else 0
    for words in case.words.citations:
        signal = words.citation.signal
        if signal and edition and not signal.edition <= edition <= signal.last_edition:
            yield words.remark(
                FINDING,
                f"edition {edition} of the Bluebook has no signal '{signal.words}'",
                hint="write 'compare' with 'with'",
            )
