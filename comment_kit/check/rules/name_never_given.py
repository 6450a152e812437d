"""Flag each *supra* by a name that no source of the note it points at goes by."""

from collections.abc import Iterator, Mapping

from comment_kit.check.case import Case
from comment_kit.check.named_in_notes import NamesInNotes
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.resolutions import Resolution
from comment_kit.model.text import plain

FINDING = Finding(
    code="ANT109",
    name="name-never-given",
    severity=Severity.ERROR,
    explanation=(
        "A supra form calls its source by a name, and sends the reader to a note in which no source goes by it: the "
        "name was never defined, is misspelt, or the note's number is wrong. Name the source as its full citation "
        "does, or define the name there (Indigo Book R29.2 and R10.2; Bluebook rule 4.2). Where the note cites a "
        "source that no database has, ANT112 compares the name with its words."
    ),
)
NOT_IN_NOTE = Finding(
    code="ANT112",
    name="name-not-in-note",
    severity=Severity.WARNING,
    explanation=(
        "A supra form sends the reader to a note that cites a source which no database has, and not one word of the "
        "name stands in that note, nor does the letter define it: most often the number is another note's, or the "
        "note with the full citation was taken out. Correct the number, cite the source in full, or define the name "
        "(Indigo Book R29.2 and R10.2; Bluebook rule 4.2)."
    ),
)
_HINT = "name the source as its full citation does, or correct the number"


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each *supra* that names no source, where every source of the note it points at is known."""
    for resolution, cited, may_be_there in _unplaced(case):
        if not may_be_there:
            number = resolution.citation.supra_note
            words = plain(resolution.citation.printed or ()).strip(" .;")
            sources = " and ".join(dict.fromkeys(f"'{key}'" for key in cited))
            there = f"cites {sources}, and gives it no such name" if cited else "cites no source in full"
            yield FINDING.at(resolution.citation.location, f"“{words}”: note {number} {there}", hint=_HINT)


def check_words(case: Case) -> Iterator[Diagnostic]:
    """Flag each *supra* whose name has no word of the note it points at, where that note cites an unknown source."""
    unplaced = [resolution for resolution, _, may_be_there in _unplaced(case) if may_be_there]
    if not unplaced:
        return
    names = NamesInNotes(case)
    for resolution in unplaced:
        number, name = int(resolution.citation.supra_note or 0), names.name(resolution.citation)
        if name and not names.has_any(number, name):
            words = plain(resolution.citation.printed or ()).strip(" .;")
            notes = names.with_all(name, before=resolution.at.note_number)
            yield NOT_IN_NOTE.at(
                resolution.citation.location,
                f"“{words}”: note {number} has no word of this name",
                hint=f"note {notes[0]} has it" if len(notes) == 1 else _HINT,
            )


def _unplaced(case: Case) -> Iterator[tuple[Resolution, list[str | None], bool]]:
    """Yield each *supra* of a name that no full citation goes by, and that names a note before its own.

    With it come what that note cites, and whether a source that no database has may be the one that is meant.
    """
    notes = _cited_in_notes(case)
    candidates = {each.citation.location: each.candidates for each in case.unknown}
    for resolution in case.resolutions:
        citation, here = resolution.citation, resolution.at.note_number
        # A source that is cited in full in another note is told with the number of that note.
        if resolution.form is not Form.SUPRA or not _is_unknown(resolution.key) or resolution.first_full is not None:
            continue
        number = citation.supra_note
        if number is None or not number.isdecimal() or (here is not None and int(number) >= here):
            continue
        cited = notes.get(int(number), [])
        is_open = any(key in candidates.get(citation.location, ()) for key in cited)
        if not is_open:
            yield resolution, cited, any(map(_is_unknown, cited))


def _cited_in_notes(case: Case) -> Mapping[int, list[str | None]]:
    """Return the keys that each note cites, by its number; a *supra* vouches for nobody's name."""
    notes: dict[int, list[str | None]] = {}
    for resolution in case.resolutions:
        if resolution.at.note_number is not None and resolution.form is not Form.SUPRA:
            notes.setdefault(resolution.at.note_number, []).append(resolution.key)
    return notes


def _is_unknown(key: str | None) -> bool:
    return key is None or key.startswith("?")
