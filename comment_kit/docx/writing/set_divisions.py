"""Set the divisions of a letter, each in its own way: cover, contents, letterhead, signature."""

from collections.abc import Sequence

from msgspec.structs import replace

from comment_kit.docx.writing.composition import Story, Surroundings
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.paragraphs import put_property, set_property, style_id
from comment_kit.docx.writing.set_blocks import add_blocks
from comment_kit.docx.writing.set_contents import add_contents
from comment_kit.docx.writing.wml import Element, add, new, tag
from comment_kit.model.letter import Block, Division, Paragraph
from comment_kit.model.text import Span

_PARAGRAPH = tag("p")
_TITLE = "Table of Contents"
_SIGNING_ROOM = 20.0
"""The space above a signature that no closing stands before, in points."""


def add_division(body: Element, division: Division, story: Story) -> None:
    """Set ``division`` at the end of ``body``; one that has no way of its own is set as text."""
    last = next(body.iterchildren(reversed=True), None)
    add_blocks(body, _dressed(division), story, Surroundings(division=division.name))
    # lxml counts children one by one each time it is asked, so what is new is found from the last one.
    added = list(body if last is None else last.itersiblings())
    match division.name:
        case "contents":
            add_contents(body, story)
        case "cover":
            _lower(added, story)
        case "letterhead":
            _rule_below(added)
        case "signature":
            _keep_together(added, story)
            if last is not None and last.tag == _PARAGRAPH:
                # A signature alone on its page could stand under anything.
                set_property(last, "keepNext")


def _dressed(division: Division) -> tuple[Block, ...]:
    """Return the blocks of ``division``, with what its template leaves to us."""
    if division.name == "contents" and not division.blocks:
        title = Paragraph(content=(Span(text=_TITLE),), location=division.location, role="contents-title")
        return (title,)
    if division.name == "letterhead":
        return _named(division.blocks)
    return division.blocks


def _named(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a letterhead, the first of its lines as the name of the organization."""
    heads = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.role == "letterhead"]
    has_name = any(isinstance(block, Paragraph) and block.role == "organization" for block in blocks)
    named = [] if has_name else heads[:1]
    return tuple(
        replace(block, role="organization") if at in named and isinstance(block, Paragraph) else block
        for at, block in enumerate(blocks)
    )


def _lower(cover: Sequence[Element], story: Story) -> None:
    """Begin the cover a little above the middle of the page, by the room its lines will take.

    LibreOffice knows no vertical alignment of a section, so the space stands before the first line.
    """
    if not cover or cover[0].tag != _PARAGRAPH:
        return
    layout = story.whole.layout
    room = layout.page_height - 2 * layout.margin
    taken = len(cover) * layout.font_size * 3.2
    set_property(cover[0], "spacing", before=twips(max(0.0, (room - taken) * 0.38)))


def _rule_below(letterhead: Sequence[Element]) -> None:
    if letterhead and letterhead[-1].tag == _PARAGRAPH:
        borders = new("pBdr")
        add(borders, "bottom", val="single", sz=8, space=6, color="404040")
        put_property(letterhead[-1], borders)


def _keep_together(signature: Sequence[Element], story: Story) -> None:
    """Keep a signature on one page, away from the text above it."""
    paragraphs = [each for each in signature if each.tag == _PARAGRAPH]
    for paragraph in paragraphs[:-1]:
        set_property(paragraph, "keepNext")
    if paragraphs and style_id(paragraphs[0]) != story.whole.styles.id("Closing"):
        set_property(paragraphs[0], "spacing", before=twips(_SIGNING_ROOM))
