"""Find words in all stored texts, also where they run on over a page break."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from comment_kit.model.pages import Sheet
from comment_kit.pages.hyphens import hyphened, joined, shown
from comment_kit.pages.records import sheet_from

CONTEXT = 80
"""Letters shown before and behind the words."""

_TOKEN = re.compile(r"[^\W_]+")
_ROWS = """
    SELECT pages.key, pages.sheet, label, confidence, how, lettering, own, pages.words
    FROM lexicon JOIN pages ON pages.id = lexicon.rowid
    WHERE lexicon MATCH ? ORDER BY lexicon.rowid
"""
_NEXT = """
    SELECT sheet, label, confidence, how, lettering FROM pages
    WHERE key = ? AND sheet > ? AND own > 0 ORDER BY sheet LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where words were found."""

    key: str
    first: Sheet
    """On which they begin."""
    last: Sheet
    """On which they end: another where they run over a page break."""
    before: str
    """Some words before them, from the same sheet."""
    words: str
    """As the source prints them; words broken at a line end closed up as they most likely belong."""
    after: str
    together: bool = True
    """Whether they stand one after another; otherwise all are on the sheet, and ``words`` is the first of them."""


def find_words(connection: sqlite3.Connection, words: str, limit: int) -> tuple[Hit, ...]:
    """Return up to ``limit`` places where ``words`` stand together, or else where all stand on one sheet."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFC", words))
    if not tokens:
        return ()
    together = f'"{" ".join(tokens)}"'
    hits = tuple(islice(_hits(connection, together, tokens, together=True), limit))
    if hits or len(tokens) == 1:
        return hits
    each = " ".join(f'"{token}"' for token in tokens)
    return tuple(islice(_hits(connection, each, tokens, together=False), limit))


def _hits(connection: sqlite3.Connection, query: str, tokens: Sequence[str], *, together: bool) -> Iterator[Hit]:
    sought = re.compile(r"[\W_]+".join(map(re.escape, map(_folded, tokens if together else tokens[:1]))))
    for key, *sheet, own, words in connection.execute(_ROWS, (query,)):
        first = sheet_from(tuple(sheet))
        for text, end in _texts(words, own):
            spans = [found.span() for found in _whole(sought, _folded(text)) if found.start() < end]
            for start, stop in spans if together else spans[:1]:
                last = first if stop <= end else _next(connection, key, first)
                yield Hit(
                    key=key,
                    first=first,
                    last=last,
                    before=_cut_before(text[max(0, start - CONTEXT - 20) : start]),
                    words=text[start:stop],
                    after=_cut_behind(text[stop : stop + CONTEXT + 20]),
                    together=together,
                )
            if spans:
                break


def _texts(words: str, own: int) -> Iterator[tuple[str, int]]:
    """Yield the text of a row in each way of reading broken words, with the place where its own sheet ends."""
    return ((read(words), len(read(words[:own]))) for read in (shown, hyphened, joined))


def _whole(sought: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that begin and end at the edge of a word."""
    for found in sought.finditer(text):
        start, end = found.span()
        if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield found


def _folded(text: str) -> str:
    """Return ``text`` without case and accents, letter for letter, as the index compares it."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] or letter for letter in text)


def _next(connection: sqlite3.Connection, key: str, sheet: Sheet) -> Sheet:
    row = connection.execute(_NEXT, (key, sheet.index)).fetchone()
    return sheet_from(row) if row else sheet


def _cut_before(text: str) -> str:
    """Return the end of ``text``, from the beginning of a word."""
    if len(text) <= CONTEXT:
        return text
    _, _, words = text[-CONTEXT:].partition(" ")
    return words


def _cut_behind(text: str) -> str:
    """Return the beginning of ``text``, to the end of a word."""
    if len(text) <= CONTEXT:
        return text
    words, _, _ = text[:CONTEXT].rpartition(" ")
    return words
