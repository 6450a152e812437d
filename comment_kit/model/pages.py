"""The text of a source, page by page: what stands on which sheet, and which page number is printed there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property

from msgspec import Struct, field


class Break(StrEnum):
    """Where words were joined whose neighbourhood on the page is not certain."""

    SPACE = "space"
    """The end of a line, column or page, written as one space."""
    HYPHEN = "hyphen"
    """A hyphen at the end of a line, written as "-" with the next line joined on; it may belong to the word or not."""
    EDGE = "edge"
    """The edge of an XML tag: a space stands there or nothing. Written as a space, or as nothing before the character
    at the offset, whichever is likelier."""


class Confidence(StrEnum):
    """How far a sheet's label may be relied on."""

    HIGH = "high"
    """The run of numbers was seen on nine sheets of ten, or a running head says the same."""
    MIDDLE = "middle"
    """The run was seen on half of its sheets, or this sheet lies inside a run and prints no number itself."""
    LOW = "low"
    """The run has fewer than three sheets, or there is no label."""


class Lettering(StrEnum):
    """Where the letters of a sheet come from, and so whether they are evidence."""

    PRINTED = "printed"
    """The file sets them; they are what a reader sees."""
    HIDDEN_OCR = "hidden OCR"
    """A machine guessed them from a picture of the page: a match is evidence, a mismatch is none."""
    SCAN = "scan"
    """The sheet is a picture without letters."""
    EMPTY = "empty"


class Sheet(Struct, frozen=True, kw_only=True):
    """One page of the file, with the number that is printed on it."""

    index: int
    """Counted from 1 in the file."""
    label: str | None = None
    """The printed page number: "75196", "iv", "A-12"; None where none was seen."""
    confidence: Confidence = Confidence.LOW
    how: str = "no printed number"
    """How the label was found, in words: "printed at the foot"."""
    lettering: Lettering = Lettering.PRINTED

    @property
    def printed(self) -> str:
        """The label, or "sheet 5" where the sheet prints none."""
        return self.label if self.label is not None else f"sheet {self.index}"


class Stream(Struct, frozen=True, kw_only=True):
    """Running text over all sheets. Offsets count characters of ``text`` from 0.

    Spaces are single; ligatures are letters; quotation marks and dashes are as printed.
    """

    text: str = ""
    sheets: tuple[int, ...] = ()
    """Where each sheet's text begins, the first sheet's first; equal to the next where a sheet has none."""
    breaks: Mapping[int, Break] = field(default_factory=dict)
    """By the offset of the space, of the hyphen, or of the character behind an edge."""
    calls: Mapping[int, str] = field(default_factory=dict)
    """The note, or notes ("1, 2"), called directly behind the character before the offset; not part of the text."""
    openings: Mapping[int, str] = field(default_factory=dict)
    """The note whose text begins at the offset; the number itself is not in the text."""
    italics: tuple[tuple[int, int], ...] | None = None
    """Start and end of each italic run; None where the file does not tell."""

    def sheet_at(self, offset: int) -> int:
        """Return the index, from 1, of the sheet on which the character at ``offset`` stands; 0 for no sheets."""
        return min(bisect_right(self.sheets, offset), len(self.sheets))

    def reach(self, start: int, end: int) -> tuple[int, int]:
        """Return the first and the last sheet of the characters from ``start`` up to, not including, ``end``."""
        return self.sheet_at(start), self.sheet_at(max(start, end - 1))

    def on_sheet(self, index: int) -> str:
        """Return the text of the sheet ``index``, counted from 1."""
        end = self.sheets[index] if index < len(self.sheets) else len(self.text)
        return self.text[self.sheets[index - 1] : end]


class PageText(Struct, frozen=True, kw_only=True, dict=True):
    """What was read from a file, before it is known whose text it is. Not slotted: its labels are gathered once."""

    format: str
    """"PDF", "Federal Register XML", "text"."""
    sheets: tuple[Sheet, ...] = ()
    """Those that were read, in the order of the file."""
    body: Stream = field(default_factory=Stream)
    """Without notes, so that sentences run on over columns and pages."""
    notes: Stream = field(default_factory=Stream)
    all: Stream = field(default_factory=Stream)
    """Body and notes as they follow one another on the pages."""
    total: int = 0
    """How many sheets the file has; more than ``sheets`` where reading was stopped."""
    removed: Mapping[str, int] = field(default_factory=dict)
    """What was left out of the streams, counted by sort: "line numbers", "running heads"."""
    covered: tuple[int, ...] = ()
    """Sheets, from 1, that hold text under black boxes; the text is in the streams like any other."""
    front: str = ""
    """The first two sheets with their heads and stamps; behind a form feed, the running heads, one in a line."""

    @property
    def complete(self) -> bool:
        """Whether every sheet of the file was read."""
        return len(self.sheets) == self.total

    @property
    def hidden_ocr(self) -> bool:
        """Whether letters of any sheet were guessed by a machine."""
        return any(sheet.lettering is Lettering.HIDDEN_OCR for sheet in self.sheets)

    @property
    def streams(self) -> tuple[Stream, Stream, Stream]:
        """Body, notes and all, in the order in which a quotation is looked for."""
        return self.body, self.notes, self.all

    def labelled(self, label: str) -> tuple[Sheet, ...]:
        """Return the sheets that print ``label``, or the one that "sheet 5" names; a label may occur twice."""
        return self._by_label.get(_plain_label(label), ())

    @cached_property
    def _by_label(self) -> Mapping[str, tuple[Sheet, ...]]:
        """The sheets by what they print: to look through all of them for every quotation would take long."""
        found: dict[str, tuple[Sheet, ...]] = {}
        for sheet in self.sheets:
            label = _plain_label(sheet.printed)
            found[label] = (*found.get(label, ()), sheet)
        return found

    def unread(self) -> Iterator[Sheet]:
        """Yield the sheets that are pictures without letters."""
        return (sheet for sheet in self.sheets if sheet.lettering is Lettering.SCAN)


class SourceText(PageText, frozen=True, kw_only=True):
    """The page text of one edition of one source, bound to the file it was read from."""

    key: str
    edition: str
    """Stage, version and date of the entry when the text was added: "initial public draft, 2024-07"."""
    file: str
    """The file as the user named it."""
    sha256: str
    """Of the file's bytes, in hexadecimal."""


def _plain_label(label: str) -> str:
    """Return ``label`` without the comma of thousands: 75191 and 75,191 are one page."""
    return label.replace(",", "") if label.replace(",", "").isdigit() else label
