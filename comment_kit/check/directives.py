"""Find the comments by which a writer speaks to the checker, ``<!-- ck: ... -->``, each with its paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from comment_kit.model.places import Location

_COMMENT = re.compile(r"<!--\s*ck:((?:[^-]++|-(?!->))*+)-->", re.IGNORECASE)
_SILENCE = "\x00"
"""Stands for a comment: something, and no words."""


class Directive(Struct, frozen=True, kw_only=True):
    """A comment to the checker, where it stands, and of which lines it speaks."""

    verb: str
    """Its first word, in small letters: "ignore", "cleared"."""
    rest: str
    """The words behind it, with single spaces."""
    written: str
    """The whole comment as typed."""
    location: Location
    lines: tuple[int, int]
    """The first and the last line, from 1, of the paragraph it speaks of."""


def directives_in(text: str, file: str) -> tuple[Directive, ...]:
    """Return the comments of ``text`` in order.

    A comment speaks of the paragraph in which it stands; where nothing but comments stands there, of the next one.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return tuple(_directives(text, file)) if "ck:" in text.casefold() else ()


def without_directives(text: str) -> str:
    """Return ``text``, with line feeds alone, without its comments to the checker; its lines keep their numbers."""
    return _replaced(text.replace("\r\n", "\n").replace("\r", "\n"), "", "\n")


def _replaced(text: str, comment: str, line: str) -> str:
    """Return ``text`` with ``comment`` for the beginning of each comment and ``line`` for each of its line feeds."""
    closed = _closed(text)
    return _COMMENT.sub(lambda found: comment + line * found[0].count("\n"), text[:closed]) + text[closed:]


def _closed(text: str) -> int:
    """Return where the last comment closes: each that never closes would be followed to the end of the text."""
    return text.rfind("-->") + 3


def _directives(text: str, file: str) -> Iterator[Directive]:
    starts = [0, *(found.end() for found in re.finditer("\n", text))]
    paragraphs = _Paragraphs(text)
    for comment in _COMMENT.finditer(text, 0, _closed(text)):
        line = bisect_right(starts, comment.start())
        verb, _, rest = " ".join(comment[1].split()).partition(" ")
        yield Directive(
            verb=verb.casefold(),
            rest=rest,
            written=comment[0],
            location=Location(file=file, line=line, column=comment.start() - starts[line - 1] + 1),
            lines=paragraphs.around(line),
        )


class _Paragraphs:
    """The runs of lines that are not blank, and which of them say something beside comments."""

    def __init__(self, text: str) -> None:
        # A comment's own line feeds are kept: its lines count as lines without words.
        bare = _replaced(text, _SILENCE, f"{_SILENCE}\n").split("\n")
        self._firsts: list[int] = []
        self._runs: list[tuple[int, int]] = []
        self._speak: list[bool] = []
        for number, line in enumerate(bare, start=1):
            if not line.strip():
                continue
            says = bool(line.replace(_SILENCE, "").strip())
            if self._runs and self._runs[-1][1] == number - 1:
                self._runs[-1] = (self._runs[-1][0], number)
                self._speak[-1] |= says
            else:
                self._firsts.append(number)
                self._runs.append((number, number))
                self._speak.append(says)

        self._spoken_of = self._next_speaking()

    def _next_speaking(self) -> list[int]:
        """Return for each run itself, where it says something, else the next that does, else the last."""
        meant = list(range(len(self._runs)))
        for at in range(len(meant) - 2, -1, -1):
            if not self._speak[at]:
                meant[at] = meant[at + 1]
        return meant

    def around(self, line: int) -> tuple[int, int]:
        """Return the first and the last line of the paragraph that a comment on ``line`` speaks of."""
        return self._runs[self._spoken_of[bisect_right(self._firsts, line) - 1]]
