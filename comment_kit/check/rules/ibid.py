"""Flag *Ibid.*, which legal citation does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM202",
    name="ibid",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Legal citation refers to the source just before by Id., at any page of it; Ibid. belongs to other manuals "
        "(Indigo Book R6.2.2; Bluebook rule 4.1)."
    ),
)
_IBID = re.compile(r"\b([Ii])bid\b\.?")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the *Ibid.* of one citation."""
    found = _IBID.search(words.bare) if words.resolution.form is Form.ID else None
    if found:
        small = words.citation.signal is not None or words.before.rstrip().endswith(";")
        new = f"{'i' if small else found[1]}d."
        yield words.remark(
            FINDING, f"'{found[0]}' is no form of legal citation", hint=f"write '{new}'", old=found[0], new=new
        )


check = over_citations(look)
