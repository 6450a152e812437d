"""Set what stands at the head and at the foot of the pages."""

from collections.abc import Sequence
from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.story import StoryPart

from comment_kit.docx.writing.composition import Composition, Story, Surroundings
from comment_kit.docx.writing.ground import Ground
from comment_kit.docx.writing.paragraphs import add_paragraph, put_property, set_property
from comment_kit.docx.writing.set_blocks import add_blocks
from comment_kit.docx.writing.wml import Element, add, new, tag
from comment_kit.model.layout import PageNumbers
from comment_kit.model.letter import Division
from comment_kit.model.text import Span

LAST_PAGE = "_LastPage"
"""The bookmark at the end of the letter, and the key of its page among the pages that the caller knows."""

_DRAFT = "DRAFT \u2014 NOT FOR FILING"


def add_draft_header(whole: Composition, ground: Ground) -> str:
    """Return the relationship of a new header that says the letter is a draft."""
    root = new("hdr")
    add_draft_mark(root, whole)
    return _add_part(HeaderPart, root, ground)


def add_draft_mark(header: Element, whole: Composition) -> None:
    """Put the mark of a draft at the top of ``header``."""
    paragraph = add_paragraph(header, whole.styles.id("Draft Mark"))
    # Made of elements, since a firm's header may call the namespace of Word by another name.
    add(add(paragraph, "r"), "t").text = _DRAFT
    header.insert(0, paragraph)


def add_number(footer: Element, whole: Composition) -> None:
    """Put the number of the page below what ``footer`` of a firm holds, of elements as ``add_draft_mark`` says."""
    paragraph = add_paragraph(footer, whole.styles.id("footer"))
    set_property(paragraph, "jc", val="center")
    add(add(add(paragraph, "fldSimple", instr=" PAGE "), "r"), "t").text = "1"


def add_footer(whole: Composition, ground: Ground, feet: Sequence[Division], *, numbered: bool) -> str:
    """Return the relationship of a new footer with the divisions ``feet``, and the page number where it is asked."""
    root = new("ftr")
    relation = _add_part(FooterPart, root, ground)
    story = Story(cast("StoryPart", ground.document.related_parts[relation]), whole)
    for foot in feet:
        add_blocks(root, foot.blocks, story, Surroundings(division="footer"))
    if len(root) and root[0].tag == tag("p"):
        _rule_above(root[0])
    if numbered or not len(root):
        paragraph = add_paragraph(root, whole.styles.id("footer"))
        if feet:
            set_property(paragraph, "spacing", before=120)
        if numbered:
            _add_page_number(paragraph, whole)
    return relation


def _add_part(kind: type[HeaderPart | FooterPart], root: Element, ground: Ground) -> str:
    header = issubclass(kind, HeaderPart)
    name = PackURI(ground.package.next_partname("/word/header%d.xml" if header else "/word/footer%d.xml"))
    content = CONTENT_TYPE.WML_HEADER if header else CONTENT_TYPE.WML_FOOTER
    part = kind(name, content, cast("BaseOxmlElement", root), ground.package)
    return ground.document.relate_to(part, RELATIONSHIP_TYPE.HEADER if header else RELATIONSHIP_TYPE.FOOTER)


def _rule_above(paragraph: Element) -> None:
    borders = new("pBdr")
    add(borders, "top", val="single", sz=4, space=6, color="7F7F7F")
    put_property(paragraph, borders)
    set_property(paragraph, "spacing", before=200)


def _add_page_number(paragraph: Element, whole: Composition) -> None:
    of_pages = whole.layout.page_numbers is PageNumbers.PAGE_OF_PAGES
    with whole.lines.at_end_of(paragraph) as line:
        if of_pages:
            line.run(Span(text="Page "))
        with line.field(" PAGE "):
            line.run(Span(text="1"))
        if of_pages:
            line.run(Span(text=" of "))
            # SECTIONPAGES would say it too, but LibreOffice does not compute it.
            with line.field(f" PAGEREF {LAST_PAGE} "):
                line.run(Span(text=str(whole.pages.get(LAST_PAGE, max(whole.pages.values(), default=1)))))
