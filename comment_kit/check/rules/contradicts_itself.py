"""Tell of each citation that contradicts itself: the number of one order with the page of another."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.rules.altered_quotation import shortened
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.recognition import Contradiction
from comment_kit.model.text import plain

FINDING = Finding(
    code="SRC214",
    name="citation-contradicts-itself",
    severity=Severity.WARNING,
    explanation=(
        "Two parts of one citation name two sources: the number of an order and the page of another paper, a volume, "
        "a first page, a designation, a date, a draft or a title that is not that of the source which the rest names. "
        "One of them is a slip, and only the writer knows which. Until it is corrected no page and no quotation that "
        "rests on it is decided. Told where it is first cited."
    ),
)
_MOST_SAID = 80
"""Characters of a title."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Tell of each citation of which two parts name two sources."""
    told: set[str | None] = set()
    for unknown in case.unknown:
        found = unknown.contradiction
        if found is None or unknown.citation.key in told:
            continue
        told.add(unknown.citation.key)
        words = plain(unknown.citation.printed or ()).strip(" .;")
        yield FINDING.at(
            unknown.citation.location,
            f"“{shortened(words, _MOST_SAID)}” contradicts itself: {_readings(found)}",
            hint=f"which is meant? if '{found.key}', correct “{_short(found.other)}”; else correct “{found.words}”",
        )


def _readings(found: Contradiction) -> str:
    """Return what either part says."""
    instead = f"means '{found.other_key}'" if found.other_key else "does not"
    return f"“{found.words}” means '{found.key}' ({_short(found.own)}), “{_short(found.other)}” {instead}"


def _short(words: str) -> str:
    return shortened(words, _MOST_SAID)
