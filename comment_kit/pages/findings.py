"""What can be wrong with the page text of a source."""

from comment_kit.model.diagnostics import Finding, Severity

ANOTHER_EDITION = Finding(
    code="SRC301",
    name="text-of-another-edition",
    severity=Severity.ERROR,
    explanation=(
        "The title page or the running head of a file names another version than the entry does: another draft, "
        "volume, day, order or edition. Its pages and words may differ from those cited, so the file is not taken. "
        "Find the edition that the entry describes, or give this one an entry of its own."
    ),
)
TITLE_NOT_FOUND = Finding(
    code="SRC302",
    name="title-not-on-the-first-pages",
    severity=Severity.WARNING,
    explanation=(
        "The words of the entry's title do not stand on the first pages of the file. It may be the text of another "
        "source. Look at the file; if it is right, nothing need be done."
    ),
)
SCANNED = Finding(
    code="SRC303",
    name="scan-without-text",
    severity=Severity.HINT,
    explanation=(
        "Some pages of the file are pictures: there is nothing to compare a quotation with, so nothing on them can "
        "be decided. Run a program for optical character recognition over the file (ocrmypdf IN.pdf OUT.pdf) and "
        "add the result; a quotation is then confirmed where it is found, and undecided where it is not."
    ),
)
HIDDEN_OCR = Finding(
    code="SRC304",
    name="letters-guessed-from-a-scan",
    severity=Severity.HINT,
    explanation=(
        "The pages are pictures with invisible letters behind them, which a machine guessed. They are good for "
        "finding words, but a letter that differs proves nothing: a quotation that does not match them is "
        "undecided, never altered."
    ),
)
BLACK_BOXES = Finding(
    code="SRC305",
    name="text-under-black-boxes",
    severity=Severity.WARNING,
    explanation=(
        "Letters stand under black boxes. Whoever made the file meant to hide them, but they can be copied, and they "
        "were read like any others. Think before you quote them, and tell whoever published the file."
    ),
)
READ_IN_PART = Finding(
    code="SRC306",
    name="read-in-part",
    severity=Severity.WARNING,
    explanation=(
        "The file is so long, or one of its pages so hard to draw, that reading was stopped. What stands on the pages "
        "after the last one read cannot be decided. Give more time with --time, or add only the part that is cited."
    ),
)
NO_PRINTED_PAGES = Finding(
    code="SRC307",
    name="no-printed-page-numbers",
    severity=Severity.HINT,
    explanation=(
        "No run of page numbers was seen at the head or foot of the pages. A page that a citation names cannot be "
        "told in this file; words can still be found, and their place is given as a sheet of the file."
    ),
)
PAGES_OUTSIDE_ENTRY = Finding(
    code="SRC308",
    name="pages-outside-the-entry",
    severity=Severity.WARNING,
    explanation=(
        "The numbers printed on the pages lie outside the span that the entry gives. The file may be a preprint or "
        "an offprint that counts from 1, in which the pages of the citation cannot be looked up."
    ),
)

FINDINGS = (
    ANOTHER_EDITION,
    TITLE_NOT_FOUND,
    SCANNED,
    HIDDEN_OCR,
    BLACK_BOXES,
    READ_IN_PART,
    NO_PRINTED_PAGES,
    PAGES_OUTSIDE_ENTRY,
)
"""Every finding of this room, in the order of their codes."""
