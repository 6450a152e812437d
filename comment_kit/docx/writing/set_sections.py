"""Set up the pages: their size, and what stands at their head and foot."""

from collections.abc import Callable, Sequence

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.hdrftr import FooterPart, HeaderPart

from comment_kit.docx.writing.composition import Composition, Story, Surroundings
from comment_kit.docx.writing.ground import Ground
from comment_kit.docx.writing.looks import twips
from comment_kit.docx.writing.paragraphs import add_paragraph, put_property, set_property
from comment_kit.docx.writing.set_blocks import add_blocks
from comment_kit.docx.writing.set_fields import field
from comment_kit.docx.writing.set_inlines import add_run
from comment_kit.docx.writing.wml import Element, add, new
from comment_kit.model.layout import PageNumbers
from comment_kit.model.letter import Block, Division
from comment_kit.model.text import Span

LAST_PAGE = "_LastPage"
"""The bookmark at the end of the letter, and the key of its page among the pages that the caller knows."""

_DRAFT = "DRAFT \u2014 NOT FOR FILING"
_EDGE = 36.0
"""How far header and footer stand from the edge of the sheet, in points."""


def page_section(whole: Composition, ground: Ground, feet: Sequence[Division], *, front: bool = False) -> Element:
    """Return ``w:sectPr`` for the body, or for the pages in front of it where these are counted apart."""
    section = new("sectPr")
    first = _differs_on_first(whole, feet, front=front)
    _Edges(whole, ground, section).add(feet, first=first, numbered=not front)
    _add_page(section, whole)
    if not front and counts_apart(whole):
        add(section, "pgNumType", start=1)
    add(section, "cols", space=720)
    if first:
        add(section, "titlePg")
    return section


def counts_apart(whole: Composition) -> bool:
    """Return whether the pages before the body bear no numbers and the body begins on page 1."""
    return bool(whole.layout.settings.get("body_starts_at_one", False))


def _differs_on_first(whole: Composition, feet: Sequence[Division], *, front: bool) -> bool:
    own_foot = any(foot.attributes.get("pages") != "all" for foot in feet)
    hides_number = not whole.layout.number_first_page and not counts_apart(whole)
    return own_foot or (hides_number and not front)


def _add_page(section: Element, whole: Composition) -> None:
    layout = whole.layout
    add(section, "pgSz", w=twips(layout.page_width), h=twips(layout.page_height))
    margin = twips(layout.margin)
    edge = twips(min(_EDGE, layout.margin / 2))
    add(section, "pgMar", top=margin, right=margin, bottom=margin, left=margin, header=edge, footer=edge, gutter=0)


class _Edges:
    """The headers and footers of one section."""

    def __init__(self, whole: Composition, ground: Ground, section: Element) -> None:
        self._whole = whole
        self._ground = ground
        self._section = section

    def add(self, feet: Sequence[Division], *, first: bool, numbered: bool) -> None:
        """Add what stands at head and foot of the first page and of the others."""
        layout = self._whole.layout
        numbered = numbered and layout.page_numbers is not PageNumbers.NONE
        everywhere = [foot for foot in feet if foot.attributes.get("pages") == "all"]
        if self._whole.about.draft:
            self._add_part("header", "default", self._fill_draft)
            if first:
                self._add_part("header", "first", self._fill_draft)
        self._add_part("footer", "default", lambda story: self._fill_foot(story, everywhere, numbered=numbered))
        if first:
            on_first = numbered and layout.number_first_page
            self._add_part("footer", "first", lambda story: self._fill_foot(story, feet, numbered=on_first))

    def _add_part(self, edge: str, pages: str, fill: Callable[[Story], None]) -> None:
        root = new("hdr" if edge == "header" else "ftr")
        name = self._ground.package.next_partname(f"/word/{edge}%d.xml")
        kind, content, relation = (
            (HeaderPart, CONTENT_TYPE.WML_HEADER, RELATIONSHIP_TYPE.HEADER)
            if edge == "header"
            else (FooterPart, CONTENT_TYPE.WML_FOOTER, RELATIONSHIP_TYPE.FOOTER)
        )
        part = kind(PackURI(name), content, root, self._ground.package)
        add(self._section, f"{edge}Reference", type=pages, r_id=self._ground.document.relate_to(part, relation))
        fill(Story(part, self._whole))

    def _fill_draft(self, story: Story) -> None:
        paragraph = add_paragraph(story.part.element, story.whole.styles.id("Draft Mark"))
        add_run(paragraph, Span(text=_DRAFT))

    def _fill_foot(self, story: Story, feet: Sequence[Division], *, numbered: bool) -> None:
        root = story.part.element
        for foot in feet:
            add_blocks(root, foot.blocks, story, Surroundings(division="footer"))
        if feet and len(root):
            _rule_above(root[0])
        if numbered or not len(root):
            paragraph = add_paragraph(root, story.whole.styles.id("footer"))
            if feet:
                set_property(paragraph, "spacing", before=120)
            if numbered:
                _add_page_number(paragraph, story.whole)


def _rule_above(paragraph: Element) -> None:
    borders = new("pBdr")
    add(borders, "top", val="single", sz=4, space=6, color="7F7F7F")
    put_property(paragraph, borders)


def _add_page_number(paragraph: Element, whole: Composition) -> None:
    of_pages = whole.layout.page_numbers is PageNumbers.PAGE_OF_PAGES
    if of_pages:
        add_run(paragraph, Span(text="Page "))
    with field(paragraph, " PAGE "):
        add_run(paragraph, Span(text="1"))
    if of_pages:
        add_run(paragraph, Span(text=" of "))
        # SECTIONPAGES would say it too, but LibreOffice does not compute it.
        with field(paragraph, f" PAGEREF {LAST_PAGE} "):
            add_run(paragraph, Span(text=str(whole.pages.get(LAST_PAGE, max(whole.pages.values(), default=1)))))


def letter_feet(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], tuple[Division, ...]]:
    """Return the blocks of the body, and the divisions that stand at the foot of its pages."""
    feet = tuple(block for block in blocks if isinstance(block, Division) and block.name == "footer")
    return tuple(block for block in blocks if not (isinstance(block, Division) and block.name == "footer")), feet
