"""Flag each proposed rule cited in full as if it were final, and each final one cited as proposed."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.text import plain

FINDING = Finding(
    code="SRC212",
    name="proposal-cited-as-rule",
    severity=Severity.ERROR,
    explanation=(
        "A proposed rule binds nobody, and its full citation must say that it is one: (proposed Mar. 1, 2023). The "
        "word stands on no other document (Indigo Book R19.4; Bluebook rule 14.2(b))."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each full citation whose status is not its document's."""
    for resolution, source in case.named():
        if resolution.form is not Form.FULL or resolution.citation.printed is None:
            continue
        says_so = "proposed" in plain(resolution.citation.printed).replace(source.title, "").casefold()
        if source.kind.name == "proposed rule" and not says_so:
            yield FINDING.at(
                resolution.citation.location,
                f"'{source.key}' is a proposed rule, and its citation does not say so",
                hint="put 'proposed' before its date",
            )
        if source.kind.name == "final rule" and says_so:
            yield FINDING.at(
                resolution.citation.location,
                f"'{source.key}' is a final rule, and its citation calls it proposed",
                hint="take 'proposed' away",
            )
