"""Remark on each citation that may mean more than one source: two drafts under one number."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.text import plain

FINDING = Finding(
    code="ANT110",
    name="source-left-open",
    severity=Severity.WARNING,
    explanation=(
        "The words of a citation fit more than one source, most often two drafts or editions under one number, and "
        "a reader cannot tell which page is vouched for. Say which is meant: by its stage, its date, or a short name "
        "defined at the full citation (Bluebook rules 14.2(d) and 15.1(c)). Nothing that rests on it was decided."
    ),
)
_SHOWN = 4


def check(case: Case) -> Iterator[Diagnostic]:
    """Remark on each citation that leaves it open between several sources."""
    cited = {resolution.key for resolution in case.resolutions}
    for unknown in case.unknown:
        # What points back at a note that cites none of them was never cited at all.
        is_lost = unknown.citation.supra_note is not None and cited.isdisjoint(unknown.candidates)
        if len(unknown.candidates) > 1 and not is_lost and unknown.contradiction is None:
            words = plain(unknown.citation.printed or ()).strip(" .;")
            keys = [f"“{key[1:]}”" if key.startswith("?") else f"'{key}'" for key in unknown.candidates]
            among = f"{', '.join(keys[: _SHOWN - 1])}, ..." if len(keys) > _SHOWN else " or ".join(keys)
            yield FINDING.at(
                unknown.citation.location,
                f"“{words}” may be {among}",
                hint="say which is meant: by its stage, its date, or a name defined at the full citation",
            )
