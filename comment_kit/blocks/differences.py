"""Tell two versions of a text apart, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct

_PARAGRAPH = re.compile(r"(?:.+\n?)+|\n+")
_WORD = re.compile(r"\s+|\w+|[^\w\s]")
_MOST_COMPARED = 4_000_000
"""Pairs of pieces that are looked at; two passages with more of them are told apart as wholes."""


class Piece(Struct, frozen=True, kw_only=True):
    """A run of text that is the same in both versions, or stands in one alone."""

    old: str
    new: str

    @property
    def is_same(self) -> bool:
        """Whether both versions have it."""
        return self.old == self.new


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Return ``old`` and ``new`` as pieces in order: joined, their sides give the two texts again.

    Paragraphs are matched first, so that one that was moved or added does not blur the others; then words.
    """
    pieces: list[Piece] = []
    for before, behind in _matched(_PARAGRAPH.findall(old), _PARAGRAPH.findall(new)):
        if before == behind:
            pieces.append(Piece(old="".join(before), new="".join(behind)))
        else:
            words = _matched(_WORD.findall("".join(before)), _WORD.findall("".join(behind)))
            pieces += (Piece(old="".join(one), new="".join(other)) for one, other in words)
    return tuple(_joined(pieces))


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Yield runs of ``old`` and ``new`` that are the same, and between them those that are not."""
    first = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    first = min(len(old), len(new)) if first is None else first
    left = min(len(old), len(new)) - first
    last = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    yield old[:first], new[:first]
    yield from _aligned(old[first : len(old) - last], new[first : len(new) - last])
    yield old[len(old) - last :], new[len(new) - last :]


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    if len(old) * len(new) > _MOST_COMPARED:
        yield old, new
        return
    for _, start, end, begin, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield old[start:end], new[begin:stop]


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield ``pieces`` without empty ones, neighbours that differ made one, with the blanks between them."""
    waiting = Piece(old="", new="")
    for at, piece in enumerate(pieces):
        is_blank = piece.is_same and piece.old in {"", " "}
        goes_on = at + 1 < len(pieces) and not pieces[at + 1].is_same
        if not piece.is_same or (is_blank and goes_on and not waiting.is_same):
            waiting = Piece(old=waiting.old + piece.old, new=waiting.new + piece.new)
            continue
        if not waiting.is_same:
            yield waiting
        waiting = Piece(old="", new="")
        if piece.old:
            yield piece
    if not waiting.is_same:
        yield waiting
