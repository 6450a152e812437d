"""Tell somebody else's words from defined terms, titles and scare quotes, which nobody need look up."""

import re
from collections.abc import Callable

from comment_kit.model.quotations import Kind, Link
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
_ARTICLES = frozenset(("a", "an", "the"))
_AUXILIARIES = """
is are was were be been am has have had do does did must shall should will would may might can could cannot
"""
_VERBS = frozenset(_AUXILIARIES.split())
"""In small letters no title has them: they make a sentence of capitalised names."""
_LONGEST_TERM = 6
"""Words of a defined term; longer ones are somebody's sentence."""
_LONGEST_NAME = 8
"""Words of a title or a name of which nothing but its capitals tells."""
_DEFINITION = re.compile(r"\bdefinitions?\s+(?:of|for)(?:\s+the\s+terms?)?[\s,:]*$", re.IGNORECASE)
_SO_CALLED = re.compile(r"\bso-called[\s,:]*$", re.IGNORECASE)
_PROPOSES = re.compile(
    r"(?:\breplac(?:e|ing)\b[^.]*\b(?:with|by)|\b(?:revis|amend|chang|modify|modif|rewrit|edit)(?:e|ing)?\b[^.]*\bto"
    r"(?: read| say| state)?|\b(?:should|could|might|to) (?:instead |then )?(?:read|say|state)(?: instead)?|"
    r"\b(?:insert|add|append|substitut)(?:e|ing)?\b(?: the| these)?(?: following| new)?"
    r"(?: words?| phrase| sentence| clause| language| text)?)(?: as follows)?[\s,:]*$",
    re.IGNORECASE,
)
_TIGHT = frozenset((Link.TOUCHING, Link.SPEAKER, Link.PARENTHETICAL))
"""What ties a citation to these words rather than to their sentence."""


def kind_of(  # noqa: PLR0913  # each says one thing of the words
    words: str,
    before: str,
    after: str,
    *,
    heading: bool,
    link: Link | None,
    is_known: Callable[[str], bool],
) -> Kind:
    """Return what ``words`` in marks are.

    Args:
        words: what stands between the marks.
        before: what stands before the opening mark in its line.
        after: what stands behind the closing mark.
        heading: whether the line is no running text.
        link: what ties them to a citation; None where none is in reach.
        is_known: tells whether words are a title that a source of the letter bears.
    """
    count = len(_WORD.findall(_BRACKET.sub(" ", words)))
    if heading and link is None:
        return Kind.HEADING
    defined = bool(_DEFINES.search(before) and _DEFINED.match(after))
    if defined and count <= _most_of_term(before, words):
        return Kind.DEFINED_TERM
    named = bool(_NAMED.search(before.rstrip(HOLE)))
    if is_title(words) or (named and count <= _LONGEST_TERM):
        return _of_name(words, count, link, is_known, named=named or defined)
    return _of_words(before, count, link)


def _of_words(before: str, count: int, link: Link | None) -> Kind:
    """Return what ``count`` words are that look like words and like no name."""
    term = count <= _LONGEST_TERM
    scared = term and bool(_SO_CALLED.search(before))
    if link is None:
        return Kind.SCARE if scared or count <= _FEW + 1 else Kind.QUOTATION
    if count <= _FEW:
        return Kind.SHORT
    if _PROPOSES.search(before):
        return Kind.PROPOSED
    if scared:
        return Kind.DOUBTFUL if link in _TIGHT else Kind.SHORT
    return Kind.DOUBTFUL if term and _DEFINITION.search(before) else Kind.QUOTATION


def _of_name(words: str, count: int, link: Link | None, is_known: Callable[[str], bool], *, named: bool) -> Kind:
    """Return what words are that look like a title, a name or a term: in doubt where a citation is tied to them."""
    tight = link in _TIGHT
    short = count <= (_FEW if tight else _LONGEST_NAME)
    if link is None or short or is_known(words):
        return Kind.TITLE
    return Kind.QUOTATION if tight and count > _LONGEST_NAME and not named else Kind.DOUBTFUL


def _most_of_term(before: str, words: str) -> int:
    """Return how many words a defined term may have: few where nothing but the marks stands in its brackets."""
    return _LONGEST_TERM if not before.endswith("(") or is_title(words) else _FEW + 1


def is_title(words: str) -> bool:
    """Return whether ``words`` are capitalised as a title or a name is."""
    every: list[str] = _WORD.findall(words.replace("[", "").replace("]", ""))
    if not every or not _begins_as_title(every) or not _VERBS.isdisjoint(every):
        return False
    principal = [word for word in every if word not in _SMALL and not word[0].isdigit()]
    if len(principal) < 2:  # noqa: PLR2004  # one capital begins a sentence
        return len(principal) == 1 and len(principal[0]) > 1 and principal[0].isupper()
    capitals = sum(word[0].isupper() for word in principal)
    return capitals >= _TITLE_SHARE * len(principal)


def _begins_as_title(words: list[str]) -> bool:
    """Return whether the first of ``words`` has a capital ("iPhone" has), or is the article before a name."""
    if words[0] in _ARTICLES:
        return len(words) <= _LONGEST_NAME
    return words[0] != words[0].lower() or words[0][0].isdigit()
