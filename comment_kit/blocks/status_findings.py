"""What can have become of a block since it was filed."""

from comment_kit.model.diagnostics import Finding, Severity

SOURCE_OVERTAKEN = Finding(
    code="BLK401",
    name="source-overtaken-since-filed",
    severity=Severity.WARNING,
    explanation=(
        "A source that a block cites was revoked, superseded, withdrawn or finalized after the block was last filed. "
        "The citation will say so of itself the next time; whether the argument still stands, a person must see. "
        "'comment-kit blocks where-used --source KEY' prints the filings that cite it."
    ),
)
NEW_COPY = Finding(
    code="BLK402",
    name="source-replaced-since-filed",
    severity=Severity.WARNING,
    explanation=(
        "The text of a source is not the copy that the block was last filed with: another file, or another edition. "
        "Words and pages may have moved. Read the places that the block cites; the next filing takes up the new copy."
    ),
)
CHANGED_TEXT = Finding(
    code="BLK403",
    name="text-changed-since-filed",
    severity=Severity.HINT,
    explanation=(
        "Letters were filed with another text of the block than it has today. Nothing is wrong with that; they say "
        "something else than the next letter will, and 'comment-kit blocks diff NAME' prints what."
    ),
)

FINDINGS = (SOURCE_OVERTAKEN, NEW_COPY, CHANGED_TEXT)
