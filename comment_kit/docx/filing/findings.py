"""What must be settled in a Word file before it is filed, for it is public for ever."""

from comment_kit.model.diagnostics import Finding, Severity

COMMENT = Finding(
    code="FIL301",
    name="comment-in-filing",
    severity=Severity.ERROR,
    explanation=(
        "The letter still holds a comment. Nobody can say for its writer that it is settled, so the copy to be filed "
        "is not made before it is deleted (Review, Delete All Comments)."
    ),
)
CHANGE = Finding(
    code="FIL302",
    name="tracked-change-in-filing",
    severity=Severity.ERROR,
    explanation=(
        "The letter still holds a tracked change: words taken out that a reader could see again, words put in that "
        "nobody accepted, or another look. Only its writer can say which text is filed. Accept or reject it (Review, "
        "Accept All Changes)."
    ),
)
HIDDEN = Finding(
    code="FIL303",
    name="hidden-text-in-filing",
    severity=Severity.ERROR,
    explanation=(
        "The letter holds words that are hidden and that any reader can make visible. Delete them, or show them "
        "(select the paragraph, Font, take the mark from Hidden)."
    ),
)
EMBEDDED = Finding(
    code="FIL304",
    name="embedded-file-in-filing",
    severity=Severity.WARNING,
    explanation=(
        "The letter carries another file inside it, as a spreadsheet behind a chart. A reader can open all of it, "
        "and what drafting left in there is not taken out. Paste the chart or table as a picture instead."
    ),
)
LINKED = Finding(
    code="FIL305",
    name="linked-picture-in-filing",
    severity=Severity.ERROR,
    explanation=(
        "A picture stands not in the letter but at another place, which the letter names: readers elsewhere would "
        "see a gap, and learn the path. Insert the picture itself (Edit Links to Files, Break Link)."
    ),
)

FINDINGS = (COMMENT, CHANGE, HIDDEN, EMBEDDED, LINKED)
