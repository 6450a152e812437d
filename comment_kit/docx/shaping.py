"""Read the shape of anybody's Word letter: its lists, its tables, the labels of its headings, what is hard to move."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.docx.lists import nested_lists
from comment_kit.docx.notes import paragraphs_in
from comment_kit.docx.package import Element, open_package
from comment_kit.docx.points import Point, Points
from comment_kit.docx.read_any import LetterReader, grouped_quotes
from comment_kit.docx.tables import outermost_table, read_table
from comment_kit.model.letter import Block, CodeBlock, Footnote, Heading, LineBreak, NoteCall, Paragraph
from comment_kit.model.passages import Oddity, OddityKind
from comment_kit.model.places import Location
from comment_kit.model.word import WordLetter

_CODE_STYLES = frozenset({"source code", "preformatted text", "html preformatted"})
_CLOSING_STYLES = frozenset({"closing", "signature", "signatory", "signature line"})
_KINDS = {
    OddityKind.CHANGE: ("ins", "del", "moveFrom", "moveTo"),
    OddityKind.PICTURE: ("drawing", "pict", "object"),
}
"""The elements that tell of each kind."""


class ShapedLetter(Struct, frozen=True, kw_only=True):
    """A letter whose blocks have the shape that a reader sees."""

    word: WordLetter
    oddities: tuple[Oddity, ...]
    """In reading order."""


class _Placed(Struct, frozen=True, kw_only=True):
    """One line of the text."""

    block: Block
    paragraph: Element
    point: Point | None
    table: Element | None


def read_shaped_docx(content: bytes, name: str = "the file") -> ShapedLetter:
    """Return the letter in a .docx with its lists and tables, and its headings with their labels.

    ``read_docx`` gives the same words line by line, which is all that a check asks for.

    Raises:
        CommentKitError: it is no .docx, or one that cannot be read safely.
    """
    reader = LetterReader.of(open_package(content, name), name)
    placed = tuple(_placed(reader))
    shaped = tuple(grouped_quotes(_shaped(placed)))
    return ShapedLetter(word=reader.letter_of(shaped), oddities=tuple(_oddities(placed, reader)))


def _placed(reader: LetterReader) -> Iterator[_Placed]:
    points = Points(reader.package)
    word = reader.package.word
    for block, paragraph in reader.placed_blocks():
        point = points.next(paragraph)
        style = reader.story.style_of(paragraph).name
        yield _Placed(
            block=_seen(block, style, point),
            paragraph=paragraph,
            point=None if isinstance(block, Heading) else point,
            table=outermost_table(paragraph, word),
        )


def _seen(block: Block, style: str, point: Point | None) -> Block:
    """Return ``block`` as its style and number make a reader see it."""
    if isinstance(block, Heading):
        return replace(block, label=point.label if point is not None and point.ordered else "")
    if isinstance(block, Paragraph) and style.casefold() in _CODE_STYLES:
        return _code(block)
    if isinstance(block, Paragraph) and style.casefold() in _CLOSING_STYLES:
        return replace(block, role="signature")
    return block


def _code(block: Paragraph) -> Block:
    if any(isinstance(part, NoteCall) for part in block.content):
        return block
    lines = ("\n" if isinstance(part, LineBreak) else getattr(part, "text", "") for part in block.content)
    return CodeBlock(text="".join(lines), location=block.location)


def _shaped(placed: Sequence[_Placed]) -> Iterator[Block]:
    """Yield the blocks, points and cells of one list or table together."""
    for table, lines in groupby(placed, key=lambda each: each.table):
        if table is None:
            yield from _listed(tuple(lines))
        else:
            blocks = {each.paragraph: each.block for each in lines}
            yield read_table(table, blocks)


def _listed(lines: Sequence[_Placed]) -> Iterator[Block]:
    for listed, run in groupby(lines, key=lambda each: each.point is not None and isinstance(each.block, Paragraph)):
        if listed:
            yield from nested_lists([(each.block, each.point) for each in run if each.point is not None])
        else:
            yield from (each.block for each in run)


def _oddities(placed: Sequence[_Placed], reader: LetterReader) -> Iterator[Oddity]:
    """Yield what cannot be read without a word about it; a paragraph of no words belongs to the one before it."""
    word = reader.package.word
    places = {each.paragraph: each.block.location for each in placed}
    here: Location | None = None
    for paragraph in paragraphs_in(reader.package.body, word):
        here = places.get(paragraph, here)
        if here is not None:
            yield from _oddities_in(paragraph, here, word)
    for name, note in reader.notes.notes.items():
        sort, _, written = name.partition("-")
        yield from _oddities_in(reader.notes.elements[sort][written], _of_note(note), word)


def _of_note(note: Footnote) -> Location:
    """Return the place of a note itself, not that of the line that calls it."""
    return note.blocks[0].location if note.blocks else note.location


def _oddities_in(element: Element, place: Location, word: str) -> Iterator[Oddity]:
    for kind, names in _KINDS.items():
        if any(element.find(f".//{{{word}}}{name}") is not None for name in names):
            yield Oddity(kind=kind, location=place)
