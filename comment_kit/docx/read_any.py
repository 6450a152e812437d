"""Read the letter that anybody's Word file holds: its text, its notes as numbered on the page, its headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from comment_kit.docx.body_lines import body_lines
from comment_kit.docx.called_notes import SORTS, CalledNotes
from comment_kit.docx.defined_styles import DefinedStyle, defined_styles
from comment_kit.docx.facts import count_changes, count_chunks, count_comments, count_hidden, margins, persons
from comment_kit.docx.fields import Piece
from comment_kit.docx.guessed_quotes import with_guessed_quotes
from comment_kit.docx.note_numbers import notes_in_bookmarks
from comment_kit.docx.package import Element, WordPackage, open_package
from comment_kit.docx.runs import links_of
from comment_kit.docx.shapes import is_block_quote, is_contents, level_of
from comment_kit.docx.stamp import find_stamp
from comment_kit.docx.story import Story, first_words
from comment_kit.docx.traces import traces_of
from comment_kit.docx.whole_lines import Line
from comment_kit.errors import CommentKitError
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    FrontMatter,
    Heading,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
)
from comment_kit.model.places import Location
from comment_kit.model.text import Span, joined, plain
from comment_kit.model.word import WordFacts, WordLetter

MOST_PIECES = 500_000
"""Paragraphs, runs and words that are read within ten seconds; 20,000 notes have 360,000."""

_OPEN_AND_SAVE = "open the letter in Word, save it, and check that"
_COUNTED_THROUGH = (
    "could not decide: notes are counted anew on each page, and the file does not say where its pages end, so the "
    f"numbers here count through; {_OPEN_AND_SAVE}"
)

_PIECES = ("p", "r", "t", "tab", "ptab", "br", "cr", "sym", "noBreakHyphen", "softHyphen", "sectPr")


def read_docx(content: bytes, name: str = "the file") -> WordLetter:
    """Return the letter in a .docx, which messages and places call ``name``.

    Tracked insertions are read as text and deletions are not: the letter as it stands with all changes accepted.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    return LetterReader.of(open_package(content, name), name).letter()


class LetterReader(Struct, kw_only=True):
    """One pass over one file."""

    package: WordPackage
    file: str
    story: Story
    notes: CalledNotes
    lines: list[tuple[str, Element]] = field(default_factory=list)
    """The first words of each line of the text, with the paragraph it stands in."""

    @classmethod
    def of(cls, package: WordPackage, file: str) -> LetterReader:
        """Return a reader of ``package``, which has read nothing yet and calls its places after ``file``.

        Raises:
            CommentKitError: the file holds more than any letter.
        """
        _refuse_masses(package, file)
        styles = defined_styles(package)
        story = Story(word=package.word, links=links_of(package, package.main), styles=styles)
        notes = CalledNotes(package=package, file=file, styles=styles)
        return cls(package=package, file=file, story=story, notes=notes)

    def letter(self) -> WordLetter:
        """Return the letter and the facts of its file."""
        placed = tuple(self.placed_blocks())
        styles = {place: self.story.style_of(paragraph) for place, (_, paragraph) in enumerate(placed)}
        guessed = with_guessed_quotes(placed, styles, self.story.word)
        return self.letter_of(tuple(grouped_quotes(guessed)))

    def letter_of(self, blocks: tuple[Block, ...]) -> WordLetter:
        """Return the letter that ``blocks`` are, made of all that was read, with the facts of its file."""
        letter = Letter(file=self.file, front=FrontMatter(values={}), blocks=blocks, notes=self.notes.notes)
        return WordLetter(letter=letter, facts=self._facts())

    def placed_blocks(self) -> Iterator[tuple[Block, Element]]:
        """Yield each line of the text as a block of its own, with the paragraph it stands in; lists are not seen."""
        for line in body_lines(self.package):
            style = self.story.style_of(line.paragraph)
            spans = self._spans(line, style)
            words = first_words(plain(spans.values()))
            place = Location(file=self.file, words=words)
            content = self._content(line, spans, place)
            if content and not is_contents(style, line.pieces):
                self.lines.append((words, line.paragraph))
                yield self._block(line.paragraph, style, content, place), line.paragraph

    def _spans(self, line: Line, style: DefinedStyle) -> dict[int, Span]:
        """Return what is seen of ``line`` by the place of its piece; hidden words and custom marks are left out."""
        seen = self.story.spans(line.pieces, style)
        spans: dict[int, Span] = {}
        mark: Element | None = None
        for at, span in seen.items():
            piece = line.pieces[at]
            if piece.run is not mark:
                spans[at] = span
                mark = _run_of_mark(piece, self.story.word) if piece.name in SORTS else None
        return _trimmed(line, spans)

    def _content(self, line: Line, spans: Mapping[int, Span], place: Location) -> tuple[Inline, ...]:
        content: list[Inline] = []
        text: list[Span] = []
        for at, span in spans.items():
            piece = line.pieces[at]
            if piece.name in SORTS:
                call = self.notes.call(line, at, place)
                content += [*joined(text), *([call] if call is not None else [])]
                text = []
            else:
                self.notes.numbers.add(piece, span.text, place)
                text.append(span)
        return (*content, *joined(text))

    def _block(self, paragraph: Element, style: DefinedStyle, content: tuple[Inline, ...], place: Location) -> Block:
        level = level_of(paragraph, style, self.story.word)
        if level is not None:
            return Heading(level=level, content=content, location=place)
        text = Paragraph(content=content, location=place)
        if is_block_quote(paragraph, style, self.story.word):
            return BlockQuote(blocks=(text,), location=place)
        return text

    def _facts(self) -> WordFacts:
        insertions, deletions = count_changes(self.package)
        bookmarks = notes_in_bookmarks(self.package.body, self.story.word, self.notes.calls)
        stamp = find_stamp(self.package)
        return WordFacts(
            comments=count_comments(self.package),
            insertions=insertions,
            deletions=deletions,
            hidden=count_hidden(self.package),
            margins=margins(self.package),
            properties=persons(self.package),
            traces={} if stamp else traces_of(self.package),
            undefined=tuple(self.notes.undefined),
            uncalled=tuple(self.notes.uncalled()),
            stale=tuple(self.notes.numbers.stale(bookmarks, self.notes.notes)),
            stored=self.notes.stored,
            stamp=stamp[1] if stamp else None,
            remarks=tuple(self._remarks()),
        )

    def _remarks(self) -> Iterator[str]:
        """Yield what could not be decided for want of something that the file does not hold."""
        if self.notes.guesses:
            yield _COUNTED_THROUGH
        chunks = count_chunks(self.package)
        if chunks:
            documents = "a document" if chunks == 1 else f"{chunks} documents"
            yield f"could not decide: the file holds {documents} inside it whose text is not read; {_OPEN_AND_SAVE}"


