"""Read the lines of one story of a Word file, the body or its notes, as words that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comment_kit.docx.defined_styles import NO_STYLE, DefinedStyle
from comment_kit.docx.fields import Piece
from comment_kit.docx.measures import is_on
from comment_kit.docx.note_numbers import PrintedNumbers
from comment_kit.docx.package import Element
from comment_kit.docx.runs import span_of
from comment_kit.model.places import Location
from comment_kit.model.text import Span

_FIRST_WORDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What the words of one part need beside themselves."""

    word: str
    """The namespace of Word's elements."""
    links: Mapping[str, str]
    """Addresses by relationship."""
    styles: Mapping[str, DefinedStyle]
    """By id."""
    numbers: PrintedNumbers
    """Where each number of a note that a field prints is remembered."""

    def style_of(self, paragraph: Element) -> DefinedStyle:
        """Return the style of a paragraph; one that says nothing where it names none."""
        return self._style(paragraph.find(f"{{{self.word}}}pPr/{{{self.word}}}pStyle"))

    def span(self, piece: Piece, place: Location) -> Span:
        """Return the words of ``piece``, which stands at ``place``."""
        span = span_of(piece, self.word, self.links)
        if piece.fields:
            self.numbers.add(piece, span.text, place)
        return span

    def is_hidden(self, piece: Piece, line: DefinedStyle) -> bool:
        """Return whether ``piece`` of a line of this style is hidden text: the run says so, or a style does."""
        properties = piece.run.find(f"{{{self.word}}}rPr")
        if properties is None:
            return bool(line.hidden)
        own = properties.find(f"{{{self.word}}}vanish")
        if own is not None:
            return is_on(own, self.word)
        style = self._style(properties.find(f"{{{self.word}}}rStyle"))
        return bool(line.hidden if style.hidden is None else style.hidden)

    def _style(self, named: Element | None) -> DefinedStyle:
        return self.styles.get(named.get(f"{{{self.word}}}val", ""), NO_STYLE) if named is not None else NO_STYLE


def first_words(text: str) -> str:
    """Return the first words of a line, by which messages name its place."""
    return " ".join(text.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS])
