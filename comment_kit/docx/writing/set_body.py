"""Set the body: its divisions each in their own way, and the page breaks between them."""

from collections.abc import Iterable

from comment_kit.docx.writing.composition import Story, Surroundings
from comment_kit.docx.writing.paragraphs import add_paragraph, put_property, set_property
from comment_kit.docx.writing.set_blocks import add_block
from comment_kit.docx.writing.set_divisions import add_division
from comment_kit.docx.writing.set_edges import LAST_PAGE
from comment_kit.docx.writing.wml import Element, tag
from comment_kit.model.letter import Block, Division

FRONT = ("cover", "contents")
"""Divisions that stand on pages of their own before the body."""

_PARAGRAPH = tag("p")


def add_body(body: Element, blocks: Iterable[Block], story: Story, front_section: Element | None) -> None:
    """Set ``blocks``; with ``front_section``, cover and contents become a section of their own."""
    pages = _Pages(body, story, front_section)
    for block in blocks:
        pages.add(block, block.name if isinstance(block, Division) else "")
    pages.mark_end()


class _Pages:
    """The body as it grows, and whether its next block begins a page or a section."""

    def __init__(self, body: Element, story: Story, front_section: Element | None) -> None:
        self._body = body
        self._story = story
        self._front_section = front_section
        self._breaks = False
        self._in_front = False

    def add(self, block: Block, division: str) -> None:
        """Set the next block on the page it belongs on."""
        last = _last(self._body)
        if division == "pagebreak":
            self._breaks = last is not None
            return
        if self._in_front and division not in FRONT and self._front_section is not None:
            self._close_section(self._front_section)
        self._set(block)
        # lxml counts children one by one each time it is asked, so what is new is found from the last one.
        added = self._body if last is None else last.itersiblings()
        first = next(iter(added), None)
        if first is None:
            return
        if self._breaks:
            self._begin_page(first)
        self._in_front = self._breaks = division in FRONT

    def mark_end(self) -> None:
        """Set the bookmark by which "page X of Y" finds the last page; a body ends with a paragraph."""
        whole = self._story.whole
        with (
            whole.lines.at_end_of(self._last_paragraph()) as line,
            line.bookmark(LAST_PAGE, next(whole.bookmark_ids)),
        ):
            pass

    def _set(self, block: Block) -> None:
        if isinstance(block, Division):
            add_division(self._body, block, self._story)
        else:
            add_block(self._body, block, self._story, Surroundings())

    def _begin_page(self, first: Element) -> None:
        """Begin a page at ``first``, a child of the body."""
        if first.tag != _PARAGRAPH:
            before = add_paragraph(self._body, self._story.whole.styles.id("Normal"))
            first.addprevious(before)
            first = before
        set_property(first, "pageBreakBefore")

    def _close_section(self, section: Element) -> None:
        """End the section of the front with the last paragraph so far."""
        put_property(self._last_paragraph(), section)
        self._front_section, self._breaks = None, False

    def _last_paragraph(self) -> Element:
        last = _last(self._body)
        if last is not None and last.tag == _PARAGRAPH:
            return last
        return add_paragraph(self._body, self._story.whole.styles.id("Normal"))


def _last(body: Element) -> Element | None:
    return next(body.iterchildren(reversed=True), None)
