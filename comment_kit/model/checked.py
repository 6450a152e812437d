"""A letter as checked: its citations, its quotations, what was found, and what was not looked at."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from comment_kit.model.diagnostics import Diagnostic, Severity


class NotePlace(Struct, frozen=True, kw_only=True):
    """A citation's place: its note as printed, and which citation of the note it is."""

    note: int | None
    """None in a note with a custom mark."""
    index: int
    """Counted from 1."""


class CheckedPinpoint(Struct, frozen=True, kw_only=True):
    """The place in a source that a citation prints; each None where it prints none."""

    page: str | None = None
    """"75196", "8, 9", "10-12"; None where no page is printed."""
    section: str | None = None
    note: str | None = None
    label: str | None = None
    """A named part: "Introduction", "Practice 3.1, Practice 3.3"."""


class CheckedCitation(Struct, frozen=True, kw_only=True):
    """One citation, followed to its source."""

    note: int | None
    mark: str | None
    """The custom mark of its note, or its number in other than Arabic digits; None where the number says all."""
    note_id: str = ""
    """The note itself, whose number may come again; no report prints it."""
    called: str = ""
    """The first words of the paragraph that calls its note, in a file without lines; no report prints them."""
    kind: str
    """Of the note: "footnote" or "endnote"."""
    index: int
    form: str
    """full, short, id, supra or unknown."""
    source: str | None
    """The key; None for a source of no database."""
    resolved_from: NotePlace | None
    """The citation that *Id.*, *supra* or a short form refers to."""
    pinpoint: CheckedPinpoint
    effective_page: str | None
    """The page that a reader arrives at, inherited through *Id.* or looked up for a label."""
    text: str

    @property
    def printed_note(self) -> str:
        """The mark of its note as a reader sees it."""
        return self.mark or str(self.note or "")


class CheckedClearance(Struct, frozen=True, kw_only=True):
    """Who vouches by name for a quotation, when, and how it was read."""

    by: str
    """Initials."""
    on: str
    """The day: 2026-11-21."""
    reason: str
    codes: tuple[str, ...]
    place: str
    """Where the clearance stands: "letter.md:41:7"."""

    def __str__(self) -> str:
        return f"cleared by {self.by} on {self.on}: {self.reason}"


_FAULTS = {"altered": "altered", "elsewhere": "on another page", "not-found": "not found"}


class CheckedQuotation(Struct, frozen=True, kw_only=True):
    """One quotation, followed to the page it is said to stand on."""

    note: int | None
    mark: str | None = None
    """As a citation's: of the note that vouches."""
    note_id: str = ""
    """The note that vouches, "" where none does; no report prints it."""
    place: str
    """The paragraph's first words, or "note 14"."""
    text: str
    source: str | None
    cited_page: str | None
    words: str
    """same, altered, not found, no text."""
    at: str
    """cited page, elsewhere, unknown."""
    copy: str
    """right edition, another edition, not bound."""
    verdict: str
    """verified, words-only, altered, elsewhere, not-found, undecided."""
    reason: str = ""
    """Why, in a clause, where it is not verified."""
    found_page: str | None = None
    found_part: str | None = None
    """The section or note in which the words stand on the page cited, where that is not the one cited."""
    found_text: str | None = None
    before: str | None = None
    after: str | None = None
    swallowed: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    """What stands in each bracket, and what the source has there."""
    context: bool = False
    fingerprint: str | None = None
    """Of the words, the source and the page: what a clearance is tied to."""
    clear_with: str | None = None
    """The comment that clears it, with blanks for who, when and how; None where there is nothing to clear."""
    cleared: CheckedClearance | None = None
    """None where nobody vouches for it by name."""

    @property
    def fault(self) -> str | None:
        """What was found to be wrong with it, in a word or two; None where nothing was."""
        if self.verdict == "elsewhere" and self.found_part is not None:
            return "in another part"
        return _FAULTS.get(self.verdict)

    @property
    def printed_note(self) -> str:
        """The mark of the note that vouches as a reader sees it; "" where none does."""
        return self.mark or str(self.note or "")

    @property
    def waits(self) -> bool:
        """Whether it is neither verified nor cleared by name."""
        return self.verdict != "verified" and self.cleared is None


class CheckedLetter(Struct, frozen=True, kw_only=True):
    """Everything that a report says of one file."""

    file: str
    citations: tuple[CheckedCitation, ...]
    quotations: tuple[CheckedQuotation, ...]
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[str, ...] = ()
    """What the reader should know that is nothing wrong: form remarks that wait, sources without text."""

    @property
    def verdicts(self) -> Counter[str]:
        """How many quotations have each verdict."""
        return Counter(quotation.verdict for quotation in self.quotations)

    @property
    def verified(self) -> int:
        """How many quotations stand on their page, letter by letter, in the right edition."""
        return self.verdicts["verified"]

    @property
    def wrong(self) -> int:
        """How many quotations were found to be wrong: altered, elsewhere, or not there."""
        return sum(self.verdicts[verdict] for verdict in ("altered", "elsewhere", "not-found"))

    @property
    def undecided(self) -> int:
        """How many quotations could not be decided: no text, or words without place or copy."""
        return sum(self.verdicts[verdict] for verdict in ("undecided", "words-only"))

    def count(self, severity: Severity) -> int:
        """Return how many diagnostics weigh ``severity``."""
        return sum(diagnostic.severity is severity for diagnostic in self.diagnostics)

    @property
    def has_findings(self) -> bool:
        """Whether there is an error or a warning; hints and what could not be decided are none."""
        return any(diagnostic.severity is not Severity.HINT for diagnostic in self.diagnostics)

    @property
    def by_name(self) -> int:
        """How many quotations are not verified, and cleared by name."""
        return sum(quotation.cleared is not None for quotation in self.quotations)

    @property
    def cleared(self) -> bool:
        """Whether every quotation is verified or cleared by name."""
        return not any(quotation.waits for quotation in self.quotations)
