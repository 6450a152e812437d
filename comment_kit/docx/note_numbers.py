"""Find the fields that print the number of a note, and tell which of them print another than the note has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from comment_kit.docx.fields import Field, Piece
from comment_kit.docx.package import Element
from comment_kit.model.letter import Footnote
from comment_kit.model.places import Location
from comment_kit.model.word import StaleNumber

# REF may print the number of a paragraph, or its words; only these print nothing but the number of a note.
_OF_NOTES = frozenset({"NOTEREF", "FTNREF"})
_LONGEST_NUMBER = 20


class PrintedNumbers(Struct):
    """The fields of a file that print the number of a note, with what they print."""

    printed: dict[Field, tuple[str, Location]] = field(default_factory=dict)

    def add(self, piece: Piece, text: str, place: Location) -> None:
        """Remember ``text``, where it is the number of a note; one number may stand in several runs."""
        if piece.fields and piece.fields[-1].name in _OF_NOTES:
            before, place = self.printed.get(piece.fields[-1], ("", place))
            self.printed[piece.fields[-1]] = ((before + text)[:_LONGEST_NUMBER], place)

    def stale(self, bookmarks: Mapping[str, str], notes: Mapping[str, Footnote]) -> Iterator[StaleNumber]:
        """Yield the numbers that are not those of the notes they point at.

        Args:
            bookmarks: the note that each bookmark stands around.
            notes: by id.
        """
        for each, (text, place) in self.printed.items():
            note = notes.get(bookmarks.get(each.target, ""))
            number = text.strip().partition(" ")[0]  # it may say where: "3 above"
            if note is not None and note.number is not None and number.isdecimal() and int(number) != note.number:
                yield StaleNumber(location=place, printed=number, true=str(note.number))


def notes_in_bookmarks(body: Element, word: str, calls: Mapping[Element, str]) -> dict[str, str]:
    """Return the id of the note that each bookmark of the body stands around, by the name of the bookmark.

    Args:
        body: the root of the main part.
        word: the namespace of Word's elements.
        calls: the live marks, with the ids of their notes.
    """
    found: dict[str, str] = {}
    opened: dict[str, str] = {}
    start, end, name, identity = (f"{{{word}}}{each}" for each in ("bookmarkStart", "bookmarkEnd", "name", "id"))
    for element in body.iter(start, end, *{str(call.tag) for call in calls}):
        if element.tag == start:
            opened[element.get(identity, "")] = element.get(name, "")
        elif element.tag == end:
            opened.pop(element.get(identity, ""), None)
        elif element in calls:
            # The field prints the first note of its bookmark, so that one with a note is done with.
            found |= {each: calls[element] for each in opened.values() if each not in found}
            opened.clear()
    return found
