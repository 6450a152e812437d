"""The properties of the copy that is filed: title, author, language, and nothing else."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from comment_kit.docx.package import WordPackage

MEMBER = "docProps/core.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN = "http://purl.org/dc/elements/1.1/"


class FiledProperties(Struct, frozen=True, kw_only=True):
    """What the copy says of itself."""

    title: str = ""
    author: str = ""
    """The organization that files."""
    language: str = ""


def properties_of(package: WordPackage) -> FiledProperties:
    """Return the title, author and language that a file has now."""
    found: dict[str, str] = {}
    for each in package.relationships(""):
        if each.type.endswith("/core-properties") and each.target in package.members:
            for child in package.xml(each.target):
                found[str(child.tag).rpartition("}")[2]] = (child.text or "").strip()
    return FiledProperties(
        title=found.get("title", ""), author=found.get("creator", ""), language=found.get("language", "")
    )


def properties_xml(properties: FiledProperties) -> bytes:
    """Return the part of the properties."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DUBLIN})
    said = {"title": properties.title, "creator": properties.author, "language": properties.language}
    for name, value in said.items():
        if value:
            etree.SubElement(root, f"{{{_DUBLIN}}}{name}").text = value
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
