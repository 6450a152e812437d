"""See a line of a note as one string of plain characters that can be cut back into its inlines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.letter import Inline, LineBreak
from comment_kit.model.text import Span, Text, joined

OTHER = "\ufffc"
"""Stands for an inline that is no words: a picture, a note call, a citation that was tagged already."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"'),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\t\n\r\v\f", " "),
        **dict.fromkeys("\u2010\u2011", "-"),
    }
)
"""One character for one character, so that places in the plain string are places in the line."""

_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u200c\u200d\u2060\ufeff")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_EMPHASIS = re.compile(r"(?<![\w*_])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_]{1,400}?)(?<=[^\s*_])\1(?![\w*_])")


class Line(Struct, frozen=True):
    """The inlines of one paragraph with their characters; places count from 0."""

    content: tuple[Inline, ...]
    raw: str
    """The characters as they stand."""
    text: str
    """The same with straight marks and plain spaces."""
    starts: tuple[int, ...]
    """Where each inline begins."""

    def cut(self, start: int, end: int) -> tuple[Inline, ...]:
        """Return what stands from ``start`` up to ``end``, with words cut at the ends."""
        return tuple(self._between(start, end))

    def words(self, start: int, end: int) -> Text:
        """Return the words from ``start`` up to ``end`` with their type."""
        return joined(part for part in self._between(start, end) if isinstance(part, Span))

    def _between(self, start: int, end: int) -> Iterator[Inline]:
        at = max(bisect_right(self.starts, start) - 1, 0)
        while at < len(self.content) and self.starts[at] < end:
            part, begins = self.content[at], self.starts[at]
            if not isinstance(part, Span):
                yield part
            elif words := part.text[max(start - begins, 0) : end - begins]:
                yield part if words == part.text else replace(part, text=words)
            at += 1


def read_line(content: tuple[Inline, ...]) -> Line:
    """Return the line that ``content`` makes; typed Markdown emphasis becomes type, unseen characters go."""
    parts = tuple(_as_read(content))
    starts: list[int] = []
    pieces: list[str] = []
    at = 0
    for part in parts:
        starts.append(at)
        pieces.append(part.text if isinstance(part, Span) else " " if isinstance(part, LineBreak) else OTHER)
        at += len(pieces[-1])
    raw = "".join(pieces)
    return Line(content=parts, raw=raw, text=raw.translate(_PLAIN), starts=tuple(starts))


def _as_read(content: tuple[Inline, ...]) -> Iterator[Inline]:
    for part in content:
        if not isinstance(part, Span):
            yield part
            continue
        seen = part.text.translate(_UNSEEN)
        yield from _without_marks(part if seen == part.text else replace(part, text=seen))


def _without_marks(span: Span) -> Iterator[Span]:
    """Yield the words of ``span``, those between ``*`` or ``_`` in italics, as a typist of Markdown means them."""
    if span.code or ("_" not in span.text and "*" not in span.text):
        yield span
        return
    at = 0
    for address in _ADDRESS.finditer(span.text):
        yield from _emphasised(span, at, address.start())
        yield replace(span, text=address[0])
        at = address.end()
    yield from _emphasised(span, at, len(span.text))


def _emphasised(span: Span, start: int, end: int) -> Iterator[Span]:
    words = span.text[start:end]
    at = 0
    for found in _EMPHASIS.finditer(words):
        yield replace(span, text=words[at : found.start()])
        yield replace(span, text=found[2], italic=True)
        at = found.end()
    yield replace(span, text=words[at:])
