"""Read and write the numbers that pages bear: arabic, roman in small letters, and with a letter before them."""

from __future__ import annotations

import re
from typing import NamedTuple

_ROMAN = re.compile(r"(?=[ivxlc])(?:c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LETTERS = (("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1))
_PREFIXED = re.compile(r"([A-Z]{1,2}-)(\d{1,4})")


class Numeral(NamedTuple):
    """A page number: how it is written, and how much it counts."""

    kind: str
    """"1" for arabic, "i" for roman, "A-" for numbers behind that prefix."""
    value: int

    @property
    def label(self) -> str:
        """The number as a page prints it."""
        if self.kind == "1":
            return str(self.value)
        return roman(self.value) if self.kind == "i" else f"{self.kind}{self.value}"

    @property
    def next(self) -> Numeral:
        """The number behind it, written alike."""
        return self._replace(value=self.value + 1)


def read_numeral(text: str) -> Numeral | None:
    """Return what ``text`` counts, or None where it is no page number."""
    if text.isascii() and text.isdigit() and len(text) <= 6 and not text.startswith("0"):  # noqa: PLR2004 - digits
        return Numeral("1", int(text))
    if _ROMAN.fullmatch(text):
        return Numeral("i", _value(text))
    prefixed = _PREFIXED.fullmatch(text)
    return Numeral(prefixed[1], int(prefixed[2])) if prefixed else None


def roman(value: int) -> str:
    """Return ``value``, from 1 to 399, in small roman letters."""
    written = ""
    for letters, worth in _LETTERS:
        count, value = divmod(value, worth)
        written += letters * count
    return written


def _value(letters: str) -> int:
    worths = [_VALUES[letter] for letter in letters]
    return sum(-worth if worth < behind else worth for worth, behind in zip(worths, [*worths[1:], 0], strict=True))
