"""Flag each *supra* by a name that no source of the note it points at goes by."""

from collections.abc import Iterator, Mapping

from comment_kit.check.case import Case
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.text import plain

FINDING = Finding(
    code="ANT109",
    name="name-never-given",
    severity=Severity.ERROR,
    explanation=(
        "A supra form calls its source by a name, and sends the reader to a note in which no source goes by it: the "
        "name was never defined, is misspelt, or the note's number is wrong. Name the source as its full citation "
        "does, or define the name there (Indigo Book R29.2 and R10.2; Bluebook rule 4.2). Where the note cites a "
        "source that no database has, nothing is said."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each *supra* that names no source, where every source of the note it points at is known."""
    notes = _cited_in_notes(case)
    candidates = {each.citation.location: each.candidates for each in case.unknown}
    for resolution in case.resolutions:
        citation = resolution.citation
        if resolution.form is not Form.SUPRA or not _is_unknown(resolution.key):
            continue
        number = citation.supra_note
        if number is None or not number.isdecimal():
            continue
        cited = notes.get(int(number), [])
        may_be_there = any(_is_unknown(key) or key in candidates.get(citation.location, ()) for key in cited)
        if not may_be_there:
            yield FINDING.at(citation.location, _message(plain(citation.printed or ()), number, cited), hint=_HINT)


_HINT = "name the source as its full citation does, or correct the number"


def _cited_in_notes(case: Case) -> Mapping[int, list[str | None]]:
    """Return the keys that each note cites, by its number; a *supra* vouches for nobody's name."""
    notes: dict[int, list[str | None]] = {}
    for resolution in case.resolutions:
        if resolution.at.note_number is not None and resolution.form is not Form.SUPRA:
            notes.setdefault(resolution.at.note_number, []).append(resolution.key)
    return notes


def _is_unknown(key: str | None) -> bool:
    return key is None or key.startswith("?")


def _message(words: str, number: str, cited: list[str | None]) -> str:
    sources = " and ".join(dict.fromkeys(f"'{key}'" for key in cited))
    there = f"note {number} cites {sources}, and gives it no such name" if cited else f"note {number} cites no source"
    return f"“{words.strip(' .;')}”: {there}"
