"""Flag each place where Word printed an error instead of a cross-reference."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.letter import Paragraph, notes_in_order, walk
from comment_kit.model.text import Span, plain

FINDING = Finding(
    code="ANT105",
    name="lost-cross-reference",
    severity=Severity.ERROR,
    explanation=(
        "A cross-reference lost what it pointed at, most often because a note or heading was deleted, and Word "
        "prints an error in its place. Set the reference anew."
    ),
)

_ERRORS = ("Error! Bookmark not defined", "Error! Reference source not found", "Error! Not a valid")


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each paragraph, in the text and in the notes, that holds such an error."""
    stories = (case.letter.blocks, *(called.note.blocks for called in notes_in_order(case.letter)))
    for part in (part for blocks in stories for part in walk(blocks)):
        if not isinstance(part, Paragraph):
            continue
        words = plain(each for each in part.content if isinstance(each, Span))
        lost = next((error for error in _ERRORS if error in words), None)
        if lost:
            yield FINDING.at(part.location, f"“{lost}” is printed here", hint="set the cross-reference anew")
    for resolution in case.resolutions:
        if any(error in plain(resolution.citation.printed or ()) for error in _ERRORS):
            yield FINDING.at(
                resolution.citation.location,
                "an error of Word's stands in this citation instead of the number of a note",
                hint="set the cross-reference anew",
            )
