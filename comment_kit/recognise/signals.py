"""Read the signal with which a citation begins."""

from __future__ import annotations

import re

from comment_kit.model.citations import SIGNALS, Signal

_BY_WORDS = {re.sub(r"[,.]", "", signal.words): signal for signal in SIGNALS}
_LONG = re.compile(
    r"(?:see(?:,? (?:also|generally))?|but,? (?:see|cf\.?)|cf\.?|accord|compare|contrast|contra)"
    r"(?:,? e\. ?g\.)?,?(?=[\s\ufffc])|e\. ?g\.,?(?=[\s\ufffc])",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:with|and),?(?=\s)", re.IGNORECASE)

STARTS_SENTENCE = re.compile(
    r"(?:See|But see|But cf|Cf|Accord|Compare|Contrast|Contra|E\. ?g|Id|Ibid|Supra|Infra)(?=[.,\s]|$)"
)
"""What begins a citation sentence even behind an abbreviation."""


def signal_at(text: str, start: int, end: int, *, joins: bool = False) -> tuple[Signal | None, int]:
    """Return the signal at ``start`` and where the citation begins behind it.

    Args:
        text: a line.
        start: where the clause begins.
        end: where it ends.
        joins: whether the clause goes on a comparison, so that "with" and "and" are signals.
    """
    found = _LONG.match(text, start, end) or (_JOINS.match(text, start, end) if joins else None)
    if not found:
        return None, start
    words = re.sub(r"\be g\b", "eg", " ".join(re.sub(r"[,.]", " ", found[0]).casefold().split()))
    signal = _BY_WORDS.get(words)
    if signal is None:
        return None, start
    behind = found.end()
    while behind < end and text[behind].isspace():
        behind += 1
    return signal, behind
