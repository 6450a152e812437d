"""Compare the words and the type of a citation as printed with those that the declared style would print."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.note_words import CitedWords, parenthetical_in, words_of
from comment_kit.model.text import Span, Text

_PLAIN = str.maketrans(
    {
        "\u00a0": " ",
        "\u202f": " ",
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2011": "-",
        "\u2010": "-",
    }
)
_NOTE = re.compile(r"\bnote \d+")
_SLASH = re.compile(r"/(?=[,;.)\]]|$)")

Letters = tuple[tuple[str, bool, bool], ...]
"""Each letter in lower case, with whether it is italic and whether in small capitals."""


def same_words(words: CitedWords, house: Text) -> bool | None:
    """Return whether the citation has the words of ``house``; None where its parentheticals cannot be told apart.

    Straight and curly marks, dashes and hyphens, capitals, the number of a note and the slash that ends an address
    make no difference: other rules, or none, speak of them.
    """
    shown = _without_parentheticals(words)
    return None if shown is None else _compared(_plain(shown)) == _compared(_plain(house))


def same_type(words: CitedWords, house: Text, *, italics: bool, small_caps: bool) -> bool:
    """Return whether letters that both have are set alike; True where the letters differ.

    Args:
        words: of the citation.
        house: as the style prints it.
        italics: whether italics are compared.
        small_caps: whether small capitals are.
    """
    ours, theirs = _letters(_without_parentheticals(words) or ()), _letters(house)
    if [letter for letter, _, _ in ours] != [letter for letter, _, _ in theirs]:
        return True
    return all(
        (not italics or one[1] == other[1]) and (not small_caps or one[2] == other[2])
        for one, other in zip(ours, theirs, strict=True)
    )


def _plain(text: Text) -> str:
    return "".join(span.text for span in text).translate(_PLAIN)


def _compared(words: str) -> str:
    words = _SLASH.sub("", _NOTE.sub("note #", " ".join(words.split())))
    return words.strip(" .").casefold()


def _letters(text: Text) -> Letters:
    return tuple(
        (letter.casefold(), span.italic, span.small_caps) for span in text for letter in span.text if letter.isalpha()
    )


def _without_parentheticals(words: CitedWords) -> Text | None:
    """Return the printed words but those in the writer's brackets, or None where one of these is not found."""
    taken: list[tuple[int, int]] = []
    for each in words.citation.parentheticals:
        found = next(parenthetical_in(words.text, words_of(each.content)), None)
        if found is None:
            return None
        taken.append((found[0] - (words.text[found[0] - 1 : found[0]] == " "), found[1]))
    return tuple(_left(words.spans, sorted(taken)))


def _left(text: Text, taken: list[tuple[int, int]]) -> Iterator[Span]:
    at = 0
    for span in text:
        kept = span.text
        for first, last in reversed(taken):
            kept = kept[: max(first - at, 0)] + kept[max(last - at, 0) :]
        yield span.with_text(kept)
        at += len(span.text)
