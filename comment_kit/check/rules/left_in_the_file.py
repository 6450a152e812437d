"""Flag what drafting left in a Word file: comments, tracked changes, hidden text, names of persons."""

from collections.abc import Callable, Iterator
from itertools import chain

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.letter import Heading, Paragraph, walk
from comment_kit.model.places import Location
from comment_kit.model.text import Span, plain
from comment_kit.model.word import Trace

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
FIELDS = Finding(
    code="DOC205",
    name="program-fields-left",
    severity=Severity.HINT,
    explanation=(
        "Citations stand in fields of a program, which carry its records: keys, notes, the paths of a library. "
        "'comment-kit file' makes a copy in which they are plain words."
    ),
)
DATA = Finding(
    code="DOC206",
    name="hidden-data-left",
    severity=Severity.HINT,
    explanation=(
        "The file carries data that no page shows: custom XML, properties, variables, building blocks. "
        "'comment-kit file' makes a copy without them."
    ),
)
PATHS = Finding(
    code="DOC207",
    name="paths-left",
    severity=Severity.HINT,
    explanation=(
        "The file names places on somebody's machine: a template, a linked file, where a picture lay. "
        "'comment-kit file' makes a copy without them."
    ),
)
HISTORY = Finding(
    code="DOC208",
    name="history-left",
    severity=Severity.HINT,
    explanation=(
        "The file tells of its drafting: how often and how long it was edited, for which company, with which printer. "
        "'comment-kit file' makes a copy without all that."
    ),
)


def comments(case: Case) -> Iterator[Diagnostic]:
    """Say how many comments there are."""
    if case.facts.comments:
        yield COMMENTS.at(_file(case), f"the file holds {_count(case.facts.comments, 'comment')}", hint=_DELETE)


def changes(case: Case) -> Iterator[Diagnostic]:
    """Say how many tracked changes wait."""
    waiting = case.facts.insertions + case.facts.deletions
    if waiting:
        yield CHANGES.at(_file(case), f"the file holds {_count(waiting, 'tracked change')}", hint=_SETTLE)


def hidden(case: Case) -> Iterator[Diagnostic]:
    """Say how much hidden text there is."""
    if case.facts.hidden:
        yield HIDDEN.at(_file(case), f"the file holds {_count(case.facts.hidden, 'run')} of hidden text", hint=_UNHIDE)


def persons(case: Case) -> Iterator[Diagnostic]:
    """Say whom the properties of a file name that is not our own.

    An author whom its pages name is no secret, and the organization that files is what a filed copy has to name.
    """
    names = {
        meaning: name
        for meaning, name in case.facts.properties.items()
        if meaning != "author" or not (name == case.organization or _prints(case, name))
    }
    if case.facts.stamp is None and names:
        told = ", ".join(f"“{name}” ({meaning})" for meaning, name in names.items())
        yield PERSONS.at(_file(case), f"the properties of the file name {told}", hint=_HOUSE)


def traces(finding: Finding, trace: Trace) -> Callable[[Case], Iterator[Diagnostic]]:
    """Return the check for one sort of trace in a file that is none of our own drafts."""

    def check(case: Case) -> Iterator[Diagnostic]:
        told = case.facts.traces.get(trace, ())
        if told:
            listed = ", ".join(told[:_SHOWN]) + (f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else "")
            yield finding.at(_file(case), f"the file holds {_SORTS[trace]}: {listed}", hint=_COPY)

    return check


_SHOWN = 5
_COPY = "'comment-kit file' makes a copy without it"
_HOUSE = "'comment-kit file' makes a copy that names the organization alone"
_SORTS = {
    Trace.FIELDS: "fields of a program",
    Trace.DATA: "data that no page shows",
    Trace.PATHS: "places on somebody's machine",
    Trace.HISTORY: "the history of its drafting",
}
_DELETE = "before filing delete them: Review > Delete > Delete All Comments in Document"
_SETTLE = "before filing accept or reject them: Review > Accept"
_UNHIDE = "before filing show it (Ctrl+Shift+8) and delete it"


def _prints(case: Case, name: str) -> bool:
    """Return whether a line of the letter, or the head or foot of its pages, holds ``name``, however it is set."""
    lines = (part.content for part in walk(case.letter.blocks) if isinstance(part, Paragraph | Heading))
    words = (plain(each for each in line if isinstance(each, Span)) for line in lines)
    return any(_bare(name) in _bare(line) for line in chain(words, case.facts.margins))


def _bare(words: str) -> str:
    """Return ``words`` as names are compared: capitals, curly marks and the sorts of spaces say nothing."""
    return " ".join(words.replace("\u2019", "'").casefold().split())


def _file(case: Case) -> Location:
    return Location(file=case.letter.file)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
