"""Find the citation in brackets behind a quotation in the text of a letter: '"..." (NIST Draft at 4)'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec.structs import replace

from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.letter import Block, BlockQuote, Inline, Paragraph
from comment_kit.model.rewriting import rewritten
from comment_kit.model.text import Span
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range
from comment_kit.recognise.marked_lines import MarkedLine, marked_line
from comment_kit.recognise.quoting import citations_of

_QUOTATION_ENDS = re.compile(r"\"[,.]? ?$")
_BEHIND_QUOTATION = re.compile(r"[\"\u201d][,.]?\s?[(\[]")

_ENDS_BLOCK = re.compile(r"[.?!][\"\u201d]?\s[(\[][^\"\u201c]{3,200}[)\]]\.?\s*$")
_SENTENCE_ENDS = re.compile(r"[.?!]\"? ?$")


def cited_in_text(blocks: Iterable[Block], desk: Desk) -> tuple[Block, ...]:
    """Return ``blocks`` with each such bracket a citation, once the notes are read and every name is known.

    It stands right behind the closing mark, or ends a block quotation. Only a place in a source of the library makes it
    one; it is no part of the run of notes, and *Id.* knows nothing of it.
    """
    return tuple(_in_place(block, desk) for block in blocks)


def _in_place(block: Block, desk: Desk) -> Block:
    desk.location = block.location
    (done,) = rewritten((block,), partial(_line, desk=desk))
    match done:
        case BlockQuote(blocks=(*before, Paragraph() as last)):
            return replace(done, blocks=(*before, replace(last, content=_ended(last.content, desk))))
        case _:
            return done


def _line(content: tuple[Inline, ...], *, desk: Desk) -> tuple[Inline, ...]:
    if not _BEHIND_QUOTATION.search(_words(content)):
        return content
    marked = marked_line(content, desk.index)
    brackets = sorted((*marked.groups.round, *marked.groups.square))
    behind = (each for each in brackets if _QUOTATION_ENDS.search(marked.text, max(0, each[0] - 3), each[0]))
    return tuple(_with_citations(marked, behind, desk))


def _ended(content: tuple[Inline, ...], desk: Desk) -> tuple[Inline, ...]:
    """Return the last paragraph of a block quotation with the bracket that ends it, behind a sentence, a citation."""
    if not _ENDS_BLOCK.search(_words(content)):
        return content
    marked = marked_line(content, desk.index)
    last = sorted((*marked.groups.round, *marked.groups.square))[-1:]
    ending = (each for each in last if _SENTENCE_ENDS.search(marked.text, max(0, each[0] - 5), each[0]))
    return tuple(_with_citations(marked, ending, desk))


def _words(content: tuple[Inline, ...]) -> str:
    return "".join(part.text for part in content if isinstance(part, Span))


def _with_citations(marked: MarkedLine, brackets: Iterable[Range], desk: Desk) -> Iterator[Inline]:
    reach = 0
    for start, end in brackets:
        citations = _known(citations_of(marked.line.cut(start + 1, end - 1), desk), desk)
        if not citations:
            continue
        yield from marked.line.cut(reach, start)
        yield StringCite(citations=citations, location=desk.location)
        reach = end
    yield from marked.line.cut(reach, len(marked.text))


def _known(found: Iterable[Citation | None], desk: Desk) -> tuple[Citation, ...]:
    """Return what was ``found`` where every citation names a place in a source of the library; else nothing."""
    known: list[Citation] = []
    for each in found:
        if each is None or each.locator is None or each.key not in desk.index.library.sources:
            return ()
        known.append(each)
    return tuple(known)
