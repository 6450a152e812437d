"""Flag each mark of a note that the file does not hold."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity

FINDING = Finding(
    code="NOT201",
    name="note-called-and-not-defined",
    severity=Severity.ERROR,
    explanation="The text calls a note, and the file holds none: the reader sees a mark that leads nowhere.",
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each mark without its note."""
    for location in case.facts.undefined:
        yield FINDING.at(
            location,
            "a note is called here that the file does not hold",
            hint="delete the mark, and set the note anew if it is needed",
        )
