"""Parse a quotation into the words it vouches for and the gaps that its brackets and dots leave open."""

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.quotations.characters import in_word, is_quote
from comment_kit.quotations.skeleton import bare

ELLIPSIS_REACH = 2500
"""How many letters of the source an ellipsis may stand for."""
_CITATION_REACH = 400
_BRACKET_REACH = 120
_GLUED_REACH = 14
_PUNCTUATION_REACH = 4
_LEAST_LETTERS = 10
"""Of the source, beside brackets or dots that may stand for whole words."""

_DOTS = r"(?:\.(?:\s?\.){2,7}|\u2026(?:\s?[.\u2026])?|\.\s?\u2026|\*(?:\s\*){2})"
_REMARK = (
    r"emphas[ei]s (?:added|omitted|mine|supplied|in original)|citations? omitted|foot ?notes? omitted|"
    r"internal (?:quotation marks|quotations|quotes|citations?)[^\[\]()]{0,60} omitted|cleaned up|citation modified|"
    r"alterations? (?:in original|omitted|added)|hereinafter[^\[\]()]{0,80}"
)
_TOKEN = re.compile(
    rf"(?P<remark>\((?:{_REMARK})\)|\[(?:{_REMARK})\])|\[\s*(?P<inner>{_DOTS})\s*\]|(?P<dots>{_DOTS})|"
    r"\[(?P<bracket>[^\[\]]{0,300})\]",
    re.IGNORECASE,
)
_SIC = re.compile(r"\W*sic\W*", re.IGNORECASE)
_OMITTED = re.compile(r"citations? omitted|foot ?notes? omitted", re.IGNORECASE)


class Sort(Enum):
    """What a gap in a quotation may stand for."""

    ELLIPSIS = "any words"
    WORDS = "words put in or in place of others"
    EMPTY = "letters or words taken out"
    ENDING = "letters of one word"
    CAPITAL = "the same letter, small or capital"
    PUNCTUATION = "punctuation"
    REMARK = "nothing"


class Gap(Struct, frozen=True, kw_only=True):
    """A bracket or dots between two runs of quoted words."""

    sort: Sort
    mark: str
    """As printed: "[T]", ". . ."."""
    start: int
    """Where it begins in the quotation."""
    reach: int
    """How many characters of a skeleton it may stand for."""
    glued_before: bool = False
    """True where it belongs to the word before it: "oversee[ing]"."""
    glued_after: bool = False
    letter: str = ""
    """The letter of a ``CAPITAL``."""

    @property
    def content(self) -> str:
        """What stands between the brackets."""
        return self.mark.strip("[] ")


class Literal(Struct, frozen=True, kw_only=True):
    """A run of words that must stand in the source as they are quoted."""

    start: int
    end: int
    """In the quotation."""
    skeleton: str
    offsets: tuple[int, ...]
    """Of the skeleton's characters in the quotation."""


class Pattern(Struct, frozen=True, kw_only=True):
    """A quotation taken apart: literals, with the gaps before, between and after them."""

    words: str
    literals: tuple[Literal, ...]
    gaps: tuple[tuple[Gap, ...], ...]
    """One more than ``literals``: gaps[i] stands before literal i, the last one at the end; each may be empty."""
    final: str = ""
    """The stop or comma at the very end, which may be the writer's own and is in no literal."""
    remarks: tuple[str, ...] = ()
    """What stands in the quotation about itself: "emphasis added"."""

    @property
    def letters(self) -> int:
        """How many characters the literals have."""
        return sum(len(literal.skeleton) for literal in self.literals)

    @property
    def tells_little(self) -> bool:
        """Whether so few words stand between brackets and dots that they stand somewhere behind any words."""
        free = {Sort.ELLIPSIS, Sort.WORDS, Sort.EMPTY}
        gaps = sum(any(gap.sort in free for gap in run) for run in self.gaps)
        words = sum(len(self.words[literal.start : literal.end].split()) for literal in self.literals)
        return gaps > 0 and (self.letters < _LEAST_LETTERS or words < gaps)


