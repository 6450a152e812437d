"""Find the citation in brackets right behind a quotation in the text of a letter: '"..." (NIST Draft at 4)'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.letter import Block, Inline
from comment_kit.model.rewriting import rewritten
from comment_kit.model.text import Span
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.marked_lines import MarkedLine, marked_line
from comment_kit.recognise.quoting import citations_of

_QUOTATION_ENDS = re.compile(r"\"[,.]? ?$")
_BEHIND_QUOTATION = re.compile(r"[\"\u201d][,.]?\s?[(\[]")


def cited_in_text(blocks: Iterable[Block], desk: Desk) -> tuple[Block, ...]:
    """Return ``blocks`` with each such bracket a citation, once the notes are read and every name is known.

    Only a place in a source of the library makes it one; it is no part of the run of notes, and *Id.* knows nothing of
    it.
    """
    return tuple(_in_place(block, desk) for block in blocks)


def _in_place(block: Block, desk: Desk) -> Block:
    desk.location = block.location
    (done,) = rewritten((block,), partial(_line, desk=desk))
    return done


def _line(content: tuple[Inline, ...], *, desk: Desk) -> tuple[Inline, ...]:
    words = "".join(part.text for part in content if isinstance(part, Span))
    if not _BEHIND_QUOTATION.search(words):
        return content
    marked = marked_line(content, desk.index)
    return tuple(_with_citations(marked, desk))


def _with_citations(marked: MarkedLine, desk: Desk) -> Iterator[Inline]:
    reach = 0
    for start, end in sorted((*marked.groups.round, *marked.groups.square)):
        if not _QUOTATION_ENDS.search(marked.text, max(0, start - 3), start):
            continue
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
