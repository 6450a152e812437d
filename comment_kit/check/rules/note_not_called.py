"""Flag each note that no mark in the text calls."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.places import Location

FINDING = Finding(
    code="NOT202",
    name="note-defined-and-not-called",
    severity=Severity.WARNING,
    explanation=(
        "The file holds a note that nothing in the text calls, as a deletion that was accepted may leave behind. "
        "No page shows it, but it goes out with the file, for whoever looks inside. Word has no view of it either; "
        "'comment-kit file' makes a copy without it."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each note without a mark, by its first words."""
    for words in case.facts.uncalled:
        yield FINDING.at(
            Location(file=case.letter.file, words=words),
            f"the note “{words} …” is called nowhere",
            hint="'comment-kit file' makes a copy without it",
        )
