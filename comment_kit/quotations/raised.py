"""Tell digits that stand raised behind others, as exponents do: 10 with a raised 26 is no 1026."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.model.pages import Break, Stream
from comment_kit.model.text import Text

SIGN = "^"
"""What typists write before an exponent, and so do we: "10^26"."""
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = str.maketrans("0123456789", _SUPERSCRIPTS)
_PAIR = re.compile(r"\d(?=\d)")


def typed(words: Text) -> str:
    """Return the characters of ``words``, letter for letter, the digits of raised runs as "²⁶"."""
    return "".join(span.text.translate(_RAISED) if span.superscript else span.text for span in words)


def raises(text: str, before: int, digit: int) -> bool:
    """Return whether ``text`` itself says that the digit at ``digit`` is an exponent of the one at ``before``."""
    if not (text[before].isdigit() and text[digit].isdigit()):
        return False
    return SIGN in text[before:digit] or (text[digit] in _SUPERSCRIPTS and text[before] not in _SUPERSCRIPTS)


def is_exponent(stream: Stream, before: int, digit: int) -> bool:
    """Return whether the page shows the digit at ``digit`` raised behind the one at ``before``.

    At the edge of ordinary tags a blank is written between two digits; before a raised one there is none.
    """
    text = stream.text
    pair = digit == before + 1 and text[before].isdigit() and text[digit].isdigit()
    return (pair and stream.breaks.get(digit) is Break.EDGE) or raises(text, before, digit)


def exponents(stream: Stream, start: int, end: int) -> Iterator[int]:
    """Yield the place of each exponent between ``start`` and ``end`` that only its height on the page tells."""
    for found in _PAIR.finditer(stream.text, start, end):
        if stream.breaks.get(found.end()) is Break.EDGE:
            yield found.end()
