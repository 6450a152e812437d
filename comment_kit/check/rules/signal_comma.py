"""Flag a signal whose *e.g.* lacks a comma: ``See e.g.``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="SIG301",
    name="signal-without-comma",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "e.g. has a comma before it, where another signal stands there, and one behind it: See, e.g., On Roads 12 "
        "(Indigo Book R4.2; Bluebook rule 1.2(a))."
    ),
)
_SIGNAL = re.compile(
    r"((?:[Bb]ut )?[Ss]ee(?: also| generally)?|[Aa]ccord|[Cc]f\.)?(,?)( ?)(e\. ?g\.)(,?)(?= )", re.IGNORECASE
)


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the missing comma of the signal of one citation."""
    found = _SIGNAL.match(words.text) if words.citation.signal else None
    if not found or (found[5] and (found[2] or not found[1])):
        return
    right = f"{found[1]}, {found[4]}," if found[1] else f"{found[4]},"
    yield words.remark(FINDING, f"'{found[0]}' lacks a comma", hint=f"write '{right}'", old=found[0], new=right)


check = over_citations(look)
