"""Say which whole words stand together in every source that has a quotation letter for letter."""

import re
import unicodedata

from comment_kit.model.quotations import Quotation
from comment_kit.quotations.pattern import Literal, parse

_WORD = re.compile(r"[^\W_]+")
_EXPONENT = re.compile(r"\w+\^\w+")
"""However it is typed, a source may print it otherwise."""
_MOST = 8
"""Words: together they stand in few sources, and so close that they run over one page break at most."""


def whole_words(quotation: Quotation) -> tuple[str, ...]:
    """Return the first words of the longest run of quoted words; none where it is too short to tell.

    The word at either end of the run is left out: a bracket may have cut it.
    """
    pattern = parse(quotation.text)
    longest = max(pattern.literals, key=_length, default=None)
    if longest is None:
        return ()
    words = unicodedata.normalize("NFKC", pattern.words[longest.start : longest.end])
    return tuple(_WORD.findall(_EXPONENT.sub(" ", words))[1:-1][:_MOST])


def _length(literal: Literal) -> int:
    return len(literal.skeleton)
