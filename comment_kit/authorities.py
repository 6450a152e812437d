"""Say what became of an authority by the letter's date, and what a letter owes its reader about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Change, Library, Source, StatusChange

OVERTAKEN = Finding(
    code="SRC202",
    name="draft-since-replaced",
    severity=Severity.WARNING,
    explanation=(
        "A draft or proposal that the letter cites was superseded, withdrawn or finalized before the letter's date. "
        "It keeps its form, since its stage is printed; look whether the argument still stands on the later text."
    ),
)
FINDINGS = (OVERTAKEN,)

_UNFINISHED = frozenset({"draft", "proposed"})


def history(source: Source, as_of: date | None) -> tuple[StatusChange, ...]:
    """Return what happened to an authority by ``as_of`` and must be said where it is cited in full.

    A draft or proposal keeps its form whatever became of it: its stage is printed (Bluebook 12.7, 14.2).
    """
    if as_of is None or is_unfinished(source):
        return ()
    return tuple(
        change for change in source.changes if change.change is not Change.FINALIZED and happened(change, as_of)
    )


def happened(change: StatusChange, as_of: date) -> bool:
    """Return whether ``change`` lies on or before ``as_of``; a month or year alone counts from its first day."""
    return date(change.date.year, change.date.month or 1, change.date.day or 1) <= as_of


def is_unfinished(source: Source) -> bool:
    """Return whether the source is a draft or a proposal, which was never in force."""
    words = f"{source.get('stage') or ''} {source.kind.name}".lower().split()
    return not _UNFINISHED.isdisjoint(words)


def overtaken(resolutions: Iterable[Resolution], library: Library, as_of: date | None) -> Iterator[Diagnostic]:
    """Yield one remark for each draft or proposal that something replaced by ``as_of``, at its first citation."""
    said: set[str] = set()
    for resolution in resolutions:
        source = library.sources.get(resolution.key or "")
        if source is None or as_of is None or source.key in said or not is_unfinished(source):
            continue
        said.add(source.key)
        for change in source.changes:
            if happened(change, as_of):
                by = f" by {change.by_key}" if change.by_key else ""
                yield OVERTAKEN.at(
                    resolution.citation.location,
                    f"'{source.key}' was {change.change} on {change.date}{by}, before the letter's date",
                    hint="look whether the argument still stands on the later text",
                )
