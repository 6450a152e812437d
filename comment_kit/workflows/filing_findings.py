"""What can keep a letter from being filed that is nothing wrong in its file."""

from comment_kit.model.diagnostics import Finding, Severity

UNDATED = Finding(
    code="FIL201",
    name="filing-without-a-day",
    severity=Severity.ERROR,
    explanation=(
        "The ledger keeps on which day a letter was filed, and neither the letter nor the command says it. Give the "
        "letter a date, or write it after --as: --as 'NIST AI 800-1, 2024-09-09'."
    ),
)
DRAFT = Finding(
    code="FIL202",
    name="draft-in-filing",
    severity=Severity.ERROR,
    explanation=(
        "The letter says of itself that it is a draft, and prints so on its pages. Take 'draft: true' out of its "
        "front matter; a Word file that bears the mark is built anew, or filed with --force once the mark is deleted."
    ),
)
TEXT_UNKNOWN = Finding(
    code="FIL203",
    name="block-text-not-kept",
    severity=Severity.WARNING,
    explanation=(
        "The letter set a block whose text is no longer in its file, so that the ledger keeps its version alone: "
        "'blocks diff' cannot compare it. Build the letter again before it is filed."
    ),
)

FINDINGS = (UNDATED, DRAFT, TEXT_UNKNOWN)
