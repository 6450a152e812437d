"""The place inside a source that a citation names, and the table that says on which page it stands."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeAlias

from msgspec import Struct, field


class LabelKind(StrEnum):
    """How a label is printed: with its sign, by its name, or as the title of an unnumbered part."""

    SECTION = "section"
    PARAGRAPH = "paragraph"
    NAMED = "named"


class PagePin(Struct, frozen=True, kw_only=True):
    """A page or a run of pages, by printed label: "75203", "iv", "A-12"."""

    first: str
    last: str | None = None
    """None for a single page."""


class NotePin(Struct, frozen=True, kw_only=True):
    """A note of the source ("n.30"), with the page it is cited at when one was written."""

    first: str
    last: str | None = None
    page: str | None = None
    beside_page: bool = False
    """True for "147 & n.5": the page and the note; false for "10 n.30": the note alone."""
    beside_part: bool = False
    """True for "§ 4 & n.5": the part and the note."""


class LabelPin(Struct, frozen=True, kw_only=True):
    """A section, paragraph or named part; its pages come from the source's pinpoint table."""

    label: str
    """As the table or the writer prints it: "§ 4.6(a)", "Practice 3.1", "Appendix B"."""
    kind: LabelKind
    first_page: str | None = None
    """The printed page, "sheet 5" where the sheet prints none, None where it is not known."""
    last_page: str | None = None
    rows: tuple[str, ...] = ()
    """The locators of its row in the pinpoint table; of a run, of its first and its last; none where it has none."""


PinPart: TypeAlias = PagePin | NotePin | LabelPin


class Reach(Struct, frozen=True, kw_only=True):
    """What a pinpoint vouches for; two citations say the same only where all of it is equal."""

    pages: tuple[tuple[str, str], ...]
    """First and last page of each part; written pages if there are any, else those of the labels."""
    labels: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]


class Pinpoint(Struct, frozen=True):
    """The parts of one locator in the order in which they were written; none for the whole source."""

    parts: tuple[PinPart, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.parts)

    @property
    def pages(self) -> tuple[PagePin, ...]:
        """The pages written out."""
        return tuple(part for part in self.parts if isinstance(part, PagePin))

    @property
    def notes(self) -> tuple[NotePin, ...]:
        """The notes named."""
        return tuple(part for part in self.parts if isinstance(part, NotePin))

    @property
    def labels(self) -> tuple[LabelPin, ...]:
        """The sections, paragraphs and named parts."""
        return tuple(part for part in self.parts if isinstance(part, LabelPin))

    @property
    def own_pages(self) -> tuple[tuple[str, str], ...]:
        """First and last page of each part that is cited for itself: page 8 of "8, 10 n.30", both of "8, 10 & n.30"."""
        pages = [(page.first, page.last or page.first) for page in self.pages]
        pages += [(note.page, note.page) for note in self.notes if note.page and note.beside_page]
        return tuple(pages + (self._pages_of_labels if self._beside_part or not self.notes else []))

    @property
    def reach(self) -> Reach:
        """What this pinpoint vouches for, for comparison with another's."""
        written = [(page.first, page.last or page.first) for page in self.pages]
        written += [(note.page, note.page) for note in self.notes if note.page]
        pages = written + (self._pages_of_labels if self._beside_part or not written else [])
        return Reach(
            pages=tuple(pages),
            labels=tuple(label.label for label in self.labels),
            notes=tuple((note.first, note.last or note.first) for note in self.notes),
        )

    @property
    def _beside_part(self) -> bool:
        return any(note.beside_part for note in self.notes)

    @property
    def _pages_of_labels(self) -> list[tuple[str, str]]:
        return [(label.first_page, label.last_page or label.first_page) for label in self.labels if label.first_page]


WHOLE = Pinpoint()
"""The whole source."""


class PinpointRow(Struct, frozen=True, kw_only=True):
    """One line of a pinpoint table."""

    locator: str
    """The label as a writer types it: "§ 4.6(a)", "Practice 3.1", "n.48"."""
    first_page: str
    """A printed page as text, or "sheet 5", counted from 1 in the file, where none is printed."""
    last_page: str
    called_on: str | None = None
    """For a note, the page on which its mark stands."""
    title: str | None = None
    evidence: str
    """"official pdf", "as cited in a filed comment": a page nobody saw is never reported as verified."""
    line: int
    """Of the table's file, counted from 1."""


class PinpointTable(Struct, frozen=True, kw_only=True):
    """The sections, parts and notes of one source with their pages."""

    key: str
    file: str
    rows: Mapping[str, PinpointRow] = field(default_factory=dict)
    """By normalised locator (``label_key``)."""


def label_key(label: str) -> str:
    """Return ``label`` as tables compare it: without spaces and case, so that "§4.6(a)" finds "§ 4.6(a)"."""
    return "".join(label.split()).casefold()
