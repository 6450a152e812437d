"""Say where in a letter an element of its Word file stands, as a reader would."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from comment_kit.docx.fields import LineReader
from comment_kit.docx.package import Element, WordPackage
from comment_kit.docx.read_any import LetterReader
from comment_kit.docx.runs import words_of
from comment_kit.docx.story import first_words
from comment_kit.model.letter import Footnote
from comment_kit.model.places import Location


class Places(Struct, frozen=True, kw_only=True, dict=True):
    """Where the elements of one file stand; its notes are numbered only once one of them is asked for."""

    package: WordPackage
    file: str
    """As messages call it."""
    known: dict[Element, str] = field(default_factory=dict)
    """The first words of the paragraphs that were asked for."""

    @property
    def word(self) -> str:
        """The namespace of Word's elements."""
        return self.package.word

    @cached_property
    def notes(self) -> Mapping[str, Footnote]:
        """The notes by sort and ``w:id``: "footnote-3"."""
        return LetterReader.of(self.package, self.file).letter().letter.notes

    def of_element(self, element: Element) -> Location:
        """Return the note that ``element`` stands in, else the first words of its paragraph."""
        line = None
        for each in (element, *element.iterancestors()):
            name = str(each.tag).rpartition("}")[2]
            if name in {"footnote", "endnote"}:
                note = self.notes.get(f"{name}-{each.get(f'{{{self.word}}}id', '')}")
                return Location(file=self.file, note=note.printed if note else "")
            line = each if name == "p" and line is None else line
        return Location(file=self.file, words=self._words(line) if line is not None else "")

    def _words(self, paragraph: Element) -> str:
        if paragraph not in self.known:
            pieces = LineReader(self.word).pieces(paragraph)
            self.known[paragraph] = first_words("".join(words_of(piece, self.word) for piece in pieces))
        return self.known[paragraph]
