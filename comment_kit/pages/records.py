"""Turn page text into rows of the store's tables, and back."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
import sys
from array import array
from collections.abc import Iterator, Mapping

from comment_kit.model.pages import Confidence, Lettering, Sheet, SourceText, Stream
from comment_kit.pages.breaks import PackedBreaks
from comment_kit.pages.hyphens import hyphened, joined, with_guesses

RUN_ON = 300
"""Letters of the next sheet that are indexed with a sheet, so that words are found over a page break."""
STREAMS = ("body", "notes", "all")


def text_row(text: SourceText, added: dt.date) -> tuple[object, ...]:
    """Return the row of ``texts``."""
    return (
        text.key,
        text.edition,
        text.file,
        text.sha256,
        added.isoformat(),
        text.format,
        len(text.sheets),
        text.total,
        json.dumps(dict(text.removed)),
        json.dumps(text.covered),
        text.front,
    )


def stream_row(key: str, name: str, stream: Stream) -> tuple[object, ...]:
    """Return the row of ``streams``."""
    packed = PackedBreaks.of(stream.breaks)
    return (
        key,
        name,
        stream.text,
        _bytes(array("I", stream.sheets)),
        _bytes(packed.offsets),
        packed.kinds,
        json.dumps(dict(stream.calls)),
        json.dumps(dict(stream.openings)),
        json.dumps(stream.italics),
    )


def stream_from(  # noqa: PLR0913, PLR0917 - a row
    text: str, sheets: bytes, offsets: bytes, kinds: bytes, calls: str, openings: str, italics: str
) -> Stream:
    """Return the stream of a row."""
    runs = json.loads(italics)
    return Stream(
        text=text,
        sheets=tuple(_array(sheets)),
        breaks=PackedBreaks(_array(offsets), kinds),
        calls=_by_offset(calls),
        openings=_by_offset(openings),
        italics=None if runs is None else tuple((start, end) for start, end in runs),
    )


def page_rows(text: SourceText) -> Iterator[tuple[tuple[object, ...], tuple[str, str]]]:
    """Yield, sheet by sheet, the row of ``pages`` without its id, and what is indexed for it."""
    stream = text.all
    guessed = with_guesses(stream)
    for place, sheet in enumerate(text.sheets):
        start = stream.sheets[place]
        end = stream.sheets[place + 1] if place + 1 < len(stream.sheets) else len(guessed)
        words = guessed[start : end + RUN_ON]
        row = (text.key, sheet.index, sheet.label, sheet.confidence, sheet.how, sheet.lettering, end - start, words)
        yield row, _indexed(words)


def sheet_from(row: tuple[int, str | None, str, str, str]) -> Sheet:
    """Return the sheet of the columns sheet, label, confidence, how, lettering."""
    index, label, confidence, how, lettering = row
    return Sheet(index=index, label=label, confidence=Confidence(confidence), how=how, lettering=Lettering(lettering))


def deleted(connection: sqlite3.Connection, key: str) -> None:
    """Delete all that is stored for ``key``."""
    # The index keeps no text: to forget a row, it must be told what was in it.
    query = "INSERT INTO lexicon (lexicon, rowid, joined, hyphened) VALUES ('delete', ?, ?, ?)"
    for row, words in connection.execute("SELECT id, words FROM pages WHERE key = ?", (key,)).fetchall():
        connection.execute(query, (row, *_indexed(words)))
    for table in ("pages", "streams", "texts"):
        connection.execute(f"DELETE FROM {table} WHERE key = ?", (key,))  # noqa: S608 - our own names


def _indexed(words: str) -> tuple[str, str]:
    """Return the words in both ways of reading broken ones; the second is empty where they are one."""
    first, second = joined(words), hyphened(words)
    return first, second if second != first else ""


def _by_offset(record: str) -> Mapping[int, str]:
    return {int(offset): number for offset, number in json.loads(record).items()}


def _bytes(numbers: array[int]) -> bytes:
    """Return four bytes for each number, the lowest first, on every machine."""
    if sys.byteorder == "big":
        numbers = array("I", numbers)
        numbers.byteswap()
    return numbers.tobytes()


def _array(record: bytes) -> array[int]:
    numbers = array("I", record)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
