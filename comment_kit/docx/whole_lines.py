"""Read paragraphs of a Word file as the lines that a reader sees: what was cut in two on paper alone is one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from comment_kit.docx.fields import LineReader, Piece
from comment_kit.docx.package import Element
from comment_kit.docx.runs import words_of

_ENDS = (".", "!", "?", ":", ";", "\u201d", '"', "\u00bb")
"""What a line ends with that does not go on below the break of a page."""


class Line(Struct, frozen=True, kw_only=True):
    """What a reader sees as one paragraph."""

    paragraph: Element
    """The one whose mark ends the line, and whose properties are the line's."""
    pieces: tuple[Piece, ...]
    section: int
    """Counted from 0."""


def whole_lines(paragraphs: Iterable[Element], word: str) -> Iterator[Line]:
    """Yield the lines of ``paragraphs``, as they stand with all tracked changes accepted.

    Args:
        paragraphs: of one story, in reading order.
        word: the namespace of Word's elements.
    """
    reader = LineReader(word)
    held: list[Piece] = []
    above: Element | None = None
    section = 0
    for paragraph in paragraphs:
        pieces = tuple(reader.pieces(paragraph))
        if above is not None and not _goes_on(above, held, paragraph, pieces):
            yield Line(paragraph=above, pieces=tuple(held), section=section)
            held = []
        section += above is not None and above.find(f"{{{word}}}pPr/{{{word}}}sectPr") is not None
        held.extend(pieces)
        above = paragraph
    if above is not None:
        yield Line(paragraph=above, pieces=tuple(held), section=section)


def _goes_on(above: Element, held: Sequence[Piece], paragraph: Element, pieces: Sequence[Piece]) -> bool:
    """Return whether the line of the pieces ``held``, which ``above`` ends, goes on in the ``paragraph`` behind it."""
    if paragraph.getparent() is not above.getparent():
        return False
    word = str(above.tag)[1:].partition("}")[0]
    return _loses_its_end(above, word) or _is_drop_cap(above, word) or _is_cut_by_a_page(held, pieces, word)


def _loses_its_end(paragraph: Element, word: str) -> bool:
    mark = paragraph.find(f"{{{word}}}pPr/{{{word}}}rPr")
    return mark is not None and any(mark.find(f"{{{word}}}{name}") is not None for name in ("del", "moveFrom"))


def _is_drop_cap(paragraph: Element, word: str) -> bool:
    """Return whether a paragraph is the large first letter of the next, which Word keeps in a frame of its own."""
    frame = paragraph.find(f"{{{word}}}pPr/{{{word}}}framePr")
    return frame is not None and frame.get(f"{{{word}}}dropCap") in {"drop", "margin"}


def _is_cut_by_a_page(held: Sequence[Piece], following: Sequence[Piece], word: str) -> bool:
    """Return whether a page was begun by hand in the middle of a sentence: programs end the paragraph there."""
    if not held or held[-1].element.get(f"{{{word}}}type") != "page":
        return False
    before, after = _first_words(reversed(held), word), _first_words(following, word)
    return after[:1].islower() and bool(before) and not before.endswith(_ENDS)


def _first_words(pieces: Iterable[Piece], word: str) -> str:
    return next((text for piece in pieces if (text := words_of(piece, word).strip())), "")
