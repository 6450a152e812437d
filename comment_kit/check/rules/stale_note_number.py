"""Flag each field that prints another number than that of the note it points at."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity

FINDING = Finding(
    code="ANT106",
    name="stale-note-number",
    severity=Severity.ERROR,
    explanation=(
        "A number in the file is a live reference to a note, and was not brought up to date after notes were added, "
        "moved or taken out. Word does so when the whole text is marked and F9 pressed, or on printing."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each stored number that is no longer its note's."""
    for stale in case.facts.stale:
        yield FINDING.at(
            stale.location,
            f"“{stale.printed}” refers to what is now note {stale.true}",
            hint="update the fields: Ctrl+A and F9 in the text, and once more in a note",
        )