def parse(words: str) -> Pattern:
    """Return the pattern of ``words``, the characters between a quotation's marks."""
    pieces = list(_pieces(words))
    final = ""
    if pieces and isinstance(pieces[-1], Literal):
        pieces[-1], final = _without_final(words, pieces[-1])
    literals: list[Literal] = []
    gaps: list[list[Gap]] = [[]]
    for piece in pieces:
        if isinstance(piece, Gap):
            gaps[-1].append(piece)
        elif piece.skeleton:
            literals.append(piece)
            gaps.append([])
    remarks = tuple(gap.content.strip("()") for run in gaps for gap in run if gap.sort is Sort.REMARK)
    return Pattern(words=words, literals=tuple(literals), gaps=tuple(map(tuple, gaps)), final=final, remarks=remarks)


def _pieces(words: str) -> Iterator[Gap | Literal]:
    at = 0
    for token in _TOKEN.finditer(words):
        gap = _gap(words, token)
        yield _literal(words, at, gap.start)
        yield gap
        at = token.end()
    yield _literal(words, at, len(words))


def _literal(words: str, start: int, end: int) -> Literal:
    bared = bare(words[start:end], start)
    return Literal(start=start, end=end, skeleton=bared.skeleton, offsets=bared.offsets)


def _without_final(words: str, literal: Literal) -> tuple[Literal, str]:
    """Return the last literal without the stop or comma that may be the writer's, and that mark."""
    if literal.skeleton[-1:] not in {".", ","}:
        return literal, ""
    end = literal.offsets[-1]
    if not all(is_quote(character) or character.isspace() for character in words[end + 1 : literal.end]):
        return literal, ""
    shorter = replace(literal, end=end, skeleton=literal.skeleton[:-1], offsets=literal.offsets[:-1])
    return shorter, literal.skeleton[-1]


def _gap(words: str, token: re.Match[str]) -> Gap:
    before, after = words[max(token.start() - 1, 0) : token.start()], words[token.end() : token.end() + 1]
    if token["dots"] or token["inner"]:
        return Gap(sort=Sort.ELLIPSIS, mark=token[0], start=token.start(), reach=ELLIPSIS_REACH)
    if token["remark"]:
        reach = _CITATION_REACH if _OMITTED.search(token[0]) else 0
        return Gap(sort=Sort.REMARK, mark=token[0], start=token.start(), reach=reach)
    return _bracket(token[0], token.start(), glued_before=_is_letter(before), glued_after=_is_letter(after))


def _is_letter(character: str) -> bool:
    return bool(character) and in_word(character)


def _bracket(mark: str, start: int, *, glued_before: bool, glued_after: bool) -> Gap:
    content = mark[1:-1].strip()
    gap = Gap(
        sort=Sort.WORDS,
        mark=mark,
        start=start,
        reach=_BRACKET_REACH,
        glued_before=glued_before,
        glued_after=glued_after,
    )
    if _SIC.fullmatch(content):
        return replace(gap, sort=Sort.REMARK, reach=0, glued_before=False, glued_after=False)
    if not content:
        return _empty(gap)
    if not any(map(in_word, content)):
        return replace(gap, sort=Sort.PUNCTUATION, reach=_PUNCTUATION_REACH, glued_before=False, glued_after=False)
    if len(content) == 1 and glued_after and not glued_before:
        return replace(gap, sort=Sort.CAPITAL, reach=1, letter=content)
    if (glued_before or glued_after) and " " not in content:
        return replace(gap, sort=Sort.ENDING, reach=_GLUED_REACH)
    return replace(gap, glued_before=False, glued_after=False)


def _empty(gap: Gap) -> Gap:
    """Return an empty bracket: inside or behind a word it stands for letters, elsewhere for words too."""
    if gap.glued_before:
        return replace(gap, sort=Sort.EMPTY, reach=_GLUED_REACH)
    return replace(gap, sort=Sort.EMPTY)
