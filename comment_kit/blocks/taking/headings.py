"""See the headings that a writer typed: labels as words of the title, titles as paragraphs of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from comment_kit.model.letter import Block, Heading, Inline, Letter, Paragraph
from comment_kit.model.text import Span, plain

_LABEL = re.compile(r"\s*((?:[IVXL]{1,7}|[A-Z]|[a-z]|\d{1,2}(?:\.\d{1,2}){0,3})[.)])[\s\u00a0]+(?=\S)")
_MOST_WORDS = 30
_LEVELS = (re.compile(r"[IVXL]+[.)]"), re.compile(r"[A-Z][.)]"), re.compile(r"\d"))
"""How each level is labelled where nothing but the label tells."""


def with_typed_headings(letter: Letter) -> Letter:
    """Return ``letter`` with the labels of its headings told from their words.

    Where no paragraph has the style of a heading, short paragraphs all in bold or capitals that begin with a label, or
    are one of the usual titles, are headings. A heading without a label among labelled ones is unnumbered.
    """
    blocks: Sequence[Block] = letter.blocks
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = [_promoted(block) if isinstance(block, Paragraph) else block for block in blocks]
    blocks = [_labelled(block) if isinstance(block, Heading) else block for block in blocks]
    counted = {block.level for block in blocks if isinstance(block, Heading) and block.label}
    return replace(letter, blocks=tuple(_numbered(block, counted) for block in blocks))


def _numbered(block: Block, counted: set[int]) -> Block:
    if isinstance(block, Heading) and block.numbered and not block.label and block.level in counted:
        return replace(block, numbered=False)
    return block


def _labelled(heading: Heading) -> Heading:
    found = _LABEL.match(heading_text(heading.content))
    if heading.label or found is None:
        return heading
    return replace(heading, label=found[1], content=_cut(heading.content, found.end()))


def heading_text(content: Sequence[Inline]) -> str:
    """Return the words of a line."""
    return plain(part for part in content if isinstance(part, Span))


def _cut(content: Sequence[Inline], count: int) -> tuple[Inline, ...]:
    """Return ``content`` without its first ``count`` characters of words."""
    left: list[Inline] = []
    for part in content:
        if isinstance(part, Span) and count:
            taken = min(count, len(part.text))
            count -= taken
            part = part.with_text(part.text[taken:])  # noqa: PLW2901 - the rest of it
        if not isinstance(part, Span) or part.text:
            left.append(part)
    return tuple(left)


def _promoted(paragraph: Paragraph) -> Block:
    words = heading_text(paragraph.content).strip()
    if not words or len(words.split()) > _MOST_WORDS or not _is_set_apart(paragraph.content, words):
        return paragraph
    usual = words.casefold().strip(".: ") in {"introduction", "conclusion", "discussion", "argument", "background"}
    found = _LABEL.match(words)
    if found is None and not usual:
        return paragraph
    label = found[1] if found else ""
    level = next((at for at, shape in enumerate(_LEVELS, start=1) if shape.match(label)), 1)
    return Heading(level=level, content=paragraph.content, location=paragraph.location)


def _is_set_apart(content: Sequence[Inline], words: str) -> bool:
    spans = [part for part in content if isinstance(part, Span) and part.text.strip()]
    return words.isupper() or all(span.bold for span in spans) or all(span.small_caps for span in spans)
