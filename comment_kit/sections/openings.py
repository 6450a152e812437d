"""Find the places on a page where a part of its source may begin: at its heading, or at its number in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comment_kit.model.pages import Break, Stream
from comment_kit.model.pinpoints import PinpointRow

_SIGNS = "§¶"
_IN_BRACKETS = re.compile(r"\(\w{1,8}\)$")
_SPELLINGS = {
    "§": ("Sec. ", "Section ", "SEC. ", "SECTION ", "§ ", "§"),
    "section": ("Sec. ", "Section ", "SEC. ", "SECTION ", "§ ", "§"),
    "¶": ("¶ ", "¶", "Para. ", "Paragraph "),
}
"""How a heading may spell what a table calls "§ 4" or "Section 4"."""
_ENDS_CLAUSE = re.compile(r"(?:[.;:\u2014\u2013][\"'\u2018\u2019\u201c\u201d)\]]*|[;,] (?:and|or|and/or))\s*$")
_REACH = 16
"""Characters before a number in brackets that tell whether a clause ended there."""
_GOES_ON = re.compile(r"\.\d| ?\(")
"""Behind a number: it is that of a part within."""
_SEPARATORS = tuple(".:\u2014\u2013-|")


def openings(row: PinpointRow, stream: Stream, start: int, end: int) -> Iterator[int]:
    """Yield the offsets from ``start`` up to ``end`` of ``stream`` at which the part of ``row`` may begin, rising.

    A number in brackets opens a part where a clause ended before it, since one that is only referred to stands inside
    a clause: "under paragraph (b)". A heading begins a line, and goes on with its title or ends its number.
    """
    if bracket := _IN_BRACKETS.search(row.locator):
        number = bracket[0]
        yield from (at for at in _places(stream.text, number, start, end) if _opens_paragraph(stream, at, number))
        return
    yield from sorted(
        {
            at
            for spelling in _spellings(row.locator, row.title)
            for at in _places(stream.text, spelling, start, end)
            if _begins_line(stream, at) and _is_heading(stream, at + len(spelling), row.title)
        }
    )


def _places(text: str, words: str, start: int, end: int) -> Iterator[int]:
    at = text.find(words, start, end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, end)


def _spellings(label: str, title: str | None) -> Iterator[str]:
    """Yield how a heading may spell ``label``: "§ 4.1" as "Sec. 4.1", or as "4.1" alone, which no list has."""
    sort, number = (label[0], label[1:].strip()) if label[0] in _SIGNS else label.partition(" ")[::2]
    spellings = _SPELLINGS.get(sort.casefold())
    if spellings is None:
        yield from (label, label.upper())
        return
    yield from (before + number for before in spellings)
    if title or "." in number:
        yield number


# ---- numbers in brackets ----


def _opens_paragraph(stream: Stream, at: int, bracket: str) -> bool:
    behind = stream.text[at + len(bracket) : at + len(bracket) + 2]
    if not behind.startswith(" "):
        return False
    before = stream.text[max(0, at - _REACH) : at]
    # Behind a heading no clause has ended; "subsection (a) of this section" at the edge of a line goes on small.
    return bool(_ENDS_CLAUSE.search(before)) or (_begins_line(stream, at) and behind[1:].isupper())


# ---- headings ----


def _begins_line(stream: Stream, at: int) -> bool:
    if at == 0 or at in stream.sheets:
        return True
    return stream.breaks.get(at) is Break.EDGE or stream.breaks.get(at - 1) in {Break.SPACE, Break.EDGE}


def _is_heading(stream: Stream, at: int, title: str | None) -> bool:
    """Return whether the number of a heading ends at ``at``, and what stands behind it is its title."""
    behind = stream.text[at : at + 3]
    if behind[:1].isalnum() or _GOES_ON.match(behind):
        return False
    if title:
        return _letters(stream.text[at : at + 2 * len(title) + _REACH]).startswith(_letters(title))
    return behind.lstrip()[:1] in _SEPARATORS or stream.breaks.get(at) is Break.SPACE


def _letters(words: Iterable[str]) -> str:
    return "".join(each for each in words if each.isalnum()).casefold()
