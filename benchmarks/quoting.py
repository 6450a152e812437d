"""Generate the pages of fifty sources and letters that quote them rightly and wrongly, the same on every run."""

from __future__ import annotations

import random
from functools import lru_cache
from itertools import accumulate

import generated

NOWHERE = generated.SOURCES + 1
"""The number of a source that nobody has."""
EVERY = 4
"""Notes to one quotation."""
WORDS_ON_A_PAGE = 480
"""About four thousand letters, as a page of a report or a column and a half of the Federal Register has."""

_SYLLABLES = tuple(a + b for a in "bdfgklmnprst" for b in ("a", "e", "in", "o"))
_VOCABULARY = 12_000
_KINDS = (*["whole"] * 7, "cut", "altered", "moved", *["whole"] * 7, "cut", "altered", "lost")
_QUOTED = 18
"""Words in a quotation."""
_SENTENCE = 15
_LINE = 12


def document(source: int, pages: int) -> str:
    """Return a source as text with form feeds, its number at the foot of each page."""
    return "\f".join("\n".join((*rows(source, number), "", str(number), "")) for number in range(1, pages + 1))


def rows(source: int, number: int) -> tuple[str, ...]:
    """Return a page line by line, the same for the same page."""
    words = _words(source, number)
    return tuple(" ".join(words[start : start + _LINE]) for start in range(0, len(words), _LINE))


def quoting(number: int, source: int, page_cited: int) -> str:
    """Return the sentence before a note; every fourth quotes the page that the note cites.

    Of ten quotations seven stand there as quoted, one with an ellipsis; in one a word is another; one stands on the
    page after, or in turns nowhere.
    """
    if number % EVERY:
        return f"What follows from this for the agency is said in reason {number}"
    kind = _KINDS[number // EVERY % len(_KINDS)]
    words = _words(NOWHERE if kind == "lost" else source, page_cited + (kind == "moved"))
    start = number % (WORDS_ON_A_PAGE - 2 * _QUOTED)
    quoted = list(words[start : start + _QUOTED])
    if kind == "cut":
        quoted[5:8] = [". . ."]
    if kind == "altered":
        quoted[9] = "other"
    return f'The source says that "{" ".join(quoted)}"'


def nowhere(number: int, _source: int, _page: int) -> str:
    """Return the sentence before a note; each quotes words that stand in no source."""
    words = _words(NOWHERE, number + 1)
    return f'The source says that "{" ".join(words[:_QUOTED])}"'


@lru_cache(maxsize=500)
def _words(source: int, number: int) -> tuple[str, ...]:
    """Return the words of a page, seldom ones and common ones as in prose, the same for the same page."""
    dice = random.Random(f"page {number} of source {source}")  # noqa: S311 - nothing secret
    vocabulary, weights = _vocabulary()
    words = dice.choices(vocabulary, cum_weights=weights, k=WORDS_ON_A_PAGE)
    for start in range(0, WORDS_ON_A_PAGE, _SENTENCE):
        words[start] = words[start].capitalize()
        words[start + _SENTENCE - 1] += "."
    return tuple(words)


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    dice = random.Random("the words of all sources")  # noqa: S311 - nothing secret
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        words["".join(dice.choices(_SYLLABLES, k=dice.randint(1, 5)))] = None
    return tuple(words), tuple(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))
