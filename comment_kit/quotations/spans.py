"""Find the words that stand in quotation marks, over several paragraphs where each begins with a mark."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from heapq import merge
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.letter import NoteCall
from comment_kit.model.text import Span, Text, joined
from comment_kit.quotations.lines import Line
from comment_kit.quotations.sentences import HOLE, sentence_start
from comment_kit.typography import opens_quotation

_MARK = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb]|``|''|\u2018\u2018|\u2019\u2019")
_OPENING = frozenset({"\u201c", "\u201e", "\u00ab", "``", "\u2018\u2018"})
_CLOSING = frozenset({"\u201d", "\u00bb", "''", "\u2019\u2019"})


_SINGLE = re.compile(
    rf"(?:(?<![^\s(\[\u2014\u2013])|(?<={HOLE}))(?P<open>['\u2018])(?=[^\W\d_]|\[)"
    rf"(?P<words>[^{HOLE}\u2018\"\u201c\u201d\n]{{0,1000}}?)(?P<close>['\u2019])[.,;:!?]?(?={HOLE})"
)
_CALLED = re.compile(rf"[.,;:]?{HOLE}")
_LEAST = 3
"""Words in single marks: fewer are terms."""

_Mark: TypeAlias = tuple[int, int, bool]
"""From where to where a mark stands, and whether it opens."""


class Missing(Enum):
    """The mark that a quotation lacks."""

    OPENING = "opening"
    """Its words are those of its sentence up to the mark."""
    CLOSING = "closing"
    """Its words go up to the first call of a note."""


class Marked(Struct, frozen=True, kw_only=True):
    """Words in marks: from the opening mark in one line to the closing mark in the same or a later one."""

    words: Text
    first: int
    """The line of the opening mark, by its number in the passage."""
    opens: int
    """The offset of the opening mark."""
    last: int
    closes: int
    """The offset behind the closing mark, in the line ``last``."""
    missing: Missing | None = None
    """Which of its marks is not there; a call proves that the other is one of a quotation."""


class _Open(Struct, frozen=True):
    """A quotation that is not closed yet."""

    first: int
    opens: int
    inside: int
    """Where its words begin, or go on, in the line at hand."""
    words: Text = ()
    unclosed: Marked | None = None
    """What it is if no mark closes it."""


def marked(lines: Sequence[Line]) -> Iterator[Marked]:
    """Yield the quotations of ``lines``, the outermost ones, in order; single marks too where a note proves them."""
    doubled = tuple(_doubled(lines))
    yield from merge(doubled, _single(lines, doubled), key=_begins)


def _begins(found: Marked) -> tuple[int, int]:
    return found.first, found.opens


def _doubled(lines: Sequence[Line]) -> Iterator[Marked]:
    """Yield the quotations in double marks.

    An opening mark ends a quotation that is open: real letters have marks without a partner. None runs on over its
    paragraph, unless the next one begins with an opening mark, as each paragraph of a long quotation does.
    """
    opened: _Open | None = None
    for number, line in enumerate(lines):
        marks = _without_inner(line, list(_marks(line.text)))
        if opened is not None and (not marks or not _continues(line.text, marks[0])):
            yield from _given_up(opened)
            opened = None
        if opened is not None:
            opened = replace(opened, inside=marks.pop(0)[1])
        for at, (start, end, opening) in enumerate(marks):
            if opening:
                yield from _given_up(opened)
                until = marks[at + 1][0] if at + 1 < len(marks) else len(line.text)
                opened = _Open(number, start, end, unclosed=_unclosed(line, number, start, end, until))
            elif opened is not None:
                words = joined((*opened.words, *line.words(opened.inside, start)))
                yield Marked(words=words, first=opened.first, opens=opened.opens, last=number, closes=end)
                opened = None
            elif unopened := _unopened(line, number, start, end):
                yield unopened
        if opened is not None:
            rest = line.words(opened.inside, len(line.text))
            opened = replace(opened, inside=0, words=(*opened.words, *rest, Span(text="\n")))
    yield from _given_up(opened)


def _given_up(opened: _Open | None) -> Iterator[Marked]:
    if opened is not None and opened.unclosed is not None:
        yield opened.unclosed


def _without_inner(line: Line, marks: list[_Mark]) -> list[_Mark]:
    """Return ``marks`` without those of words in marks inside a quotation in the same marks: "so "quoted" a word".

    A closing mark too many ends the quotation that the marks inside it broke off, where a call touches it.
    """
    outer: list[int] = []
    opened: int | None = None
    inner: set[int] = set()
    for at, (_, end, opening) in enumerate(marks):
        if opening:
            outer += [opened] if opened is not None else []
            opened = at
        elif opened is not None:
            opened = None
        elif outer and _CALLED.match(line.text, end):
            inner.update(range(outer.pop() + 1, at))
    return [mark for at, mark in enumerate(marks) if at not in inner]


def _unopened(line: Line, number: int, start: int, end: int) -> Marked | None:
    """Return the words of its sentence before a closing mark that no mark opens, where a call proves that it closes.

    Behind a number the mark is that of inches or seconds.
    """
    text = line.text
    if not _CALLED.match(text, end) or text[:start].rstrip()[-1:].isdigit():
        return None
    begins = max(sentence_start(text, start), text.rfind(HOLE, 0, start) + 1)
    words = line.words(begins, start)
    if len(text[begins:start].split()) < _LEAST:
        return None
    return Marked(words=words, first=number, opens=begins, last=number, closes=end, missing=Missing.OPENING)


def _unclosed(line: Line, number: int, start: int, end: int, until: int) -> Marked | None:
    """Return the words behind an opening mark up to the first call before ``until``, if no mark closes them.

    Behind a bracket a term is defined: '(the "ORF')'.
    """
    calls = [at for at, part in line.holes if isinstance(part, NoteCall) and end < at < until]
    if not calls or line.text[:start].endswith("(") or len(line.text[end : calls[0]].split()) < _LEAST:
        return None
    words = line.words(end, calls[0])
    return Marked(words=words, first=number, opens=start, last=number, closes=calls[0], missing=Missing.CLOSING)


def _single(lines: Sequence[Line], doubled: Sequence[Marked]) -> Iterator[Marked]:
    """Yield the quotations in single marks whose closing mark, or the stop beside it, a note's call touches.

    Nothing else tells such a mark from an apostrophe.
    """
    for number, line in enumerate(lines):
        calls = {at for at, part in line.holes if isinstance(part, NoteCall)}
        taken = [each for each in doubled if each.first <= number <= each.last] if calls else []
        for found in _SINGLE.finditer(line.text) if calls else ():
            if found.end() not in calls or len(found["words"].split()) < _LEAST:
                continue
            if not any(_holds(each, number, found.start()) for each in taken):
                words = line.words(*found.span("words"))
                yield Marked(words=words, first=number, opens=found.start(), last=number, closes=found.end("close"))


def _holds(found: Marked, number: int, at: int) -> bool:
    """Return whether the place ``at`` of the line ``number`` stands in the quotation ``found``."""
    return (found.first, found.opens) <= (number, at) < (found.last, found.closes)


def _marks(text: str) -> Iterator[_Mark]:
    """Yield each double mark from where to where it stands, and whether it opens."""
    low = False
    for found in _MARK.finditer(text):
        mark = found[0]
        if low and mark == "\u201c" and not text[found.end() : found.end() + 1].isalnum():
            low = False
            yield found.start(), found.end(), False  # „so“, as German letters are set
        elif mark in _OPENING or mark in _CLOSING:
            low = mark == "\u201e"
            yield found.start(), found.end(), mark in _OPENING or _is_turned(text, *found.span())
        else:
            before, after = text[max(found.start() - 1, 0) : found.start()], _beyond(text, found.end())
            yield found.start(), found.end(), opens_quotation(_blank(before), _blank(after))


def _is_turned(text: str, start: int, end: int) -> bool:
    """Return whether the closing mark from ``start`` to ``end`` stands where one opens: behind a blank, at a word."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return (not before or before.isspace()) and (after.isalnum() or after == "[")


def _blank(character: str) -> str:
    """Return a blank for a call or a citation, which is no letter to a mark beside it."""
    return " " if character == HOLE else character


def _beyond(text: str, at: int) -> str:
    """Return the first character from ``at`` on that is no single mark."""
    while at < len(text) and text[at] in "'\u2018\u2019":
        at += 1
    return text[at : at + 1]


def _continues(text: str, mark: _Mark) -> bool:
    return mark[2] and not text[: mark[0]].strip()


def block_words(lines: Sequence[Line]) -> Text:
    """Return the words of a block quotation, its paragraphs on lines of their own, without marks around the whole."""
    spans: list[Span] = []
    for number, line in enumerate(lines):
        spans.extend((Span(text="\n"),) if number else ())
        spans.extend(line.words(0, len(line.text)))
    return _unmarked(joined(spans))


def _unmarked(words: Text) -> Text:
    text = "".join(span.text for span in words)
    marks = list(_marks(text))
    bare = text.strip()
    if len(marks) != 2 or not bare or marks[0][0] != text.index(bare) or marks[1][1] != len(text.rstrip()):  # noqa: PLR2004  # a pair
        return words
    start, end = marks[0][1], marks[1][0]
    kept: list[Span] = []
    at = 0
    for span in words:
        cut = span.text[max(start - at, 0) : max(end - at, 0)]
        kept.append(Span(text=cut, italic=span.italic, bold=span.bold))
        at += len(span.text)
    return joined(kept)
