"""Flag two section signs before the subsections of one section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM212",
    name="two-signs-for-one-section",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=("Subsections of one section take the sign once: § 1(a)–(b) (Indigo Book R5.2; Bluebook rule 3.3(b))."),
)
_SUBSECTIONS = re.compile(
    r"§§( ?\d[\w.]*(?:\(\w{1,4}\))+ ?(?:[–-]|, | and | & )(?:\(\w{1,4}\))+)(?![(–-]|,? ?(?:and |& |to )?[\d(]|, § )"
)


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the doubled sign of one citation."""
    if found := _SUBSECTIONS.search(words.bare):
        yield words.remark(
            FINDING, f"'{found[0]}' is one section", hint=f"write '§{found[1]}'", old=found[0], new=f"§{found[1]}"
        )


check = over_citations(look)
