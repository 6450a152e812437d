"""Flag, once for a Word file, the *supra* numbers that are typed digits and no fields."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.note_words import CitedWords
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier
from comment_kit.model.places import Location

FINDING = Finding(
    code="FRM222",
    name="supra-number-typed",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "The number behind 'supra note' is typed. When a note is added or taken out it becomes wrong, and nobody is "
        "told. In Word, References, Cross-reference, Footnote sets a number that follows its note."
    ),
)
_SUFFIX = ".docx"


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag the typed numbers of a Word file, at the first of them."""
    if not case.letter.file.lower().endswith(_SUFFIX):
        return
    typed = [words for words in case.words.citations if _is_typed(words)]
    if typed:
        places = tuple(dict.fromkeys(words.location for words in typed))
        yield FINDING.at(
            places[0],
            f"{_count(typed)} typed and will not follow its note: {_notes(places)}",
            hint="set it by Word's References, Cross-reference, Footnote",
            related=places[1:],
        )


def _is_typed(words: CitedWords) -> bool:
    number = words.citation.supra_note
    return number is not None and number.isdecimal() and all(span.refers_to is None for span in words.spans)


def _count(typed: list[CitedWords]) -> str:
    return (
        f"{len(typed)} numbers behind 'supra note' are each" if len(typed) > 1 else "the number behind 'supra note' is"
    )


def _notes(places: tuple[Location, ...]) -> str:
    return f"note{'s' if len(places) > 1 else ''} {', '.join(place.note for place in places)}"
