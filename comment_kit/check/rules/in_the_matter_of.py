"""Flag *In the Matter of* in the name of a case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM234",
    name="in-the-matter-of",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "In the name of a case 'In the Matter of', 'Petition of' and their like become 'In re' (Indigo Book R11; "
        "Bluebook rule 10.2.1(b)). Decisions of agencies keep what the agency prints, and are not judged."
    ),
)
_MATTER = re.compile(r"(?:In the Matter of|(?:Petition|Application) of)(?= [A-Z])")
_COURT = re.compile(r"\d+ (?:U\.S\.|S\. Ct\.|F\.(?:2d|3d|4th)|F\. ?Supp\.(?: ?[23]d)?) \d")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the procedural phrase of one citation to a court's reporter."""
    found = _MATTER.search(words.text)
    if found and _COURT.search(words.bare, found.end()):
        yield words.remark(FINDING, f"'{found[0]}' stands in the name of a case", hint="write 'In re'")


check = over_citations(look)
