"""Flag *et seq.*, which says where a passage begins and not where it ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM206",
    name="et-seq",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "'et seq.' leaves open where the passage ends. Name the last section or page too: 5 U.S.C. §§ 551–559 "
        "(Indigo Book R5.2; Bluebook rule 3.3(b))."
    ),
)
_SEQ = re.compile(r"\bet seqq?\b\.?")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the *et seq.* of one citation."""
    if found := _SEQ.search(words.bare):
        yield words.remark(
            FINDING, f"'{found[0]}' does not say where the passage ends", hint="name its last section or page"
        )


check = over_citations(look)
