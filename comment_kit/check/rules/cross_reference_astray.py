"""Flag each typed reference to a note of the letter that is not there, or lies the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.letter import CalledNote, CrossReference, notes_in_order, walk
from comment_kit.model.text import plain

FINDING = Finding(
    code="ANT111",
    name="cross-reference-astray",
    severity=Severity.ERROR,
    explanation=(
        "A note refers to another note of this letter by number, and the letter has no note of that number, or it "
        "stands before where 'infra' is said, or after where 'supra' is. Notes were added, moved or taken out after "
        "the number was typed (Indigo Book R6.2.3; Bluebook rule 3.5)."
    ),
)
_TYPED = re.compile(r"(supra|infra)\b(?! and infra).*?\b(?:notes?|nn?\.|fns?\.|footnotes?) ?(\d.*)", re.IGNORECASE)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each such reference in the notes; of a letter whose numbers begin anew none, since they name no one note."""
    called = notes_in_order(case.letter)
    numbers = [each.number for each in called if each.number is not None]
    if len(set(numbers)) < len(numbers):
        return
    for each in called:
        for part in walk(each.note.blocks):
            if isinstance(part, CrossReference) and each.number is not None:
                yield from _judged(part, each, frozenset(numbers))


def _judged(reference: CrossReference, called: CalledNote, numbers: frozenset[int]) -> Iterator[Diagnostic]:
    words = plain(reference.words)
    typed = _TYPED.match(words)
    if typed is None or called.number is None:
        return
    back = typed[1].lower() == "supra"
    for number in map(int, re.findall(r"\d+", typed[2])):
        if number not in numbers:
            message = f"“{words}” names note {number}, and the letter has no such note"
            yield FINDING.at(reference.location, message, hint="name the note that is meant")
        elif number > called.number if back else number < called.number:
            where, right = ("after", "infra") if back else ("before", "supra")
            message = f"“{words}” stands in note {called.number}, and note {number} comes {where} it"
            yield FINDING.at(reference.location, message, hint=f"write '{right}', or name the note that is meant")
