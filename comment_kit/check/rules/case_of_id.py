"""Flag *Id.* with a capital behind a signal or a semicolon, and without one at the beginning of a note."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM204",
    name="id-in-the-wrong-case",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Id. begins with a capital where it begins a sentence, and with a small letter behind a signal or a "
        "semicolon: See id. at 4 (Indigo Book R6.2.2; Bluebook rule 4.1)."
    ),
)
_ID = re.compile(r"\b[Ii]d\b")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the case of the *Id.* of one citation."""
    found = _ID.search(words.bare) if words.resolution.form is Form.ID else None
    if not found:
        return
    has_signal = words.citation.signal is not None
    if found[0][0] == "I" and (has_signal or words.before.rstrip().endswith(";")):
        why = "a signal" if has_signal else "a semicolon"
        old = words.bare[max(found.start() - 4, 0) : found.end()]
        new = f"{old[: -len(found[0])]}i{found[0][1:]}"
        yield words.remark(
            FINDING, f"'{found[0]}.' has a capital behind {why}", hint=f"write 'i{found[0][1:]}.'", old=old, new=new
        )
    if found[0][0] == "i" and not found.start() and not words.before and not has_signal:
        yield words.remark(FINDING, f"'{found[0]}.' begins a note with a small letter", hint="write 'Id.'")


check = over_citations(look)
