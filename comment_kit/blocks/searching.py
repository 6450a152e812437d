"""Find words in blocks, whatever their accents and capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

_ACCENTS = re.compile("[\u0300-\u036f]+")
_AROUND = 36
"""Characters of context on either side of a word."""
_MOST = 3
"""Contexts that are shown of one block."""


def folded(text: str) -> str:
    """Return ``text`` without accents and capitals."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()


class Words(Struct, frozen=True, kw_only=True):
    """Words that are looked for together, each as the beginning of a word."""

    patterns: tuple[re.Pattern[str], ...]

    @classmethod
    def typed(cls, words: str) -> Words:
        """Return the words that ``words`` holds between its blanks."""
        each = dict.fromkeys(folded(words).split())
        return cls(patterns=tuple(re.compile(rf"(?<!\w){re.escape(word)}") for word in each))

    def contexts(self, texts: Iterable[str]) -> tuple[str, ...] | None:
        """Return where the words stand in ``texts``, each between asterisks; None where one of them stands nowhere.

        A word that stands in the context of another is not shown again.
        """
        places: dict[re.Pattern[str], tuple[str, int, int]] = {}
        for text in texts:
            within = folded(text)
            for pattern in self.patterns:
                if pattern not in places and (found := pattern.search(within)):
                    places[pattern] = (text, found.start(), found.end())
        if len(places) < len(self.patterns):
            return None
        return tuple(_shown(places.values()))


def _shown(places: Iterable[tuple[str, int, int]]) -> Iterator[str]:
    seen: list[tuple[str, int]] = []
    for text, start, end in places:
        if len(seen) < _MOST and not any(text is other and abs(start - at) < _AROUND for other, at in seen):
            seen.append((text, start))
            yield _context(text, start, end)


def _context(text: str, start: int, end: int) -> str:
    first, last = _unfolded(text, start), _unfolded(text, end)
    while last < len(text) and text[last].isalnum():
        last += 1
    before = " ".join(text[max(0, first - _AROUND) : first].split(" ")[first > _AROUND :])
    behind = text[last : last + _AROUND]
    behind = behind.rpartition(" ")[0] if last + _AROUND < len(text) else behind
    shown = " ".join(f"{before}*{text[first:last]}*{behind}".split())
    return f"{'... ' if first > _AROUND else ''}{shown}{' ...' if last + _AROUND < len(text) else ''}"


def _unfolded(text: str, at: int) -> int:
    """Return the place in ``text`` that is ``at`` once it is folded: the first whose beginning folds to so much."""
    if text.isascii():
        return at
    low, high = 0, len(text)
    while low < high:
        middle = (low + high) // 2
        if len(folded(text[:middle])) < at:
            low = middle + 1
        else:
            high = middle
    return low
