"""Flag each citation of one of our files that now points at another source than the one it was set for."""

from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.text import plain

FINDING = Finding(
    code="ANT102",
    name="id-points-elsewhere",
    severity=Severity.ERROR,
    explanation=(
        "The file remembers which source this citation was written for, and as it stands now a reader arrives at "
        "another one. That happens when a paragraph is moved or a note is taken out in Word: Id. silently takes the "
        "source that now stands before it. Name the source again, or refresh the notes of the file."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each citation whose resolved source is not the stored one."""
    for resolution in case.resolutions:
        stored = resolution.citation.stored
        if stored is None or resolution.key in {None, stored}:
            continue
        words = plain(resolution.citation.printed or ()).strip(" .;")
        yield FINDING.at(
            resolution.citation.location,
            f"“{words}” was written for '{stored}', and now a reader takes it for '{resolution.key}'",
            hint=f"cite '{stored}' by its name again, or move the paragraph back",
        )
