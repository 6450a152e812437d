"""Make safe changes to the text of a letter: only where the words are still those that a rule saw, and each once."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter

from msgspec import Struct

from comment_kit.model.diagnostics import Diagnostic, Edit

_LINE_END = re.compile(r"\r\n|\r|\n")


class Fixed(Struct, frozen=True, kw_only=True):
    """A text with its safe fixes made."""

    text: str
    done: tuple[Diagnostic, ...]
    """Those whose fix was made, in order of place."""


class _Change(Struct, frozen=True):
    """What takes the place of the characters from ``start`` up to ``end`` of a text."""

    start: int
    end: int
    new: str


def fixed(text: str, found: Iterable[Diagnostic], file: str) -> Fixed:
    """Return ``text`` with every safe fix made that is wholly in ``file`` and meets no other.

    A fix is made whole or not at all. Line ends stay as they are; new ones are those of the text.

    Args:
        text: the letter as its file has it, without a byte order mark.
        found: what was found in it; a fix that is not safe is left to the writer.
        file: the name by which places name it.
    """
    lines = _Lines(text)
    changes: list[_Change] = []
    done: list[Diagnostic] = []
    for diagnostic in found:
        if diagnostic.fix is None or not diagnostic.fix.safe:
            continue
        wanted = [lines.change(edit) if edit.location.file == file else None for edit in diagnostic.fix.edits]
        possible = sorted((change for change in wanted if change is not None), key=_start)
        if (
            possible
            and len(possible) == len(wanted)
            and _apart(possible)
            and all(_is_free(changes, each) for each in possible)
        ):
            for change in possible:
                insort(changes, change, key=_start)
            done.append(diagnostic)
    return Fixed(text=_changed(text, changes), done=tuple(done))


_start = attrgetter("start")


def _apart(changes: Sequence[_Change]) -> bool:
    """Return whether no two neighbours of ``changes``, in order, touch."""
    return all(before.end < after.start for before, after in pairwise(changes))


def _is_free(changes: Sequence[_Change], change: _Change) -> bool:
    """Return whether ``change`` touches none of ``changes``, which are in order."""
    at = bisect_left(changes, change.start, key=_start)
    return _apart((*changes[max(at - 1, 0) : at], change, *changes[at : at + 1]))


def _changed(text: str, changes: Iterable[_Change]) -> str:
    """Return ``text`` with ``changes``, which are in order, made."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += [text[at : change.start], change.new]
        at = change.end
    return "".join((*parts, text[at:]))


class _Lines:
    """Finds places by line and column in a text whose lines may end in any way."""

    def __init__(self, text: str) -> None:
        self._text = text
        ends = list(_LINE_END.finditer(text))
        self._end = ends[0][0] if ends else "\n"
        self._plain = _LINE_END.sub("\n", text)
        self._starts = [0, *(found.end() for found in re.finditer("\n", self._plain))]
        # Where, with line feeds alone, those line ends stand that are two characters long.
        pairs = [found.start() for found in ends if len(found[0]) > 1]
        self._pairs = [start - number for number, start in enumerate(pairs)]

    def change(self, edit: Edit) -> _Change | None:
        """Return the change that ``edit`` asks for, or None where its words do not stand there."""
        line, column = edit.location.line, edit.location.column
        if not edit.old or not column or not 1 <= line <= len(self._starts):
            return None
        start = self._starts[line - 1] + column - 1
        end = start + len(edit.old)
        if self._plain[start:end] != edit.old:
            return None
        return _Change(self._raw(start), self._raw(end), edit.new.replace("\n", self._end))

    def _raw(self, offset: int) -> int:
        return offset + bisect_left(self._pairs, offset)
