"""Tell whether one name is another cut short: "Nat'l Telecomms. & Info. Admin.", "NTIA"."""

from __future__ import annotations

from collections.abc import Sequence

_SHORTEST = 3
_CONTRACTED = frozenset(
    {
        "bldg",
        "blvd",
        "cmty",
        "cmtys",
        "cnty",
        "ctr",
        "ctrs",
        "mfg",
        "mfr",
        "mfrs",
        "mgmt",
        "mkt",
        "mktg",
        "mkts",
        "pship",
    }
)
"""Abbreviations that leave out the second letter."""


def shortens(short: str, whole: str) -> bool:
    """Return whether the word ``short`` is ``whole``, or its letters with some left out: "natl", "mgmt"."""
    short, whole = short.replace("'", ""), whole.replace("'", "")
    if short == whole:
        return True
    if len(short) < _SHORTEST or len(short) >= len(whole):
        return False
    # Initials are letters of a word by chance: "NTIA" of "National".
    if short[:2] != whole[:2] and (short not in _CONTRACTED or short[0] != whole[0]):
        return False
    letters = iter(whole)
    return all(letter in letters for letter in short)


def alike(one: str, other: str) -> bool:
    """Return whether either word shortens the other."""
    return shortens(one, other) or shortens(other, one)


def same_body(name: Sequence[str], body: Sequence[str]) -> bool:
    """Return whether ``name`` is the name of a body, word for word abbreviated, or its initials.

    Args:
        name: the words as printed, in lower case and without small words.
        body: the words of the full name, likewise.
    """
    if len(name) == 1 and len(body) > 1:
        return name[0] == "".join(word[0] for word in body)
    return len(name) == len(body) and all(alike(word, whole) for word, whole in zip(name, body, strict=True))


def in_order(words: Sequence[str], text: Sequence[str]) -> bool:
    """Return whether every word stands in ``text``, abbreviated or not, in this order."""
    rest = iter(text)
    return all(any(alike(word, other) for other in rest) for word in words)
