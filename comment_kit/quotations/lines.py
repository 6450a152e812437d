"""See a line of a letter as one string, with the places at which it calls notes or cites."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    CrossReference,
    Division,
    Heading,
    Inline,
    LineBreak,
    ListBlock,
    Mention,
    NoteCall,
    Paragraph,
    SetCitation,
    Table,
)
from comment_kit.model.places import Location
from comment_kit.model.text import Span, Text, joined, plain
from comment_kit.quotations.sentences import HOLE

_HOLES = (NoteCall, StringCite, SetCitation, Mention)


class Line(Struct, frozen=True, kw_only=True):
    """A paragraph, a heading or a cell of a table."""

    text: str
    parts: tuple[Inline, ...]
    starts: tuple[int, ...]
    """Where each inline begins."""
    holes: tuple[tuple[int, Inline], ...]
    """The calls, citations and mentions with their offsets."""
    location: Location
    heading: bool = False
    """True for what is no running text: headings, the cover, the letterhead."""

    def words(self, start: int, end: int) -> Text:
        """Return the words from ``start`` up to ``end`` with their type, without calls and citations."""
        spans: list[Span] = []
        first, beyond = max(bisect_right(self.starts, start) - 1, 0), bisect_left(self.starts, end)
        for begins, part in zip(self.starts[first:beyond], self.parts[first:beyond], strict=True):
            words = _text(part)
            if words != HOLE:
                style = part if isinstance(part, Span) else Span(text="")
                spans.append(replace(style, text=words[max(start - begins, 0) : end - begins]))
        return joined(spans)


def line(content: Iterable[Inline], location: Location, *, heading: bool = False) -> Line:
    """Return the line that ``content`` makes."""
    parts = tuple(content)
    texts = [_text(part) for part in parts]
    starts = tuple(accumulate((len(text) for text in texts), initial=0))[:-1]
    holes = tuple((at, part) for at, part in zip(starts, parts, strict=True) if isinstance(part, _HOLES))
    return Line(text="".join(texts), parts=parts, starts=starts, holes=holes, location=location, heading=heading)


def _text(part: Inline) -> str:
    match part:
        case Span():
            return part.text
        case LineBreak():
            return " "
        case CrossReference() if part.words:
            return plain(part.words)
        case _:
            return HOLE


def cited_in(part: Inline) -> tuple[Citation, ...]:
    """Return the citations that stand at a place in a line."""
    match part:
        case StringCite():
            return part.citations
        case SetCitation():
            return (part.resolution.citation,)
        case _:
            return ()


class Passage(Struct, frozen=True, kw_only=True):
    """Lines of running text that follow one another, or those of one block quotation."""

    lines: tuple[Line, ...]
    block: bool = False
    guessed: bool = False
    """True for a block that may be none."""


def passages(blocks: Iterable[Block], *, heading: bool = False) -> Iterator[Passage]:
    """Yield the text of ``blocks`` in reading order: neighbouring paragraphs together, each block quotation alone."""
    run: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            run.append(line(block.content, block.location, heading=heading or bool(block.role)))
            continue
        if run:
            yield Passage(lines=tuple(run))
            run = []
        yield from _of_block(block, heading=heading)
    if run:
        yield Passage(lines=tuple(run))


def _of_block(block: Block, *, heading: bool) -> Iterator[Passage]:
    match block:
        case Heading():
            yield Passage(lines=(line(block.content, block.location, heading=True),))
        case BlockQuote():
            inner = (each for passage in passages(block.blocks) for each in passage.lines)
            yield Passage(lines=tuple(inner), block=True, guessed=block.guessed)
        case ListBlock():
            for item in block.items:
                yield from passages(item, heading=heading)
        case Division():
            yield from passages(block.blocks, heading=True)
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield Passage(lines=(line(cell, block.location),))
        case _:
            return
