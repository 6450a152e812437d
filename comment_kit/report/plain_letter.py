"""Write a set letter as plain text for a terminal: its notes below it, italics between asterisks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from msgspec import Struct

from comment_kit.model.citations import StringCite
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    CodeBlock,
    CrossReference,
    Division,
    Heading,
    Image,
    Inline,
    Letter,
    LineBreak,
    ListBlock,
    Mention,
    NoteCall,
    Paragraph,
    SetCitation,
    Table,
    ThematicBreak,
    notes_in_order,
)
from comment_kit.model.targets import printed_targets
from comment_kit.model.text import Span

_INDENT = 4


def render_plain_letter(letter: Letter, width: int) -> str:
    """Return ``letter``, whose citations are set, as lines of at most ``width`` columns; notes stand at its end."""
    called = notes_in_order(letter)
    writer = _Writer(
        width=width, marks={each.note.id: each.printed for each in called}, printed=printed_targets(letter, called)
    )
    parts = ["\n".join(writer.block(block, 0)) for block in letter.blocks]
    notes = ("\n".join(writer.note(each.printed, each.note.blocks)) for each in called)
    return "\n\n".join([*filter(None, parts), *notes]) + "\n"


class _Writer(Struct, frozen=True, kw_only=True):
    width: int
    marks: Mapping[str, str]
    """What each note is called by."""
    printed: Mapping[str, str]
    """What a cross-reference prints."""

    def block(self, block: Block, indent: int) -> list[str]:  # noqa: PLR0911 -- one answer for each kind of block
        """Return the lines of ``block``; none for what says nothing on a screen."""
        match block:
            case Paragraph():
                return self._wrapped(self._line(block.content), indent)
            case Heading():
                return self._wrapped(" ".join(filter(None, (block.label, self._line(block.content)))), indent)
            case BlockQuote():
                return self._blocks(block.blocks, indent + _INDENT)
            case ListBlock():
                return [line for item in self._items(block, indent) for line in item]
            case Table():
                return [" " * indent + " | ".join(map(self._line, row)) for row in (block.header, *block.rows)]
            case CodeBlock():
                return [" " * (indent + _INDENT) + line for line in block.text.splitlines()]
            case ThematicBreak():
                return [" " * indent + "* * *"]
            case Division():
                return self._blocks(block.blocks, indent)
            case _:
                assert_never(block)

    def note(self, mark: str, blocks: Iterable[Block]) -> list[str]:
        """Return the lines of a note behind its mark."""
        return _marked(f"[{mark}]", self._blocks(blocks, _INDENT), 0)

    def _blocks(self, blocks: Iterable[Block], indent: int) -> list[str]:
        lines: list[str] = []
        for block in blocks:
            lines += [*([""] if lines else []), *self.block(block, indent)]
        return lines

    def _items(self, block: ListBlock, indent: int) -> Iterator[list[str]]:
        for number, item in enumerate(block.items, block.start):
            mark = f"{number}." if block.ordered else "-"
            yield _marked(mark, self._blocks(item, indent + _INDENT), indent)

    def _wrapped(self, words: str, indent: int) -> list[str]:
        margin = " " * indent
        lines: list[str] = []
        for line in words.split("\n"):
            lines += textwrap.wrap(
                line,
                max(self.width, indent + 20),
                initial_indent=margin,
                subsequent_indent=margin,
                break_long_words=False,
                break_on_hyphens=False,
            )
        return lines

    def _line(self, content: Iterable[Inline]) -> str:
        return "".join(map(self._inline, content))

    def _inline(self, part: Inline) -> str:  # noqa: PLR0911 -- one answer for each kind of inline
        match part:
            case Span():
                return _typed(part)
            case SetCitation():
                return "".join(map(_typed, part.text))
            case LineBreak():
                return "\n"
            case NoteCall():
                return f"[{self.marks[part.note]}]" if part.note in self.marks else ""
            case CrossReference():
                return "".join(map(_typed, part.words)) or self.printed.get(part.target, part.target)
            case Image():
                return f"({part.alt})"
            case Mention():
                return f"@{part.key}"
            case StringCite():
                return f"[{'; '.join(f'@{each.key}' for each in part.citations)}]"
            case _:
                assert_never(part)


def _typed(span: Span) -> str:
    if not span.italic or not span.text.strip():
        return span.text
    words = span.text.strip()
    before, _, behind = span.text.partition(words)
    return f"{before}*{words}*{behind}"


def _marked(mark: str, lines: list[str], indent: int) -> list[str]:
    """Return ``lines`` with ``mark`` in the margin of the first."""
    if not lines:
        return [" " * indent + mark]
    return [f"{' ' * indent}{mark.ljust(_INDENT - 1)} {lines[0].lstrip()}", *lines[1:]]
