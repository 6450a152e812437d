"""Weigh an unmarked change in a quotation: may it turn the sense, or is it a slip of form?"""

import re
from collections import Counter
from collections.abc import Iterable

from rapidfuzz.distance import JaroWinkler

from comment_kit.model.diagnostics import Severity
from comment_kit.model.quotations import Difference
from comment_kit.quotations.allowances import is_citation
from comment_kit.quotations.number_words import NUMBERS

_SENSE = """
not no never nor neither none nothing cannot without except unless only but whether if may might must shall should will
would can could all any every each some most and or before after more less least proposed final require required
requires prohibit prohibited permit permitted
"""
_TURNING = frozenset([*_SENSE.split(), *NUMBERS, "half"])
_PARTICLES = "a an the of to in on at by for with from as that this these those it its is are was were be"
_SMALL = frozenset(_PARTICLES.split())
_WORD = re.compile(r"[^\W_]+(?:[\u2019'][^\W\d_]+)*")
_KINDRED = 0.85
"""Likeness above which two words are forms of one: "rule", "rules"."""

WEIGHTS = (Severity.HINT, Severity.WARNING, Severity.ERROR)


def weight(difference: Difference) -> Severity:
    """Return how much a change of words weighs."""
    if not difference.quoted and is_citation(difference.source):
        return Severity.WARNING
    quoted, source = _words(difference.quoted), _words(difference.source)
    gone, put_in = _less(source, quoted), _less(quoted, source)
    if any(_turns(word) for word in (*gone, *put_in)):
        return Severity.ERROR
    replaced = [word for word in put_in if word not in _SMALL]
    if gone and replaced and not all(_kindred(word, gone) for word in replaced):
        return Severity.ERROR
    return Severity.WARNING


def heaviest(severities: Iterable[Severity]) -> Severity:
    """Return the heaviest of ``severities``; a hint for none."""
    return max(severities, key=WEIGHTS.index, default=Severity.HINT)


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _less(words: list[str], others: list[str]) -> list[str]:
    """Return ``words`` without those that ``others`` has as well, each as often as it has it."""
    return list((Counter(words) - Counter(others)).elements())


def _turns(word: str) -> bool:
    return word in _TURNING or word.endswith(("n't", "n\u2019t")) or any(map(str.isdigit, word))


def _kindred(word: str, others: list[str]) -> bool:
    # Another beginning is another word: "safe" for "unsafe".
    return any(
        other in _SMALL or (word[0] == other[0] and JaroWinkler.similarity(word, other) >= _KINDRED) for other in others
    )
