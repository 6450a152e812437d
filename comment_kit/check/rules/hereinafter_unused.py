"""Flag a name that *hereinafter* gives and that the letter never uses."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.note_words import words_of
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier
from comment_kit.model.letter import Heading, Paragraph, walk

FINDING = Finding(
    code="FRM225",
    name="hereinafter-never-used",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "hereinafter gives a source a name for later; here no later citation and no sentence uses it. Take the "
        "bracket away, or cite by the name (Indigo Book R10.2; Bluebook rule 4.2(b))."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each name that stands nowhere but where it is given."""
    given = [name for name in case.defined if name.hereinafter]
    if not given:
        return
    text = _all_words(case)
    for name in given:
        if text.count(name.name) == 1:
            yield FINDING.at(
                name.location,
                f"'{name.name}' is given by hereinafter and never used",
                hint="take the bracket away, or cite by the name",
            )


def _all_words(case: Case) -> str:
    blocks = [*case.letter.blocks, *(block for note in case.letter.notes.values() for block in note.blocks)]
    return "\n".join(words_of(part.content) for part in walk(blocks) if isinstance(part, (Paragraph, Heading)))
