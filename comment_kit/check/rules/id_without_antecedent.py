"""Flag each *Id.* that no single source cited just before it can explain."""

from collections.abc import Iterator

from comment_kit.check.case import Case, could_not_be_set
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity

FINDING = Finding(
    code="ANT101",
    name="id-without-single-antecedent",
    severity=Severity.ERROR,
    explanation=(
        "Id. means the one source cited just before it: earlier in the same note, or in the note before, if that "
        "note cites one source only. Here there is none, or there are several, so that no reader can tell what is "
        "vouched for. Name the source again, in the short form of the style or in full (Indigo Book R6.2.2 and "
        "R15.3.3; Bluebook rule 4.1)."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each *Id.* without an antecedent; one that was asked for in vain is told when its letter is set."""
    for resolution in case.resolutions:
        if resolution.form is Form.ID and resolution.antecedent is None and not could_not_be_set(resolution):
            yield FINDING.at(
                resolution.citation.location,
                f"'Id.' means no source here: {resolution.obstacle or 'nothing is cited before it'}",
                hint="name the source again, in its short form or in full",
            )
