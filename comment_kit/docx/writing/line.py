"""Write what stands in a line as text, which its part takes in at the end: lxml makes elements ten times as slowly."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree

from comment_kit.docx.writing.wml import ILLEGAL, Element
from comment_kit.model.text import Span

_IN_TEXT = re.compile(f"[&<>\r]|{ILLEGAL}")
_IN_ATTRIBUTES = re.compile(f'[&<>"\t\n\r]|{ILLEGAL}')
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}

_SPECIAL = re.compile("([\t\n\u2011\u00ad])")
_ELEMENTS = {"\t": "<w:tab/>", "\u2011": "<w:noBreakHyphen/>", "\u00ad": "<w:softHyphen/>"}
"""Characters that Word keeps as elements: as characters they fall out of the font."""

BREAK = "<w:r><w:br/></w:r>"
"""A line that ends inside its paragraph."""

_COURIER = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>'

_PLACE = "comment-kit-line"
_PLACES = re.compile(rb"<\?comment-kit-line (\d+)\?>")


class Line:
    """What stands in one line, as WordprocessingML with the usual prefixes."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def __str__(self) -> str:
        return "".join(self._pieces)

    def add(self, xml: str) -> None:
        """Set what is XML already."""
        self._pieces.append(xml)

    def run(self, span: Span, *, style: str | None = None) -> None:
        """Set one run. Italics and small caps stand on the run itself, so that they survive pasting."""
        words = span.text
        set_words = "".join(map(_piece, _SPECIAL.split(words))) if _SPECIAL.search(words) else text("t", words)
        self._pieces.append(f"<w:r>{_type(span, style)}{set_words}</w:r>")

    @contextmanager
    def field(self, instruction: str) -> Iterator[None]:
        """Set a complex field; what is set inside the ``with`` is its result, which stands until Word computes it."""
        self.begin_field(instruction)
        yield
        self.end_field()

    def begin_field(self, instruction: str) -> None:
        """Open a field whose result may run over several lines."""
        self._pieces += (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>',
            text("instrText", instruction),
            '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        )

    def end_field(self) -> None:
        """Close the field that was opened last."""
        self._pieces.append('<w:r><w:fldChar w:fldCharType="end"/></w:r>')

    @contextmanager
    def bookmark(self, name: str, identity: int) -> Iterator[None]:
        """Set a bookmark around what is set inside the ``with``."""
        self._pieces.append(f'<w:bookmarkStart w:id="{identity}" w:name="{attribute(name)}"/>')
        yield
        self._pieces.append(f'<w:bookmarkEnd w:id="{identity}"/>')

    @contextmanager
    def link(self, kind: str, target: str) -> Iterator[None]:
        """Set a link around what is set inside the ``with``; its ``kind`` is "r:id" or "w:anchor"."""
        self._pieces.append(f'<w:hyperlink {kind}="{attribute(target)}" w:history="1">')
        yield
        self._pieces.append("</w:hyperlink>")


def text(name: str, words: str) -> str:
    """Return the element ``name`` of WordprocessingML that holds ``words``, their outer spaces kept."""
    kept = ' xml:space="preserve"' if words[:1].isspace() or words[-1:].isspace() else ""
    return f"<w:{name}{kept}>{_IN_TEXT.sub(_escape, words)}</w:{name}>"


def attribute(value: str) -> str:
    """Return ``value`` as it stands between the quotation marks of an attribute."""
    return _IN_ATTRIBUTES.sub(_escape, value)


class Lines:
    """The lines of one file, each waiting for its part to be serialized."""

    def __init__(self) -> None:
        self._waiting: dict[bytes, bytes] = {}

    @contextmanager
    def at_end_of(self, paragraph: Element) -> Iterator[Line]:
        """Give a line to set; its place is the end of ``paragraph``, an element of a part of our own."""
        line = Line()
        yield line
        paragraph.append(self._place_of(line))

    @contextmanager
    def at_start_of(self, paragraph: Element) -> Iterator[Line]:
        """Give a line to set; its place is in ``paragraph`` right behind its properties."""
        line = Line()
        yield line
        paragraph.insert(1, self._place_of(line))

    def _place_of(self, line: Line) -> Element:
        number = str(len(self._waiting))
        self._waiting[number.encode()] = str(line).encode()
        return etree.ProcessingInstruction(_PLACE, number)

    def set_into(self, part: bytes) -> bytes:
        """Return the serialized ``part`` with each of its lines at its place."""
        return _PLACES.sub(lambda place: self._waiting.get(place[1], place[0]), part)


def _escape(found: re.Match[str]) -> str:
    # What XML cannot hold at all is left out.
    return _ESCAPES.get(found[0], "")


def _piece(words: str) -> str:
    if not words:
        return ""
    return _ELEMENTS.get(words) or text("t", " " if words == "\n" else words)


def _type(span: Span, style: str | None) -> str:
    """Return ``w:rPr`` in the order of the schema, where there is anything to say."""
    properties = (
        f'<w:rStyle w:val="{attribute(style)}"/>' if style is not None else "",
        _COURIER if span.code else "",
        "<w:b/>" if span.bold else "",
        "<w:i/>" if span.italic else "",
        "<w:smallCaps/>" if span.small_caps else "",
        "<w:strike/>" if span.strike else "",
        "<w:noProof/>" if span.code else "",
        '<w:vertAlign w:val="superscript"/>' if span.superscript else "",
        '<w:vertAlign w:val="subscript"/>' if span.subscript and not span.superscript else "",
    )
    said = "".join(properties)
    return f"<w:rPr>{said}</w:rPr>" if said else ""
