"""Find a quotation that a paragraph opens and does not close."""

import re
from bisect import bisect_right
from collections.abc import Iterable

from comment_kit.typography import opens_quotation

_MARK = re.compile('["“”]')
_MARKUP = re.compile(r"""\\["'\\]|[*_~]+|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)""", re.DOTALL)
"""Escaped marks, signs of emphasis, and code."""


def unclosed_quotation(content: str, passed_over: Iterable[tuple[int, int]]) -> int | None:
    """Return where in ``content`` the last quotation mark stands that opens and never closes, or None.

    Args:
        content: a paragraph as typed.
        passed_over: where citations, notes, code and addresses stand, whose marks are their own.
    """
    if '"' not in content and "“" not in content:
        return None
    text, places = _without(content, passed_over)
    opened: list[int] = []
    for mark in _MARK.finditer(text):
        at = mark.start()
        if mark[0] == "“" or (mark[0] == '"' and opens_quotation(text[max(at - 1, 0) : at], _after(text, at))):
            opened.append(at)
        elif opened:
            opened.pop()
    return places.of(opened[-1]) if opened else None


def begins_with_quotation(content: str) -> bool:
    """Return whether a paragraph begins with a quotation mark, as each paragraph of a longer quotation does."""
    return content.lstrip("*_").startswith(('"', "“"))


def _after(text: str, at: int) -> str:
    """Return the character behind the mark at ``at``, single marks read over."""
    return text[at + 1 : at + 4].lstrip("'")[:1]


class _Places:
    """Where the characters of a shortened text stood before."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._offsets: list[int] = []

    def add(self, start: int, offset: int) -> None:
        self._starts.append(start)
        self._offsets.append(offset)

    def of(self, at: int) -> int:
        index = bisect_right(self._starts, at) - 1
        return self._offsets[index] + at - self._starts[index]


def _without(content: str, passed_over: Iterable[tuple[int, int]]) -> tuple[str, _Places]:
    """Return ``content`` without some of its pieces and without its markup, and where the rest stood."""
    pieces = (_with_blank(content, start, end) for start, end in passed_over)
    markup = ((found.start(), found.end()) for found in _MARKUP.finditer(content))
    places = _Places()
    kept: list[str] = []
    length = at = 0
    for start, end in sorted((*pieces, *markup, (len(content), len(content)))):
        if start > at:
            places.add(length, at)
            kept.append(content[at:start])
            length += start - at
        at = max(at, end)
    return "".join(kept), places


def _with_blank(content: str, start: int, end: int) -> tuple[int, int]:
    """Return where a piece stands with the blank before it, which makes no mark right behind it an opening one."""
    blank = content[start - 1 : start].isspace() and not content[end : end + 1].isspace()
    return start - blank, end
