"""Guess which paragraphs are quotations though they are indented on the left alone, as many typists set them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from comment_kit.docx.defined_styles import DefinedStyle, indents
from comment_kit.docx.package import Element
from comment_kit.docx.shapes import is_listed
from comment_kit.model.letter import Block, BlockQuote, Inline, NoteCall, Paragraph
from comment_kit.model.text import Span

_FURTHER = 430
"""Twentieths of a point beyond the text: three tenths of an inch."""
_ENUMERATED = re.compile(
    r"\s*(?:[\u2022\u25aa\u25cf\u25e6\uf0b7*\u2013\u2014-]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)]\s)"
)
_QUOTED = re.compile(r"[\u201c\u201d\"]")


def with_guessed_quotes(
    placed: Sequence[tuple[Block, Element]], styles: Mapping[int, DefinedStyle], word: str
) -> Iterator[Block]:
    """Yield the blocks, a paragraph as a quotation where its shape and a note vouch for it.

    It stands alone, further to the right than the text before it or in a frame (a table of one cell); that text stands
    where most of the letter does; it is no point of a list and holds no quotation marks; and a note is called at its
    end and nowhere else in it. Its block says that it is guessed.

    Args:
        placed: each line of the text with its paragraph.
        styles: of each of those paragraphs, by its place in ``placed``.
        word: the namespace of its elements.
    """
    lefts = [_left(paragraph, styles[place], word) for place, (_, paragraph) in enumerate(placed)]
    usual = _usual(placed, lefts)
    for place, (block, paragraph) in enumerate(placed):
        alone = place > 0 and _is_text(placed, lefts, place - 1, usual) and not _goes_on(placed, lefts, place)
        shaped = lefts[place] - usual >= _FURTHER and not _is_point(paragraph, styles[place], word)
        if isinstance(block, Paragraph) and alone and shaped and _is_vouched(block.content):
            yield BlockQuote(blocks=(block,), location=block.location, guessed=True)
        else:
            yield block


def _left(paragraph: Element, style: DefinedStyle, word: str) -> int:
    left, _ = indents(paragraph.find(f"{{{word}}}pPr/{{{word}}}ind"), word)
    inset = _FURTHER if _is_framed(paragraph, word) else 0
    return ((left if left is not None else style.left) or 0) + inset


def _is_framed(paragraph: Element, word: str) -> bool:
    """Return whether ``paragraph`` stands in the only cell of a table."""
    table = next(paragraph.iterancestors(f"{{{word}}}tbl"), None)
    cells = table.iterfind(f"{{{word}}}tr/{{{word}}}tc") if table is not None else ()
    return len(list(islice(cells, 2))) == 1


def _usual(placed: Sequence[tuple[Block, Element]], lefts: Sequence[int]) -> int:
    """Return the indent at which most letters of the text stand."""
    letters = Counter[int]()
    for (block, _), left in zip(placed, lefts, strict=True):
        if isinstance(block, Paragraph):
            letters[left] += sum(len(part.text) for part in block.content if isinstance(part, Span))
    return max(letters, key=lambda left: (letters[left], -left), default=0)


def _is_text(placed: Sequence[tuple[Block, Element]], lefts: Sequence[int], place: int, usual: int) -> bool:
    return isinstance(placed[place][0], Paragraph) and lefts[place] <= usual


def _goes_on(placed: Sequence[tuple[Block, Element]], lefts: Sequence[int], place: int) -> bool:
    """Return whether what follows is set in as far: then both may be points of a list."""
    return place + 1 < len(placed) and lefts[place + 1] >= lefts[place]


def _is_point(paragraph: Element, style: DefinedStyle, word: str) -> bool:
    indent = paragraph.find(f"{{{word}}}pPr/{{{word}}}ind")
    hangs = indent is not None and indent.get(f"{{{word}}}hanging", "0") != "0"
    in_table = any(str(each.tag).endswith("}tc") for each in paragraph.iterancestors())
    return hangs or (in_table and not _is_framed(paragraph, word)) or is_listed(paragraph, style, word)


def _is_vouched(content: Sequence[Inline]) -> bool:
    """Return whether plain words end with the only call of a note in them."""
    seen = [part for part in content if not (isinstance(part, Span) and not part.text.strip())]
    words = "".join(part.text for part in content if isinstance(part, Span))
    calls = sum(isinstance(part, NoteCall) for part in seen)
    return calls == 1 and isinstance(seen[-1], NoteCall) and not _ENUMERATED.match(words) and not _QUOTED.search(words)
