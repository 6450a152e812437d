"""A part has a place only where every best reading of all parts agrees on it."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.sections.order import certain_places


def best_readings(possible: list[list[int]]) -> list[dict[int, int]]:
    """Return every reading that places the most parts, looked for one by one."""
    pairs = [(part, place) for part, places in enumerate(possible) for place in places]
    for length in range(len(possible), 0, -1):
        rows = (row for row in combinations(pairs, length))
        found = [
            dict(row) for row in rows if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(row))
        ]
        if found:
            return found
    return [{}]


@given(st.lists(st.lists(st.integers(min_value=0, max_value=9), max_size=3, unique=True).map(sorted), max_size=5))
def test_what_is_certain_is_what_every_best_reading_has(possible: list[list[int]]) -> None:
    readings = best_readings(possible)
    agreed = {part: place for part, place in readings[0].items() if all(each.get(part) == place for each in readings)}
    assert certain_places(possible) == agreed


@pytest.mark.parametrize(
    ("possible", "certain"),
    [
        ([], {}),
        ([[]], {}),
        ([[5], [7], [9]], {0: 5, 1: 7, 2: 9}),
        # "(i)" may stand before or behind its neighbours; only one place lies between them.
        ([[5], [2, 7, 30], [9]], {0: 5, 1: 7, 2: 9}),
        # Two places lie between them: neither is chosen.
        ([[5], [6, 7], [9]], {0: 5, 2: 9}),
        # The only place of the second is behind the third: it, or the third, is wrong.
        ([[5], [20], [9], [30]], {0: 5, 3: 30}),
        ([[5], [20], [9], [11]], {0: 5, 2: 9, 3: 11}),
        ([[5], [], [9]], {0: 5, 2: 9}),
        # No two parts begin at one place.
        ([[5], [5]], {}),
    ],
)
def test_places_written_out(possible: list[list[int]], certain: dict[int, int]) -> None:
    assert certain_places(possible) == certain


def test_ten_thousand_parts_take_no_time() -> None:
    possible = [[3 * part, 3 * part + 30_001] for part in range(10_000)]
    assert len(certain_places(possible)) < len(possible)
