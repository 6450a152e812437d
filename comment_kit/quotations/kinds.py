"""Tell somebody else's words from defined terms, titles and scare quotes, which nobody need look up."""

import re

from comment_kit.model.quotations import Kind
from comment_kit.quotations.sentences import HOLE

_FEW = 2
"""Words that may as well be a term of the writer's; three, where no citation is in reach."""
_TITLE_SHARE = 0.7
_NAMED = re.compile(
    r"\b(?:entitled|titled|captioned|(?<!so-)called|named|dubbed|known as|referred to as|the terms?|the word|the title|"
    r"the heading)[\s,:]*$",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\((?:\s|,|\b(?:hereinafter|hereafter|collectively|together|each|individually|the|an?|or|and|also|referred to as|"
    r"known as|defined as|i\.e\.|our|this)\b|[\u201c\"][^\u201c\u201d\"()]{0,80}[\u201d\"])*$",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"(?:\s|,|\b(?:or|and|the|an?|each|collectively|together|individually|as)\b|[\u201c\"][^\u201c\u201d\"()]{0,80}[\u201d\"])*\)",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\[[^\[\]]*\]")
_WORD = re.compile(r"[^\W_]+(?:[\u2019'&.-][^\W_]+)*")
_PARTICLES = "a an the of to in on at by for with from and or as nor but"
_SMALL = frozenset(_PARTICLES.split())
_LONGEST_TERM = 10
"""Words of a defined term."""


def kind_of(words: str, before: str, after: str, *, heading: bool, called: bool) -> Kind:
    """Return what ``words`` in marks are.

    Args:
        words: what stands between the marks.
        before: what stands before the opening mark in its line.
        after: what stands behind the closing mark.
        heading: whether the line is no running text.
        called: whether a citation is in reach.
    """
    count = len(_WORD.findall(_BRACKET.sub(" ", words)))
    if heading and not called:
        return Kind.HEADING
    if _DEFINES.search(before) and _DEFINED.match(after) and count <= _most_of_term(before, words):
        return Kind.DEFINED_TERM
    if _NAMED.search(before.rstrip(HOLE)) or _is_title(words):
        return Kind.TITLE
    if count <= _FEW + (not called):
        return Kind.SHORT if called else Kind.SCARE
    return Kind.QUOTATION


def _most_of_term(before: str, words: str) -> int:
    """Return how many words a defined term may have: few where nothing but the marks stands in its brackets."""
    return _LONGEST_TERM if not before.endswith("(") or _is_title(words) else _FEW + 1


def _is_title(words: str) -> bool:
    """Return whether ``words`` are capitalised as a title or a name is."""
    words = words.replace("[", "").replace("]", "")
    principal: list[str] = [word for word in _WORD.findall(words) if word not in _SMALL and not word[0].isdigit()]
    if len(principal) < 2:  # noqa: PLR2004  # one capital begins a sentence
        return len(principal) == 1 and len(principal[0]) > 1 and principal[0].isupper()
    capitals = sum(word[0].isupper() for word in principal)
    return capitals >= _TITLE_SHARE * len(principal)
