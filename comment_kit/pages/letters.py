"""Read the letter that a PDF prints: its text with the calls of its notes, and the notes at the foot of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path

from msgspec import Struct

from comment_kit.model.letter import (
    Block,
    BlockQuote,
    Footnote,
    FrontMatter,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
)
from comment_kit.model.pages import Lettering
from comment_kit.model.places import Location
from comment_kit.model.text import Span
from comment_kit.pages.note_pairs import CalledNotes, Marked, called_notes
from comment_kit.pages.numerals import read_numeral
from comment_kit.pages.paragraphs import paragraphs
from comment_kit.pages.pdf import cleaned, drawn
from comment_kit.pages.reader import MEMORY_LIMIT
from comment_kit.pages.running_text import RunningText, Stretch, running_texts
from comment_kit.pages.text_rows import body_and_notes
from comment_kit.pages.told_lines import told_lines

LETTER_TIME = 6.0
"""Seconds for reading the file; as many sheets as are read take half of it on an ordinary machine."""
MOST_SHEETS = 500
"""Of a letter with all that is attached to it; to follow the notes of so many takes some seconds more."""
LARGEST_FILE = 100_000_000
"""Bytes of a letter with its pictures."""

_TITLE = "title"
_FIRST_WORDS = 8


class PrintedLetter(Struct, frozen=True, kw_only=True):
    """A letter as its PDF prints it, and what could not be told of it."""

    letter: Letter
    read: int
    """How many sheets were read; fewer than ``total`` where a limit was reached."""
    total: int
    scanned: tuple[int, ...] = ()
    """The sheets, from 1, that are pictures without letters."""
    guessed: bool = False
    """Whether a machine guessed the letters from pictures, so that one that differs may be its mistake."""
    unseen: tuple[str, ...] = ()
    """The marks of notes whose call was not seen in the text; each is called behind the note before it."""
    missing: tuple[str, ...] = ()
    """The numbers that count on in the text and stand before no note at the foot of a page."""

    @property
    def unsure_from(self) -> int | None:
        """The note before the first that was not found, whose words may stand in it; None where all were."""
        values = [numeral.value for mark in self.missing if (numeral := read_numeral(mark))]
        return max(min(values) - 1, 1) if values else None


def read_letter_pdf(
    pdf: Path | bytes, name: str, *, time_limit: float = LETTER_TIME, memory_limit: int = MEMORY_LIMIT
) -> PrintedLetter:
    """Return the letter in a PDF, which places call ``name``.

    Paragraphs run on over pages; those set off on both sides are block quotations. Where a line ends in a hyphen
    that may belong to its word or not, a soft hyphen stands, behind a hyphen if that is likely to be the word's.

    Raises:
        CommentKitError: no PDF, a broken or locked one, or not one sheet could be read within the limits.
        OSError: the file cannot be opened.
    """
    drawing = drawn(pdf, time_limit=time_limit, memory_limit=memory_limit, most_sheets=MOST_SHEETS)
    body, notes = body_and_notes(told_lines(cleaned(drawing.sheets)))
    printed = _Printed.of(*running_texts(paragraphs(body), paragraphs(notes)), name)
    return PrintedLetter(
        letter=Letter(file=name, front=FrontMatter(values={}), blocks=printed.blocks(), notes=printed.notes()),
        read=len(drawing.sheets),
        total=drawing.total,
        scanned=tuple(sheet.number for sheet in drawing.sheets if sheet.lettering is Lettering.SCAN),
        guessed=any(sheet.lettering is Lettering.HIDDEN_OCR for sheet in drawing.sheets),
        unseen=tuple(printed.marks[note].mark for note in printed.called.unseen),
        missing=printed.called.missing,
    )


class _Printed(Struct, frozen=True, kw_only=True):
    """The running text of a letter and of its notes, joined by their marks."""

    file: str
    body: RunningText
    foot: RunningText
    marks: tuple[Marked, ...]
    """Of the notes, in order."""
    first: tuple[int, ...]
    """The first paragraph of each note among those at the foot."""
    called: CalledNotes
    roman: bool
    """Whether the notes are counted in roman numbers."""

    @classmethod
    def of(cls, body: RunningText, foot: RunningText, file: str) -> _Printed:
        """Return what ``body`` and ``foot`` say together."""
        openings = [(at, _opening(each)) for at, each in enumerate(foot.stretches)]
        opened = [(at, mark) for at, mark in openings if mark is not None]
        marks = tuple(Marked(mark, foot.stretches[at].paragraph.rows[0].sheet) for at, mark in opened)
        calls = [(offset, Marked(mark, body.stream.sheet_at(offset - 1))) for offset, mark in body.calls()]
        called = called_notes(calls, marks, body.stream.sheets)
        first = tuple(at for at, _ in opened)
        roman = {"i", "ii"} <= {mark for _, mark in opened}
        return cls(file=file, body=body, foot=foot, marks=marks, first=first, called=called, roman=roman)

    def notes(self) -> Mapping[str, Footnote]:
        """Return the notes by their ids, in order."""
        edges = pairwise((*self.first, len(self.foot.stretches)))
        notes = (self._note(at, self.foot.stretches[first:end]) for at, (first, end) in enumerate(edges))
        return {note.id: note for note in notes}

    def _note(self, at: int, stretches: Iterable[Stretch]) -> Footnote:
        mark = self.marks[at].mark
        place = Location(file=self.file, note=mark)
        number = self._number(mark)
        words = (self.foot.words(each.start, each.end) for each in stretches)
        return Footnote(
            id=_id(at),
            blocks=tuple(Paragraph(content=(Span(text=each),), location=place) for each in words),
            location=place,
            mark=mark if number is None else None,
            number=number,
            numeral=mark if number is not None and not mark.isdecimal() else None,
        )

    def _number(self, mark: str) -> int | None:
        """Return the number that ``mark`` is, or None for a star; roman ones count at least to two."""
        numeral = read_numeral(mark)
        counts = numeral is not None and (numeral.kind == "1" or (numeral.kind == "i" and self.roman))
        return numeral.value if numeral and counts else None

    def blocks(self) -> tuple[Block, ...]:
        """Return the paragraphs of the text; those of one block quotation stand together."""
        return tuple(_grouped(self._block(each) for each in self.body.stretches))

    def _block(self, stretch: Stretch) -> Block:
        words = self.body.words(stretch.start, stretch.end)
        place = Location(file=self.file, words=" ".join(words.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS]))
        content = tuple(self._line(stretch, place))
        # The page does not tell the levels of headings, and the date of a cover may stand as large as they do.
        text = Paragraph(content=content, location=place, role=_TITLE if stretch.paragraph.larger else "")
        return BlockQuote(blocks=(text,), location=place) if stretch.paragraph.quoted else text

    def _line(self, stretch: Stretch, place: Location) -> Iterator[Inline]:
        """Yield the words of a paragraph and the calls between them."""
        here = self.called.between(stretch.start, stretch.end)
        ends = [stretch.start, *(call.offset for call in here), stretch.end]
        for number, (start, end) in enumerate(pairwise(ends)):
            if start < end:
                yield Span(text=self.body.words(start, end))
            if number < len(here):
                yield NoteCall(note=_id(here[number].note), location=place)


def _opening(stretch: Stretch) -> str | None:
    return stretch.paragraph.rows[0].lines[0].opening


def _id(at: int) -> str:
    return f"note-{at + 1}"


def _grouped(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, the paragraphs of one block quotation together: it ends where a note is called."""
    held: tuple[Block, ...] = ()
    for block in blocks:
        if isinstance(block, BlockQuote):
            held = (*held, *block.blocks)
        if held and (not isinstance(block, BlockQuote) or _ends_with_call(held[-1])):
            yield BlockQuote(blocks=held, location=held[0].location)
            held = ()
        if not isinstance(block, BlockQuote):
            yield block
    if held:
        yield BlockQuote(blocks=held, location=held[0].location)


def _ends_with_call(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(block.content) and isinstance(block.content[-1], NoteCall)
