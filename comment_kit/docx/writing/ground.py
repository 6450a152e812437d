"""The file that a letter is set into: an empty one of our own, or the firm's without its words."""

from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.package import Package
from docx.parts.document import DocumentPart

from comment_kit.docx.writing.style_sheet import add_defaults
from comment_kit.docx.writing.wml import Element, add, new
from comment_kit.model.layout import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
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
    package = Package()
    root = new("document")
    document = DocumentPart(PackURI("/word/document.xml"), CONTENT_TYPE.WML_DOCUMENT_MAIN, root, package)
    package.relate_to(document, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    styles = new("styles")
    add_defaults(styles, layout, language)
    settings = _settings(language)
    numbering = new("numbering")
    for name, kind, content, relation in (
        ("styles", CONTENT_TYPE.WML_STYLES, styles, RELATIONSHIP_TYPE.STYLES),
        ("settings", CONTENT_TYPE.WML_SETTINGS, settings, RELATIONSHIP_TYPE.SETTINGS),
        ("numbering", CONTENT_TYPE.WML_NUMBERING, numbering, RELATIONSHIP_TYPE.NUMBERING),
    ):
        document.relate_to(XmlPart(PackURI(f"/word/{name}.xml"), kind, content, package), relation)
    return Ground(
        package=package,
        document=document,
        body=add(root, "body"),
        styles=styles,
        numbering=numbering,
        settings=settings,
    )


def _settings(language: str) -> Element:
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
