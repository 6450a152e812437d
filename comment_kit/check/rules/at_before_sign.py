"""Flag each *at* before a section or paragraph sign: ``Id. at § 9``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM201",
    name="at-before-section-sign",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Id. and short forms take 'at' before a page, and none before a section or paragraph sign: Id. at 12, and "
        "Id. § 9 (Indigo Book R6.2.2 and R5.2; Bluebook rules 3.3 and 4.1)."
    ),
)
_AT = re.compile(r"\bat (§§?|¶¶?)")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the *at* of one citation."""
    if found := _AT.search(words.bare):
        yield words.remark(
            FINDING,
            f"'{found[0]}' has an 'at' that a sign does not take",
            hint=f"write '{found[1]}' alone",
            old=found[0],
            new=found[1],
        )


check = over_citations(look)
