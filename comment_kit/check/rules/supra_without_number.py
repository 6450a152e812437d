"""Flag a *supra* without the number of the note that it sends the reader to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM223",
    name="supra-without-number",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "In footnotes supra names the note with the full citation, unless that is the same note: supra note 8, at 10 "
        "(Indigo Book R31.2; Bluebook rule 4.2(a))."
    ),
)
_NUMBER = re.compile(r"\b[Ss]upra,?(?: at)? n(?:ote|n?\.)|Error!")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the missing number of one citation."""
    first = words.resolution.first_full
    if (
        words.resolution.form is Form.SUPRA
        and first is not None
        and first.note_number is not None
        and first.note_id != words.resolution.at.note_id
        and not _NUMBER.search(words.text)
    ):
        yield words.remark(
            FINDING, f"'{words.text}' does not say in which note", hint=f"write 'supra note {first.note_number}'"
        )


check = over_citations(look)
