"""Read the lines of one story of a Word file, the body or its notes, as words that a reader sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from comment_kit.docx.defined_styles import NO_STYLE, DefinedStyle
from comment_kit.docx.fields import Piece
from comment_kit.docx.package import Element
from comment_kit.docx.runs import NO_LOOK, Look, look_of, span_of
from comment_kit.model.text import Span

_FIRST_WORDS = 8


class Story(Struct, frozen=True, kw_only=True):
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

    def spans(self, pieces: Iterable[Piece], line: DefinedStyle) -> dict[int, Span]:
        """Return the words of the pieces of a line of this style by their places; hidden ones are left out."""
        spans: dict[int, Span] = {}
        look, run = NO_LOOK, None
        for at, piece in enumerate(pieces):
            if piece.run is not run:
                look, run = look_of(piece.run, self.word), piece.run
            if not self._hides(look, line):
                spans[at] = span_of(piece, self.word, self.links, look)
        return spans

    def _hides(self, look: Look, line: DefinedStyle) -> bool:
        hidden = look.hidden if look.hidden is not None else self._by_id(look.style).hidden
        return bool(line.hidden if hidden is None else hidden)

    def _by_id(self, style: str | None) -> DefinedStyle:
        return self.styles.get(style, NO_STYLE) if style is not None else NO_STYLE


def first_words(text: str) -> str:
    """Return the first words of a line, by which messages name its place."""
    return " ".join(text.split(maxsplit=_FIRST_WORDS)[:_FIRST_WORDS])
