"""Flag each full citation of an authority that was revoked before the letter's date and does not say so."""

from collections.abc import Iterator

from comment_kit.authorities import history
from comment_kit.check.case import Case
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.text import plain

FINDING = Finding(
    code="SRC211",
    name="authority-not-in-force",
    severity=Severity.ERROR,
    explanation=(
        "The source was revoked, superseded or withdrawn before the letter's date, and its full citation does not "
        "say so. A reader takes it for law in force. Add its history to the citation (Indigo Book R14.2.2 and "
        "R17.4; Bluebook rule 12.7)."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each full citation without the history it owes."""
    for resolution, source in case.named():
        printed = resolution.citation.printed
        if resolution.form is not Form.FULL or printed is None:
            continue
        for change in history(source, case.as_of):
            if change.change.value not in plain(printed).lower():
                by = f" by '{change.by_key}'" if change.by_key else ""
                yield FINDING.at(
                    resolution.citation.location,
                    f"'{source.key}' was {change.change} on {change.date}{by}, and the citation does not say so",
                    hint=f"add '{change.change} by' and the authority, or cite what is in force",
                )
