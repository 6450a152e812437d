"""Tell which words behind a citation may name a place, though nobody can say which."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

_PART = (
    r"lines?|ll?\.|tables?|tbls?\.?|figures?|figs?\.?|chapters?|chs?\.|sections?|secs?\.|paragraphs?|paras?\.|parts?|"
    r"appendi(?:x|ces)|app\.|box(?:es)?|columns?|cols?\.|slides?|items?|steps?|rows?|footnotes?|fn\.|notes?|nn?\."
)
_PAGE = r"(?:pages?|pp?\.|pgs?\.?)"
# "at 4-A", "on page 4/5", "lines 4-6", "at pgae 4"; not "at Scale" nor "on Roads".
_PLACE = re.compile(
    rf"(?:(?:at|on) )?(?:{_PAGE}|{_PART}|[§¶]+) ?\S{{0,8}}\d|(?:at|on) {_PAGE}(?!\w)|at [*\[(#]?\w{{0,3}}-?\d|"
    rf"at (?:{_PART})(?!\w)|at (?-i:[a-z]{{3,5}}) \d{{1,6}}$",
    re.IGNORECASE,
)
_FINER = re.compile(r"(?:lines?|ll?\.) ?\d", re.IGNORECASE)
"""A place within the page that was named."""
_BARE = re.compile(r"(?:at|on|in|(?:at )?(?:pp?\.|pages?|pgs?))$", re.IGNORECASE)
_BRACKET_BEHIND = re.compile(r" ?\[[^\[\]]{0,40}\]")
_NUMBER_ALONE = re.compile(r"[\W\d]*\d[\W\d]*$")
_LONGEST_PLACE = 24
"""A longer parenthetical explains something."""
_KNOWN = re.compile(
    r"(?:(?:and|&) )?(?:the )?(?:accompanying (?:text|notes?)|(?:sources|authorities|cases|materials) (?:there )?cited"
    r"(?: therein)?)$|emphas[ie]s\b|same\b|"
    r"(?:internal )?(?:citations?|quotations?|quotation marks|footnotes?|alterations?)\b.*\b(?:omitted|original)$|"
    r"quoting\b|citing\b|see\b|cf\b|accord\b|and$|or$|as amended$|"
    r"[\u2013\u2014-][^\d]*$",
    re.IGNORECASE,
)
"""What names no place: remarks, and the beginnings of another citation."""


class Leftover(Struct, frozen=True, kw_only=True):
    """Words of a citation that were not understood as a place."""

    words: str
    """With their round brackets where they are a parenthetical."""
    end: int
    """Where the stretch of the line ends in which they stand."""
    is_last: bool = False
    """Whether they end it."""
    is_open: bool = False
    """Whether they say that the place goes on: "et seq."."""


def unread_of(left: Iterable[Leftover], text: str, *, inherits: bool) -> str | None:
    """Return the first of ``left`` that may name a place, or leaves one open; None where nothing does.

    Args:
        left: the words behind the form of a citation that were not read.
        text: the line.
        inherits: whether the citation takes over the place before it unless it names one: then only words that surely
            name no place let it.
    """
    for each in left:
        words = _whole(each, text)
        if each.is_open or (_may_be_place(words) if not inherits else _is_unknown(words)):
            return words
    return None


def _whole(left: Leftover, text: str) -> str:
    """Return the words with the square bracket behind a bare "at"."""
    if left.is_last and _BARE.match(left.words) and (behind := _BRACKET_BEHIND.match(text, left.end)):
        return f"{left.words} {behind[0].strip()}"
    return left.words


def _may_be_place(words: str) -> bool:
    return _PLACE.match(words) is not None and not _FINER.match(words)


def _is_unknown(words: str) -> bool:
    if words.startswith("("):
        content = words[1:-1].strip()
        is_place = _PLACE.match(content) is not None and len(content) <= _LONGEST_PLACE
        return is_place or _NUMBER_ALONE.match(content) is not None
    return _KNOWN.match(words) is None and any(character.isalnum() for character in words)
