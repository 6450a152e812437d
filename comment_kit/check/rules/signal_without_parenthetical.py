"""Flag *Cf.*, *But cf.*, *Compare* and *Contrast* without words that say how the source bears on the sentence."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="SIG303",
    name="comparison-unexplained",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Cf., But cf., Compare and Contrast tell a reader that a source bears on the sentence in some other way than "
        "supporting it; without words in round brackets nobody knows how (Indigo Book R4.6.5 to R4.8.3; Bluebook rule "
        "1.2). In a letter's own source this is SIG201."
    ),
)


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the missing parenthetical of one citation."""
    signal = words.citation.signal
    if signal and signal.needs_parenthetical and not words.citation.parentheticals and "(quoting" not in words.text:
        yield words.remark(
            FINDING,
            f"'{signal.words}' stands before a source without words that say how it bears on the sentence",
            hint="add them behind it in round brackets: (noting ...)",
        )


check = over_citations(look)
