"""See a line of a letter as one string, with the places at which it calls notes or cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, a heading or a cell of a table."""

    text: str
    parts: tuple[tuple[int, Inline], ...]
    """Each inline with the offset at which it begins."""
    location: Location
    heading: bool = False
    """True for what is no running text: headings, the cover, the letterhead."""

    def words(self, start: int, end: int) -> Text:
        """Return the words from ``start`` up to ``end`` with their type, without calls and citations."""
        spans: list[Span] = []
        for begins, part in self.parts:
            words = _text(part)
            if begins < end and begins + len(words) > start and words != HOLE:
                style = part if isinstance(part, Span) else Span(text="")
                spans.append(replace(style, text=words[max(start - begins, 0) : end - begins]))
        return joined(spans)

    def holes(self) -> Iterator[tuple[int, Inline]]:
        """Yield the calls, citations and mentions with their offsets."""
        return (
            (at, part) for at, part in self.parts if isinstance(part, NoteCall | StringCite | SetCitation | Mention)
        )


def line(content: Iterable[Inline], location: Location, *, heading: bool = False) -> Line:
    """Return the line that ``content`` makes."""
    inlines = tuple(content)
    texts = [_text(part) for part in inlines]
    starts = accumulate((len(text) for text in texts), initial=0)
    return Line(
        text="".join(texts), parts=tuple(zip(starts, inlines, strict=False)), location=location, heading=heading
    )


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Lines of running text that follow one another, or those of one block quotation."""

    lines: tuple[Line, ...]
    block: bool = False


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
            yield Passage(lines=tuple(inner), block=True)
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
