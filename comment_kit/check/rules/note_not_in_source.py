"""Flag each note of a source that is cited by a number higher than that of its last note."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity

FINDING = Finding(
    code="PIN204",
    name="note-not-in-source",
    severity=Severity.WARNING,
    explanation=(
        "A citation names a note by a number that its source does not reach: the source's text, or its pinpoint "
        "table, has every note from the first to a last one that comes before. Where neither has all of them, a line "
        "of the report says that it could not be decided."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each note behind the last one."""
    for resolution, source in case.named():
        last = case.last_notes.get(source.key)
        for note in resolution.citation.pinpoint.notes if last else ():
            number = note.last if note.last and note.last.isdecimal() else note.first
            if last and number.isdecimal() and int(number) > last:
                mend = f"if its text was misread, add a row for n.{number} to its pinpoint table"
                yield FINDING.at(
                    resolution.citation.location,
                    f"'{source.key}' has no note {number}",
                    hint=f"its last note is {last}; {mend}",
                )
