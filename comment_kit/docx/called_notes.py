"""Read the notes of anybody's Word file as its text calls them, footnotes and endnotes alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.docx.citation_field import is_citation, read_instruction
from comment_kit.docx.counting import NoteCounter, note_counter
from comment_kit.docx.defined_styles import DefinedStyle
from comment_kit.docx.fields import Field, LineReader
from comment_kit.docx.note_numbers import PrintedNumbers
from comment_kit.docx.notes import mark_of, paragraphs_in
from comment_kit.docx.package import Element, WordPackage
from comment_kit.docx.runs import Quoted, links_of, without_mark, words_of
from comment_kit.docx.story import Story, first_words
from comment_kit.docx.whole_lines import Line, whole_lines
from comment_kit.model.letter import Footnote, NoteCall, Paragraph
from comment_kit.model.places import Location
from comment_kit.model.text import Span, joined, plain
from comment_kit.model.word import StoredCitation

SORTS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
"""What calls a note, and the sort of note that it calls."""

_UNREADABLE_MARK = "\N{WHITE SQUARE}"
"""Stands for a mark that is a picture, or a character of a symbol font."""


class CalledNotes(Struct, kw_only=True):
    """The notes of one file, read as their marks are met."""

    package: WordPackage
    file: str
    """The file as the user named it."""
    styles: Mapping[str, DefinedStyle]
    numbers: PrintedNumbers = field(default_factory=PrintedNumbers)
    """What the fields that print the number of a note print, in the text and in the notes."""
    notes: dict[str, Footnote] = field(default_factory=dict)
    """By id, in the order of their marks."""
    stored: dict[str, tuple[StoredCitation, ...]] = field(default_factory=dict)
    """What fields of ours carry, by the id of the note."""
    undefined: list[Location] = field(default_factory=list)
    """Where a note is called that the file does not hold."""
    calls: dict[Element, str] = field(default_factory=dict)
    """The live marks with the ids of their notes, in order."""
    elements: dict[str, dict[str, Element]] = field(default_factory=dict)
    """By sort and by ``w:id``."""
    stories: dict[str, Story] = field(default_factory=dict)
    counters: dict[str, NoteCounter] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for sort in SORTS.values():
            members = self.package.related(f"{sort}s")
            self.elements[sort] = {each.get(self._id, ""): each for each in self._defined(members, sort)}
            self.stories[sort] = Story(
                word=self.package.word,
                links=links_of(self.package, members[0]) if members else {},
                styles=self.styles,
            )
            self.counters[sort] = note_counter(self.package, sort)

    def call(self, line: Line, at: int, place: Location) -> NoteCall | None:
        """Return the call at ``at`` among the pieces of ``line``; None where the file holds no such note."""
        reference = line.pieces[at].element
        sort, written = SORTS[line.pieces[at].name], reference.get(self._id, "")
        element = self.elements[sort].get(written)
        if element is None:
            self.undefined.append(place)
            return None
        name = f"{sort}-{written}"
        if name not in self.notes:
            mark = mark_of(line.pieces, at, self.package.word).custom
            number, printed = self.counters[sort].next(line.section, reference) if mark is None else (None, "")
            bare = Footnote(
                id=name,
                blocks=(),
                location=place,
                mark=mark if mark is None else mark.strip() or _UNREADABLE_MARK,
                number=number,
                endnote=sort == "endnote",
                numeral=None if printed.isdecimal() or mark is not None else printed,
            )
            self.notes[name] = self._filled(bare, element)
        self.calls[reference] = name
        return NoteCall(note=name, location=place)

    @property
    def guesses(self) -> bool:
        """Whether any note was counted through that is counted anew on each page, which the file does not tell."""
        called = {"endnote" if note.endnote else "footnote" for note in self.notes.values()}
        return any(self.counters[sort].guesses for sort in called)

    def uncalled(self) -> Iterator[str]:
        """Yield the first words of each note that no mark calls, be it one whose deletion is not accepted yet."""
        called = {(SORTS[name], each.get(self._id, "")) for name, each in self._marks()}
        for sort, elements in self.elements.items():
            for written, element in elements.items():
                # What accepting a deletion leaves behind is an empty note; nobody sees it.
                if (sort, written) not in called and (words := self._words(element)):
                    yield first_words(words)

    @property
    def _id(self) -> str:
        return f"{{{self.package.word}}}id"

    def _marks(self) -> Iterator[tuple[str, Element]]:
        for name in SORTS:
            for each in self.package.body.iter(f"{{{self.package.word}}}{name}"):
                yield name, each

    def _defined(self, members: tuple[str, ...], sort: str) -> Iterator[Element]:
        """Yield the notes of a sort; the lines that separate them from the text are none."""
        word = self.package.word
        for member in members:
            for note in self.package.xml(member).iterfind(f"{{{word}}}{sort}"):
                if note.get(f"{{{word}}}type", "normal") == "normal":
                    yield note

    def _filled(self, note: Footnote, element: Element) -> Footnote:
        sort = "endnote" if note.endnote else "footnote"
        place = replace(note.location, note=note.printed)
        lines = self._lines(element, self.stories[sort], place)
        lines[:1] = [without_mark(line, self._mark_before(line, note, element)) for line in lines[:1]]
        self.stored[note.id] = tuple(_stored(lines, place))
        paragraphs = (joined(quoted.span for quoted in line) for line in lines)
        blocks = tuple(Paragraph(content=content, location=place) for content in paragraphs if content)
        return Footnote(
            id=note.id,
            blocks=blocks,
            location=place,
            mark=note.mark,
            number=note.number,
            endnote=note.endnote,
            numeral=note.numeral,
        )

    def _mark_before(self, line: list[Quoted], note: Footnote, element: Element) -> str | None:
        """Return the mark before the words of a note: its own, or a number typed in a run where Word's was lost."""
        sort = "endnote" if note.endnote else "footnote"
        counted = next(element.iter(f"{{{self.package.word}}}{sort}Ref"), None) is not None
        first = next((words for each in line if (words := each.span.text.strip())), "")
        return note.printed if not counted and first == note.printed else note.mark

    def _lines(self, element: Element, story: Story, place: Location) -> list[list[Quoted]]:
        lines = whole_lines(paragraphs_in(element, self.package.word), self.package.word)
        return [list(self._line(each, story, place)) for each in lines]

    def _line(self, line: Line, story: Story, place: Location) -> Iterator[Quoted]:
        for at, span in story.spans(line.pieces, story.style_of(line.paragraph)).items():
            self.numbers.add(line.pieces[at], span.text, place)
            yield Quoted(span, line.pieces[at].fields)

    def _words(self, element: Element) -> str:
        reader = LineReader(self.package.word)
        lines = (reader.pieces(paragraph) for paragraph in paragraphs_in(element, self.package.word))
        return " ".join("".join(words_of(piece, self.package.word) for piece in line) for line in lines).strip()


def _stored(lines: list[list[Quoted]], place: Location) -> Iterator[StoredCitation]:
    """Yield what the fields of ours in a note carry, in order."""
    words: dict[Field, list[Span]] = {}
    for quoted in (each for line in lines for each in line):
        outer = next((each for each in quoted.fields if is_citation(each)), None)
        if outer is not None:
            words.setdefault(outer, []).append(quoted.span)
    for outer, spans in words.items():
        carried = read_instruction(outer.instruction, place)
        if carried is not None and carried[0].key:
            yield StoredCitation(key=carried[0].key, text=plain(spans), form=carried[0].form)
