"""Tell of each source that the library has in another edition or at another stage only."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.sources import Source
from comment_kit.model.text import plain

FINDING = Finding(
    code="SRC213",
    name="another-edition-in-library",
    severity=Severity.HINT,
    explanation=(
        "A citation bears the name of a source of the library, and a year, a number or a stage that is not that "
        "source's: the second draft, where the library has the first. It is taken for a source that the library does "
        "not have, so that its pages and quotations could not be decided. Told where it is first cited."
    ),
)

_MOST_SAID = 80
"""Characters of a citation, which should show what tells it apart."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell of each source that is cited in an edition the library does not have."""
    told: set[str | None] = set()
    for unknown in case.unknown:
        held = case.library.sources.get(unknown.candidates[0]) if len(unknown.candidates) == 1 else None
        if held is None or unknown.contradiction or unknown.citation.key in told:
            continue
        told.add(unknown.citation.key)
        words = shortened(plain(unknown.citation.printed or ()).strip(" .;"), _MOST_SAID)
        yield FINDING.at(
            unknown.citation.location,
            f"“{words}” is no edition of the library, which has '{held.key}', {_described(held)}",
            hint=f"add an entry for the one that is cited; if '{held.key}' is meant, correct what tells them apart",
        )


def _described(source: Source) -> str:
    """Return "the initial public draft of 2024"; what the entry does not say is left out."""
    what = f"the {source.get('stage') or source.kind.name}"
    return f"{what} of {source.date.year}" if source.date else what
