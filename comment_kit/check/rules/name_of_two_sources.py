"""Flag each short name that a letter gives to two sources."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.recognition import DefinedName

FINDING = Finding(
    code="ANT107",
    name="name-of-two-sources",
    severity=Severity.ERROR,
    explanation=(
        "The letter gives one short name to two sources, so that a reader who meets it later cannot tell which is "
        "meant. Give one of them another name (Indigo Book R10.2; Bluebook rule 4.2(b))."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each definition of a name that another source of the letter has already."""
    first: dict[str, DefinedName] = {}
    for defined in case.defined:
        if defined.key is None:
            continue
        earlier = first.setdefault(folded(defined.name), defined)
        if earlier.key != defined.key:
            yield FINDING.at(
                defined.location,
                f"“{defined.name}” is given to {said(defined.key)} here, and was given to {said(earlier.key)} before",
                hint="give one of them another name",
                related=(earlier.location,),
            )


def folded(name: str) -> str:
    """Return ``name`` as two spellings of it compare: without its article, whatever its capitals."""
    return " ".join(name.casefold().removeprefix("the ").split())


def said(key: str | None) -> str:
    """Return how a message calls a source; one of no database has no key to show."""
    return "another source" if key is None or key.startswith("?") else f"'{key}'"
