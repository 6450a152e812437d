"""See the headings that a writer typed: labels as words of the title, titles as paragraphs of text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.model.letter import Block, Heading, Inline, Letter, Paragraph
from comment_kit.model.text import Span, plain

_LABEL = re.compile(r"\s*((?:[IVXL]{1,7}|[A-Z]|[a-z]|\d{1,2}(?:\.\d{1,2}){0,3})[.)])[\s\u00a0]+(?=\S)")
_MOST_WORDS = 30
_LEVELS = (re.compile(r"[IVXL]+[.)]"), re.compile(r"[A-Z][.)]"), re.compile(r"\d"))
"""How each level is labelled where nothing but the label tells."""


def with_typed_headings(letter: Letter) -> Letter:
    """Return ``letter`` with the labels of its headings told from their words.

    Where no paragraph has the style of a heading, short paragraphs whose labels count on (I, A, B, II) are headings,
    and so are those all in bold or capitals that begin with any label or are one of the usual titles. A heading
    without a label among labelled ones is unnumbered.
    """
    blocks: Sequence[Block] = letter.blocks
    if not any(isinstance(block, Heading) for block in blocks):
        blocks = [*map(_Labels().promoted, blocks)]
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


class _Labels(Struct):
    """The labels of headings that were met: the next of them is one, too, however it is set."""

    last: list[int] = field(default_factory=lambda: [0, 0])
    """The number of the last part (I, II), and of the last section in it (A, B)."""

    def promoted(self, block: Block) -> Block:
        """Return ``block`` as a heading where its words and their look say that it is one."""
        if not isinstance(block, Paragraph):
            return block
        words = heading_text(block.content).strip()
        found = _LABEL.match(words)
        if not words or len(words.split()) > _MOST_WORDS:
            return block
        level = self._next(found[1].rstrip(".)")) if found else 0
        if not level and _is_set_apart(block.content, words):
            level = _level_by_look(found[1] if found else "", words)
        return Heading(level=level, content=block.content, location=block.location) if level else block

    def _next(self, label: str) -> int:
        """Return the level at which ``label`` goes on counting; 0 where it does not."""
        part, section = self.last
        if label == _roman(part + 1):
            self.last = [part + 1, 0]
            return 1
        if part and label == _letter(section + 1):
            self.last = [part, section + 1]
            return 2
        return 0


def _level_by_look(label: str, words: str) -> int:
    usual = words.casefold().strip(".: ") in {"introduction", "conclusion", "discussion", "argument", "background"}
    if not label:
        return 1 if usual else 0
    return next((at for at, shape in enumerate(_LEVELS, start=1) if shape.match(label)), 0)


def _roman(number: int) -> str:
    tens, ones = divmod(number, 10)
    return "X" * tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[ones]


def _letter(number: int) -> str:
    return chr(ord("A") + number - 1)


def _is_set_apart(content: Sequence[Inline], words: str) -> bool:
    spans = [part for part in content if isinstance(part, Span) and part.text.strip()]
    return words.isupper() or all(span.bold for span in spans) or all(span.small_caps for span in spans)
