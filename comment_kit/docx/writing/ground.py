"""The file that a letter is set into: an empty one of our own, or the firm's without its words."""

from typing import cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.package import Package
from docx.parts.document import DocumentPart
from msgspec import Struct

from comment_kit.docx.writing.style_sheet import add_defaults
from comment_kit.docx.writing.wml import Element, add, new
from comment_kit.model.layout import Layout

_KINDS = {
    "styles": (CONTENT_TYPE.WML_STYLES, RELATIONSHIP_TYPE.STYLES),
    "settings": (CONTENT_TYPE.WML_SETTINGS, RELATIONSHIP_TYPE.SETTINGS),
    "numbering": (CONTENT_TYPE.WML_NUMBERING, RELATIONSHIP_TYPE.NUMBERING),
}


class Ground(Struct, frozen=True, kw_only=True):
    """A file with a body that holds nothing yet."""

    package: Package
    document: DocumentPart
    body: Element
    styles: Element
    numbering: Element
    settings: Element
    section: Element | None = None
    """The firm's page set-up with its headers and footers; None where the layout decides."""


def own_ground(layout: Layout, language: str) -> Ground:
    """Return an empty file of our own."""
    package, document, body = empty_package()
    styles = new("styles")
    add_defaults(styles, layout, language)
    return Ground(
        package=package,
        document=document,
        body=body,
        styles=add_part(document, "styles", styles),
        numbering=add_part(document, "numbering", new("numbering")),
        settings=add_part(document, "settings", plain_settings(language)),
    )


def empty_package() -> tuple[Package, DocumentPart, Element]:
    """Return a package with a document whose body is empty, and nothing else."""
    package = Package()
    root = new("document")
    document = DocumentPart(
        PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, cast("BaseOxmlElement", root), package
    )
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    return package, document, add(root, "body")


def add_part(document: DocumentPart, name: str, content: Element) -> Element:
    """Give ``document`` its styles, settings or numbering, and return them."""
    kind, relation = _KINDS[name]
    package = cast("Package", document.package)
    part = XmlPart(PackURI(f"/word/{name}.xml"), kind, cast("BaseOxmlElement", content), package)
    document.relate_to(part, relation)
    return content


def plain_settings(language: str) -> Element:
    """Return ``w:settings`` of a file that Word takes for one of its own age."""
    settings = new("settings")
    add(settings, "defaultTabStop", val=720)
    add(settings, "characterSpacingControl", val="doNotCompress")
    compat = add(settings, "compat")
    uri = "http://schemas.microsoft.com/office/word"
    for name, value in (
        ("compatibilityMode", 15),
        ("overrideTableStyleFontSizeAndJustification", 1),
        ("enableOpenTypeFeatures", 1),
        ("doNotFlipMirrorIndents", 1),
    ):
        add(compat, "compatSetting", name=name, uri=uri, val=value)
    add(settings, "themeFontLang", val=language)
    add(settings, "decimalSymbol", val=".")
    add(settings, "listSeparator", val=",")
    return settings
