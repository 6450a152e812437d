"""Find the source whose title a full citation misprints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.tokens import words_of

_SHARED = 0.7
"""So large a part of a title's words must stand in the clause before its letters are compared."""
_ALIKE = 0.93
"""So much alike must the letters be: one wrong word of a title of nine."""
_CLEARLY = 0.04
"""So much more alike than every other title."""


def misprinted(words: str, index: SourceIndex) -> frozenset[str]:
    """Return the one source whose title stands in ``words`` but for a slip of the typist, or nothing."""
    said = words_of(words)
    shared = Counter(title for word in dict.fromkeys(said) for title in index.title_words.get(word, ()))
    alike = sorted(
        ((_alikeness(said, title), key) for (title, key), count in shared.items() if count >= _SHARED * len(title)),
        reverse=True,
    )
    if not alike or alike[0][0] < _ALIKE:
        return frozenset()
    best = {key for likeness, key in alike if likeness > alike[0][0] - _CLEARLY}
    return frozenset(best) if len(best) == 1 else frozenset()


def _alikeness(said: Sequence[str], title: Sequence[str]) -> float:
    """Return how much the words that stand where the title should are like it, from 0 to 1."""
    blocks = SequenceMatcher(None, said, title, autojunk=False).get_matching_blocks()
    first, last = blocks[0], blocks[-2] if len(blocks) > 1 else blocks[0]
    start = max(first.a - first.b, 0)
    end = last.a + last.size + len(title) - (last.b + last.size)
    return SequenceMatcher(None, " ".join(said[start:end]), " ".join(title), autojunk=False).ratio()
