"""Read the Federal Register's own XML, in which a mark stands wherever a printed page begins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, field

from comment_kit.errors import CommentKitError
from comment_kit.model.pages import Confidence, PageText, Sheet
from comment_kit.pages.numerals import Numeral, read_numeral
from comment_kit.pages.page_marks import believed
from comment_kit.pages.streams import Streams, StreamWriter

if TYPE_CHECKING:
    from lxml import etree

SIZE_LIMIT = 32_000_000
"""Bytes: a day's whole issue has ten million."""

_LEFT_OUT = frozenset({"GPH", "GID", "BILCOD", "FRDOC", "FILED", "MATH", "CNTNTS", "LRH", "RRH"})
_INLINE = frozenset({"E", "SU", "FTREF", "PRTPAGE", "AC", "I", "B", "FR"})
_TEXT = frozenset({"P", "FP", "LI", "ENT"})
_ROOTS = frozenset({"FEDREG", "RULE", "PRORULE", "NOTICE", "PRESDOCU", "SUNSHINE", "CORRECT", "RULES", "NOTICES"})
_ITALIC = "03"


class Token(NamedTuple):
    """A step of a ``StreamWriter``: words, or the name of what stands between them."""

    step: str
    """"words", "italic", "edge", "tight", "end", "call", "opening"."""
    text: str = ""


class _Page(Struct):
    """What stands on one printed page."""

    numeral: Numeral | None
    body: list[Token] = field(default_factory=list)
    notes: list[Token] = field(default_factory=list)


def read_federal_register_xml(xml: bytes, *, first_page: str | None = None, last_page: str | None = None) -> PageText:
    """Return the page text of a document of the Federal Register, or of a whole issue.

    Args:
        xml: as the Federal Register or govinfo publish it.
        first_page: on which the document begins; it has no mark of its own where it begins in the middle of a page.
        last_page: behind which no mark is believed.

    Raises:
        CommentKitError: this is no such XML, or it has entities of its own, or is too large or too deep.
    """
    root = _parsed(xml)
    reading = _Reading(first=read_numeral(first_page or ""), last=read_numeral(last_page or ""))
    reading.read(root)
    pages = reading.numbered()
    streams = _written(pages)
    return PageText(
        format="Federal Register XML",
        sheets=tuple(_sheet(place, page, reading) for place, page in enumerate(pages, start=1)),
        body=streams.body.stream(),
        notes=streams.notes.stream(),
        all=streams.all.stream(),
        total=len(pages),
        removed={sort: count for sort, count in reading.removed.items() if count},
        front=_front(root),
    )