def _refuse_masses(package: WordPackage, file: str) -> None:
    parts = [member for sort in SORTS.values() for member in package.related(f"{sort}s")]
    names = [f"{{{package.word}}}{name}" for name in _PIECES]
    roots = (package.body, *(package.xml(member) for member in parts))
    if sum(1 for root in roots for _ in root.iter(*names)) > MOST_PIECES:
        raise CommentKitError(f"{file} holds more paragraphs and runs than any letter")


def _trimmed(line: Line, spans: dict[int, Span]) -> dict[int, Span]:
    """Return ``spans`` without the breaks at both edges: a page that ends there is no part of the line."""
    kept = [at for at, span in spans.items() if span.text.strip("\n") or line.pieces[at].name in SORTS]
    return {at: span for at, span in spans.items() if kept and kept[0] <= at <= kept[-1]}


def _run_of_mark(piece: Piece, word: str) -> Element | None:
    """Return the run whose remaining words are the mark that the author chose; None where Word counts."""
    return piece.run if piece.element.get(f"{{{word}}}customMarkFollows") in {"1", "true", "on"} else None


def grouped_quotes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks, the paragraphs of one block quotation together: it ends where a note is called."""
    quoted: list[BlockQuote] = []
    for block in blocks:
        if quoted and (not isinstance(block, BlockQuote) or _ends_with_note(quoted[-1])):
            yield _whole(quoted)
            quoted = []
        if isinstance(block, BlockQuote):
            quoted.append(block)
        else:
            yield block
    if quoted:
        yield _whole(quoted)


def _whole(quoted: list[BlockQuote]) -> BlockQuote:
    blocks = tuple(block for each in quoted for block in each.blocks)
    return BlockQuote(blocks=blocks, location=quoted[0].location, guessed=all(each.guessed for each in quoted))


def _ends_with_note(quoted: BlockQuote) -> bool:
    last = quoted.blocks[-1]
    content = last.content if isinstance(last, Paragraph) else ()
    ends = [part for part in content if not (isinstance(part, Span) and not part.text.strip())]
    return bool(ends) and isinstance(ends[-1], NoteCall)
