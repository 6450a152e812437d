"""The part of the file that is ours: the circumstances of its setting, and a hash of everything else in it."""

import hashlib
from collections.abc import Iterable

from lxml import etree

from comment_kit.docx.about import About
from comment_kit.docx.package import Element, WordPackage
from comment_kit.docx.writing.wml import legal
from comment_kit.model.blocks import BlockUse, fingerprint
from comment_kit.model.printed import LetterStamp

NAMESPACE = "urn:comment-kit:letter:1"
ITEM_ID = "{6C1B7A52-3E0D-4C55-9F4B-0B6D2C9D7A11}"
"""The identity that Word asks of a custom part; the same in every file, for it says only whose part it is."""

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def stamp_xml(about: About, citations: Iterable[str], members: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the part: style, date, sources and blocks of the letter, its citations' stamps, its members' hashes."""
    root = etree.Element(
        _tag("letter"),
        {
            "style": about.style,
            "date": about.date.isoformat() if about.date else "",
            "draft": "true" if about.draft else "false",
            "recipient": legal(about.recipient),
        },
        nsmap={None: NAMESPACE},
    )
    for key in about.sources:
        etree.SubElement(root, _tag("source"), {"key": key})
    for number in about.docket:
        etree.SubElement(root, _tag("docket"), {"id": legal(number)})
    for use in about.blocks:
        _add_use(root, use)
    for version, text in about.block_texts.items():
        etree.SubElement(root, _tag("text"), {"sha256": version}).text = legal(text)
    for citation in citations:
        etree.SubElement(root, _tag("citation"), {"stamp": citation})
    for name, content in members:
        etree.SubElement(root, _tag("member"), {"name": name, "sha256": hashlib.sha256(content).hexdigest()})
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def stamp_properties() -> bytes:
    """Return the properties part that stands beside ours: its identity and its namespace."""
    root = etree.Element(f"{{{_PROPERTIES}}}datastoreItem", nsmap={"ds": _PROPERTIES})
    root.set(f"{{{_PROPERTIES}}}itemID", ITEM_ID)
    references = etree.SubElement(root, f"{{{_PROPERTIES}}}schemaRefs")
    etree.SubElement(references, f"{{{_PROPERTIES}}}schemaRef").set(f"{{{_PROPERTIES}}}uri", NAMESPACE)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def find_stamp(package: WordPackage) -> tuple[str, LetterStamp] | None:
    """Return the member that is ours and what it records, or None where the file has none."""
    for member in package.related("customXml"):
        root = package.xml(member)
        if root.tag == _tag("letter"):
            return member, _read(root)
    return None


def _read(root: Element) -> LetterStamp:
    return LetterStamp(
        style=root.get("style", ""),
        date=root.get("date", ""),
        draft=root.get("draft") == "true",
        sources=tuple(each.get("key", "") for each in root.iterfind(_tag("source"))),
        citations=tuple(each.get("stamp", "") for each in root.iterfind(_tag("citation"))),
        members={each.get("name", ""): each.get("sha256", "") for each in root.iterfind(_tag("member"))},
        recipient=root.get("recipient", ""),
        docket=tuple(each.get("id", "") for each in root.iterfind(_tag("docket"))),
        blocks=tuple(map(_read_use, root.iterfind(_tag("block")))),
        block_texts=_read_texts(root),
    )


def _add_use(root: Element, use: BlockUse) -> None:
    attributes = {"name": use.name, "sha256": use.fingerprint, "within": use.within}
    element = etree.SubElement(root, _tag("block"), {name: legal(value) for name, value in attributes.items()})
    for name, value in use.parameters.items():
        etree.SubElement(element, _tag("parameter"), {"name": legal(name), "value": legal(value)})


def _read_use(element: Element) -> BlockUse:
    return BlockUse(
        name=element.get("name", ""),
        fingerprint=element.get("sha256", ""),
        within=element.get("within", ""),
        parameters={each.get("name", ""): each.get("value", "") for each in element.iterfind(_tag("parameter"))},
    )


def _read_texts(root: Element) -> dict[str, str]:
    texts = {each.get("sha256", ""): each.text or "" for each in root.iterfind(_tag("text"))}
    return {version: text for version, text in texts.items() if fingerprint(text) == version}


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
