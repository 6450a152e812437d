"""What can be wrong in the ledger of what was filed."""

from comment_kit.model.diagnostics import Finding, Severity

BROKEN_LINE = Finding(
    code="FIL001",
    name="broken-ledger-line",
    severity=Severity.WARNING,
    explanation=(
        "A line of ledger.jsonl cannot be read: a write was cut short by a crash or a full disk, or somebody edited "
        "the file. The other lines count as before, and the next filing begins on a line of its own. Bring the line "
        "back from git, or delete it and file the letter again."
    ),
)
NEWER_LINE = Finding(
    code="FIL002",
    name="newer-ledger-line",
    severity=Severity.WARNING,
    explanation=(
        "A line of ledger.jsonl was written by a later comment-kit, whose filings this one cannot read. It is left "
        "out of every answer. Update comment-kit to have it counted."
    ),
)

FINDINGS = (BROKEN_LINE, NEWER_LINE)
