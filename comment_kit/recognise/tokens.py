"""Take text apart into the words that titles and names are compared by."""

from __future__ import annotations

import re
from typing import TypeAlias

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W_]+)*|&")

Token: TypeAlias = tuple[str, int, int]
"""One word in lower case, without points inside it ("U.S." is "us"), where it begins and where it ends."""


def tokens(text: str) -> list[Token]:
    """Return the words of ``text``, which must have straight marks, with their places."""
    return [(_plain(found[0]), found.start(), found.end()) for found in _TOKEN.finditer(text)]


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` alone."""
    straight = text.replace("\u2019", "'").replace("\u2018", "'")
    return tuple(_plain(found) for found in _TOKEN.findall(straight))


def _plain(word: str) -> str:
    if word == "&":
        return "and"
    return word.replace(".", "").casefold() if "." in word else word.casefold()
