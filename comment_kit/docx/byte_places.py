"""Change an XML member at single bytes, so that everything else in it stays as it was written."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Iterable, Mapping
from xml.parsers import expat

from lxml import etree
from msgspec import Struct

from comment_kit.docx.package import Element
from comment_kit.errors import CommentKitError

_START_TAG = re.compile(rb"<[^\s/>]+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


class Extent(Struct, frozen=True, kw_only=True):
    """Where an element stands among the bytes of its member."""

    start: int
    """Of its start tag."""
    closing: int
    """Of its end tag; its end where it has none, being empty."""
    stop: int
    """Behind its last byte."""


class XmlBytes(Struct, frozen=True, kw_only=True):
    """An XML member whose elements are found at its bytes; held as UTF-8, written as it was."""

    utf8: bytes
    codec: str

    @classmethod
    def of(cls, content: bytes, root: Element) -> XmlBytes:
        """Return the member ``content``, which was parsed as ``root``.

        Raises:
            CommentKitError: it is written in characters that would not come back as they were.
        """
        codec = _MARKS.get(content[:2]) or root.getroottree().docinfo.encoding or "utf-8"
        try:
            utf8 = content.decode(codec).encode()
            unchanged = cls(utf8=utf8, codec=codec).with_pieces(()) == content
        except (LookupError, UnicodeError):
            unchanged = False
        if not unchanged:
            raise CommentKitError(f"the Word file is written in '{codec}', which cannot be kept as it is")
        return cls(utf8=utf8, codec=codec)

    def extents(self, root: Element, wanted: Collection[Element]) -> Mapping[Element, Extent]:
        """Return where the elements ``wanted`` stand, all of them below ``root`` or that root."""
        # Both parsers meet the same elements in the same order; only this one says at which byte.
        order = {at: element for at, element in enumerate(root.iter(etree.Element)) if element in wanted}
        search = _Search(self.utf8, order)
        return search.found()

    def with_pieces(self, pieces: Iterable[tuple[int, str]]) -> bytes:
        """Return the member with each piece set in at its place; at one place in the order given."""
        parts: list[bytes] = []
        before = 0
        for place, piece in sorted(pieces, key=lambda each: each[0]):
            parts += [self.utf8[before:place], piece.encode()]
            before = place
        whole = b"".join((*parts, self.utf8[before:]))
        # What an old set of characters lacks is written as a number, which every reader of XML knows.
        return whole.decode().encode(self.codec, "xmlcharrefreplace")


def root_extent(xml: XmlBytes, root: Element) -> Extent:
    """Return where the root of a member stands."""
    return xml.extents(root, {root})[root]


def appended(content: bytes, root: Element, piece: str) -> bytes:
    """Return the member ``content``, parsed as ``root``, with one more element at its end.

    Raises:
        CommentKitError: as ``XmlBytes.of``.
    """
    xml = XmlBytes.of(content, root)
    extent = root_extent(xml, root)
    if extent.closing < extent.stop:
        return xml.with_pieces([(extent.closing, piece)])
    name = f"{root.prefix}:{etree.QName(root).localname}" if root.prefix else etree.QName(root).localname
    opened = XmlBytes(utf8=xml.utf8[: extent.stop - 2] + b">" + xml.utf8[extent.stop :], codec=xml.codec)
    return opened.with_pieces([(extent.stop - 1, f"{piece}</{name}>")])


class _Search:
    """One reading of a member by a parser that knows at which byte it is."""

    def __init__(self, xml: bytes, wanted: Mapping[int, Element]) -> None:
        self._xml = xml
        self._wanted = wanted
        self._met = 0
        self._open: list[tuple[int, int]] = []
        """The number of each element that is open, and its first byte."""
        self._found: dict[Element, Extent] = {}
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def found(self) -> Mapping[Element, Extent]:
        """Return where the wanted elements stand."""
        self._parser.Parse(self._xml, True)
        return self._found

    def _start(self, _name: str, _attributes: object) -> None:
        self._open.append((self._met, self._parser.CurrentByteIndex))
        self._met += 1

    def _end(self, _name: str) -> None:
        number, start = self._open.pop()
        if number in self._wanted:
            self._found[self._wanted[number]] = self._extent(start, self._parser.CurrentByteIndex)

    def _extent(self, start: int, end: int) -> Extent:
        tag = _START_TAG.match(self._xml, start)
        if tag is not None and tag[0].endswith(b"/>"):
            return Extent(start=start, closing=tag.end(), stop=tag.end())
        return Extent(start=start, closing=end, stop=self._xml.index(b">", end) + 1)
