"""Put together what is found in a line before its clauses are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from comment_kit.model.letter import Inline
from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.groups import Groups, Range, groups
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line, read_line
from comment_kit.recognise.patterns import clues_in


class MarkedLine(Struct, frozen=True, kw_only=True):
    """A line with its groups and clues."""

    line: Line
    groups: Groups
    clues: tuple[Clue, ...]
    """In order; no two share a word."""
    hidden: bytearray
    """For each place whether it stands in a group or a title, where nothing ends a clause."""

    address_ends: frozenset[int]
    """The places right behind the addresses."""

    @property
    def text(self) -> str:
        """The characters with straight marks and plain spaces."""
        return self.line.text

    def clues_between(self, start: int, end: int) -> tuple[Clue, ...]:
        """Return the clues that begin from ``start`` on and before ``end``."""
        first = bisect_left(self.clues, start, key=lambda clue: clue.start)
        last = bisect_left(self.clues, end, key=lambda clue: clue.start)
        return self.clues[first:last]

    def round_between(self, start: int, end: int) -> Sequence[Range]:
        """Return the outermost round brackets that begin from ``start`` on and before ``end``."""
        return _between(self.groups.round, start, end)

    def quoted_between(self, start: int, end: int) -> Sequence[Range]:
        """Return the quotations that begin from ``start`` on and before ``end``."""
        return _between(self.groups.quoted, start, end)

    def addresses_between(self, start: int, end: int) -> tuple[Range, ...]:
        """Return the addresses that begin from ``start`` on and before ``end``."""
        return tuple(_between(self.groups.addresses, start, end))

    def square_between(self, start: int, end: int) -> Sequence[Range]:
        """Return the outermost square brackets that begin from ``start`` on and before ``end``."""
        return _between(self.groups.square, start, end)


def marked_line(content: tuple[Inline, ...], index: SourceIndex) -> MarkedLine:
    """Return the line that ``content`` makes, with what it holds of groups and clues."""
    line = read_line(content)
    found = groups(line)
    clues = clues_in(line, found, index)
    # A title may hold semicolons and periods of its own.
    names = [clue.range for clue in clues if clue.rank is Rank.NAME]
    return MarkedLine(
        line=line,
        groups=found,
        clues=clues,
        hidden=found.hiding(len(line.text), names),
        address_ends=frozenset(end for _, end in found.addresses),
    )


def _between(ranges: Sequence[Range], start: int, end: int) -> Sequence[Range]:
    return ranges[bisect_left(ranges, (start, -1)) : bisect_left(ranges, (end, -1))]
