"""See which sources and which blocks a text names, without setting it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

# A key of a source, as the letters room reads it.
_KEY = r"[^\W](?:\w|[:.#$%&\-+?<>~/](?=\w))*"
# The sign first, which is found a hundred times faster than what may stand before it.
_NAMED = re.compile(rf"@(?<![\w\\@]@)(?:(?P<key>{_KEY})|\{{(?P<braced>[^{{}}\s]+)\}})")
_ASKED = re.compile(r"\((?:(?<=\bcite\()|(?<=\bsource\())\s*([\"'])(?P<key>[^\"'\n]+)\1")
_CALL = re.compile(r"\((?<=\bblock\()\s*([\"'])(?P<name>[^\"'\n]+)\1")
_TICKS = re.compile("`+")


def tags_of(text: str) -> Iterator[str]:
    """Yield each tag of ``text``: what stands between two pairs of braces, or between braces with percent signs."""
    for opening, closing in (("{{", "}}"), ("{%", "%}")):
        yield from (text[start:end] for start, end in _spans(text, opening, closing))


def without_tags(text: str) -> str:
    """Return ``text`` with a word for each value that it prints, and nothing for its other tags."""
    printed = _replaced(text, "{{", "}}", lambda tag: " " if blocks_called(tag) else "value")
    return _replaced(printed, "{%", "%}", lambda _: " ")


def without_comments(text: str) -> str:
    """Return ``text`` without what is written for its writers alone."""
    return _replaced(_replaced(text, "{##", "##}", lambda _: " "), "<!--", "-->", lambda _: " ")


def sources_named(text: str) -> tuple[str, ...]:
    """Return the keys that ``text`` cites or mentions, each once, in order; those in code and comments are words."""
    prose = _prose(text)
    named = ((found.start(), found["key"] or found["braced"]) for found in _NAMED.finditer(prose))
    asked = ((found.start(), found["key"]) for found in _ASKED.finditer(prose))
    return tuple(dict.fromkeys(key for _, key in sorted((*named, *asked))))


def blocks_called(text: str) -> tuple[str, ...]:
    """Return the names of the blocks that ``text`` sets, each once, in order; a name that is computed is not seen."""
    if "block(" not in text:
        return ()
    return tuple(dict.fromkeys(found["name"] for found in _CALL.finditer(_prose(text))))


def _prose(text: str) -> str:
    return _without_code(without_comments(text))


def _without_code(text: str) -> str:
    """Return ``text`` without what stands between two runs of as many backticks."""
    runs = [(found.start(), found.end()) for found in _TICKS.finditer(text)]
    later: dict[int, int] = {}
    closing: list[int | None] = [None] * len(runs)
    for at in range(len(runs) - 1, -1, -1):
        length = runs[at][1] - runs[at][0]
        closing[at] = later.get(length)
        later[length] = at
    parts: list[str] = []
    kept, at = 0, 0
    while at < len(runs):
        closed = closing[at]
        if closed is not None:
            parts.append(text[kept : runs[at][0]])
            kept, at = runs[closed][1], closed
        at += 1
    return " ".join([*parts, text[kept:]])


def _replaced(text: str, opening: str, closing: str, instead: Callable[[str], str]) -> str:
    parts: list[str] = []
    kept = 0
    for start, end in _spans(text, opening, closing):
        parts += (text[kept:start], instead(text[start:end]))
        kept = end
    return "".join([*parts, text[kept:]])


def _spans(text: str, opening: str, closing: str) -> Iterator[tuple[int, int]]:
    """Yield where each span begins and ends; what never closes ends the search, so that it is made once."""
    start = text.find(opening)
    while start >= 0 and (end := text.find(closing, start + len(opening))) >= 0:
        yield start, end + len(closing)
        start = text.find(opening, end + len(closing))
