"""Flag what drafting left in a Word file: comments, tracked changes, hidden text, names of persons."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.places import Location

COMMENTS = Finding(
    code="DOC201",
    name="comments-left",
    severity=Severity.HINT,
    explanation="The file holds comments. What is filed is public for ever: take them out of the copy to be filed.",
)
CHANGES = Finding(
    code="DOC202",
    name="tracked-changes-left",
    severity=Severity.HINT,
    explanation=(
        "The file holds tracked changes that nobody has accepted or rejected; a reader can see the words taken out. "
        "Accept or reject them in the copy to be filed."
    ),
)
HIDDEN = Finding(
    code="DOC203",
    name="hidden-text-left",
    severity=Severity.HINT,
    explanation="The file holds hidden text, which any reader can make visible. Delete it in the copy to be filed.",
)
PERSONS = Finding(
    code="DOC204",
    name="names-left",
    severity=Severity.HINT,
    explanation=(
        "The properties of the file name who wrote or last saved it. Take out what should not be public in the copy "
        "to be filed."
    ),
)


def comments(case: Case) -> Iterator[Diagnostic]:
    """Say how many comments there are."""
    if case.facts.comments:
        yield COMMENTS.at(_file(case), f"the file holds {_count(case.facts.comments, 'comment')}", hint=_ADVICE)


def changes(case: Case) -> Iterator[Diagnostic]:
    """Say how many tracked changes wait."""
    waiting = case.facts.insertions + case.facts.deletions
    if waiting:
        yield CHANGES.at(_file(case), f"the file holds {_count(waiting, 'tracked change')}", hint=_ADVICE)


def hidden(case: Case) -> Iterator[Diagnostic]:
    """Say how much hidden text there is."""
    if case.facts.hidden:
        yield HIDDEN.at(_file(case), f"the file holds {_count(case.facts.hidden, 'run')} of hidden text", hint=_ADVICE)


def persons(case: Case) -> Iterator[Diagnostic]:
    """Say whom the properties of a file name that is not our own."""
    if case.facts.stamp is None and case.facts.properties:
        told = ", ".join(f"{meaning} “{name}”" for meaning, name in case.facts.properties.items())
        yield PERSONS.at(_file(case), f"the file tells {told}", hint=_ADVICE)


_ADVICE = "take it out of the copy to be filed"


def _file(case: Case) -> Location:
    return Location(file=case.letter.file)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
