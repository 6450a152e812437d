"""Write a set letter as a Word file."""

from collections.abc import Mapping
from datetime import datetime, time

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.package import Package
from msgspec.structs import replace

from comment_kit.docx.about import About
from comment_kit.docx.archive import members_of, zipped
from comment_kit.docx.stamp import stamp_properties, stamp_xml
from comment_kit.docx.writing.composition import Composition, Story, plan
from comment_kit.docx.writing.footnotes_part import FootnotesPart
from comment_kit.docx.writing.ground import Ground, own_ground
from comment_kit.docx.writing.letter_styles import needed_styles
from comment_kit.docx.writing.numbering import Numbering
from comment_kit.docx.writing.reference import firm_ground, text_width_of
from comment_kit.docx.writing.set_body import add_body
from comment_kit.docx.writing.set_notes import add_notes
from comment_kit.docx.writing.set_sections import counts_apart, letter_feet, page_section
from comment_kit.docx.writing.settings import declare_separators
from comment_kit.docx.writing.style_sheet import StyleSheet
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Letter

_EARLIEST = datetime(2000, 1, 1)  # noqa: DTZ001  # python-docx takes a date without a zone for UTC
_LONGEST_PROPERTY = 255


def write_docx(  # noqa: PLR0913 (what a file is made of, each by its name)
    letter: Letter,
    layout: Layout,
    *,
    about: About,
    pages: Mapping[str, int] | None = None,
    reference: bytes | None = None,
    images: Mapping[str, bytes] | None = None,
    for_office: bool = False,
) -> bytes:
    """Return ``letter`` as a .docx; the same letter always gives the same bytes.

    Args:
        letter: as the styles have set it.
        layout: the page set-up of its template.
        about: the properties of the file, and what our own part of it records.
        pages: the printed page of each heading, by its id; ``LAST_PAGE`` is the key of the last page.
        reference: a firm's own .docx whose styles, page set-up, headers and footers are taken.
        images: the pictures, by their paths as written.
        for_office: leave out what LibreOffice would print twice; for a file that becomes a PDF and is not kept.

    Raises:
        CommentKitError: the letter has more notes than a Word file can hold, or ``reference`` cannot be used.
    """
    blocks, feet = letter_feet(letter.blocks)
    letter = replace(letter, blocks=blocks)
    ground = own_ground(layout, about.language) if reference is None else firm_ground(reference, layout, about.language)
    text_width = text_width_of(ground.section, layout.page_width - 2 * layout.margin)
    styles = StyleSheet(ground.styles, needed_styles(layout, text_width))
    numbering = Numbering(ground.numbering)
    numerals = layout.heading_numerals
    whole = Composition(
        letter=letter,
        layout=layout,
        about=about,
        plan=plan(letter),
        pages=pages or {},
        images=images or {},
        package=ground.package,
        styles=styles,
        numbering=numbering,
        heading_list=numbering.number_headings(numerals, styles) if numerals else None,
        text_width=text_width,
        for_office=for_office,
    )
    body = Story(ground.document, whole, is_body=True)
    front = page_section(whole, ground, (), front=True) if counts_apart(whole) else None
    add_body(ground.body, blocks, body, front)
    ground.body.append(page_section(whole, ground, feet))
    _add_notes(ground, whole)
    _describe(ground.package, about)
    return _sealed(ground, whole)


def _add_notes(ground: Ground, whole: Composition) -> None:
    part = FootnotesPart.default(ground.package)
    ground.document.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    declare_separators(ground.settings)
    add_notes(part, Story(part, whole))


def _describe(package: Package, about: About) -> None:
    """Give the file its properties; its day is the letter's, for the clock would make every file another one."""
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(), package
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    properties = part.core_properties
    properties.title = about.title[:_LONGEST_PROPERTY]
    properties.author = about.author[:_LONGEST_PROPERTY]
    properties.subject = about.subject[:_LONGEST_PROPERTY]
    properties.keywords = about.keywords[:_LONGEST_PROPERTY]
    properties.language = about.language
    made = datetime.combine(about.date, time()) if about.date else _EARLIEST
    properties.created = made
    properties.modified = made


def _sealed(ground: Ground, whole: Composition) -> bytes:
    """Return the file with our own part in it, which holds the hash of every other member."""
    package = ground.package
    own = Part(package.next_partname("/customXml/item%d.xml"), CONTENT_TYPE.XML, b"", package)
    ground.document.relate_to(own, RELATIONSHIP_TYPE.CUSTOM_XML)
    properties_name = PackURI(own.partname.replace("item", "itemProps"))
    properties = Part(properties_name, CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES, stamp_properties(), package)
    own.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    name = own.partname.membername
    members = [(member, whole.lines.set_into(content)) for member, content in members_of(package)]
    others = [member for member in members if member[0] != name]
    stamp = stamp_xml(whole.about, whole.stamps, others)
    return zipped((member, stamp if member == name else content) for member, content in members)
