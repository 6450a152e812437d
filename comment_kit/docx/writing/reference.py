"""Take the styles, the page set-up and the heads and feet of a firm's own file, and leave its words behind."""

import io
from copy import deepcopy
from typing import cast

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from docx.package import Package
from docx.parts.document import DocumentPart
from docx.parts.image import ImagePart
from lxml import etree

from comment_kit.docx.package import WORD, WordPackage, open_package
from comment_kit.docx.writing.ground import Ground, add_part, empty_package, plain_settings
from comment_kit.docx.writing.style_sheet import add_defaults
from comment_kit.docx.writing.wml import Element, new, tag
from comment_kit.errors import CommentKitError
from comment_kit.model.layout import Layout

_NAME = "the reference document"
_MOST_BYTES = 12 * 2**20
"""Of its XML; read, it takes thirty times as much memory. The styles of a firm have about a hundred thousand."""

_KEPT = frozenset(
    {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.NUMBERING, RELATIONSHIP_TYPE.SETTINGS, RELATIONSHIP_TYPE.THEME,
     RELATIONSHIP_TYPE.FONT_TABLE}
)  # fmt: skip

_LEFT_IN_SETTINGS = (
    "attachedTemplate",  # the path of a template on somebody's machine
    "mailMerge", "documentProtection", "writeProtection", "trackRevisions", "revisionView", "updateFields", "docVars",
    "rsids", "endnotePr",
)  # fmt: skip
"""What the firm's settings say of the firm's text, which the letter is not."""

_LEFT_IN_SECTION = ("footnotePr", "endnotePr", "type", "pgNumType", "formProt", "sectPrChange")
"""Counting of notes and pages is the letter's own, or its cross-references would be wrong."""


def firm_ground(reference: bytes, layout: Layout, language: str) -> Ground:
    """Return the firm's file without its words.

    Raises:
        CommentKitError: it cannot be read, is encrypted, holds macros, or is saved in the strict form.
    """
    firm = _opened(reference)
    package, document, body = empty_package()
    section = _take_section(firm, document)
    for rel in firm.rels.values():
        if rel.reltype in _KEPT and not rel.is_external:
            document.rels.add_relationship(rel.reltype, rel.target_part, rel.rId)
    _gather_pictures(package)
    styles = _part(document, RELATIONSHIP_TYPE.STYLES)
    settings = _part(document, RELATIONSHIP_TYPE.SETTINGS)
    numbering = _part(document, RELATIONSHIP_TYPE.NUMBERING)
    return Ground(
        package=package,
        document=document,
        body=body,
        styles=styles if styles is not None else add_part(document, "styles", _styles(layout, language)),
        settings=_cleaned(document, settings)
        if settings is not None
        else add_part(document, "settings", plain_settings(language)),
        numbering=numbering if numbering is not None else add_part(document, "numbering", new("numbering")),
        section=section,
    )


def text_width_of(section: Element | None, otherwise: float) -> float:
    """Return the room between the margins of a section in points, or ``otherwise`` where it does not say."""
    size = section.find(tag("pgSz")) if section is not None else None
    margins = section.find(tag("pgMar")) if section is not None else None
    if size is None or margins is None:
        return otherwise
    try:
        width = int(size.get(tag("w"), "")) - int(margins.get(tag("left"), "")) - int(margins.get(tag("right"), ""))
    except ValueError:
        return otherwise
    return width / 20 if width > 0 else otherwise


def _opened(reference: bytes) -> DocumentPart:
    package = open_package(reference, _NAME)
    _parse_all(package)
    if package.word != WORD[0]:
        raise CommentKitError(
            f"{_NAME} is saved in the strict form of the standard", remedy="save it as an ordinary .docx"
        )
    try:
        document = Package.open(io.BytesIO(reference)).main_document_part
    except (OpcError, KeyError, ValueError, TypeError, AttributeError, etree.XMLSyntaxError) as error:
        raise CommentKitError(f"{_NAME} is broken: {error}", remedy="open it in Word and save it anew") from error
    if not isinstance(document, DocumentPart):
        raise CommentKitError(f"{_NAME} is no Word document", remedy="give a .docx")
    return document


def _parse_all(package: WordPackage) -> None:
    """Make sure that every part can be read, and that its styles are styles."""
    names = [name for name in package.members if name.endswith((".xml", ".rels"))]
    size = sum(len(package.members[name]) for name in names)
    if size > _MOST_BYTES:
        raise CommentKitError(
            f"{_NAME} unpacks to {size // 2**20} MB of text",
            remedy="delete its text, of which only the styles are taken",
        )
    for name in names:
        package.xml(name)
    for name in package.related("styles"):
        if package.xml(name).tag != tag("styles") and package.word == WORD[0]:
            raise CommentKitError(f"{_NAME} is broken: it has no styles", remedy="open it in Word and save it anew")


def _take_section(firm: DocumentPart, document: DocumentPart) -> Element | None:
    """Return the firm's last page set-up, its headers and footers brought along."""
    body = cast("Element", firm.element).find(tag("body"))
    found = body.find(tag("sectPr")) if body is not None else None
    if found is None:
        return None
    section = deepcopy(found)
    for name in _LEFT_IN_SECTION:
        for each in section.findall(tag(name)):
            section.remove(each)
    for each in (*section.findall(tag("headerReference")), *section.findall(tag("footerReference"))):
        relation = each.get(tag("r:id"), "")
        if relation in firm.rels and not firm.rels[relation].is_external:
            document.rels.add_relationship(firm.rels[relation].reltype, firm.rels[relation].target_part, relation)
        else:
            section.remove(each)
    return section


def _gather_pictures(package: Package) -> None:
    """Tell the package of the pictures in the firm's headers, so that none of the letter's takes a name of theirs."""
    for part in package.iter_parts():
        if isinstance(part, ImagePart) and part not in package.image_parts:
            package.image_parts.append(part)


def _part(document: DocumentPart, kind: str) -> Element | None:
    found = [rel.target_part for rel in document.rels.values() if rel.reltype == kind]
    return cast("Element", found[0].element) if found and isinstance(found[0], XmlPart) else None


def _styles(layout: Layout, language: str) -> Element:
    styles = new("styles")
    add_defaults(styles, layout, language)
    return styles


def _cleaned(document: DocumentPart, settings: Element) -> Element:
    """Return the firm's settings without what they say of the firm's own text and machine."""
    for name in _LEFT_IN_SETTINGS:
        for each in settings.findall(tag(name)):
            settings.remove(each)
    part = next(rel.target_part for rel in document.rels.values() if rel.reltype == RELATIONSHIP_TYPE.SETTINGS)
    _drop_addresses(part)
    return settings


def _drop_addresses(part: Part) -> None:
    for name in [name for name, rel in part.rels.items() if rel.is_external]:
        del part.rels[name]
