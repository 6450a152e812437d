"""What can be wrong in a letter once it is to stand in a Word file."""

from comment_kit.model.diagnostics import Finding, Severity, Tier

NOTE_IN_FOOTER = Finding(
    code="DOC101",
    name="note-in-footer",
    severity=Severity.ERROR,
    explanation=(
        "A note is called in the foot of the page (the division 'footer'). Word knows no notes there, so the note "
        "would be lost and every number after it wrong. Put the citation into the text."
    ),
)
HEADING_SKIPPED = Finding(
    code="DOC102",
    name="heading-level-skipped",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A heading stands two levels below the one before it. A reader who hears the page takes it for a missing "
        "part, and Section 508 asks for headings without gaps. Write one '#' less, or add the heading between."
    ),
)
UNREADABLE_PICTURE = Finding(
    code="DOC103",
    name="unreadable-picture",
    severity=Severity.ERROR,
    explanation=(
        "The file of a picture is damaged, cut off, or of a kind that Word cannot show, so a reader would see a part "
        "of it, or only the words that stand for it. Save it anew as PNG or JPEG."
    ),
)
ADDRESS_NOT_LINKED = Finding(
    code="DOC104",
    name="address-not-linked",
    severity=Severity.WARNING,
    explanation=(
        "A link leads to something that is no address on the web, as 'http://' with nothing after it. Word refuses "
        "a whole file for one such link, so the words are printed without it. Correct the address."
    ),
)

FINDINGS = (NOTE_IN_FOOTER, HEADING_SKIPPED, UNREADABLE_PICTURE, ADDRESS_NOT_LINKED)
