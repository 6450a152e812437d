"""Tell a *not* that was dropped or put in by itself: beside other words that changed, it is easily read over."""

import re
from collections.abc import Iterator

from comment_kit.model.quotations import Difference

_FIRST = re.compile(r"(not|never)\s+(\S.*)", re.IGNORECASE | re.DOTALL)
_LAST = re.compile(r"(.*\S)\s+(not|never)", re.IGNORECASE | re.DOTALL)
_ANY = re.compile(r"\b(?:not?|never|cannot)\b|n[\u2019']t\b", re.IGNORECASE)
_TURNS = re.compile(r"(?:not|never)\b", re.IGNORECASE)


def negation_apart(difference: Difference) -> Iterator[Difference]:
    """Yield ``difference``, its *not* apart where one side alone begins or ends with one: "may not" for "must"."""
    quoted, source = difference.quoted, difference.source
    if quoted and not _ANY.search(quoted):
        yield from (Difference("", each) if is_not else Difference(quoted, each) for is_not, each in _apart(source))
    elif source and not _ANY.search(source):
        yield from (Difference(each, "") if is_not else Difference(each, source) for is_not, each in _apart(quoted))
    else:
        yield difference


def cut_off(final: str, cut: str) -> Difference:
    """Return the difference of a quotation that ends with ``final`` where the source goes on with ``cut``.

    A stop that ends both is no part of what is left out.
    """
    rest = cut.removesuffix(final).rstrip()
    return Difference("", rest) if rest != cut and rest else Difference(final, cut)


def cuts_negation(cut: str) -> bool:
    """Return whether what a quotation leaves out at its end begins with *not*: "They may." of "They may not."."""
    return bool(_TURNS.match(cut))


def _apart(words: str) -> Iterator[tuple[bool, str]]:
    """Yield the pieces of ``words``, each with whether it is the *not* that begins or ends them."""
    if found := _FIRST.fullmatch(words):
        yield from ((True, found[1]), (False, found[2]))
    elif found := _LAST.fullmatch(words):
        yield from ((False, found[1]), (True, found[2]))
    else:
        yield False, words
