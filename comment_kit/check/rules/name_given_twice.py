"""Remark on each short name that a letter gives the same source a second time."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.rules.name_of_two_sources import folded
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.recognition import DefinedName

FINDING = Finding(
    code="ANT108",
    name="name-given-twice",
    severity=Severity.WARNING,
    explanation=(
        "A short name is defined once, where its source is first cited. A second definition of the same name makes "
        "a reader look for a second source; most often a passage was moved or copied. Take one of them out "
        "(Indigo Book R10.2; Bluebook rule 4.2(b))."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Remark on each definition after the first one of the same name for the same source."""
    first: dict[tuple[str, str], DefinedName] = {}
    for defined in case.defined:
        if defined.key is None:
            continue
        earlier = first.setdefault((folded(defined.name), defined.key), defined)
        if earlier is not defined:
            yield FINDING.at(
                defined.location,
                f"“{defined.name}” is defined a second time",
                hint="define it once, where the source is first cited",
                related=(earlier.location,),
            )
