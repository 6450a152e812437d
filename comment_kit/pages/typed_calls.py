"""Tell the calls of notes in plain text, where a raised number has become a part of its word: "models12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

_OPENS = re.compile(r"\s*(\d{1,4})(?:\.\s|\s)\s*(?=[A-Z\u201c\"])")


class TypedNotes(Struct, frozen=True, kw_only=True):
    """Where the notes of a page are called and begin; rows count from 0."""

    first: int | None = None
    """The row in which the first note begins; None for a page without any."""
    raised: frozenset[tuple[int, int]] = frozenset()
    """The row and the offset of each number that is the call of a note, or a note's own."""
    last: int = 0
    """The number of the last note so far; 0 before the first."""


def typed_notes(rows: Sequence[str], last: int) -> TypedNotes:
    """Return the notes of a page of which there can be no doubt.

    A note begins a row at the foot with a number that counts on, and above the notes of its page that number stands
    exactly once at the end of a word.

    Args:
        rows: of the page.
        last: the number of the last note before it; 0 for none.
    """
    opened = [(place, found) for place, row in enumerate(rows) if (found := _OPENS.match(row))]
    for at, (first, _) in enumerate(opened):
        if (raised := _raised(rows[:first], opened[at:], last)) is not None:
            numbers = (int(found[1]) for place, found in opened if (place, found.start(1)) in raised)
            return TypedNotes(first=first, raised=raised, last=max(numbers))
    return TypedNotes(last=last)


def _raised(
    text: Sequence[str], opened: Sequence[tuple[int, re.Match[str]]], last: int
) -> frozenset[tuple[int, int]] | None:
    """Return the numbers of the notes that begin with ``opened``; None where the first of them is in doubt."""
    raised: set[tuple[int, int]] = set()
    for place, found in opened:
        number = int(found[1])
        call = _call(text, number) if number == last + 1 or not last else None
        if call is None:
            break
        raised |= {call, (place, found.start(1))}
        last = number
    return frozenset(raised) or None


def _call(text: Sequence[str], number: int) -> tuple[int, int] | None:
    """Return the row and the offset of the only place where ``number`` ends a word of ``text``."""
    joined = re.compile(rf"(?<=[a-z][a-z])[.,;:)\u201d\u2019\"]{{0,2}}(?P<call>{number})(?![\w%]|[.,]\d)")
    places = [(at, found.start("call")) for at, row in enumerate(text) for found in joined.finditer(row)]
    return places[0] if len(places) == 1 else None
