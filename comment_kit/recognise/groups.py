"""Find what stands between marks: brackets, quotations and addresses, inside which nothing ends a clause."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from comment_kit.recognise.lines import Line
from comment_kit.typography import opens_quotation

Range: TypeAlias = tuple[int, int]
"""First place and the place behind the last."""

ADDRESS = re.compile(
    r"(?:https?://|www\.|(?<![\w./])(?:doi\.org|arxiv\.org|perma\.cc)/)[^\s<>\"\ufffc]+", re.IGNORECASE
)
_MARK = re.compile('["\u201c\u201d]')
_BRACKET = re.compile(r"[()\[\]]")
_CLOSES = {")": "(", "]": "["}


class Groups(Struct, frozen=True, kw_only=True):
    """The marked stretches of a line, each with its marks; brackets and quotations are the outermost ones."""

    round: tuple[Range, ...]
    square: tuple[Range, ...]
    quoted: tuple[Range, ...]
    addresses: tuple[Range, ...]

    def hiding(self, length: int, others: Sequence[Range] = ()) -> bytearray:
        """Return one byte for each place: 1 inside a group or one of ``others``."""
        hidden = bytearray(length)
        for start, end in (*self.round, *self.square, *self.quoted, *self.addresses, *others):
            hidden[start:end] = b"\x01" * (end - start)
        return hidden


def groups(line: Line) -> Groups:
    """Return the groups of ``line``; a mark that never closes makes none."""
    addresses = tuple(_addresses(line.text))
    inside = _masked(line.text, addresses)
    quoted = tuple(_quotations(line.raw, inside))
    brackets = tuple(_outermost(_brackets(inside, quoted)))
    return Groups(
        round=tuple(each for each in brackets if line.text[each[0]] == "("),
        square=tuple(each for each in brackets if line.text[each[0]] == "["),
        quoted=quoted,
        addresses=addresses,
    )


def _addresses(text: str) -> Iterator[Range]:
    if "/" not in text and "www." not in text:
        return
    for found in ADDRESS.finditer(text):
        words = found[0].rstrip(".,;:!?'\u2019")
        while words and ((words[-1] == ")" and words.count("(") < words.count(")")) or words[-1] in "].,;"):
            words = words[:-1]
        yield found.start(), found.start() + len(words)


def _masked(text: str, addresses: Sequence[Range]) -> str:
    """Return ``text`` with its addresses made letters, whose brackets are no brackets of the writer's."""
    pieces: list[str] = []
    reach = 0
    for start, end in addresses:
        pieces += [text[reach:start], "x" * (end - start)]
        reach = end
    return "".join([*pieces, text[reach:]])


def _quotations(raw: str, text: str) -> Iterator[Range]:
    """Yield the quotations; an opening mark ends one that is open, as ``("ORF')`` leaves it."""
    opened: int | None = None
    for mark in _MARK.finditer(raw):
        at = mark.start()
        if _opens(raw, at, text):
            opened = at
        elif opened is not None:
            yield opened, at + 1
            opened = None


def _opens(raw: str, at: int, text: str) -> bool:
    if raw[at] != '"':
        return raw[at] == "\u201c"
    return opens_quotation(text[at - 1 : at], text[at + 1 : at + 2])


def _brackets(text: str, quoted: Sequence[Range]) -> Iterator[Range]:
    """Yield every pair of brackets, both inside one quotation or both outside."""
    opened: list[tuple[str, int, int]] = []
    starts = [start for start, _ in quoted]
    for mark in _BRACKET.finditer(text):
        at, sign = mark.start(), mark[0]
        inside = _home(at, quoted, starts)
        while opened and opened[-1][2] not in {inside, -1}:
            opened.pop()
        if sign in "([":
            opened.append((sign, at, inside))
            continue
        if any(each[0] == _CLOSES[sign] and each[2] == inside for each in opened[-4:]):
            while opened[-1][0] != _CLOSES[sign]:
                opened.pop()
            yield opened.pop()[1], at + 1


def _home(place: int, quoted: Sequence[Range], starts: Sequence[int]) -> int:
    """Return which quotation holds ``place``; -1 where none does."""
    at = bisect_right(starts, place) - 1
    return at if at >= 0 and place < quoted[at][1] else -1


def _outermost(ranges: Iterator[Range]) -> Iterator[Range]:
    ordered = sorted(ranges)
    reach = -1
    for start, end in ordered:
        if start >= reach:
            yield start, end
            reach = end


def overlaps(one: Range, other: Range) -> bool:
    """Return whether two ranges share a place."""
    return one[0] < other[1] and other[0] < one[1]


def gaps(covered: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    """Yield what of ``start`` to ``end`` none of ``covered`` covers, in order."""
    edges = [(start, start), *sorted(each for each in covered if overlaps(each, (start, end))), (end, end)]
    reach = start
    for before, after in pairwise(edges):
        reach = max(reach, before[1])
        if after[0] > reach:
            yield reach, after[0]
