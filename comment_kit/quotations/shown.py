"""Show a passage of a source as a reader reads it: words that a line's end broke are closed up again."""

from collections.abc import Iterator
from functools import partial
from heapq import merge

from comment_kit.model.broken_words import hyphen_belongs
from comment_kit.model.pages import Break, Stream
from comment_kit.quotations.raised import SIGN, exponents

_LONGEST = 10_000
"""Letters: of what is longer, as what dots leave out from far apart, a reader is shown the ends."""
_END = 400
_NEAR = 200_000
"""Letters on either side among which a document's own way of writing a word is looked for."""


def shown(stream: Stream, start: int, end: int) -> str:
    """Return the text from ``start`` up to ``end`` without the hyphens that stand there for a line's end alone.

    Digits that stand raised behind others have a sign before them: "10^26". Of very long texts the ends are returned.
    """
    if end - start > _LONGEST:
        return f"{shown(stream, start, start + _END)} … {shown(stream, end - _END, end)}"
    pieces = []
    for offset, sign in merge(_needless_hyphens(stream, start, end), _signs(stream, start, end)):
        pieces += [stream.text[start:offset], sign]
        start = offset if sign else offset + 1
    return "".join([*pieces, stream.text[start:end]])


def _needless_hyphens(stream: Stream, start: int, end: int) -> Iterator[tuple[int, str]]:
    for offset in _line_ends(stream, start, end):
        if not hyphen_belongs(stream.text, offset, partial(_stands, stream, offset)):
            yield offset, ""


def _signs(stream: Stream, start: int, end: int) -> Iterator[tuple[int, str]]:
    yield from ((offset, SIGN) for offset in exponents(stream, start, end))


def _line_ends(stream: Stream, start: int, end: int) -> Iterator[int]:
    """Yield the place of each hyphen at the end of a line."""
    at = stream.text.find("-", start, end)
    while at >= 0:
        if stream.breaks.get(at) is Break.HYPHEN:
            yield at
        at = stream.text.find("-", at + 1, end)


def _stands(stream: Stream, near: int, word: str) -> bool:
    """Return whether ``word`` stands by itself and unbroken somewhere near, as it is or with a capital letter."""
    return any(_stands_so(stream, near, each) for each in (word, word.capitalize()))


def _stands_so(stream: Stream, near: int, word: str) -> bool:
    text, last = stream.text, near + _NEAR
    at = text.find(word, max(0, near - _NEAR), last)
    while at >= 0:
        end = at + len(word)
        beside = text[max(0, at - 1) : at] + text[end : end + 1]
        broken = next(_line_ends(stream, at, end), None) is not None
        if not broken and not any(letter == "-" or letter.isalnum() for letter in beside):
            return True
        at = text.find(word, at + 1, last)
    return False
