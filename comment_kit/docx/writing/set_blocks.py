"""Set the blocks of a letter: paragraphs, headings, quotations, lists, code and rules."""

from collections.abc import Iterable
from typing import assert_never

from msgspec.structs import replace

from comment_kit.docx.writing.composition import Composition, PlacedHeading, Story, Surroundings
from comment_kit.docx.writing.letter_styles import LEVELS
from comment_kit.docx.writing.line import BREAK
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.numbering import list_indent, number_properties
from comment_kit.docx.writing.paragraphs import add_paragraph, put_property, set_property
from comment_kit.docx.writing.roles import style_of
from comment_kit.docx.writing.set_inlines import add_inlines
from comment_kit.docx.writing.set_tables import add_table
from comment_kit.docx.writing.wml import Element, add, new
from comment_kit.errors import CommentKitError
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    CodeBlock,
    Division,
    Heading,
    Image,
    ListBlock,
    Paragraph,
    Table,
    ThematicBreak,
)
from comment_kit.model.text import Span

QUOTE_INDENT = 36.0
"""How far a quotation stands in on both sides, in points."""

_DEEPEST = 50
_DEEPEST_LIST = 8


def add_blocks(parent: Element, blocks: Iterable[Block], story: Story, around: Surroundings) -> None:
    """Set ``blocks`` at the end of ``parent``.

    Raises:
        CommentKitError: blocks are nested deeper than anybody means them to be.
    """
    if around.depth > _DEEPEST:
        raise CommentKitError(f"quotations and lists are nested more than {_DEEPEST} deep")
    inside = replace(around, depth=around.depth + 1)
    for block in blocks:
        add_block(parent, block, story, inside)


def add_block(parent: Element, block: Block, story: Story, around: Surroundings) -> None:
    """Set one block at the end of ``parent``."""
    match block:
        case Paragraph():
            _add_text(parent, block, story, around)
        case Heading():
            _add_heading(parent, block, story, around)
        case BlockQuote():
            add_blocks(parent, block.blocks, story, replace(around, quotes=around.quotes + 1))
        case ListBlock():
            _add_list(parent, block, story, around)
        case Table():
            add_table(parent, block, story, indent=_left(around))
        case CodeBlock():
            _add_code(parent, block, story, around)
        case ThematicBreak():
            add_paragraph(parent, story.whole.styles.id("Section Rule"))
        case Division():
            add_blocks(parent, block.blocks, story, replace(around, division=block.name))
        case _:
            assert_never(block)


def _add_text(parent: Element, block: Paragraph, story: Story, around: Surroundings) -> None:
    paragraph = _begin(parent, block.role, story, around)
    if block.content and all(isinstance(part, Image) for part in block.content):
        set_property(paragraph, "jc", val="center")
    if block.role == "signature-line" and not block.content:
        _rule_off(paragraph)
    with story.whole.lines.at_end_of(paragraph) as line:
        add_inlines(line, block.content, story)


def _rule_off(paragraph: Element) -> None:
    """Draw the line to sign on, where the template leaves it to us."""
    borders = new("pBdr")
    add(borders, "bottom", val="single", sz=4, space=1, color="auto")
    put_property(paragraph, borders)


def _begin(parent: Element, role: str, story: Story, around: Surroundings) -> Element:
    """Begin a paragraph of text with the indents of what stands around it."""
    style = around.style or style_of(role, around)
    paragraph = add_paragraph(parent, story.whole.styles.id(style))
    # The style of quotations stands in by itself; lists, and quotations in anything else, need a word.
    styled = style == "Block Text" and around.quotes == 1 and not around.lists
    if (around.quotes or around.lists) and not styled:
        right = twips(QUOTE_INDENT * around.quotes)
        set_property(paragraph, "ind", left=twips(_left(around)), right=right, firstLine=0)
    return paragraph


def _left(around: Surroundings) -> float:
    return QUOTE_INDENT * around.quotes + (list_indent(_list_level(around)) if around.lists else 0.0)


def _list_level(around: Surroundings) -> int:
    return min(around.lists - 1, _DEEPEST_LIST)


def _add_heading(parent: Element, heading: Heading, story: Story, around: Surroundings) -> None:
    whole = story.whole
    if not story.is_body:
        # No part of the letter begins inside a note or a footer.
        _add_text(parent, Paragraph(content=heading.content, location=heading.location), story, around)
        return
    paragraph = add_paragraph(parent, whole.styles.id(_heading_style(heading, whole)))
    if _is_counted(heading, whole) and f"heading {_level(heading)}" not in whole.styles.own:
        put_property(paragraph, number_properties(whole.heading_list or 0, _level(heading) - 1))
    _add_title(paragraph, whole.plan.headings[next(whole.headings_set)], story)


def _add_title(paragraph: Element, placed: PlacedHeading, story: Story) -> None:
    """Set the words of a heading inside the bookmarks by which contents and cross-references find it."""
    lines, identities = story.whole.lines, story.whole.bookmark_ids
    with lines.at_end_of(paragraph) as line, line.bookmark(placed.contents_bookmark, next(identities)):
        if placed.bookmark is None:
            add_inlines(line, placed.heading.content, story)
            return
        with line.bookmark(placed.bookmark, next(identities)):
            add_inlines(line, placed.heading.content, story)


def _heading_style(heading: Heading, whole: Composition) -> str:
    level = _level(heading)
    counts = whole.heading_list is not None and level <= len(whole.layout.heading_numerals)
    return f"heading {level}" if heading.numbered or not counts else f"Heading {level} Unnumbered"


def _is_counted(heading: Heading, whole: Composition) -> bool:
    level = _level(heading)
    return heading.numbered and whole.heading_list is not None and level <= len(whole.layout.heading_numerals)


def _level(heading: Heading) -> int:
    return min(max(heading.level, 1), LEVELS)


def _add_list(parent: Element, block: ListBlock, story: Story, around: Surroundings) -> None:
    inside = replace(around, lists=around.lists + 1)
    level = _list_level(inside)
    number = story.whole.numbering.begin_list(ordered=block.ordered, level=level, start=block.start)
    for item in block.items:
        first, rest = _split(item)
        paragraph = _begin(parent, first.role if first else "", story, inside)
        put_property(paragraph, number_properties(number, level))
        hanging = twips(list_indent(0) - list_indent(-1))
        set_property(
            paragraph, "ind", left=twips(_left(inside)), right=twips(QUOTE_INDENT * around.quotes), hanging=hanging
        )
        if first is not None:
            with story.whole.lines.at_end_of(paragraph) as line:
                add_inlines(line, first.content, story)
        add_blocks(parent, rest, story, replace(inside, depth=around.depth + 1))


def _split(item: tuple[Block, ...]) -> tuple[Paragraph | None, tuple[Block, ...]]:
    """Return the paragraph that stands beside the number, where the item begins with one, and what follows."""
    if item and isinstance(item[0], Paragraph):
        return item[0], item[1:]
    return None, item


def _add_code(parent: Element, block: CodeBlock, story: Story, around: Surroundings) -> None:
    paragraph = add_paragraph(parent, story.whole.styles.id("Source Code"))
    if around.quotes or around.lists:
        set_property(paragraph, "ind", left=twips(_left(around)))
    with story.whole.lines.at_end_of(paragraph) as line:
        for number, words in enumerate(block.text.rstrip("\n").split("\n")):
            if number:
                line.add(BREAK)
            line.run(Span(text=words))
