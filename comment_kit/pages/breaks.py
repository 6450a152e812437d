"""Keep the breaks of a long text in little room: a statute of ten thousand pages has a million."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from comment_kit.model.pages import Break

_KINDS = tuple(Break)


class PackedBreaks(Mapping[int, Break]):
    """Breaks by offset, five bytes each where a dictionary takes a hundred."""

    __slots__ = ("kinds", "offsets")

    def __init__(self, offsets: array[int], kinds: bytes) -> None:
        """Take rising offsets (of type "I") and, for each, the place of its kind in ``Break``."""
        self.offsets = offsets
        self.kinds = kinds

    @classmethod
    def of(cls, breaks: Mapping[int, Break]) -> PackedBreaks:
        """Return ``breaks`` packed."""
        if isinstance(breaks, PackedBreaks):
            return breaks
        written = BreakList()
        for offset in sorted(breaks):
            written.add(offset, breaks[offset])
        return written.packed()

    def __getitem__(self, offset: int) -> Break:
        place = bisect_left(self.offsets, offset)
        if place == len(self.offsets) or self.offsets[place] != offset:
            raise KeyError(offset)
        return _KINDS[self.kinds[place]]

    def __contains__(self, offset: object) -> bool:
        if not isinstance(offset, int):
            return False
        place = bisect_left(self.offsets, offset)
        return place < len(self.offsets) and self.offsets[place] == offset

    def __iter__(self) -> Iterator[int]:
        return iter(self.offsets)

    def __len__(self) -> int:
        return len(self.offsets)

    def __repr__(self) -> str:
        return f"PackedBreaks({dict(self)!r})"


class BreakList:
    """Breaks while they are being written, each behind the one before."""

    def __init__(self) -> None:
        self._offsets = array("I")
        self._kinds = bytearray()

    def add(self, offset: int, kind: Break) -> None:
        """Write down a break behind all others; a second one at the same offset changes nothing."""
        if not self._offsets or self._offsets[-1] < offset:
            self._offsets.append(offset)
            self._kinds.append(_KINDS.index(kind))

    def packed(self) -> PackedBreaks:
        """Return the breaks written down."""
        return PackedBreaks(self._offsets, bytes(self._kinds))
