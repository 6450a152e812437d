"""Flag ``(cleaned up)`` under an edition that has words of its own for it."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM231",
    name="cleaned-up",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "From its 22nd edition on the Bluebook has '(citation modified)' for court documents (Bluepages B5.3), where "
        "writers had put '(cleaned up)'. Either way the letters and words are compared with the source."
    ),
)
_FIRST_EDITION = 22
_WORDS = "(cleaned up)"


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each ``(cleaned up)`` where the style follows the 22nd edition or a later one."""
    if case.policy is None or case.policy.edition < _FIRST_EDITION:
        return
    for words in case.words.citations:
        if _WORDS in words.text:
            yield words.remark(FINDING, f"'{_WORDS}' has other words in edition 22", hint="write '(citation modified)'")
