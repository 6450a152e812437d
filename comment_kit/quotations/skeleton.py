"""Reduce a text to its letters, digits and punctuation, and find the way back from there."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import compress, count
from typing import TypeAlias

from msgspec import Struct, field

from comment_kit.model.pages import SourceText, Stream
from comment_kit.model.pinpoints import PinpointTable
from comment_kit.quotations.characters import BONES
from comment_kit.sections import NumberedNotes, Sections, numbered_notes, sections_of

_CHUNK = 512
"""Characters between two places whose offsets are remembered: a map of every letter would cost four times the text."""
_CHUNKS_KEPT = 64
_MARGIN = 2_000
"""Characters beside a page in which a quotation may begin or end that runs over its edge."""


Stretch: TypeAlias = tuple[int, int]
"""From where to where in a skeleton."""


class Bared(Struct, frozen=True):
    """A short text with the place of every character that its skeleton has."""

    skeleton: str
    offsets: tuple[int, ...]
    """Of each character of the skeleton in the text; equal for the letters of one ligature."""


def bare(text: str, start: int = 0) -> Bared:
    """Return the skeleton of ``text``; its first character stands at the offset ``start``."""
    bones = [BONES[code] for code in map(ord, text)]
    skeleton = "".join(filter(None, bones))
    offsets = tuple(compress(count(start), bones))
    if len(offsets) < len(skeleton):  # a ligature, whose letters stand at one place
        offsets = tuple(offset for offset, left in enumerate(bones, start) for _ in left or "")
    return Bared(skeleton, offsets)


def folded(skeleton: str) -> str:
    """Return ``skeleton`` in lower case, letter for letter, so that offsets stay what they are."""
    lower = skeleton.lower()
    if len(lower) == len(skeleton):
        return lower
    return "".join(each if len(each.lower()) != 1 else each.lower() for each in skeleton)


class PreparedStream(Struct, frozen=True, kw_only=True, dict=True):
    """A stream with its skeleton; what is seldom asked for is made when it is."""

    stream: Stream
    skeleton: str
    _bare_starts: array[int]
    """Where in the skeleton each chunk of the text begins."""
    absent: set[str] = field(default_factory=set)
    """Letters that were sought in the whole of it, whatever their case, and stand nowhere."""
    windows: dict[str, tuple[Stretch, ...]] = field(default_factory=dict)
    """Where words may stand altered that were sought in the whole of it."""
    _chunks: dict[int, tuple[int, ...]] = field(default_factory=dict)

    @cached_property
    def folded(self) -> str:
        """The skeleton in lower case."""
        return folded(self.skeleton)

    def offset(self, at: int) -> int:
        """Return where in the text the character ``at`` of the skeleton stands."""
        chunk = bisect_right(self._bare_starts, at) - 1
        return self._chunk(chunk)[at - self._bare_starts[chunk]]

    def offsets(self, start: int, end: int) -> tuple[int, ...]:
        """Return where in the text the characters of the skeleton from ``start`` up to ``end`` stand."""
        found: list[int] = []
        while start < end:
            chunk = bisect_right(self._bare_starts, start) - 1
            first = start - self._bare_starts[chunk]
            part = self._chunk(chunk)[first : first + end - start]
            found.extend(part)
            start += len(part)
        return tuple(found)

    def around(self, sheets: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Yield from where to where in the skeleton each of ``sheets`` stands, with a margin on either side."""
        begins = self.stream.sheets
        for sheet in sheets:
            if 0 < sheet <= len(begins):
                end = begins[sheet] if sheet < len(begins) else len(self.stream.text)
                yield self._bare(begins[sheet - 1] - _MARGIN), self._bare(end + _MARGIN)

    def _bare(self, offset: int) -> int:
        """Return where in the skeleton the chunk begins that holds ``offset``."""
        chunk = max(0, offset) // _CHUNK
        return self._bare_starts[chunk] if chunk < len(self._bare_starts) else len(self.skeleton)

    def _chunk(self, chunk: int) -> tuple[int, ...]:
        known = self._chunks.get(chunk)
        if known is None:
            start = chunk * _CHUNK
            known = bare(self.stream.text[start : start + _CHUNK], start).offsets
            if len(self._chunks) >= _CHUNKS_KEPT:
                self._chunks.clear()
            self._chunks[chunk] = known
        return known


def prepare_stream(stream: Stream) -> PreparedStream:
    """Return ``stream`` with its skeleton."""
    parts: list[str] = []
    starts = array("Q")
    length = 0
    for start in range(0, len(stream.text), _CHUNK):
        part = stream.text[start : start + _CHUNK].translate(BONES)
        starts.append(length)
        length += len(part)
        parts.append(part)
    return PreparedStream(stream=stream, skeleton="".join(parts), _bare_starts=starts)


Concordance: TypeAlias = Callable[[str, int], Sequence[int]]
"""Returns the sheets of a source on which a word stands, the first so many, whatever the case of its letters."""


class Prepared(Struct, frozen=True, kw_only=True, dict=True):
    """A source's text made ready for search; made once, kept by the caller, used for every quotation.

    Not slotted: each stream is made ready when it is first searched.
    """

    text: SourceText
    concordance: Concordance | None = None
    """None where nobody has noted where each word stands."""
    table: PinpointTable | None = None
    """Its pinpoint table, where it has one."""

    @cached_property
    def sections(self) -> Sections:
        """The stretches of the parts that its table lists; looked for when one of them is cited."""
        return sections_of(self.text, self.table)

    @cached_property
    def numbered_notes(self) -> NumberedNotes:
        """The notes whose numbers are known; looked for when one of them is cited."""
        return numbered_notes(self.text)

    @cached_property
    def body(self) -> PreparedStream:
        """The running text."""
        return prepare_stream(self.text.body)

    @cached_property
    def notes(self) -> PreparedStream:
        """The notes."""
        return prepare_stream(self.text.notes)

    @cached_property
    def whole(self) -> PreparedStream:
        """Body and notes together."""
        return prepare_stream(self.text.all)

    def rounds(self) -> Iterator[tuple[PreparedStream, ...]]:
        """Yield the streams to search together: body and notes, and only then both as the pages print them."""
        yield self.body, self.notes
        if self.text.notes.text:
            yield (self.whole,)


def prepare(text: SourceText, concordance: Concordance | None = None, table: PinpointTable | None = None) -> Prepared:
    """Return ``text`` made ready for search.

    Args:
        text: of a source.
        concordance: with one, a long text need not be read from end to end.
        table: its pinpoint table; with one, the sections that are cited are looked for in the text.
    """
    return Prepared(text=text, concordance=concordance, table=table)
