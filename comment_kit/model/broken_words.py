"""Guess whether the hyphen at a line's end belongs to the word that it breaks: no dictionary is needed."""

import re
from collections.abc import Callable

_BEFORE = re.compile(r"[^\W_]+$")
_BEHIND = re.compile(r"[^\W_]+")
_LONGEST = 40


def hyphen_belongs(text: str, offset: int, is_word: Callable[[str], bool]) -> bool:
    """Return whether the hyphen at ``offset`` of ``text``, between two lines, belongs to its word.

    It does if the document has the word with it elsewhere, or has both halves as words by themselves; it does not if
    the document has the word without it, or where nothing tells.

    Args:
        text: of the document; the second half stands directly behind the hyphen.
        offset: of the hyphen.
        is_word: whether the document has a word, given in small letters, that no line end breaks.
    """
    before = _BEFORE.search(text, max(0, offset - _LONGEST), offset)
    behind = _BEHIND.match(text, offset + 1)
    if before is None or behind is None:
        return True
    left, right = before[0].casefold(), behind[0].casefold()
    if is_word(left + right):
        return False
    return is_word(f"{left}-{right}") or not (left + right).isalpha() or (is_word(left) and is_word(right))
