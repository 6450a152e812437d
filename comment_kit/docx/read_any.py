"""Read the letter that anybody's Word file holds: its text, its notes as numbered on the page, its headings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from comment_kit.docx.citation_field import read_instruction
from comment_kit.docx.counting import NoteCounter, note_counter
from comment_kit.docx.facts import count_changes, count_comments, count_hidden, persons
from comment_kit.docx.fields import LineReader, Piece
from comment_kit.docx.notes import mark_of, paragraphs_in
from comment_kit.docx.package import Element, WordPackage, open_package
from comment_kit.docx.runs import Quoted, heading_level, links_of, span_of, style_names, without_number
from comment_kit.docx.shapes import is_block_quote, is_contents, outline_level, paragraphs_with_boxes
from comment_kit.docx.stamp import find_stamp
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
)
from comment_kit.model.places import Location
from comment_kit.model.text import Span, joined, plain
from comment_kit.model.word import StaleNumber, StoredCitation, WordFacts, WordLetter

_FIRST_WORDS = 8
_SORTS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}


def read_docx(content: bytes, name: str = "the file") -> WordLetter:
    """Return the letter in a .docx, which messages and places call ``name``.

    Tracked insertions are read as text and deletions are not: the letter as it stands with all changes accepted.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    package = open_package(content, name)
    return _Reader(package=package, name=name).letter()


