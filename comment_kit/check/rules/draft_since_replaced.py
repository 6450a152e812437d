"""Remark on each draft or proposal that was overtaken before the letter's date."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.resolve import happened, is_unfinished

FINDING = Finding(
    code="SRC202",
    name="draft-since-replaced",
    severity=Severity.WARNING,
    explanation=(
        "A draft or proposal that the letter cites was superseded, withdrawn or finalized before the letter's date. "
        "It keeps its form, since its stage is printed; look whether the argument still stands on the later text."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Remark on each overtaken draft once, at its first citation."""
    if case.as_of is None:
        return
    said: set[str] = set()
    for resolution, source in case.named():
        if source.key in said or not is_unfinished(source):
            continue
        said.add(source.key)
        for change in source.changes:
            if happened(change, case.as_of):
                by = f" by {change.by_key}" if change.by_key else ""
                yield FINDING.at(
                    resolution.citation.location,
                    f"'{source.key}' was {change.change} on {change.date}{by}, before the letter's date",
                    hint="look whether the argument still stands on the later text",
                )
