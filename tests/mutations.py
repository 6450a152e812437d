"""Change one thing in a quotation, as a careless or a dishonest hand would."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?![\w]|[.,]\d)")
_MARKED = re.compile(r"\[[^\[\]]*\]|(?:\.\s?){3,4}|\u2026")
_NEGATIVE = re.compile(r"\b(?:not|no|never|cannot|without) ", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A quotation with one thing changed."""

    sort: str
    words: str


Mutation = Callable[[str, random.Random], str | None]
"""Gives the changed words, or None where there is nothing to change."""


def mutants(words: str, dice: random.Random) -> Iterator[Mutant]:
    """Yield one mutant of each sort that ``words`` have room for."""
    for sort, mutation in MUTATIONS.items():
        changed = mutation(words, dice)
        if changed is not None and changed != words:
            yield Mutant(sort, changed)


def _free_words(words: str) -> list[re.Match[str]]:
    """Return the words outside brackets, and not next to a bracket or dots, which may stand for any words."""
    marked = [(found.start(), found.end()) for found in _MARKED.finditer(words)]
    everything = list(_WORD.finditer(words))
    free = []
    for at, word in enumerate(everything):
        left = everything[at - 1].end() if at else 0
        right = everything[at + 1].start() if at + 1 < len(everything) else len(words)
        if not any(start < right and left < end for start, end in marked):
            free.append(word)
    return free


def _some(words: str, dice: random.Random, *, least: int = 1) -> re.Match[str] | None:
    free = [word for word in _free_words(words) if len(word[0]) >= least]
    return dice.choice(free) if free else None


def _put(words: str, start: int, end: int, new: str) -> str:
    return words[:start] + new + words[end:]


def change_letter(words: str, dice: random.Random) -> str | None:
    """Put another letter in a word."""
    word = _some(words, dice)
    if word is None:
        return None
    at = dice.randrange(word.start(), word.end())
    letter = dice.choice([each for each in _LETTERS if each != words[at].lower()])
    return _put(words, at, at + 1, letter.upper() if words[at].isupper() else letter)


def drop_letter(words: str, dice: random.Random) -> str | None:
    """Leave a letter out of a word."""
    word = _some(words, dice, least=3)
    if word is None:
        return None
    at = dice.randrange(word.start(), word.end())
    return _put(words, at, at + 1, "")


def add_letter(words: str, dice: random.Random) -> str | None:
    """Put a letter into a word."""
    word = _some(words, dice)
    if word is None:
        return None
    at = dice.randrange(word.start(), word.end() + 1)
    return _put(words, at, at, dice.choice(_LETTERS))


def change_case(words: str, dice: random.Random) -> str | None:
    """Make a small letter capital, or the other way round."""
    word = _some(words, dice)
    return None if word is None else _put(words, word.start(), word.start() + 1, words[word.start()].swapcase())


def change_word(words: str, dice: random.Random) -> str | None:
    """Put a word in place of another."""
    word = _some(words, dice, least=2)
    return None if word is None else _put(words, word.start(), word.end(), "zebra" if word[0] != "zebra" else "quagga")


def add_word(words: str, dice: random.Random) -> str | None:
    """Put in a word."""
    word = _some(words, dice)
    return None if word is None else _put(words, word.start(), word.start(), "zebra ")


def double_word(words: str, dice: random.Random) -> str | None:
    """Write a word twice."""
    word = _some(words, dice)
    return None if word is None else _put(words, word.start(), word.start(), word[0] + " ")


def drop_word(words: str, dice: random.Random) -> str | None:
    """Leave out a word in the middle."""
    free = _free_words(words)[1:-1]
    if not free:
        return None
    word = dice.choice(free)
    return _put(words, word.start(), word.end() + words[word.end() :].startswith(" "), "")


def swap_words(words: str, dice: random.Random) -> str | None:
    """Change two neighbours."""
    pairs = [
        (left, right)
        for left, right in zip(_free_words(words), _free_words(words)[1:], strict=False)
        if words[left.end() : right.start()] == " " and left[0] != right[0]
    ]
    if not pairs:
        return None
    left, right = dice.choice(pairs)
    return _put(words, left.start(), right.end(), f"{right[0]} {left[0]}")


def make_plural(words: str, dice: random.Random) -> str | None:
    """Add an s, or take one away."""
    word = _some(words, dice, least=3)
    if word is None:
        return None
    return _put(words, word.start(), word.end(), word[0][:-1] if word[0].endswith("s") else word[0] + "s")


def make_last_plural(words: str, _: random.Random) -> str | None:
    """Add an s to the last word, or take it away."""
    free = _free_words(words)
    if not free or free[-1].end() < len(words.rstrip(".,")):
        return None
    word = free[-1]
    return _put(words, word.start(), word.end(), word[0][:-1] if word[0].endswith("s") else word[0] + "s")


def add_not(words: str, dice: random.Random) -> str | None:
    """Say the contrary."""
    free = _free_words(words)[1:]
    if not free:
        return None
    word = dice.choice(free)
    return _put(words, word.start(), word.start(), "not ")


def drop_not(words: str, dice: random.Random) -> str | None:
    """Leave out a negative."""
    found = [each for each in _NEGATIVE.finditer(words) if each.start()]
    if not found:
        return None
    negative = dice.choice(found)
    return _put(words, negative.start(), negative.end(), "")


def change_number(words: str, dice: random.Random) -> str | None:
    """Count one more."""
    marked = [(found.start(), found.end()) for found in _MARKED.finditer(words)]
    numbers = [each for each in _NUMBER.finditer(words) if not any(a <= each.start() < b for a, b in marked)]
    if not numbers:
        return None
    number = dice.choice(numbers)
    return _put(words, number.start(), number.end(), str(int(number[0]) + 1))


def drop_comma(words: str, dice: random.Random) -> str | None:
    """Leave out a comma in the middle."""
    commas = [found.start() for found in re.finditer(r"(?<=[^\W\d_]), (?=[^\W\d_])", words)]
    if not commas:
        return None
    at = dice.choice(commas)
    return _put(words, at, at + 1, "")


def drop_ellipsis(words: str, _: random.Random) -> str | None:
    """Leave out the dots in the middle."""
    found = re.search(r"\s*(?:(?:\.\s?){3,4}|\u2026)(?=\s*\w)", words)
    return (
        None if found is None or not found.start() else _put(words, found.start(), found.end(), " ").replace("  ", " ")
    )


def drop_brackets(words: str, dice: random.Random) -> str | None:
    """Leave the brackets out and keep what stands in them."""
    found = [each for each in re.finditer(r"\[([^\[\]]+)\]", words) if each[1].lower() != "sic"]
    if not found:
        return None
    bracket = dice.choice(found)
    return _put(words, bracket.start(), bracket.end(), bracket[1])


MUTATIONS: dict[str, Mutation] = {
    "letter changed": change_letter,
    "letter dropped": drop_letter,
    "letter added": add_letter,
    "case changed": change_case,
    "word changed": change_word,
    "word added": add_word,
    "word doubled": double_word,
    "word dropped": drop_word,
    "words swapped": swap_words,
    "plural": make_plural,
    "last word plural": make_last_plural,
    "not added": add_not,
    "not dropped": drop_not,
    "number": change_number,
    "comma dropped": drop_comma,
    "ellipsis dropped": drop_ellipsis,
    "bracket dropped": drop_brackets,
}
"""By what is done. The first of them change letters: they are found every time."""
