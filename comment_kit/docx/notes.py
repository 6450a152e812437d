"""Find the notes of a Word file and the live marks that call them, in order and as numbered on the page."""

from collections.abc import Iterator, Mapping
from itertools import takewhile

from msgspec import Struct

from comment_kit.docx.fields import LineReader, Piece, chosen, word_name
from comment_kit.docx.package import Element, WordPackage
from comment_kit.docx.runs import words_of

_BLOCKS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "tbl", "tr", "tc", "body", "ins", "moveTo"})
"""Elements that hold paragraphs."""


class Mark(Struct, frozen=True, kw_only=True):
    """A live mark of a footnote in the body."""

    id: int
    """The ``w:id`` of its note."""
    custom: str | None
    """The mark the author chose, where there is one."""


def note_elements(package: WordPackage) -> Mapping[int, Element]:
    """Return the footnotes by ``w:id``; the separators are none."""
    word = package.word
    found: dict[int, Element] = {}
    for member in package.related("footnotes"):
        for note in package.xml(member).iterfind(f"{{{word}}}footnote"):
            if note.get(f"{{{word}}}type", "normal") == "normal":
                found[number_of(note, word)] = note
    return found


def paragraphs_in(parent: Element, word: str) -> Iterator[Element]:
    """Yield the paragraphs that ``parent`` holds in reading order, in tables and controls too, not in deleted rows."""
    for child in parent:
        name = word_name(str(child.tag), word)
        if name == "p":
            yield child
        elif name == "tr" and child.find(f"{{{word}}}trPr/{{{word}}}del") is not None:
            continue
        elif name in _BLOCKS:
            yield from paragraphs_in(child, word)
        elif (version := chosen(child)) is not None:
            yield from paragraphs_in(version, word)


def marks_in_order(package: WordPackage) -> tuple[Mark, ...]:
    """Return the live marks of the body in reading order."""
    reader = LineReader(package.word)
    marks: list[Mark] = []
    for paragraph in paragraphs_in(package.body, package.word):
        pieces = tuple(reader.pieces(paragraph))
        marks.extend(
            mark_of(pieces, at, package.word) for at, piece in enumerate(pieces) if piece.name == "footnoteReference"
        )
    return tuple(marks)


def mark_of(pieces: tuple[Piece, ...], at: int, word: str) -> Mark:
    """Return the mark that stands at ``at`` among the pieces of its paragraph."""
    reference = pieces[at].element
    custom: str | None = None
    if reference.get(f"{{{word}}}customMarkFollows") in {"1", "true", "on"}:
        custom = "".join(words_of(piece, word) for piece in _rest_of_run(pieces, at))
    return Mark(id=number_of(reference, word), custom=custom)


def _rest_of_run(pieces: tuple[Piece, ...], at: int) -> Iterator[Piece]:
    following = (pieces[place] for place in range(at + 1, len(pieces)))
    return takewhile(lambda piece: piece.run is pieces[at].run, following)


def number_of(element: Element, word: str) -> int:
    """Return the ``w:id`` of ``element``; -1, which no note bears, where it is no number."""
    written = element.get(f"{{{word}}}id", "")
    return int(written) if written.lstrip("-").isdigit() else -1
