"""Read one of our own Word files back: its text, its notes, and the citations that its fields carry."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from comment_kit.docx.citation_field import citation_stamp, read_instruction
from comment_kit.docx.fields import Field, LineReader, Piece
from comment_kit.docx.notes import mark_of, note_elements, paragraphs_in
from comment_kit.docx.package import Element, WordPackage, open_package
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

_WORDS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_TYPES = {"i": "italic", "b": "bold", "smallCaps": "small_caps", "strike": "strike"}
_OFF = frozenset({"0", "false", "off"})


def read_docx_own(content: bytes, name: str = "the file") -> PrintedLetter:
    """Return what a .docx of ours says, which messages and places call ``name``.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    package = open_package(content, name)
    return _Reader(package, name).letter()


@dataclass(frozen=True, slots=True)
class _Quoted:
    """Words of a line with the fields in whose results they stand."""

    span: Span
    fields: tuple[Field, ...]


class _Reader:
    """One pass over one file."""

    def __init__(self, package: WordPackage, name: str) -> None:
        self._package = package
        self._name = name
        self._word = package.word
        self._elements = note_elements(package)
        self._notes: list[PrintedNote] = []
        self._numbered = 0
        self._styles = _style_names(package)
        members = package.related("footnotes")
        self._note_links = _links(package, members[0]) if members else {}
        self._body_links = _links(package, package.main)

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
        return PrintedParagraph(style=style, level=_level(style), content=tuple(self._content(pieces)))

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
                text.append(_span(piece, self._word, self._body_links))
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
            [_Quoted(_span(piece, self._word, self._note_links), piece.fields) for piece in reader.pieces(paragraph)]
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
        return self._styles.get(style.get(f"{{{self._word}}}val", ""), "") if style is not None else ""


def _citations(line: Iterable[_Quoted], place: Location) -> Iterator[PrintedCitation]:
    """Yield a citation for each of our fields whose result stands in ``line``."""
    for outer, quoted in groupby(line, key=_citation_field):
        carried = read_instruction(outer.instruction, place) if outer is not None else None
        if carried is None:
            continue
        citation, stamp = carried
        text = joined(each.span for each in quoted)
        yield PrintedCitation(citation=citation, text=text, stamp=stamp, edited=citation_stamp(text) != stamp)


def _citation_field(quoted: _Quoted) -> Field | None:
    return next((each for each in quoted.fields if "CKIT_CITE" in each.instruction), None)


def _without_number(line: list[_Quoted], mark: str | None) -> list[_Quoted]:
    """Return the first line of a note without its own number or mark, and the space after it."""
    if mark is not None and line and line[0].span.text == mark:
        line = line[1:]
    while line and not line[0].span.text:
        line = line[1:]
    if line and line[0].span.text.startswith(" "):
        line = [_Quoted(replace(line[0].span, text=line[0].span.text[1:]), line[0].fields), *line[1:]]
    return line


def _span(piece: Piece, word: str, links: Mapping[str, str]) -> Span:
    """Return the words of ``piece`` with their type; nothing for what is no words."""
    text = (piece.element.text or "") if piece.name == "t" else _WORDS.get(piece.name, "")
    properties = piece.run.find(f"{{{word}}}rPr")
    type_ = _type(properties, word) if properties is not None else {}
    return Span(text=text, url=links.get(piece.link or ""), refers_to=_referred(piece.fields), **type_)


def _type(properties: Element, word: str) -> dict[str, Any]:
    type_: dict[str, Any] = {}
    for child in properties:
        name = str(child.tag).rpartition("}")[2]
        value = child.get(f"{{{word}}}val", "")
        if name in _TYPES and value not in _OFF:
            type_[_TYPES[name]] = True
        elif name == "vertAlign" and value in {"superscript", "subscript"}:
            type_[value] = True
        elif name == "rFonts" and child.get(f"{{{word}}}ascii") == "Courier New":
            type_["code"] = True
    return type_


def _referred(fields: tuple[Field, ...]) -> str | None:
    """Return the bookmark whose number the words print, where they stand in such a field."""
    words = fields[-1].instruction.split() if fields else []
    return words[1] if len(words) > 1 and words[0] in {"NOTEREF", "REF"} else None


def _links(package: WordPackage, part: str) -> dict[str, str]:
    return {each.id: each.target for each in package.relationships(part) if each.external}


def _style_names(package: WordPackage) -> dict[str, str]:
    word = package.word
    return {
        style.get(f"{{{word}}}styleId", ""): name.get(f"{{{word}}}val", "")
        for member in package.related("styles")
        for style in package.xml(member).iterfind(f"{{{word}}}style")
        if (name := style.find(f"{{{word}}}name")) is not None
    }


def _level(style: str) -> int | None:
    first, _, rest = style.casefold().partition(" ")
    return int(rest[0]) if first == "heading" and rest[:1].isdigit() else None
