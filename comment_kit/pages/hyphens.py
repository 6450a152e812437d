"""Guess, for showing and finding only, which hyphens at line ends belong to their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comment_kit.model.broken_words import hyphen_belongs
from comment_kit.model.pages import Break, Stream

SOFT = "\u00ad"
"""Stands where a word was broken that has no hyphen."""
HARD = "\u2010"
"""Stands where a hyphen belongs to the word."""
# Neither sign can stand in a stream: ``characters`` takes both away.

_WORD = re.compile(rf"{SOFT}?[^\W\d_]+(?:[-{SOFT}][^\W\d_]+)*{SOFT}?")


def with_guesses(stream: Stream, beside: Stream | None = None) -> str:
    """Return the text with ``SOFT`` or ``HARD`` for each hyphen at a line end; its length is unchanged.

    Args:
        stream: what is returned.
        beside: more of the same document, whose words count, too.

    ``hyphen_belongs`` says how it is guessed.
    """
    broken = [offset for offset, kind in stream.breaks.items() if kind is Break.HYPHEN]
    if not broken:
        return stream.text
    # Only words that no line breaks can tell how another is written.
    known = {word for each in (stream, beside) if each is not None for word in _unbroken(each)}
    signs = ((offset, HARD if hyphen_belongs(stream.text, offset, known.__contains__) else SOFT) for offset in broken)
    return _signed(stream.text, signs)


def _unbroken(stream: Stream) -> Iterator[str]:
    broken = ((offset, SOFT) for offset, kind in stream.breaks.items() if kind is Break.HYPHEN)
    return (word for word in set(_WORD.findall(_signed(stream.text, broken).casefold())) if SOFT not in word)


def _signed(text: str, signs: Iterable[tuple[int, str]]) -> str:
    """Return ``text`` with each sign in the place of the letter at its offset; the offsets rise."""
    pieces, begin = [], 0
    for offset, sign in signs:
        pieces += [text[begin:offset], sign]
        begin = offset + 1
    return "".join([*pieces, text[begin:]])


def joined(text: str) -> str:
    """Return ``text`` with every broken word closed up."""
    return text.replace(SOFT, "").replace(HARD, "")


def hyphened(text: str) -> str:
    """Return ``text`` with every broken word hyphened."""
    return text.replace(SOFT, "-").replace(HARD, "-")


def shown(text: str) -> str:
    """Return ``text`` as a reader would most likely write it."""
    return text.replace(SOFT, "").replace(HARD, "-")
