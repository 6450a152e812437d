"""Open anybody's Word file with care: XML within limits, without entities or network; parts by relationship."""

import posixpath
from collections.abc import Mapping
from typing import TypeAlias

from lxml import etree
from msgspec import Struct, field

from comment_kit.docx.members import Members
from comment_kit.errors import CommentKitError

Element: TypeAlias = etree._Element  # noqa: SLF001  # lxml names its element type no other way

MOST_BYTES_OF_XML = 64 * 1024 * 1024
MOST_TAGS = 2_000_000
"""Tags and attributes of all parts that are read; 20,000 notes have half as many, and each costs 190 bytes."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS = ("macroEnabled", "vbaProject")
_DOCUMENT_TYPE = "declares a document type, which no Word file does"
_MAIN = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
)
WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""The namespace of Word's elements: as everybody saves, and as the strict form of the standard has it."""


class Relationship(Struct, frozen=True, kw_only=True):
    """What one part has to do with another part or with an address."""

    id: str
    type: str
    target: str
    """The name of a member, or an address where it is external."""
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type: "footnotes", "hyperlink", which both forms of the standard share."""
        return self.type.rpartition("/")[2]


class WordPackage(Struct, frozen=True, kw_only=True):
    """The members of one .docx, each parsed at most once."""

    members: Mapping[str, bytes]
    """By name, without a slash before it."""
    main: str
    """The name of the member that holds the body."""
    _parsed: dict[str, Element] = field(default_factory=dict)
    _tags: dict[str, int] = field(default_factory=dict)

    def xml(self, name: str) -> Element:
        """Return the root of the member ``name``.

        Raises:
            CommentKitError: there is no such member, it is no XML, or one part too many for a letter.
        """
        if name not in self._parsed:
            content = self.members.get(name, b"")
            self._tags[name] = content.count(b"<") - content.count(b"</") + content.count(b"=")
            if sum(self._tags.values()) > MOST_TAGS:
                raise CommentKitError(f"{name} in the Word file is larger than any letter")
            self._parsed[name] = parsed(content, name)
        return self._parsed[name]

    @property
    def body(self) -> Element:
        """The root of the main part, ``w:document``."""
        return self.xml(self.main)

    @property
    def word(self) -> str:
        """The namespace of Word's elements in this file."""
        return etree.QName(self.body).namespace or WORD[0]

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Return what ``part`` is related to, in the order of the file; nothing where it says nothing.

        The whole file is the part without a name.
        """
        folder = posixpath.dirname(part)
        rels = relationships_member(part)
        if rels not in self.members:
            return ()
        return tuple(_relationship(each, folder) for each in self.xml(rels) if isinstance(each.tag, str))

    def related(self, kind: str) -> tuple[str, ...]:
        """Return the members that the main part is related to as ``kind`` ("footnotes"), in the order of the file."""
        return tuple(
            each.target
            for each in self.relationships(self.main)
            if each.kind == kind and not each.external and each.target in self.members
        )


def relationships_member(part: str) -> str:
    """Return the name of the member that says what ``part`` is related to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_package(content: bytes, name: str = "the file") -> WordPackage:
    """Return the .docx in ``content``, which messages call ``name``.

    Raises:
        CommentKitError: it is no .docx, it is encrypted, it holds macros, or it is larger than any letter.
    """
    if content.startswith(_OLE):
        raise CommentKitError(
            f"{name} is encrypted, or a Word file of the years before 2007",
            remedy="save it as .docx without a password",
        )
    members = Members(content, name)
    if "[Content_Types].xml" not in members:
        raise CommentKitError(f"{name} is a zip but no Word file", remedy="give a .docx")
    types = members["[Content_Types].xml"]
    if any(mark.encode() in types for mark in _MACROS):
        raise CommentKitError(f"{name} holds macros", remedy="save it as .docx, which holds none")
    package = WordPackage(members=members, main=_main_part(members, name))
    if package.body.tag not in {f"{{{word}}}document" for word in WORD}:
        raise CommentKitError(f"{name} is no Word file: it holds no document", remedy="give a .docx")
    return package


def parsed(content: bytes, name: str) -> Element:
    """Return the root of an XML member; entities are never resolved and nothing is fetched.

    Raises:
        CommentKitError: it is no XML, or declares a document type, as no Word file does.
    """
    if len(content) > MOST_BYTES_OF_XML:
        raise CommentKitError(f"{name} in the Word file is larger than any letter")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise CommentKitError(f"{name} in the Word file {_fault(content, error)}") from error
    if root.getroottree().docinfo.doctype:
        raise CommentKitError(f"{name} in the Word file {_DOCUMENT_TYPE}")
    return root


def _fault(content: bytes, error: etree.XMLSyntaxError) -> str:
    if b"<!DOCTYPE" in content:
        return _DOCUMENT_TYPE
    return "nests deeper than any letter" if "depth" in (error.msg or "") else f"is broken: {error.msg}"


def _main_part(members: Mapping[str, bytes], name: str) -> str:
    root = parsed(members.get("_rels/.rels", b""), "_rels/.rels")
    for each in root:
        if isinstance(each.tag, str) and each.get("Type") in _MAIN:
            target = _relationship(each, "").target
            if target in members:
                return target
    raise CommentKitError(f"{name} is no Word file: nothing in it says where its text is", remedy="give a .docx")


def _relationship(element: Element, folder: str) -> Relationship:
    external = element.get("TargetMode") == "External"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(id=element.get("Id", ""), type=element.get("Type", ""), target=target, external=external)
