"""Read the stage of a draft that a citation names: "second public draft", "2pd", "final"."""

from __future__ import annotations

import re

_ORDINALS = ("initial", "second", "third", "fourth", "fifth")
_DRAFT = re.compile(
    r"\b(initial|first|second|third|fourth|fifth|final)\s+(?:(?:public|preliminary|discussion|working)\s+)*"
    r"draft\b",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?<![a-z0-9])([2-5i]|f)pd(?![a-z0-9])", re.IGNORECASE)
"""How a body signs its drafts: "NIST SP 800-53 2pd"."""
_FIRSTS = {"first": "initial"}
_SIGNED = {"i": "initial", "f": "final", **{str(number): word for number, word in enumerate(_ORDINALS, 1)}}


def stage_in(words: str) -> str | None:
    """Return which draft ``words`` name: "initial", "second", "final"; None where they name none."""
    if found := _DRAFT.search(words):
        word = found[1].casefold()
        return _FIRSTS.get(word, word)
    signed = _SIGN.search(words)
    return _SIGNED[signed[1].casefold()] if signed else None


def is_stage(words: str) -> bool:
    """Return whether ``words`` say nothing but a stage."""
    return bool(_DRAFT.fullmatch(words.strip()))
