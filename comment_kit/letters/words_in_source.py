"""Find where in a letter's source the words stand that were read from it."""

import re
from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from comment_kit.model.places import Location

_KEPT = re.compile(r"(?:[^\s*_~`\\>\u2010-\u2014\u2026.-]|(?<!\.)(?<!\.\s)\.(?!\s?\.))+")
"""Words and their marks: neither blanks nor signs of markup, nor dashes and dots left out, of which each is typed in
several ways."""
_SAME = str.maketrans({**dict.fromkeys("\u201c\u201d\u201e\u00ab\u00bb", '"'), **dict.fromkeys("\u2018\u2019", "'")})
_EMPTY_LINE = re.compile(r"\n[ \t>]*(?=\n)")
_LENGTHS = (80, 30, 12)
"""Characters of the words that are looked for: a note or a variable may stand between the first and the last."""


class SourceWords:
    """The words of a letter's source, with the place of each."""

    def __init__(self, text: str) -> None:
        """Take ``text``, its lines ended by line feeds."""
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._ends = [*(found.start() for found in _EMPTY_LINE.finditer(text)), len(text)]
        pieces = [(found.start(), found[0].translate(_SAME)) for found in _KEPT.finditer(text)]
        self._offsets = [offset for offset, _ in pieces]
        self._starts = [0]
        for _, piece in pieces:
            self._starts.append(self._starts[-1] + len(piece))
        self._words = "".join(piece for _, piece in pieces)
        self._told: dict[tuple[int, str], int] = {}

    def place(self, words: str, paragraph: Location, *, before: str = "") -> Location:
        """Return where ``words`` begin; ``paragraph`` itself where they are not found in its source as they were read.

        Who asks for the same words of one paragraph again is told where they stand next.

        Args:
            words: as read, their marks as typed or set.
            paragraph: where their paragraph begins.
            before: what is read right before them, which tells them from others alike.
        """
        if not 0 < paragraph.line <= len(self._lines):
            return paragraph
        start = self._lines[paragraph.line - 1] + max(paragraph.column - 1, 0)
        first = self._after(start)
        beyond = self._after(self._ends[bisect_left(self._ends, start)] if start < self._ends[-1] else start)
        sought, context = _bare(words), _bare(before)
        for beginning in dict.fromkeys(sought[:length] for length in _LENGTHS):
            if (found := self._next(context + beginning, first, beyond)) >= 0:
                return self._location(found + len(context), paragraph)
        return paragraph

    def _next(self, sought: str, first: int, beyond: int) -> int:
        """Return where ``sought`` stands behind what was told of it last; the first again behind the last one."""
        told = self._told.get((first, sought), first)
        found = self._words.find(sought, told, beyond) if sought else -1
        if found < 0 and told > first:
            found = self._words.find(sought, first, beyond)
        if found >= 0:
            self._told[first, sought] = found + 1
        return found

    def _after(self, offset: int) -> int:
        """Return the first of the kept characters that stands at ``offset`` of the text or behind it."""
        index = bisect_right(self._offsets, offset) - 1
        if index < 0:
            return 0
        return min(self._starts[index] + offset - self._offsets[index], self._starts[index + 1])

    def _location(self, at: int, paragraph: Location) -> Location:
        index = bisect_right(self._starts, at) - 1
        offset = self._offsets[index] + at - self._starts[index]
        line = bisect_right(self._lines, offset)
        return replace(paragraph, line=line, column=offset - self._lines[line - 1] + 1)


def _bare(words: str) -> str:
    return "".join(_KEPT.findall(words)).translate(_SAME)
