"""Flag *supra note 8 at 10*, whose note number lacks its comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM221",
    name="supra-without-comma",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A comma stands between the note's number and the place in the source: supra note 8, at 10. Without it the "
        "page reads as one of the note (Indigo Book R31.2; Bluebook rule 4.2(a))."
    ),
)
_BARE = re.compile(r"\b(note \d+) (at|§§?|¶¶?) ?(?=[\divxlc])")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the missing comma of one citation."""
    if words.citation.supra_note is not None and (found := _BARE.search(words.bare)):
        old, new = f"{found[1]} {found[2]}", f"{found[1]}, {found[2]}"
        yield words.remark(FINDING, f"'{old}' lacks its comma", hint=f"write '{new}'", old=old, new=new)


check = over_citations(look)
