"""Flag a paraphrasing parenthetical that begins with a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations, words_of
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM230",
    name="capital-in-a-paraphrase",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A parenthetical in the writer's own words begins with a participle in small letters: (noting that ...). A "
        "capital says that a whole sentence is quoted (Indigo Book R10.1; Bluebook rule 1.5(a))."
    ),
)
_PARTICIPLE = re.compile(r"([A-Z])([a-z]+ing) (?:that|the|how|why|whether|an?|this|these|those|for|in|it)\b")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the capital of the parentheticals of one citation."""
    for each in words.citation.parentheticals:
        if found := _PARTICIPLE.match(words_of(each.content)):
            old = f"({found[1]}{found[2]} "
            yield words.remark(
                FINDING,
                f"'{old.strip()} ...' begins a paraphrase with a capital",
                hint=f"write '({found[1].lower()}{found[2]} ...'",
                old=old,
                new=f"({found[1].lower()}{found[2]} ",
            )


check = over_citations(look)
