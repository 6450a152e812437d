"""Find the titles and designations of the library's sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.groups import Groups
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line
from comment_kit.recognise.names_of_sources import Title, Weight
from comment_kit.recognise.tokens import Token, tokens


def titles(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield the titles of ``line``, of two that begin at one word the longer; several sources may share one."""
    del groups
    words = tokens(line.text)
    plain = [word for word, _, _ in words]
    at = 0
    while at < len(words):
        found = _title_at(plain, at, index)
        clue = _clue(line.text, words, at, found) if found else None
        if clue:
            yield clue
            at += len(found[0].words)
        else:
            at += 1


def _title_at(plain: Sequence[str], at: int, index: SourceIndex) -> tuple[Title, ...]:
    """Return the longest titles whose words stand at ``at``."""
    for beginning in (tuple(plain[at : at + 2]), (plain[at],)):
        longest = _longest(plain, at, index.titles.get(beginning, ()))
        if longest:
            return longest
    return ()


def _longest(plain: Sequence[str], at: int, titles: Sequence[Title]) -> tuple[Title, ...]:
    """Return those of ``titles``, the longest of which come first, that stand at ``at`` and are longest."""
    found: list[Title] = []
    for title in titles:
        if found and len(title.words) < len(found[0].words):
            break
        if tuple(plain[at : at + len(title.words)]) == title.words:
            found.append(title)
    return tuple(found)


def _clue(text: str, words: Sequence[Token], at: int, found: Sequence[Title]) -> Clue | None:
    weight = max(title.weight for title in found)
    start, end = words[at][1], words[at + len(found[0].words) - 1][2]
    if text[end : end + 1] == "." and len(text) > end + 1 and not text[end + 1].isalnum() and "." in text[start:end]:
        end += 1
    if not _stands_alone(text, start, end, weight):
        return None
    return Clue(
        start=start,
        end=end,
        rank=Rank.SHORT_NAME if weight is Weight.SHORT else Rank.NAME,
        keys=frozenset(title.key for title in found),
        is_whole_name=weight is Weight.WHOLE,
    )


def _stands_alone(text: str, start: int, end: int, weight: Weight) -> bool:
    """Return whether the words are no part of a longer name: "NIST AI 800-1" in "NIST AI 800-1.2"."""
    before, after = text[max(start - 2, 0) : start], text[end : end + 2]
    if len(after) == 2 and after[0] in ".-" and after[1].isalnum():  # noqa: PLR2004 - a sign and what follows it
        return False
    if weight is Weight.SHORT:
        return (not before or before[-1] in " \"'(*") and (not after or not after[0].isalnum())
    return True
