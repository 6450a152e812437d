"""Flag a note of a source that is not written ``10 n.30``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM207",
    name="note-number-set-apart",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A note of a source follows its page without a blank behind the stop: 10 n.30, and 10 nn.30–31 for two "
        "(Indigo Book R5.1.3; Bluebook rule 3.2(b))."
    ),
)
_NOTE = re.compile(r"(?<=\d )(?:(nn?)\. (?=\d)|(fn)\.? ?(?=\d))")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the note number of one citation."""
    if found := _NOTE.search(words.bare):
        digit = words.bare[found.end()]
        new = f"{found[1] or 'n'}."
        yield words.remark(
            FINDING,
            f"'{found[0]}{digit}' is a note of the source set apart",
            hint=f"write '{new}{digit}'",
            old=f" {found[0]}{digit}",
            new=f" {new}{digit}",
        )


check = over_citations(look)
