"""A letter: front matter, blocks of text, and the notes that its text calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeAlias

from msgspec import Struct, field

from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Resolution
from comment_kit.model.text import Span, Text

# ---- what stands in a line ----


class LineBreak(Struct, frozen=True):
    """A line that ends inside its paragraph."""


class NoteCall(Struct, frozen=True, kw_only=True):
    """The place in the text at which a note is called."""

    note: str
    """The id of the footnote."""
    location: Location


class Mention(Struct, frozen=True, kw_only=True):
    """A source named in running text by its short name; no note and no citation."""

    key: str
    location: Location


class CrossReference(Struct, frozen=True, kw_only=True):
    """A reference to a heading, a note or a figure of this letter: prints "Part II" or "12"."""

    target: str
    """The id it points at."""
    location: Location
    words: Text = ()
    """What the writer put between the square brackets; empty to print the number."""


class Image(Struct, frozen=True, kw_only=True):
    """A picture with the words that stand for it."""

    path: str
    """As written, relative to the letter."""
    alt: str
    location: Location


class SetCitation(Struct, frozen=True, kw_only=True):
    """A citation as printed; takes the place of its StringCite once styles have set the letter."""

    resolution: Resolution
    text: Text
    """Without the mark that joins it to the next: no closing period, no semicolon."""


Inline: TypeAlias = Span | LineBreak | NoteCall | StringCite | SetCitation | Mention | CrossReference | Image

# ---- blocks ----


class Paragraph(Struct, frozen=True, kw_only=True):
    """A paragraph of text."""

    content: tuple[Inline, ...]
    location: Location
    role: str = ""
    """What a letter template made of it ("title", "date", "signatory"); empty for body text."""


class Heading(Struct, frozen=True, kw_only=True):
    """The title of a part of the letter."""

    level: int
    """From 1 to 3 for text; deeper levels are a diagnostic."""
    content: tuple[Inline, ...]
    location: Location
    id: str = ""
    """The anchor for cross-references: as written, else made from the words."""
    numbered: bool = True
    label: str = ""
    """Its number as printed, with the period ("II.", "A."); empty where it has none."""


class BlockQuote(Struct, frozen=True, kw_only=True):
    """A quotation set off from the text."""

    blocks: tuple[Block, ...]
    location: Location
    guessed: bool = False
    """True where little but its indent says that it is one."""


class ListBlock(Struct, frozen=True, kw_only=True):
    """A bulleted or numbered list."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool
    start: int = 1
    location: Location


class Align(StrEnum):
    """How the cells of a table column stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Table(Struct, frozen=True, kw_only=True):
    """A table with one header row; each cell is a line of inlines."""

    header: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    aligns: tuple[Align, ...]
    location: Location


class CodeBlock(Struct, frozen=True, kw_only=True):
    """Lines printed as typed."""

    text: str
    location: Location


class ThematicBreak(Struct, frozen=True, kw_only=True):
    """A rule across the page (``---``)."""

    location: Location


class Division(Struct, frozen=True, kw_only=True):
    """A part of the letter that its template sets apart: cover, contents, letterhead, signature, footer, pagebreak."""

    name: str
    blocks: tuple[Block, ...]
    location: Location
    attributes: Mapping[str, str] = field(default_factory=dict)


Block: TypeAlias = Paragraph | Heading | BlockQuote | ListBlock | Table | CodeBlock | ThematicBreak | Division


class Footnote(Struct, frozen=True, kw_only=True):
    """A note at the foot of the page."""

    id: str
    """The writer's name for it ("fn-x", "public-comments"), else one made from its order."""
    blocks: tuple[Block, ...]
    location: Location
    mark: str | None = None
    """A mark instead of a number, as the author's own note has; such a note stands outside the run."""
    from_bracket: bool = False
    """True where the note is one bracket of citations, which ends with a period of ours."""
    number: int | None = None
    """As a file prints it, where notes are not simply counted: they may restart by section, or stand at the end."""
    endnote: bool = False
    """True for a note at the end of the document or of its section."""
    numeral: str | None = None
    """Its number as printed where that is not in Arabic digits: "iv", "b"; such a note is one of the run."""

    @property
    def printed(self) -> str:
        """What stands before it, where the file itself says so: "14", "iv", "*"; empty in a letter's source."""
        return self.numeral or self.mark or (str(self.number) if self.number is not None else "")


