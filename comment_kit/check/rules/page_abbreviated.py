"""Flag *p.* and *pp.* in a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, over_citations
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM205",
    name="page-abbreviated",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A page of a source is its number alone, behind 'at' where a form takes one: On Roads 12, Id. at 12. 'p.' and "
        "'pp.' are for pages of the same letter (Indigo Book R5.1; Bluebook rule 3.2)."
    ),
)
_PAGE = re.compile(r"(?<!supra )(?<!infra )(?<!above )(?<!below )\b(at )?(pp?\. ?)(?=\d|[ivxlc]+\b)")
_OWN = re.compile(r"[\w–-]+ (?:of this|above|below)\b")


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the *p.* of one citation, unless it points into the letter itself."""
    found = _PAGE.search(words.bare)
    if not found or _OWN.match(words.bare + words.after, found.end()):
        return
    # Without "at" a form may need one: the writer must say it.
    fixable = found[1] is not None
    yield words.remark(
        FINDING,
        f"'{found[2].strip()}' stands before a page",
        hint="write 'at' and the number" if not fixable else "write the number alone",
        old=found[0] if fixable else "",
        new="at ",
    )


check = over_citations(look)
