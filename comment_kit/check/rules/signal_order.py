"""Flag signals of one note in the wrong order: support, comparison, contradiction, background."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from comment_kit.check.case import Case
from comment_kit.check.note_words import CitedWords
from comment_kit.model.citations import SignalClass
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="SIG305",
    name="signals-out-of-order",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "Within one string of citations those that support the sentence come first, then comparisons, then what "
        "contradicts it, then background; a class that changes begins a new sentence (Indigo Book R4.3; Bluebook rule "
        "1.3). Citations that words of the writer part are not judged."
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each citation whose signal should have come before its neighbour's."""
    for _, group in groupby(case.words.citations, key=lambda words: words.resolution.at.note_id):
        for before, words in pairwise(group):
            if _is_string(before, words) and _rank(words, before) < _rank(before, before):
                yield words.remark(
                    FINDING,
                    f"'{_signal(words)}' stands behind '{_signal(before)}'",
                    hint="support comes first, then comparison, contradiction, background",
                )


def _is_string(before: CitedWords, words: CitedWords) -> bool:
    """Return whether nothing but a mark parts two citations."""
    joint = words.before[len(before.before) + len(before.text) :] if words.before.startswith(before.before) else "x"
    return joint.strip() in {"", ";", ".", ".;"}


def _rank(words: CitedWords, before: CitedWords) -> int:
    """Return where the class of a citation stands; without a signal it goes on under the one before a semicolon."""
    signal = words.citation.signal
    if signal is None and words is not before and not words.resolution.starts_sentence:
        return _rank(before, before)
    return (signal.group if signal else SignalClass.SUPPORT).value


def _signal(words: CitedWords) -> str:
    return words.citation.signal.words if words.citation.signal else "no signal"