class FrontMatter(Struct, frozen=True, kw_only=True):
    """The head of a letter: who files what with whom, and when. Values are text as typed."""

    values: Mapping[str, Any]
    """Every key, with the project's defaults below the letter's own; dates as ``datetime.date``."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """The line of each key of the letter itself, counted from 1 ("docket.title" for inner ones)."""

    @property
    def template(self) -> str:
        """The name of the letter template."""
        return str(self.values.get("template", ""))

    @property
    def style(self) -> str:
        """The name of the style pack."""
        return str(self.values.get("style", ""))

    @property
    def date(self) -> date | None:
        """The day of filing, or None where none is given."""
        value = self.values.get("date")
        return value if isinstance(value, date) else None


class Letter(Struct, frozen=True, kw_only=True):
    """A letter with its notes, every part with its place in the source."""

    file: str
    front: FrontMatter
    blocks: tuple[Block, ...]
    notes: Mapping[str, Footnote]
    """By id."""


class CalledNote(Struct, frozen=True, kw_only=True):
    """A footnote at its place in the run of notes."""

    note: Footnote
    number: int | None
    """As printed, from 1; None for a note with a custom mark."""
    after_heading: bool
    """True where a heading stands between the note before and this one."""

    @property
    def printed(self) -> str:
        """The mark as the reader sees it: "14", "i"."""
        if self.note.numeral is not None:
            return self.note.numeral
        return str(self.number) if self.number is not None else (self.note.mark or "")


def notes_in_order(letter: Letter) -> tuple[CalledNote, ...]:
    """Return the notes that ``letter`` calls, in the order of their calls; a note called twice counts once."""
    called: list[CalledNote] = []
    seen: set[str] = set()
    number = 0
    after_heading = False
    for part in walk(letter.blocks):
        if isinstance(part, Heading):
            after_heading = True
        if not isinstance(part, NoteCall) or part.note in seen or part.note not in letter.notes:
            continue
        note = letter.notes[part.note]
        seen.add(part.note)
        number += note.mark is None
        printed = note.number if note.number is not None else number
        called.append(CalledNote(note=note, number=printed if note.mark is None else None, after_heading=after_heading))
        after_heading = False
    return tuple(called)


def walk(blocks: Iterable[Block]) -> Iterator[Block | Inline]:
    """Yield every block and inline of ``blocks`` in reading order, each before what it holds."""
    # A stack instead of recursion: a hostile letter may nest deeper than Python recurses.
    waiting: list[Block | Inline] = list(reversed(tuple(blocks)))
    while waiting:
        part = waiting.pop()
        yield part
        if isinstance(part, (Paragraph, Heading)):
            # A line holds nothing that holds anything; most of a letter is lines.
            yield from part.content
        elif held := parts_of(part):
            waiting.extend(reversed(held))


def headings_in(blocks: Iterable[Block]) -> Iterator[Heading]:
    """Yield the headings of ``blocks`` in reading order; no line is looked into, since most of a letter is lines."""
    waiting = list(reversed(tuple(blocks)))
    while waiting:
        block = waiting.pop()
        match block:
            case Heading():
                yield block
            case BlockQuote() | Division():
                waiting.extend(reversed(block.blocks))
            case ListBlock():
                waiting.extend(reversed([inner for item in block.items for inner in item]))


def parts_of(part: Block | Inline) -> tuple[Block | Inline, ...]:
    """Return what ``part`` directly holds, in reading order; nothing for a leaf or a citation."""
    match part:
        case Paragraph() | Heading():
            return part.content
        case BlockQuote() | Division():
            return part.blocks
        case ListBlock():
            return tuple(block for item in part.items for block in item)
        case Table():
            return tuple(inline for row in (part.header, *part.rows) for cell in row for inline in cell)
        case _:
            return ()


def citations_in(blocks: Iterable[Block]) -> Iterator[Citation]:
    """Yield the citations of ``blocks`` in reading order; those inside parentheticals are left out."""
    for part in walk(blocks):
        if isinstance(part, StringCite):
            yield from part.citations
        elif isinstance(part, SetCitation):
            yield part.resolution.citation
