"""Take running heads, feet and page numbers off the pages: rows that return, and rows that bear the page's number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import NamedTuple

from comment_kit.pages.labels import Candidate
from comment_kit.pages.lines import DrawnSheet, Line, lifted
from comment_kit.pages.rows import STEADY, Row, Zone, outer_rows

SHARE = 0.25
"""Odd and even pages have heads of their own, and a chapter's head stands on its pages alone."""
FEW = 4
"""In a file of so many pages two returns are enough."""
NEAR = 1.5
"""Times its height, a row of text may stand so far from the next."""
LONGEST = 75
"""Letters of a head that bears the page's number and does not return; a row of text may end with any number."""
SHORT = 2
"""In a file of so many pages nothing returns often enough, and only what is known is taken off."""

_NUMBERS = re.compile(r"\d+|\b[ivxlc]+\b")
_KNOWN = re.compile(
    r"VerDate\b.*\bJkt\b"  # the print shop's line under a page of the Government Publishing Office
    r"|Federal Register\s*/\s*Vol\."
    r"|^(?:Page|PAGE)\s+\d+(?:\s+of\s+\d+)?$"
    r"|\bCase\b.*\bDocument\b.*\bPage"  # a court's stamp
    r"|\bUSC[AS]\w*\b.*\bPage"
)
_SORTS = {Zone.HEAD: "running heads", Zone.FOOT: "running feet"}


class Cleaned(NamedTuple):
    """The sheets without heads and feet."""

    sheets: tuple[DrawnSheet, ...]
    removed: Mapping[str, int]
    """Rows by sort."""
    heads: tuple[str, ...]
    """The words of each head and foot, once."""


def without_heads(sheets: Sequence[DrawnSheet], printed: Mapping[int, Candidate]) -> Cleaned:
    """Return the sheets without the rows that return from page to page and those that bear the page's number.

    Args:
        sheets: without the numbers of lines.
        printed: by sheet, the page numbers that were seen.
    """
    rows = {sheet.number: outer_rows(sheet) for sheet in sheets}
    returning = _returning(rows, len(sheets))
    counts: defaultdict[str, int] = defaultdict(int)
    words: dict[str, str] = {}
    cleaned = []
    for sheet in sheets:
        sorts = [_sort(row, returning, printed.get(sheet.number)) for row in rows[sheet.number]]
        if len(sheets) <= FEW:
            numbered = sheet.number if len(sheets) <= SHORT else None
            sorts = list(_outer(sheet, rows[sheet.number], sorts, numbered))
        off: set[Line] = set()
        for row, sort in zip(rows[sheet.number], sorts, strict=True):
            if sort:
                counts[sort] += 1
                words.setdefault(_mask(row.text), row.text)
                off.update(row.lines)
        cleaned.append(sheet._replace(lines=tuple(line for line in sheet.lines if line not in off)))
    return Cleaned(tuple(cleaned), dict(counts), tuple(words.values()))


def _sort(row: Row, returning: Mapping[tuple[Zone, str], float], page: Candidate | None) -> str | None:
    """Return what sort of thing ``row`` is, or None where it belongs to the text."""
    if _KNOWN.search(row.text):
        return "production lines" if "VerDate" in row.text else _SORTS[row.zone]
    if page is not None and page.row.lines == row.lines and len(row.text) <= LONGEST:
        return "page numbers" if len(_mask(row.text)) <= len("- # -") else _SORTS[row.zone]
    if any(_returns(row, line, returning) for line in row.lines):
        return _SORTS[row.zone]
    return None


def _outer(
    sheet: DrawnSheet, rows: Sequence[Row], sorts: Sequence[str | None], number: int | None
) -> Iterator[str | None]:
    """Yield the sorts without those of the rows that stand inside the text, or at a foot as near to it as its own.

    In a short file two notes may cite the same at one height of their pages.

    Args:
        sheet: where they stand.
        rows: its outer rows.
        sorts: of the rows.
        number: what an outermost row may say that is the page's number; None where that was seen by other means.
    """
    taken = {line for row, sort in zip(rows, sorts, strict=True) if sort for line in row.lines}
    edge = _lowest(sheet, taken)
    inside: Zone | None = None
    for row, sort in zip(rows, sorts, strict=True):
        own = row.outermost and row.text.strip("-–— []()") == str(number)
        if not own and (sort is None or (row.zone is Zone.FOOT and row.y >= edge)):
            inside = row.zone
        yield None if inside is row.zone else sort or "page numbers"


def _lowest(sheet: DrawnSheet, taken: Collection[Line]) -> float:
    """Return the height of the lowest row that follows on the lines not ``taken`` no further than a row of text."""
    edge = min((line.y for line in sheet.lines if line not in taken), default=inf)
    for line in sorted(taken, key=lambda each: -each.y):
        if edge - NEAR * line.height < line.y < edge:
            edge = line.y
    return edge


def _returns(row: Row, line: Line, returning: Mapping[tuple[Zone, str], float]) -> bool:
    mask = _mask(line.text)
    if mask == "#" and not row.outermost:
        return False
    y = returning.get((row.zone, mask))
    return y is not None and abs(row.y - y) <= STEADY


def _returning(rows: Mapping[int, Sequence[Row]], total: int) -> Mapping[tuple[Zone, str], float]:
    """Return, for the words that return on enough sheets at one height, that height."""
    if total <= SHORT:
        return {}
    # In a short file two notes may end in the same words; three pages hardly do.
    least = max(2 if total <= FEW else 3, SHARE * total)
    heights: defaultdict[tuple[Zone, str], list[float]] = defaultdict(list)
    for zone, mask, y in _masked(row for outer in rows.values() for row in outer):
        heights[zone, mask].append(y)
    returning = {}
    for key, ys in heights.items():
        y = _commonest(ys)
        if sum(abs(y - each) <= STEADY for each in ys) >= least:
            returning[key] = y
    return returning


def _masked(rows: Iterable[Row]) -> Iterator[tuple[Zone, str, float]]:
    for row in rows:
        # Notes whose words are alike ("12 Id.") may end many pages; they begin with a raised number.
        for mask in {_mask(line.text) for line in row.lines if not any(lifted(mark, line) for mark in line.marks[:1])}:
            yield row.zone, mask, row.y


def _mask(text: str) -> str:
    """Return ``text`` with "#" for each number, so that "75192" and "75194" are one head."""
    return _NUMBERS.sub("#", " ".join(text.split()))


def _commonest(ys: Sequence[float]) -> float:
    """Return the height around which most stand."""
    counts: defaultdict[int, list[float]] = defaultdict(list)
    for y in ys:
        counts[round(y / STEADY)].append(y)
    most = max(counts.values(), key=len)
    return sorted(most)[len(most) // 2]
