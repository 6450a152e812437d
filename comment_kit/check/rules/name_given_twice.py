"""Remark on each short name that a letter gives the same source a second time."""

from collections.abc import Iterator, Mapping

from comment_kit.check.case import Case
from comment_kit.check.rules.name_of_two_sources import folded
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.recognition import DefinedName

FINDING = Finding(
    code="ANT108",
    name="name-given-twice",
    severity=Severity.WARNING,
    explanation=(
        "A short name is defined once, where its source is first cited. A second definition of the same name makes "
        "a reader look for a second source; most often a passage was moved or copied. Take one of them out "
        "(Indigo Book R10.2; Bluebook rule 4.2(b)). The text and the note that first cites the source may both give it."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Remark on each definition after the first one of the same name for the same source.

    The text and the note that first cites the source define a name together.
    """
    first: dict[tuple[str, str], DefinedName] = {}
    homes = _first_notes(case)
    for defined in case.defined:
        if defined.key is None:
            continue
        name = folded(defined.name), defined.key
        earlier = first.setdefault(name, defined)
        if _is_its_note(earlier, defined, homes):
            first[name] = defined
        elif earlier is not defined:
            yield FINDING.at(
                defined.location,
                f"“{defined.name}” is defined a second time",
                hint="define it once, where the source is first cited",
                related=(earlier.location,),
            )


def _first_notes(case: Case) -> dict[str, str]:
    """Return the note that cites each source first, by key."""
    homes: dict[str, str] = {}
    for resolution in case.resolutions:
        if resolution.key is not None:
            homes.setdefault(resolution.key, str(resolution.at.note_number))
    return homes


def _is_its_note(earlier: DefinedName, defined: DefinedName, homes: Mapping[str, str]) -> bool:
    """Return whether the text defines a name and the note that first cites the source repeats it: one definition."""
    note = defined.location.note
    return bool(note) and not earlier.location.note and homes.get(defined.key or "") == note
