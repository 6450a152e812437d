"""Flag each *supra* of a source that is nowhere cited in full before it."""

from collections.abc import Iterator

from comment_kit.check.case import Case, could_not_be_set
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.resolutions import Resolution
from comment_kit.model.text import plain

FINDING = Finding(
    code="ANT104",
    name="supra-before-full",
    severity=Severity.ERROR,
    explanation=(
        "A supra form points back at a full citation, and there is none before it: the note with the full citation "
        "was taken out, or stands later now. Cite the source in full here (Bluebook rule 4.2)."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each *supra* without a full citation before it; what goes by another name is told otherwise."""
    left_open = _left_open(case)
    for resolution in case.resolutions:
        if resolution.form is not Form.SUPRA or resolution.first_full is not None or could_not_be_set(resolution):
            continue
        if not _points_at_notes(resolution) and resolution.key not in left_open:
            # A bracket in a letter without front matter has no words; its writer asked for the form.
            words = plain(resolution.citation.printed or ()).strip(" .;") or "supra"
            yield FINDING.at(
                resolution.citation.location,
                f"“{words}” points back, and no note before this one cites the source in full",
                hint="cite it in full here",
            )


def _left_open(case: Case) -> frozenset[str | None]:
    """Return the keys of what may mean either of several sources, one of which the letter cites."""
    cited = {resolution.key for resolution in case.resolutions}
    return frozenset(
        unknown.citation.key
        for unknown in case.unknown
        if len(unknown.candidates) > 1 and not cited.isdisjoint(unknown.candidates)
    )


def _points_at_notes(resolution: Resolution) -> bool:
    """Return whether a source that no database has is called by a note before this one, which may cite it in full."""
    note, here = resolution.citation.supra_note or "", resolution.at.note_number
    is_unknown = resolution.key is None or resolution.key.startswith("?")
    return is_unknown and note.isdecimal() and here is not None and int(note) < here
