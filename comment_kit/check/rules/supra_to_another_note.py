"""Flag each *supra note N* that names another note than the one with the full citation."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.letter import notes_in_order

FINDING = Finding(
    code="ANT103",
    name="supra-to-another-note",
    severity=Severity.ERROR,
    explanation=(
        "A supra form sends the reader to the note with the full citation. The number printed is another note's, "
        "most often because a note was added or taken out after it was typed. Correct the number, or let Word keep "
        "it as a cross-reference (Indigo Book R29.2; Bluebook rule 4.2)."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each *supra* whose number is not that of the first full citation."""
    called_notes = notes_in_order(case.letter)
    there = {name for called in called_notes for name in (called.printed, str(called.number))}
    marks = {called.note.id: called.printed for called in called_notes}
    for resolution in case.resolutions:
        printed, first = resolution.citation.supra_note, resolution.first_full
        if resolution.form is not Form.SUPRA or printed is None or first is None:
            continue
        true = marks.get(first.note_id, str(first.note_number))
        if printed not in {true, str(first.note_number)}:
            lacks = "does not cite this source in full" if printed in there else "this letter does not have"
            yield FINDING.at(
                resolution.citation.location,
                f"'supra note {printed}' names a note that {lacks}",
                hint=f"the full citation stands in note {true}",
            )
