"""Read the body of a Word file line by line, as it stands with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from comment_kit.docx.fields import LineReader, Piece, chosen
from comment_kit.docx.notes import paragraphs_in
from comment_kit.docx.package import Element, WordPackage

_DEAD = ("}del", "}moveFrom")


class Line(Struct, frozen=True, kw_only=True):
    """What a reader sees as one paragraph."""

    paragraph: Element
    """The one whose mark ends the line, and whose properties are the line's."""
    pieces: tuple[Piece, ...]
    section: int
    """Counted from 0."""


def body_lines(package: WordPackage) -> Iterator[Line]:
    """Yield the lines of the body in reading order, each followed by those of the text boxes anchored in it."""
    word = package.word
    reader = LineReader(word)
    section = 0
    held: list[Piece] = []
    above: Element | None = None
    for paragraph in _paragraphs_with_boxes(package.body, word):
        if held and above is not None and paragraph.getparent() is not above.getparent():
            yield Line(paragraph=above, pieces=tuple(held), section=section)
            held = []
        held.extend(reader.pieces(paragraph))
        above = paragraph
        # A line whose end is deleted goes on in the next paragraph.
        if not _loses_its_end(paragraph, word):
            yield Line(paragraph=paragraph, pieces=tuple(held), section=section)
            held = []
        section += paragraph.find(f"{{{word}}}pPr/{{{word}}}sectPr") is not None
    if held and above is not None:
        yield Line(paragraph=above, pieces=tuple(held), section=section)


def _loses_its_end(paragraph: Element, word: str) -> bool:
    mark = paragraph.find(f"{{{word}}}pPr/{{{word}}}rPr")
    return mark is not None and any(mark.find(f"{{{word}}}{name}") is not None for name in ("del", "moveFrom"))


def _paragraphs_with_boxes(body: Element, word: str) -> Iterator[Element]:
    for paragraph in paragraphs_in(body, word):
        yield paragraph
        for box in paragraph.iter(f"{{{word}}}txbxContent"):
            if _is_live(box):
                yield from paragraphs_in(box, word)


def _is_live(box: Element) -> bool:
    """Return whether a box is seen: it is not deleted, and of several versions the one that counts."""
    child = box
    for above in box.iterancestors():
        version = chosen(above)
        if str(above.tag).endswith(_DEAD) or (version is not None and version is not child):
            return False
        child = above
    return True
