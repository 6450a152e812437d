"""Cut a quotation and a passage into words that can be compared one by one."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from comment_kit.model.pages import Break, Stream
from comment_kit.quotations.characters import BONES, Joint, in_word, joint
from comment_kit.quotations.pattern import Gap, Literal, Pattern, Sort

_WORD = re.compile(r"\d+(?:[.,]\d+)+(?![\w])|\d+\^\d+|\[?[^\W_]+(?:[\u2019'\[\]]+[^\W_]+)*|[^\w\s]|_")
_MOST_BRACKETS = 3
"""In one word: each more multiplies the ways to read it."""
_UNCOMPARED = frozenset({Joint.QUOTE.value, Joint.BRACKET.value, Joint.SPACE.value})
_DASHES = {"\u2013": "\u2014", "\u2015": "\u2014", "\u2010": "-", "\u2011": "-", "\u2012": "-"}


class Word(Struct, frozen=True):
    """A word or a mark of punctuation."""

    like: str
    """What it is compared by; empty for a gap that may stand for anything."""
    start: int
    end: int
    """In its text."""
    gap: Gap | None = None
    stem: re.Pattern[str] | None = None
    """For a word with a bracket in it: the words of a source that it may stand for."""

    @property
    def letters(self) -> int:
        """How many characters it weighs."""
        return len(self.like)


def source_words(stream: Stream, start: int, end: int, known: frozenset[str]) -> list[Word]:
    """Return the words of a passage; a word cut by a hyphen at a line's end is whole where ``known`` has it so."""
    words: list[Word] = []
    for found in _words(stream.text, start, end):
        words.append(found)
        if len(words) < 3 or words[-2].like.isalnum():  # noqa: PLR2004  # word, hyphen, word
            continue
        if stream.breaks.get(words[-2].start) is Break.HYPHEN:
            joined = words[-3].like + words[-1].like
            if joined in known:
                words[-3:] = [Word(joined, words[-3].start, words[-1].end)]
    return words


def quoted_words(pattern: Pattern) -> list[Word]:
    """Return the words of a quotation without its final stop, gaps as words that may stand for anything."""
    pieces = _in_order(pattern)
    words: list[Word] = []
    for piece in pieces:
        if isinstance(piece, Gap):
            if piece.sort is not Sort.REMARK or piece.reach:
                words.append(Word("", piece.start, piece.start + len(piece.mark), gap=piece))
        else:
            words.extend(_words(pattern.words, piece.start, piece.end))
    return list(_glued(pattern.words, words))


def _in_order(pattern: Pattern) -> Iterator[Gap | Literal]:
    for literal, gaps in zip(pattern.literals, pattern.gaps, strict=False):
        yield from gaps
        yield literal
    yield from pattern.gaps[-1]


def _words(text: str, start: int, end: int) -> Iterator[Word]:
    for found in _WORD.finditer(text, start, end):
        word = found[0]
        plain = word.isascii() and word.isalnum()
        like = word if plain else _DASHES.get(word) or word.translate(BONES) or joint(word).value
        if not like or like in _UNCOMPARED:
            continue
        yield Word(like, found.start(), found.end())


def _glued(text: str, words: Sequence[Word]) -> Iterator[Word]:
    """Yield ``words`` with those that a bracket belongs to made one: "[T]he", "favo[red]", "licen[s]e"."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _belongs(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    for run in runs:
        yield run[0] if len(run) == 1 else _one(text, run)


def _belongs(left: Word, right: Word) -> bool:
    if left.end != right.start:
        return False
    glued_left = left.gap is not None and left.gap.glued_after and _lettered(right)
    return glued_left or (right.gap is not None and right.gap.glued_before and _lettered(left))


def _lettered(word: Word) -> bool:
    return word.gap is None and in_word(word.like[:1])


def _one(text: str, run: Sequence[Word]) -> Word:
    like = text[run[0].start : run[-1].end]
    if sum(word.gap is not None for word in run) > _MOST_BRACKETS:
        return Word(like, run[0].start, run[-1].end)
    stem = "".join(_stem(word) for word in run)
    return Word(like, run[0].start, run[-1].end, stem=re.compile(stem))


def _stem(word: Word) -> str:
    if word.gap is None:
        return re.escape(word.like)
    if word.gap.sort is Sort.CAPITAL:
        return f"[{re.escape(word.gap.letter.lower())}{re.escape(word.gap.letter.upper())}]"
    return rf"\w{{0,{word.gap.reach}}}"


def fitted(quoted: Sequence[Word], source: Sequence[Word]) -> list[Word]:
    """Return the quoted words with those that have brackets in them replaced by the source's word they stand for."""
    likes = {word.like for word in source}
    return [_fit(word, likes) for word in quoted]


def _fit(word: Word, likes: set[str]) -> Word:
    if word.stem is None:
        return word
    like = next((each for each in likes if word.stem.fullmatch(each)), None)
    return word if like is None else Word(like, word.start, word.end, stem=word.stem)


def run_text(text: str, words: Sequence[Word]) -> str:
    """Return what ``text`` prints from the first of ``words`` to the last; nothing for none."""
    return text[words[0].start : words[-1].end] if words else ""
