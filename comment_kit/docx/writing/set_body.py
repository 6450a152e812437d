"""Set the body: its divisions each in their own way, and the page breaks between them."""

from collections.abc import Iterable

from comment_kit.docx.writing.composition import Story, Surroundings
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.paragraphs import add_paragraph, put_property, set_property
from comment_kit.docx.writing.set_blocks import add_block, add_blocks
from comment_kit.docx.writing.set_contents import add_contents
from comment_kit.docx.writing.set_edges import LAST_PAGE
from comment_kit.docx.writing.set_fields import bookmark
from comment_kit.docx.writing.wml import Element, tag
from comment_kit.model.letter import Block, Division

_FRONT = ("cover", "contents")
"""Divisions that stand on pages of their own before the body."""


def add_body(body: Element, blocks: Iterable[Block], story: Story, front_section: Element | None) -> None:
    """Set ``blocks``; with ``front_section``, cover and contents become a section of their own."""
    breaks = False
    in_front = False
    for block in blocks:
        name = block.name if isinstance(block, Division) else ""
        if name == "pagebreak":
            breaks = len(body) > 0
            continue
        if in_front and name not in _FRONT and front_section is not None:
            _close_section(body, front_section, story)
            front_section, breaks = None, False
        before = len(body)
        _add_part(body, block, name, story)
        if breaks and len(body) > before:
            _break_before(body, before, story)
        in_front = name in _FRONT
        breaks = in_front or (breaks and len(body) == before)
    _mark_end(body, story)


def _add_part(body: Element, block: Block, name: str, story: Story) -> None:
    before = len(body)
    around = Surroundings(division=name)
    if isinstance(block, Division) and name == "contents":
        add_blocks(body, block.blocks, story, around)
        add_contents(body, story)
        return
    add_block(body, block, story, around)
    if name == "cover":
        _lower(body[before:], story)
    elif name == "signature":
        _keep_together(body[before:])


def _lower(cover: list[Element], story: Story) -> None:
    """Begin the cover a little above the middle of the page, by the room its lines will take.

    LibreOffice knows no vertical alignment of a section, so the space stands before the first line.
    """
    if not cover or cover[0].tag != tag("p"):
        return
    layout = story.whole.layout
    room = layout.page_height - 2 * layout.margin
    taken = len(cover) * layout.font_size * 2.6
    set_property(cover[0], "spacing", before=twips(max(0.0, (room - taken) * 0.38)))


def _keep_together(paragraphs: list[Element]) -> None:
    for paragraph in paragraphs[:-1]:
        if paragraph.tag == tag("p"):
            set_property(paragraph, "keepNext")


def _break_before(body: Element, at: int, story: Story) -> None:
    """Begin a page at the child ``at`` of the body."""
    if body[at].tag != tag("p"):
        body.insert(at, add_paragraph(body, story.whole.styles.id("Normal")))
    set_property(body[at], "pageBreakBefore")


def _close_section(body: Element, section: Element, story: Story) -> None:
    """End a section with the last paragraph of the body so far."""
    if body[-1].tag != tag("p"):
        add_paragraph(body, story.whole.styles.id("Normal"))
    put_property(body[-1], section)


def _mark_end(body: Element, story: Story) -> None:
    """Set the bookmark by which "page X of Y" finds the last page; a body ends with a paragraph."""
    if len(body) == 0 or body[-1].tag != tag("p"):
        add_paragraph(body, story.whole.styles.id("Normal"))
    with bookmark(body[-1], LAST_PAGE, next(story.whole.bookmark_ids)):
        pass
