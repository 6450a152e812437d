"""Read the lines of one story of a Word file, the body or its notes, as words that a reader sees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from comment_kit.docx.defined_styles import NO_STYLE, DefinedStyle
from comment_kit.docx.fields import Piece
from comment_kit.docx.package import Element
from comment_kit.docx.runs import look_of, span_of
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

    def style_of(self, paragraph: Element) -> DefinedStyle:
        """Return the style of a paragraph; one that says nothing where it names none."""
        named = paragraph.find(f"{{{self.word}}}pPr/{{{self.word}}}pStyle")
        return self._by_id(named.get(f"{{{self.word}}}val") if named is not None else None)

    def span(self, piece: Piece, line: DefinedStyle) -> Span | None:
        """Return the words of ``piece``, which stands in a line of this style; None where they are hidden."""
        look = look_of(piece.run, self.word)
        hidden = look.hidden if look.hidden is not None else self._by_id(look.style).hidden
        if hidden if hidden is not None else line.hidden:
            return None
        return span_of(piece, self.word, self.links, look)

    def _by_id(self, style: str | None) -> DefinedStyle:
        return self.styles.get(style, NO_STYLE) if style is not None else NO_STYLE


def first_words(text: str) -> str:
    """Return the first words of a line, by which messages name its place."""
    return " ".join(text.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS])
