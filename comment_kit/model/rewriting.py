"""Make a letter anew with some of its inlines replaced."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from msgspec.structs import replace

from comment_kit.model.letter import (
    Block,
    BlockQuote,
    CodeBlock,
    Division,
    Heading,
    Inline,
    Letter,
    ListBlock,
    Paragraph,
    Table,
    ThematicBreak,
)

Change: TypeAlias = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]
"""What becomes of one line of inlines: a paragraph's, a heading's or a table cell's."""


def with_lines(letter: Letter, change: Change) -> Letter:
    """Return ``letter`` with every line of its text and of its notes passed through ``change``."""
    return replace(
        letter,
        blocks=rewritten(letter.blocks, change),
        notes={name: replace(note, blocks=rewritten(note.blocks, change)) for name, note in letter.notes.items()},
    )


def rewritten(blocks: Iterable[Block], change: Change) -> tuple[Block, ...]:
    """Return ``blocks`` with every line passed through ``change``; a paragraph that stays the same is not made anew."""
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph():
            return _paragraph(block, change(block.content))
        case Heading():
            return replace(block, content=change(block.content))
        case BlockQuote() | Division():
            return replace(block, blocks=rewritten(block.blocks, change))
        case ListBlock():
            return replace(block, items=tuple(rewritten(item, change) for item in block.items))
        case Table():
            return replace(
                block,
                header=tuple(change(cell) for cell in block.header),
                rows=tuple(tuple(change(cell) for cell in row) for row in block.rows),
            )
        case CodeBlock() | ThematicBreak():
            return block


def _paragraph(paragraph: Paragraph, content: tuple[Inline, ...]) -> Paragraph:
    if content is paragraph.content:
        return paragraph
    return Paragraph(content=content, role=paragraph.role, location=paragraph.location)
