"""Say which of many possible places are certain, of parts that follow one another in a known order."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence


def certain_places(possible: Sequence[Sequence[int]]) -> Mapping[int, int]:
    """Return the place of each part, by its number from 0, that has the same in every best reading of all of them.

    A reading gives parts places that rise in their order; the best are those that place the most of them. So a place
    which fits between no others is given up, and one of two that fit equally well is not chosen.

    Args:
        possible: the places at which each part may be, rising, the parts in their order.
    """
    # One part takes one place: of its own, the later stand first, so that none follows another.
    pairs = [(part, place) for part, places in enumerate(possible) for place in reversed(places)]
    before = _longest([place for _, place in pairs])
    behind = _longest([-place for _, place in reversed(pairs)])[::-1]
    length = max(before, default=0)
    best = [each for each in range(len(pairs)) if before[each] + behind[each] == length + 1]
    rivals = Counter(before[each] for each in best)
    return dict(pairs[each] for each in best if rivals[before[each]] == 1)


def _longest(places: Sequence[int]) -> list[int]:
    """Return how long the longest rising row is that ends with each of ``places``."""
    lowest: list[int] = []
    lengths: list[int] = []
    for place in places:
        at = bisect_left(lowest, place)
        lowest[at : at + 1] = [place]
        lengths.append(at + 1)
    return lengths