def _parsed(xml: bytes) -> etree._Element:
    from lxml import etree  # noqa: PLC0415 - a door of this room is opened by every build

    if len(xml) > SIZE_LIMIT:
        raise CommentKitError(
            f"the XML has more than {SIZE_LIMIT // 1_000_000} MB", remedy="fetch the XML of the one document"
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as fault:
        raise CommentKitError(f"the XML cannot be read: {fault.msg}", remedy="fetch it again") from fault
    subset = root.getroottree().docinfo.internalDTD
    defined = subset is not None and any(True for _ in subset.iterentities())
    if defined or next(root.iter(etree.Entity), None) is not None:
        raise CommentKitError("the XML defines entities of its own, which are not followed", remedy="fetch it again")
    if root.tag not in _ROOTS and root.find(".//PRTPAGE") is None:
        raise CommentKitError(
            f"this XML begins with <{root.tag!s}> and is not the Federal Register's",
            remedy="add the PDF, or the text with a form feed between the pages",
        )
    return root


class _Reading:
    """The walk through the document: the page it is on, and what it has left out."""

    def __init__(self, *, first: Numeral | None, last: Numeral | None) -> None:
        self.first, self.last = first, last
        self.pages = [_Page(numeral=None)]
        self.removed: defaultdict[str, int] = defaultdict(int)
        self._called: dict[str, _Page] = {}
        self._note: _Page | None = None
        self._waiting_number = False
        self._text_before_marks = False
        self._believed: Iterator[bool] = iter(())

    def read(self, root: etree._Element) -> None:
        """Walk through ``root`` once, from tag to tag."""
        from lxml import etree  # noqa: PLC0415 - see above

        marks = [numeral for numeral in map(_numeral, root.iter("PRTPAGE")) if numeral is not None]
        self._believed = believed(marks, first=self.first, last=self.last)
        skipped = 0
        for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
            tag = str(element.tag)
            if event == "start":
                skipped += tag in _LEFT_OUT
                if not skipped or tag == "PRTPAGE":
                    self._enter(element, tag)
            elif event == "end":
                skipped -= tag in _LEFT_OUT
                if not skipped:
                    self._leave(tag)
            if event != "start" and not skipped and element is not root:
                self._words(element.tail, italic=_is_italic(element.getparent()))

    def numbered(self) -> list[_Page]:
        """Return the pages; what stands before the first mark gets its number, or joins the first page."""
        before, *marked = self.pages
        if not marked:
            one_page = self.first is not None and self.first == self.last
            before.numeral = self.first if one_page else None
            return [before]
        first_mark = marked[0].numeral
        begins_there = first_mark == self.first or (self.first is None and not self._text_before_marks)
        if begins_there or not (before.body or before.notes):
            marked[0].body[:0], marked[0].notes[:0] = before.body, before.notes
            return marked
        if self.first is None and first_mark is not None:
            before.numeral = first_mark._replace(value=first_mark.value - 1)
        else:
            before.numeral = self.first
        return self.pages

    def _enter(self, element: etree._Element, tag: str) -> None:
        if tag == "PRTPAGE":
            self._turn(_numeral(element))
        elif tag == "FTNT":
            self._note, self._waiting_number = self.pages[-1], True
        elif tag == "SU" and self._number(element):
            return
        elif tag not in _INLINE:
            self._put(Token("end"))
            self._text_before_marks |= tag in _TEXT and len(self.pages) == 1
        else:
            self._put(Token("tight" if tag == "SU" else "edge"))
        self._words(element.text, italic=_is_italic(element))

    def _leave(self, tag: str) -> None:
        if tag == "FTNT":
            self._put(Token("end"))
            self._note = None
        elif tag in _INLINE:
            self._put(Token("edge"))
        else:
            self._put(Token("end"))

    def _turn(self, numeral: Numeral | None) -> None:
        """Go on to the page ``numeral``, unless the mark is not believed."""
        if numeral is None:
            # A mark without a number says that a note runs on; its page is that of its call.
            return
        if not next(self._believed):
            again = numeral == self.pages[-1].numeral
            self.removed["page marks out of order"] += not again
            return
        self._put(Token("edge"))
        self.pages.append(_Page(numeral=numeral))

    def _number(self, element: etree._Element) -> bool:
        """Take a raised number as the call or the beginning of a note; return whether it is one."""
        number = " ".join((element.text or "").split()).rstrip(".")
        following = element.getnext()
        if self._note is not None and self._waiting_number:
            self._waiting_number = False
            self._note = self._called.get(number, self.pages[-1])
            self._put(Token("opening", number))
        elif following is not None and following.tag == "FTREF":
            self._called.setdefault(number, self.pages[-1])
            self._put(Token("call", number))
        else:
            return False
        # The number is told; it must not be read as words.
        element.text = None
        return True

    def _words(self, text: str | None, *, italic: bool) -> None:
        if not text:
            return
        if self._note is not None and text.strip():
            self._waiting_number = False
        self._put(Token("italic" if italic else "words", text))

    def _put(self, token: Token) -> None:
        (self.pages[-1].body if self._note is None else self._note.notes).append(token)


def _numeral(mark: etree._Element) -> Numeral | None:
    """Return the page of a mark; None inside a note, whose page is that of its call."""
    in_note = next(mark.iterancestors("FTNT"), None) is not None
    return None if in_note else read_numeral(mark.get("P") or "")


def _is_italic(element: etree._Element | None) -> bool:
    return element is not None and element.tag == "E" and element.get("T") == _ITALIC


def _written(pages: list[_Page]) -> Streams:
    streams = Streams(italics_known=True)
    for page in pages:
        streams.sheet()
        for tokens, note in ((page.body, False), (page.notes, True)):
            for token in tokens:
                for writer in streams.into(note=note):
                    _step(writer, token)
    return streams


def _step(writer: StreamWriter, token: Token) -> None:
    match token.step:
        case "words" | "italic":
            writer.words(token.text, italic=token.step == "italic")
        case "edge" | "tight":
            writer.edge(tight=token.step == "tight")
        case "end":
            writer.line_end()
        case "call":
            writer.call(token.text)
        case "opening":
            writer.opening(token.text)


def _sheet(place: int, page: _Page, reading: _Reading) -> Sheet:
    if page.numeral is None:
        return Sheet(index=place, how="no page mark")
    if page is not reading.pages[0]:
        how, confidence = "page mark of the XML", Confidence.HIGH
    elif reading.first is not None:
        how, confidence = "first page of the entry; it has no mark", Confidence.HIGH
    else:
        how, confidence = "the page before the first mark", Confidence.MIDDLE
    return Sheet(index=place, label=page.numeral.label, confidence=confidence, how=how)


def _front(root: etree._Element) -> str:
    """Return the first words, among them the title and the numbers of the document."""
    words: list[str] = []
    for text in _texts(root):
        words += text.split()
        if len(words) > 400:  # noqa: PLR2004 - a title page
            break
    return " ".join(words)


def _texts(root: etree._Element) -> Iterator[str]:
    return (str(text) for text in root.itertext())
