"""Flag one section sign before several sections."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM211",
    name="one-sign-for-several-sections",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Several sections take the sign twice: §§ 9–12, ¶¶ 3–5. A hyphen between numbers may belong to the number of "
        "one section, as in 15 U.S.C. § 78u-4, and is not judged (Indigo Book R5.2; Bluebook rule 3.3(b))."
    ),
)
_SPAN = re.compile(
    r"(?<![§¶])([§¶]) ?(?:\d[\w.]*(?:\(\w{1,4}\))*)(?:–\d[\w.]*|(?: and | & )\d[\w.]*(?! (?:U\.?S\.?C|C\.?F\.?R|Fed)))"
)


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the single sign of one citation."""
    if found := _SPAN.search(words.bare):
        yield words.remark(
            FINDING,
            f"'{found[0]}' names several with one sign",
            hint=f"write '{found[1]}{found[0]}'",
            old=found[0],
            new=f"{found[1]}{found[0]}",
        )


check = over_citations(look)
