"""Bring what was found in a letter into the order in which the letter is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import chain

from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Heading, Letter, NoteCall, Paragraph, notes_in_order, walk
from comment_kit.model.places import Location

_Place = tuple[bool, bool, str, int, int, int]


def in_order(found: Iterable[Diagnostic], letter: Letter) -> tuple[Diagnostic, ...]:
    """Return ``found`` by place: of whole files first, then of the letter, then of other files.

    In a letter's source the place is the line and the column; in a file without lines it is the note, where that is
    called, or the paragraph. What stands at one place keeps its order.
    """
    diagnostics = tuple(found)
    lined = all(each.location.line for each in diagnostics)
    place = _places(letter.file, {} if lined else _read(letter))
    return tuple(sorted(diagnostics, key=lambda each: place(each.location)))


def _read(letter: Letter) -> dict[tuple[str, str], int]:
    """Return when each note and each paragraph is read, by its mark as printed and by first words.

    A note is found by its mark alone, too, and by the words of the paragraph that calls it: its mark may come again.
    """
    printed = {called.note.id: called.printed for called in notes_in_order(letter)}
    read: dict[tuple[str, str], int] = {}
    for at, part in enumerate(walk(letter.blocks)):
        if isinstance(part, NoteCall):
            mark = printed.get(part.note, "")
            read.setdefault((mark, part.location.words), at)
            read.setdefault((mark, ""), at)
        elif isinstance(part, (Paragraph, Heading)):
            read.setdefault(("", part.location.words), at)
    return read


def _places(file: str, read: dict[tuple[str, str], int]) -> Callable[[Location], _Place]:
    beyond = max(chain(read.values(), (0,))) + 1

    def place(where: Location) -> _Place:
        somewhere = bool(where.line or where.note or where.words)
        elsewhere = somewhere and where.file != file
        known = read.get((where.note, where.words), read.get((where.note, ""), beyond))
        return (
            somewhere,
            elsewhere,
            where.file if elsewhere else "",
            where.line,
            where.column,
            0 if where.line else known,
        )

    return place
