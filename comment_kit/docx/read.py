"""Read one of our own Word files back: its text, its notes, and the citations that its fields carry."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec.structs import replace

from comment_kit.docx.citation_field import citation_stamp, is_citation, read_instruction
from comment_kit.docx.defined_styles import NO_STYLE, defined_styles
from comment_kit.docx.fields import Field, LineReader, Piece
from comment_kit.docx.notes import mark_of, note_elements, paragraphs_in
from comment_kit.docx.package import Element, WordPackage, open_package
from comment_kit.docx.runs import Quoted, heading_level, links_of, span_of
from comment_kit.docx.stamp import find_stamp
from comment_kit.model.places import Location
from comment_kit.model.printed import (
    PrintedCall,
    PrintedCitation,
    PrintedInline,
    PrintedLetter,
    PrintedNote,
    PrintedParagraph,
)
from comment_kit.model.text import Span, joined


def read_docx_own(content: bytes, name: str = "the file") -> PrintedLetter:
    """Return what a .docx of ours says, which messages and places call ``name``.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    package = open_package(content, name)
    return _Reader(package, name).letter()


class _Reader:
    """One pass over one file."""

    def __init__(self, package: WordPackage, name: str) -> None:
        self._package = package
        self._name = name
        self._word = package.word
        self._elements = note_elements(package)
        self._notes: list[PrintedNote] = []
        self._numbered = 0
        self._styles = defined_styles(package)
        members = package.related("footnotes")
        self._note_links = links_of(package, members[0]) if members else {}
        self._body_links = links_of(package, package.main)

    def letter(self) -> PrintedLetter:
        """Return the letter; its notes in the order of their marks."""
        reader = LineReader(self._word)
        paragraphs = tuple(self._paragraph(each, reader) for each in paragraphs_in(self._package.body, self._word))
        found = find_stamp(self._package)
        return PrintedLetter(
            paragraphs=paragraphs, notes=tuple(self._notes), stamp=found[1] if found is not None else None
        )

    def _paragraph(self, paragraph: Element, reader: LineReader) -> PrintedParagraph:
        pieces = tuple(reader.pieces(paragraph))
        style = self._style(paragraph)
        return PrintedParagraph(style=style, level=heading_level(style), content=tuple(self._content(pieces)))

    def _content(self, pieces: tuple[Piece, ...]) -> Iterator[PrintedInline]:
        """Yield runs of words, and between them the notes as their marks are met."""
        text: list[Span] = []
        skipped: Element | None = None
        for at, piece in enumerate(pieces):
            if piece.name == "footnoteReference":
                if text:
                    yield joined(text)
                    text = []
                call = self._call(pieces, at)
                skipped = piece.run
                if call is not None:
                    yield call
            elif piece.run is not skipped:
                text.append(span_of(piece, self._word, self._body_links))
        if any(span.text for span in text):
            yield joined(text)

    def _call(self, pieces: tuple[Piece, ...], at: int) -> PrintedCall | None:
        mark = mark_of(pieces, at, self._word)
        element = self._elements.get(mark.id)
        if element is None:
            return None
        self._numbered += mark.custom is None
        number = self._numbered if mark.custom is None else None
        note = self._note(
            element, PrintedNote(id=mark.id, number=number, mark=mark.custom, paragraphs=(), citations=())
        )
        self._notes.append(note)
        return PrintedCall(note=len(self._notes) - 1)

    def _note(self, element: Element, note: PrintedNote) -> PrintedNote:
        reader = LineReader(self._word)
        lines = [
            [Quoted(span_of(piece, self._word, self._note_links), piece.fields) for piece in reader.pieces(paragraph)]
            for paragraph in paragraphs_in(element, self._word)
        ]
        lines[:1] = [_without_number(line, note.mark) for line in lines[:1]]
        place = Location(file=self._name, note=note.printed)
        return replace(
            note,
            paragraphs=tuple(joined(each.span for each in line) for line in lines),
            citations=tuple(citation for line in lines for citation in _citations(line, place)),
        )

    def _style(self, paragraph: Element) -> str:
        style = paragraph.find(f"{{{self._word}}}pPr/{{{self._word}}}pStyle")
        return self._styles.get(style.get(f"{{{self._word}}}val", ""), NO_STYLE).name if style is not None else ""


def _without_number(line: list[Quoted], mark: str | None) -> list[Quoted]:
    """Return the first line of a note of ours without its number or mark, and the one space we set after it."""
    if mark is not None and line and line[0].span.text == mark:
        line = line[1:]
    while line and not line[0].span.text:
        line = line[1:]
    if line and line[0].span.text.startswith(" "):
        line = [Quoted(replace(line[0].span, text=line[0].span.text[1:]), line[0].fields), *line[1:]]
    return line


def _citations(line: Iterable[Quoted], place: Location) -> Iterator[PrintedCitation]:
    """Yield a citation for each of our fields whose result stands in ``line``."""
    for outer, quoted in groupby(line, key=_citation_field):
        carried = read_instruction(outer.instruction, place) if outer is not None else None
        if carried is None:
            continue
        citation, stamp = carried
        text = joined(each.span for each in quoted)
        yield PrintedCitation(citation=citation, text=text, stamp=stamp, edited=citation_stamp(text) != stamp)


def _citation_field(quoted: Quoted) -> Field | None:
    return next((each for each in quoted.fields if is_citation(each)), None)
