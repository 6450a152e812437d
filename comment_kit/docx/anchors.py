"""Find the words of a Word file beside which a comment can stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lxml import etree
from msgspec import Struct

from comment_kit.docx.package import Element, WordPackage
from comment_kit.docx.read_any import LetterReader
from comment_kit.docx.story import first_words
from comment_kit.errors import CommentKitError
from comment_kit.model.comments import Comment
from comment_kit.model.letter import Footnote, walk
from comment_kit.model.text import Span, plain

# What one of these holds is set anew by its program, or cannot hold a comment: the anchor stands around it.
_CLOSED = frozenset({"sdt", "fldSimple", "smartTag", "customXml", "r", "AlternateContent"})


class Anchor(Struct, frozen=True, kw_only=True):
    """The elements between which a comment stands, in one paragraph of the body."""

    first: Element
    last: Element
    declare: bool
    """True where the prefix "w" does not mean Word around them."""


def find_anchors(package: WordPackage, comments: Sequence[Comment]) -> tuple[Anchor, ...]:
    """Return the anchor of each comment, in their order.

    Raises:
        CommentKitError: the file has no word to comment on.
    """
    reader = LetterReader.of(package, "the file")
    reader.letter()
    if not reader.lines:
        raise CommentKitError("the Word file holds no text that a comment could stand beside")
    places = _Places(reader)
    return tuple(places.anchor(comment) for comment in comments)


class _Places:
    """The marks and paragraphs of one file, by what a comment calls them."""

    def __init__(self, reader: LetterReader) -> None:
        self._word = reader.package.word
        self._lines = reader.lines
        self._paragraphs = dict(reversed(reader.lines))
        said = {*self._paragraphs.values(), *reader.notes.calls}
        self._order = {each: at for at, each in enumerate(reader.package.body.iter(etree.Element)) if each in said}
        self._marks: dict[str, list[tuple[str, Element]]] = {}
        """By their print: the words of the note and the mark that calls it, the first first."""
        notes = reader.notes.notes
        for reference, name in reader.notes.calls.items():
            self._marks.setdefault(notes[name].printed, []).append((_words(notes[name]), reference))

    def anchor(self, comment: Comment) -> Anchor:
        """Return where ``comment`` stands: at the mark it names, else around its words, else at the first words."""
        mark = self._mark(comment) if comment.note is not None else None
        return self._around_mark(mark) if mark is not None else self._around_line(self._paragraph(comment.words))

    def _mark(self, comment: Comment) -> Element | None:
        marks = self._marks.get(comment.note or "", [])
        words = " ".join(comment.words.split())
        paragraph = self._paragraphs.get(words)
        if paragraph is None:
            fitting = (mark for text, mark in marks if text.startswith(words))
        else:
            fitting = (mark for _, mark in marks if self._order[mark] > self._order[paragraph])
        return next(fitting, marks[0][1] if marks else None)

    def _paragraph(self, words: str) -> Element:
        found = self._paragraphs.get(first_words(words))
        if found is not None:
            return found
        begun = (paragraph for line, paragraph in self._lines if words.strip() and line.startswith(words.strip()))
        return next(begun, self._lines[0][1])

    def _around_mark(self, reference: Element) -> Anchor:
        way, _ = self._way_up(reference)
        closed = [element for element in way if _name(element) in _CLOSED]
        return self._anchor(closed[-1], closed[-1])

    def _around_line(self, line: Element) -> Anchor:
        _, paragraph = self._way_up(line)
        inside = [child for child in paragraph if isinstance(child.tag, str) and _name(child) != "pPr"]
        return self._anchor(inside[0], inside[-1])

    def _anchor(self, first: Element, last: Element) -> Anchor:
        above = first.getparent()
        names: Mapping[str | None, str] = above.nsmap if above is not None else {}
        return Anchor(first=first, last=last, declare=names.get("w") != self._word)

    def _way_up(self, element: Element) -> tuple[list[Element], Element]:
        """Return what stands around ``element``, itself first, and the paragraph of the body that holds all of it.

        That paragraph is the outermost one: a text box, which can hold no comment, is anchored in another.
        """
        way = [element, *element.iterancestors()]
        paragraph = max(at for at, each in enumerate(way) if each.tag == f"{{{self._word}}}p")
        return way[:paragraph], way[paragraph]


def _words(note: Footnote) -> str:
    paragraphs = (plain(part for part in walk([block]) if isinstance(part, Span)) for block in note.blocks)
    return " ".join(" ".join(paragraphs).split())


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
