"""Flag words before a citation that look like a signal and are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="SIG302",
    name="words-for-a-signal",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A signal tells how a source bears on the sentence, and there is a fixed list of them: E.g., Accord, See, "
        "See also, Cf., Compare ... with, Contra, But see, But cf., See generally, from the 22nd edition Contrast. "
        "These words are on none of its lines (Indigo Book R4.2; Bluebook rule 1.2)."
    ),
)
_INSTEAD = {
    "see for example": "See, e.g.,",
    "for example": "E.g.,",
    "also see": "See also",
    "see further": "See also",
    "see especially": "See",
    "see esp": "See",
    "see in particular": "See",
    "see additionally": "See also",
    "see too": "See also",
    "see eg": "See, e.g.,",
    "but compare": "But cf.",
    "but contrast": "But cf.",
    "contra see": "Contra",
    "see contra": "Contra",
    "vide": "See",
    "vide etiam": "See also",
    "confer": "Cf.",
    "see cf": "Cf.",
}
_WORDS = re.compile(
    rf"({'|'.join(sorted(_INSTEAD, key=len, reverse=True)).replace(' ', ',? ')})\b[.,]*(?= )", re.IGNORECASE
)


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the words that stand for a signal of one citation, at its beginning or just before it."""
    # "See" alone is a signal, and the words behind it are then part of what follows.
    found = _WORDS.match(words.text) or _at_end(words.before)
    if found:
        written = " ".join(re.sub(r"[.,]", "", found[1]).casefold().split())
        yield words.remark(FINDING, f"'{found[0].strip()}' is no signal", hint=f"write '{_INSTEAD[written]}'")


def _at_end(before: str) -> re.Match[str] | None:
    begun = re.search(r"(?:^|[.;] )([^.;]{1,24})$", before)
    if not begun:
        return None
    found = _WORDS.match(f"{begun[1].rstrip()} ")
    return found if found and found.end() >= len(begun[1].rstrip()) else None


check = over_citations(look)
