"""Choose the sheets of a long source on which a quotation may stand altered, by the rarest of its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log

from comment_kit.quotations.pattern import Pattern
from comment_kit.quotations.skeleton import Prepared
from comment_kit.quotations.words import quoted_words

_WORD = re.compile(r"[^\W_]+")
_LONG = 64
"""Sheets: a shorter source is looked through from end to end, which costs no more."""
_MOST_ASKED = 40
"""Words: a longer quotation is known by as many of its words, from its beginning to its end."""
_KNOWN = 0.6
"""Share of the quoted words that a source must have: where it has fewer, its text may not be cut into words rightly."""
_COMMON = 100
"""Sheets: a word that stands on as many, or on a quarter of all, tells nothing."""
_FEWEST = 5
"""Words that are not common, and without which nothing is known."""
_KEPT = 16
"""Pairs of sheets that share most with a quotation; it stands on the first of them nearly always."""


def likely_sheets(prepared: Prepared, pattern: Pattern, wanted: frozenset[int]) -> frozenset[int] | None:
    """Return ``wanted`` and the sheets that share most of its rare words with ``pattern``, each with the one behind.

    Returns None where nothing is gained or known by it: the source is short, has no concordance, or too few of the
    words.
    """
    extent = len(prepared.text.sheets)
    if prepared.concordance is None or extent <= _LONG:
        return None
    words = _whole_words(pattern)
    common = min(_COMMON, extent // 4)
    known = [found for word in words if (found := prepared.concordance(word, common))]
    rare = [found for found in known if len(found) < common]
    if len(known) < _KNOWN * len(words) or len(rare) < _FEWEST:
        return None
    return wanted.union(_best(rare, extent))


def _whole_words(pattern: Pattern) -> Sequence[str]:
    """Return the quoted words that no bracket cuts, each once; of very many some from everywhere."""
    whole = (word for word in quoted_words(pattern) if word.gap is None and word.stem is None)
    found = (each for word in whole for each in _WORD.findall(pattern.words[word.start : word.end].casefold()))
    words = tuple(dict.fromkeys(found))
    return words[:: 1 + len(words) // _MOST_ASKED]


def _best(rare: Sequence[Sequence[int]], extent: int) -> Iterator[int]:
    """Yield, of the sheets of each word, those that share most together with the one behind, and that one too."""
    shared: defaultdict[int, float] = defaultdict(float)
    for found in rare:
        rarity = log(1 + extent / len(found))
        for sheet in found:
            shared[sheet] += rarity
    for sheet in nlargest(_KEPT, shared, key=lambda sheet: shared[sheet] + shared.get(sheet + 1, 0.0)):
        yield from (sheet, sheet + 1)
