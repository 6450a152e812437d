"""Find words in all stored texts, also where they run on over a page break."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

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
_KEYS = "SELECT DISTINCT key FROM pages WHERE id IN (SELECT rowid FROM lexicon WHERE lexicon MATCH ?)"
_SHEETS = "SELECT id, sheet FROM pages WHERE key = ? ORDER BY sheet"
_WORD_ROWS = "SELECT rowid FROM lexicon WHERE lexicon MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?"
_FOLLOWING = """
    SELECT sheet, label, confidence, how, lettering, own, words FROM pages
    WHERE key = ? AND sheet > ? AND own > 0 ORDER BY sheet
"""
_WAYS: tuple[Callable[[str], str], ...] = (shown, hyphened, joined)
"""The ways in which words broken at a line end may be read, the likeliest first."""


class Hit(Struct, frozen=True, kw_only=True):
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


def keys_with_words(connection: sqlite3.Connection, words: Sequence[str]) -> frozenset[str]:
    """Return the keys of the texts that have all ``words`` on one sheet, with what runs on into the next."""
    query = " ".join(f'"{token}"' for word in words for token in _TOKEN.findall(word))
    return frozenset(key for (key,) in connection.execute(_KEYS, (query,))) if query else frozenset()


def sheets_by_row(connection: sqlite3.Connection, key: str) -> dict[int, int]:
    """Return the sheets of the text ``key`` by their rows, in their order, which is that of the rows too."""
    return dict(connection.execute(_SHEETS, (key,)).fetchall())


def sheets_with_word(connection: sqlite3.Connection, sheets: dict[int, int], word: str, most: int) -> tuple[int, ...]:
    """Return the first of ``sheets``, ``most`` at the most, that have ``word``."""
    query = " ".join(f'"{token}"' for token in _TOKEN.findall(word))
    if not query or not sheets:
        return ()
    # The rows of a text were written one after another: the index need not be read for others.
    first, last = next(iter(sheets)), next(reversed(sheets))
    rows = connection.execute(_WORD_ROWS, (query, first, last, most)).fetchall()
    return tuple(sheets[row] for (row,) in rows if row in sheets)


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


class _Reading(NamedTuple):
    """The words of a sheet, which run on into the next, with broken words read in one way."""

    key: str
    sheet: Sheet
    text: str
    end: int
    """Where the sheet's own words end."""
    read: Callable[[str], str]


def _hits(connection: sqlite3.Connection, query: str, tokens: Sequence[str], *, together: bool) -> Iterator[Hit]:
    sought = re.compile(r"[\W_]+".join(map(re.escape, map(_folded, tokens if together else tokens[:1]))))
    for row in connection.execute(_ROWS, (query,)):
        for reading in _readings(row):
            spans = [found.span() for found in _whole(sought, _folded(reading.text)) if found.start() < reading.end]
            if spans and together:
                yield from (_hit(connection, reading, span) for span in spans)
            elif spans and set(map(_folded, tokens)) <= set(_TOKEN.findall(_folded(reading.text[: reading.end]))):
                yield replace(_hit(connection, reading, spans[0]), together=False)
            if spans:
                break


def _readings(row: tuple[Any, ...]) -> Iterator[_Reading]:
    key, *columns, own, words = row
    sheet = sheet_from(tuple(columns))
    return (_Reading(key, sheet, read(words), len(read(words[:own])), read) for read in _WAYS)


def _hit(connection: sqlite3.Connection, reading: _Reading, span: tuple[int, int]) -> Hit:
    start, stop = span
    beyond = stop - reading.end
    return Hit(
        key=reading.key,
        first=reading.sheet,
        last=_last(connection, reading, beyond) if beyond > 0 else reading.sheet,
        before=_cut_before(reading.text[max(0, start - CONTEXT - 20) : start]),
        words=reading.text[start:stop],
        after=_cut_behind(reading.text[stop : stop + CONTEXT + 20]),
    )


def _whole(sought: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches that begin and end at the edge of a word, those that share a word with the last too."""
    start = -1
    while found := sought.search(text, start + 1):
        start, end = found.span()
        if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield found


def _folded(text: str) -> str:
    """Return ``text`` without case and accents, letter for letter, as the index compares it."""
    if text.isascii():
        return text.lower()
    return "".join(unicodedata.normalize("NFD", letter)[0].lower()[:1] or letter for letter in text)


def _last(connection: sqlite3.Connection, reading: _Reading, beyond: int) -> Sheet:
    """Return the sheet on which words end that run ``beyond`` letters over the end of theirs."""
    sheet = reading.sheet
    for *columns, own, words in connection.execute(_FOLLOWING, (reading.key, sheet.index)):
        sheet = sheet_from(tuple(columns))
        beyond -= len(reading.read(words[:own]))
        if beyond <= 0:
            break
    return sheet


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
