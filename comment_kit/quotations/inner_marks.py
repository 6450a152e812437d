"""Tell whether a mark inside a quotation is still open, so that its writer has to close it."""

from comment_kit.quotations.characters import in_word, is_quote
from comment_kit.typography import opens_quotation

_OPENING = frozenset("\u2018\u201a\u201b\u201c\u201e\u201f\u2039\u00ab`")
_STRAIGHT = frozenset("\"'")


def is_open(words: str) -> bool:
    """Return whether ``words`` open a mark, single or double, that they do not close."""
    depth = 0
    for at, character in enumerate(words):
        if is_quote(character) and not _is_apostrophe(words, at):
            depth = depth + 1 if _opens(words, at) else max(0, depth - 1)
    return depth > 0


def _is_apostrophe(words: str, at: int) -> bool:
    return 0 < at < len(words) - 1 and in_word(words[at - 1]) and in_word(words[at + 1])


def _opens(words: str, at: int) -> bool:
    if words[at] in _STRAIGHT:
        return opens_quotation(words[max(0, at - 1) : at], words[at + 1 : at + 2])
    return words[at] in _OPENING
