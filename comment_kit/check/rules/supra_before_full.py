"""Flag each *supra* of a source that is nowhere cited in full before it."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity

FINDING = Finding(
    code="ANT104",
    name="supra-before-full",
    severity=Severity.ERROR,
    explanation=(
        "A supra form points back at a full citation, and there is none before it: the note with the full citation "
        "was taken out, or stands later now. Cite the source in full here (Bluebook rule 4.2)."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each *supra* without a full citation before it."""
    for resolution in case.resolutions:
        if resolution.form is Form.SUPRA and resolution.first_full is None:
            yield FINDING.at(
                resolution.citation.location,
                "'supra' points back, but the source is not cited in full before this note",
                hint="cite it in full here",
            )
