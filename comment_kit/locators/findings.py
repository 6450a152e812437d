"""What can be wrong with the key or the locator of a citation."""

from comment_kit.model.diagnostics import Finding, Severity

UNKNOWN_SOURCE = Finding(
    code="SRC201",
    name="unknown-source",
    severity=Severity.ERROR,
    explanation=(
        "A citation names a key that no citation database has. The letter cannot be built, because nobody can say "
        "what is cited. Correct the key, or add the source to a .bib file in citations/."
    ),
)
UNKNOWN_LOCATOR = Finding(
    code="PIN101",
    name="unknown-locator",
    severity=Severity.ERROR,
    explanation=(
        "What stands after the comma of a citation is neither a page nor a note nor a label that the source's "
        "pinpoint table knows. It is never printed as it stands, since a slip of the finger would be vouched for. "
        "Correct it, or add a row to citations/pinpoints/KEY.csv."
    ),
)
PAGE_OUTSIDE = Finding(
    code="PIN102",
    name="page-outside-source",
    severity=Severity.ERROR,
    explanation="A citation names a page before the first or after the last page of its source.",
)
NOT_ON_PAGE = Finding(
    code="PIN103",
    name="label-not-on-page",
    severity=Severity.ERROR,
    explanation=(
        "A citation names a page together with a section, part or note, and the pinpoint table has that part on "
        "other pages. For a note, the page of its text and the page of its mark are both right."
    ),
)
RANGE_REVERSED = Finding(
    code="PIN104",
    name="range-reversed",
    severity=Severity.ERROR,
    explanation="The last page of a range comes before its first.",
)
UNPAGINATED = Finding(
    code="PIN105",
    name="page-of-unpaginated-source",
    severity=Severity.WARNING,
    explanation=(
        "A page is cited of a kind of source that prints none, such as a web page. A reader cannot find it. "
        "Name a section or heading instead, or cite the source as a whole."
    ),
)
FINDINGS = (UNKNOWN_SOURCE, UNKNOWN_LOCATOR, PAGE_OUTSIDE, NOT_ON_PAGE, RANGE_REVERSED, UNPAGINATED)
