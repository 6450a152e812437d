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


def _read(letter: Letter) -> dict[str, int]:
    """Return when each note and each paragraph is read, by its mark as printed and by its first words."""
    printed = {called.note.id: f"note {called.printed}" for called in notes_in_order(letter)}
    read: dict[str, int] = {}
    for at, part in enumerate(walk(letter.blocks)):
        if isinstance(part, NoteCall):
            read.setdefault(printed.get(part.note, ""), at)
        elif isinstance(part, (Paragraph, Heading)):
            read.setdefault(part.location.words, at)
    return read


def _places(file: str, read: dict[str, int]) -> Callable[[Location], _Place]:
    beyond = max(chain(read.values(), (0,))) + 1

    def place(where: Location) -> _Place:
        somewhere = bool(where.line or where.note or where.words)
        elsewhere = somewhere and where.file != file
        known = f"note {where.note}" if where.note else where.words
        return (
            somewhere,
            elsewhere,
            where.file if elsewhere else "",
            where.line,
            where.column,
            0 if where.line else read.get(known, beyond),
        )

    return place
