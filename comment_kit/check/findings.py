"""What can be wrong with the comments by which a writer speaks to the checker."""

from comment_kit.model.diagnostics import Finding, Severity

MALFORMED_COMMENT = Finding(
    code="FIL101",
    name="comment-that-cannot-be-read",
    severity=Severity.WARNING,
    explanation=(
        "A comment to the checker, <!-- ck: ... -->, is not written as one that leaves something out or clears it, "
        "and has no effect. It is either <!-- ck: ignore CODE reason --> or "
        "<!-- ck: cleared QUO n.12 1f3a9c07 AB 2026-11-21 read in print -->: a code, the note, the fingerprint that "
        "check prints, initials, the day, and how the words were read."
    ),
)
UNKNOWN_CODE = Finding(
    code="FIL102",
    name="comment-with-unknown-code",
    severity=Severity.WARNING,
    explanation="A comment to the checker names a code that does not exist, so that it has no effect. Mend the code.",
)
IGNORE_WITHOUT_EFFECT = Finding(
    code="FIL103",
    name="ignore-without-effect",
    severity=Severity.HINT,
    explanation=(
        "A comment leaves out a code that was not found at its paragraph. Perhaps the fault is mended, or the comment "
        "stands at another paragraph than it was meant for. Take it away, so that it hides nothing later."
    ),
)
CLEARED_FOR_OTHER_WORDS = Finding(
    code="FIL104",
    name="cleared-for-other-words",
    severity=Severity.WARNING,
    explanation=(
        "Somebody vouched by name for a quotation, and since then its words, its source or its page were changed, or "
        "the quotation was taken out. A name stands for what was read, so the clearance holds no longer. Read the "
        "words again and clear them anew, or take the comment away."
    ),
)
CLEARANCE_WITHOUT_EFFECT = Finding(
    code="FIL105",
    name="clearance-without-effect",
    severity=Severity.HINT,
    explanation=(
        "A quotation that somebody cleared by name has been verified by now, or the fault that was cleared is not "
        "there. The comment can go."
    ),
)
CLEARANCE_NOT_TIED = Finding(
    code="FIL106",
    name="clearance-not-tied",
    severity=Severity.HINT,
    explanation=(
        "A clearance without a fingerprint holds for the words that stood at its paragraph when it was first seen on "
        "this computer; on another one nobody would notice that they were changed. Put in the fingerprint of what "
        "was read ('check --fix' does), and the clearance goes with the letter."
    ),
)
CLEARS_TOO_MUCH = Finding(
    code="FIL107",
    name="clearance-of-what-it-cannot-clear",
    severity=Severity.WARNING,
    explanation=(
        "A clearance speaks of a quotation. By a family such as QUO it clears what could not be decided: no text, or "
        "no page. A quotation that was found to be wrong is cleared by its code alone (QUO301, QUO302, PIN201), "
        "never with the rest; it is then listed as cleared by name, and never counted as verified. Findings that are "
        "no quotation's are mended, or left out with <!-- ck: ignore CODE reason -->."
    ),
)
FINDINGS = (
    MALFORMED_COMMENT,
    UNKNOWN_CODE,
    IGNORE_WITHOUT_EFFECT,
    CLEARED_FOR_OTHER_WORDS,
    CLEARANCE_WITHOUT_EFFECT,
    CLEARANCE_NOT_TIED,
    CLEARS_TOO_MUCH,
)
"""Every finding of this module."""
