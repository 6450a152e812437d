"""Find the parts of a Word file that hold text, and say where in the letter an element stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from comment_kit.docx.fields import LineReader
from comment_kit.docx.package import Element, WordPackage
from comment_kit.docx.read_any import LetterReader
from comment_kit.docx.runs import words_of
from comment_kit.docx.story import first_words
from comment_kit.model.letter import Footnote
from comment_kit.model.places import Location

_KINDS = ("footnotes", "endnotes", "header", "footer")


def story_members(package: WordPackage) -> tuple[str, ...]:
    """Return the members that hold text which is printed: the body, the notes, heads and feet."""
    return tuple(dict.fromkeys([package.main, *(member for kind in _KINDS for member in package.related(kind))]))


def stories(package: WordPackage) -> Iterator[Element]:
    """Yield the roots of the members that hold text."""
    yield from (package.xml(member) for member in story_members(package))


@dataclass(frozen=True, slots=True)
class Places:
    """Where the elements of one file stand, as a reader would say it."""

    file: str
    word: str
    notes: Mapping[str, Footnote]
    """By sort and ``w:id``: "footnote-3"."""
    known: dict[Element, str] = field(default_factory=dict)
    """The first words of the paragraphs that were asked for."""

    @classmethod
    def of(cls, package: WordPackage, file: str) -> Places:
        """Return the places of ``package``, which messages call ``file``."""
        reader = LetterReader.of(package, file)
        return cls(file, package.word, reader.letter().letter.notes)

    def of_element(self, element: Element) -> Location:
        """Return the note that ``element`` stands in, else the first words of its paragraph."""
        line = None
        for each in (element, *element.iterancestors()):
            name = str(each.tag).rpartition("}")[2]
            if name in {"footnote", "endnote"}:
                note = self.notes.get(f"{name}-{each.get(f'{{{self.word}}}id', '')}")
                return Location(file=self.file, note=_printed(note) if note else "")
            line = each if name == "p" and line is None else line
        return Location(file=self.file, words=self._words(line) if line is not None else "")

    def _words(self, paragraph: Element) -> str:
        if paragraph not in self.known:
            pieces = LineReader(self.word).pieces(paragraph)
            self.known[paragraph] = first_words("".join(words_of(piece, self.word) for piece in pieces))
        return self.known[paragraph]


def _printed(note: Footnote) -> str:
    return str(note.number) if note.number is not None else (note.mark or "")
