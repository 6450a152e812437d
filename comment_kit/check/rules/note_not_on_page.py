"""Flag each note of a source that is cited at a page on which the source's text does not have it."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.page_words import page_words
from comment_kit.model.pinpoints import label_key

FINDING = Finding(
    code="PIN203",
    name="note-not-on-page",
    severity=Severity.ERROR,
    explanation=(
        "A citation names a note of its source together with a page, and in the source's text that note is neither "
        "called nor printed there. The page of its call, and every page that its words stand on, are right. A note "
        "that the source's pinpoint table has is judged by the table (PIN103)."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each note that is cited at a page without it."""
    for resolution, source in case.named():
        table = case.library.tables.get(source.key)
        for note in resolution.citation.pinpoint.notes:
            pages = case.note_pages.get((source.key, note.first), ())
            in_table = table is not None and label_key(f"n.{note.first}") in table.rows
            if note.page and pages and note.page not in pages and not in_table:
                yield FINDING.at(
                    resolution.citation.location,
                    f"note {note.first} of '{source.key}' is not on {page_words(note.page)}",
                    hint=f"the source has it on {' and '.join(map(page_words, pages))}",
                )
