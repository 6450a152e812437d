"""Flag an *Id.* that has a second stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM203",
    name="doubled-stop-behind-id",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "The stop of Id. closes its sentence too; a second one is a slip of the keyboard (Indigo Book R6.2.2; "
        "Bluebook rule 4.1)."
    ),
)
_DOUBLED = re.compile(r"\b[Ii]d\.\.(?!\.)")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the doubled stop of one citation."""
    if found := _DOUBLED.search(words.bare + words.after[:2]):
        yield words.remark(
            FINDING,
            f"'{found[0]}' has a stop too many",
            hint=f"write '{found[0][:-1]}'",
            old=found[0],
            new=found[0][:-1],
        )


check = over_citations(look)