@dataclass(slots=True, kw_only=True)
class _Reader:
    """One pass over one file."""

    package: WordPackage
    name: str
    notes: dict[str, Footnote] = field(default_factory=dict)
    stored: dict[str, tuple[StoredCitation, ...]] = field(default_factory=dict)
    undefined: list[Location] = field(default_factory=list)
    numbered: list[tuple[str, str, Location]] = field(default_factory=list)
    """Bookmark and printed number of each field that prints the number of a note, with its place."""
    bookmarks: dict[str, str] = field(default_factory=dict)
    """By name of a bookmark: the id of the note whose mark stands in it."""
    elements: dict[str, dict[str, Element]] = field(default_factory=dict)
    counters: dict[str, NoteCounter] = field(default_factory=dict)
    links: dict[str, Mapping[str, str]] = field(default_factory=dict)
    section: int = 0

    @property
    def word(self) -> str:
        """The namespace of Word's elements in this file."""
        return self.package.word

    def letter(self) -> WordLetter:
        """Return the letter and the facts of its file."""
        for sort in _SORTS.values():
            self.elements[sort] = self._elements(sort)
            self.counters[sort] = note_counter(self.package, sort)
        blocks = tuple(self._blocks())
        letter = Letter(file=self.name, front=FrontMatter(values={}), blocks=blocks, notes=self.notes)
        return WordLetter(letter=letter, facts=self._facts())

    # ---- the body ----

    def _blocks(self) -> Iterator[Block]:
        reader = LineReader(self.word)
        names = style_names(self.package)
        links = links_of(self.package, self.package.main)
        for paragraph in paragraphs_with_boxes(self.package.body, self.word):
            pieces = tuple(reader.pieces(paragraph))
            place = Location(file=self.name, words=_first_words(pieces))
            content = self._line(pieces, links, place)
            self._mark_bookmarks(paragraph)
            if paragraph.find(f"{{{self.word}}}pPr/{{{self.word}}}sectPr") is not None:
                self.section += 1
            style = self._style(paragraph, names)
            if content and not is_contents(style):
                yield self._block(paragraph, style, content, place)

    def _block(self, paragraph: Element, style: str, content: tuple[Inline, ...], place: Location) -> Block:
        level = heading_level(style) or outline_level(paragraph, self.word)
        if level is not None:
            return Heading(level=level, content=content, location=place)
        text = Paragraph(content=content, location=place)
        if is_block_quote(paragraph, style, self.word):
            return BlockQuote(blocks=(text,), location=place)
        return text

    def _style(self, paragraph: Element, names: Mapping[str, str]) -> str:
        style = paragraph.find(f"{{{self.word}}}pPr/{{{self.word}}}pStyle")
        return names.get(style.get(f"{{{self.word}}}val", ""), "") if style is not None else ""

    def _line(self, pieces: tuple[Piece, ...], links: Mapping[str, str], place: Location) -> tuple[Inline, ...]:
        line: list[Inline] = []
        text: list[Span] = []
        skipped: Element | None = None
        for at, piece in enumerate(pieces):
            if piece.name in _SORTS:
                line += [*joined(text), *self._call(pieces, at, place)]
                text, skipped = [], piece.run
            elif piece.run is not skipped and not _is_hidden(piece, self.word):
                text.append(self._span(piece, links, place))
        return (*line, *joined(text))

    def _span(self, piece: Piece, links: Mapping[str, str], place: Location) -> Span:
        span = span_of(piece, self.word, links)
        if span.refers_to is not None and span.text.strip().isdecimal():
            self.numbered.append((span.refers_to, span.text.strip(), place))
        return span

    def _mark_bookmarks(self, paragraph: Element) -> None:
        """Remember which bookmarks of ``paragraph`` stand around the mark of a note."""
        opened: list[str] = []
        for element in paragraph.iter():
            name = str(element.tag).rpartition("}")[2]
            if name == "bookmarkStart":
                opened.append(element.get(f"{{{self.word}}}name", ""))
            elif name in _SORTS:
                note = f"{_SORTS[name]}-{element.get(f'{{{self.word}}}id', '')}"
                self.bookmarks |= dict.fromkeys(opened, note)
                opened = []

    # ---- the notes ----

    def _elements(self, sort: str) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for member in self.package.related(f"{sort}s"):
            self.links[sort] = links_of(self.package, member)
            for note in self.package.xml(member).iterfind(f"{{{self.word}}}{sort}"):
                if note.get(f"{{{self.word}}}type", "normal") == "normal":
                    found[note.get(f"{{{self.word}}}id", "")] = note
        return found

    def _call(self, pieces: tuple[Piece, ...], at: int, place: Location) -> tuple[Inline, ...]:
        sort = _SORTS[pieces[at].name]
        written = pieces[at].element.get(f"{{{self.word}}}id", "")
        name = f"{sort}-{written}"
        element = self.elements[sort].get(written)
        mark = mark_of(pieces, at, self.word).custom
        if element is None:
            self.undefined.append(place)
            return ()
        if name not in self.notes:
            number = self.counters[sort].next(self.section) if mark is None else None
            self.notes[name] = self._note(name, element, sort, mark, number)
        return (NoteCall(note=name, location=place),)

    def _note(self, name: str, element: Element, sort: str, mark: str | None, number: int | None) -> Footnote:
        place = Location(file=self.name, note=str(number) if number is not None else (mark or ""))
        reader = LineReader(self.word)
        links = self.links.get(sort, {})
        lines = [
            [
                Quoted(self._span(piece, links, place), piece.fields)
                for piece in reader.pieces(paragraph)
                if _reads(piece, self.word)
            ]
            for paragraph in paragraphs_in(element, self.word)
        ]
        lines[:1] = [without_number(line, mark) for line in lines[:1]]
        self.stored[name] = tuple(_stored(lines, place))
        paragraphs = (joined(quoted.span for quoted in line) for line in lines)
        blocks = tuple(Paragraph(content=content, location=place) for content in paragraphs if content)
        return Footnote(id=name, blocks=blocks, location=place, mark=mark, number=number, endnote=sort == "endnote")

    # ---- the facts ----

    def _facts(self) -> WordFacts:
        insertions, deletions = count_changes(self.package)
        stamp = find_stamp(self.package)
        return WordFacts(
            comments=count_comments(self.package),
            insertions=insertions,
            deletions=deletions,
            hidden=count_hidden(self.package),
            properties=persons(self.package),
            undefined=tuple(self.undefined),
            uncalled=tuple(self._uncalled()),
            stale=tuple(self._stale()),
            stored=self.stored,
            stamp=stamp[1] if stamp else None,
        )

    def _uncalled(self) -> Iterator[str]:
        for sort, elements in self.elements.items():
            for written, element in elements.items():
                if f"{sort}-{written}" not in self.notes:
                    words = " ".join("".join(element.itertext()).split()[:_FIRST_WORDS])
                    # What accepting a deletion leaves behind is an empty note; nobody sees it.
                    if words:
                        yield words

    def _stale(self) -> Iterator[StaleNumber]:
        for bookmark, printed, place in self.numbered:
            note = self.notes.get(self.bookmarks.get(bookmark, ""))
            if note is not None and note.number is not None and str(note.number) != printed:
                yield StaleNumber(location=place, printed=printed, true=str(note.number))


def _stored(lines: list[list[Quoted]], place: Location) -> Iterator[StoredCitation]:
    """Yield what the fields of ours in a note carry, in order."""
    words: dict[int, tuple[str, list[Span]]] = {}
    for quoted in (each for line in lines for each in line):
        outer = next((each for each in quoted.fields if "CKIT_CITE" in each.instruction), None)
        if outer is not None:
            words.setdefault(id(outer), (outer.instruction, []))[1].append(quoted.span)
    for instruction, spans in words.values():
        carried = read_instruction(instruction, place)
        if carried is not None and carried[0].key:
            yield StoredCitation(key=carried[0].key, text=plain(spans))


def _reads(piece: Piece, word: str) -> bool:
    return piece.name not in _SORTS and not _is_hidden(piece, word)


def _is_hidden(piece: Piece, word: str) -> bool:
    mark = piece.run.find(f"{{{word}}}rPr/{{{word}}}vanish")
    return mark is not None and mark.get(f"{{{word}}}val", "1") not in {"0", "false", "off"}


def _first_words(pieces: tuple[Piece, ...]) -> str:
    words = "".join((piece.element.text or "") if piece.name == "t" else " " for piece in pieces).split()
    return " ".join(words[:_FIRST_WORDS])
