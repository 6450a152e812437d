"""Flag *hereinafter* in round brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM224",
    name="hereinafter-in-round-brackets",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A name given by hereinafter stands in square brackets right behind the first full citation, before any "
        "parenthetical: [hereinafter NIST Draft] (Indigo Book R10.2; Bluebook rule 4.2(b))."
    ),
)
_ROUND = re.compile(r"\((here(?:in)?after [^()\[\]]{1,80})\)", re.IGNORECASE)


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the round brackets of one citation."""
    if found := _ROUND.search(words.text):
        yield words.remark(
            FINDING,
            f"'{found[0]}' stands in round brackets",
            hint=f"write '[{found[1]}]'",
            old=found[0],
            new=f"[{found[1]}]",
        )


check = over_citations(look)
