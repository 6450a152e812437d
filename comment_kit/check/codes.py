"""Read the codes that a comment to the checker names, and tell those that do not exist."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from difflib import get_close_matches

from comment_kit.check.findings import UNKNOWN_CODE
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location

# What is a code, or was meant to be one: "QUO", "quo301", "Q0U301".
_CODES = re.compile(r"[A-Za-z][A-Za-z0-9]{2,7}(?:\s*,\s*[A-Za-z][A-Za-z0-9]{2,7})*(?=\s|$)")
FAMILY = 3
"""How many letters name a family of codes."""


def codes_in(words: str) -> tuple[tuple[str, ...], str]:
    """Return the codes with which ``words`` begin, in capitals, and the words behind them."""
    found = _CODES.match(words)
    if found is None:
        return (), words
    codes = tuple(code.strip().upper() for code in found[0].split(","))
    return codes, words[found.end() :].strip()


def existing(
    codes: Iterable[str], known: Collection[str], location: Location
) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """Return those of ``codes`` that exist, as codes or as families, and a diagnostic for each of the others."""
    everything = [*known, *dict.fromkeys(code[:FAMILY] for code in known)]
    codes = tuple(codes)
    real = tuple(code for code in codes if code in everything)
    return real, tuple(_unknown(code, everything, location) for code in codes if code not in real)


def _unknown(code: str, known: Collection[str], location: Location) -> Diagnostic:
    near = get_close_matches(code, known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else "'comment-kit explain CODE' knows every code"
    return UNKNOWN_CODE.at(location, f"there is no code '{code}'", hint=hint)
