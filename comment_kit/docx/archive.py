"""Write the members of a package as a zip that is the same on every run."""

import io
import zipfile
from collections.abc import Iterable

from docx.opc.package import OpcPackage
from docx.opc.part import Part
from docx.opc.rel import Relationships
from lxml import etree

Members = list[tuple[str, bytes]]

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "tiff": "image/tiff",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day a zip knows; the clock would make every file another one."""


def members_of(package: OpcPackage) -> Members:
    """Return name and bytes of every member, in the order in which they are written."""
    parts = list(package.iter_parts())
    members = [("[Content_Types].xml", _content_types(parts)), ("_rels/.rels", _relationships(package.rels))]
    for part in parts:
        members.append((part.partname.membername, part.blob))
        if part.rels:
            members.append((part.partname.rels_uri.membername, _relationships(part.rels)))
    return members


def zipped(members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of ``members`` in their order, without the time at which it was made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            member = zipfile.ZipInfo(name, date_time=_EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, content)
    return stream.getvalue()


def _relationships(relationships: Relationships) -> bytes:
    """Return a .rels member; python-docx parses a little document for each, which thousands of links feel."""
    root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
    for each in relationships.values():
        attributes = {"Id": each.rId, "Type": each.reltype, "Target": each.target_ref}
        if each.is_external:
            attributes["TargetMode"] = "External"
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def _content_types(parts: Iterable[Part]) -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
    for extension, content in _DEFAULTS.items():
        etree.SubElement(root, f"{{{_TYPES}}}Default", {"Extension": extension, "ContentType": content})
    for part in sorted(parts, key=lambda part: str(part.partname)):
        if _DEFAULTS.get(part.partname.ext.lower()) != part.content_type:
            attributes = {"PartName": str(part.partname), "ContentType": part.content_type}
            etree.SubElement(root, f"{{{_TYPES}}}Override", attributes)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
