"""Keep page text between runs: a cache that can be rebuilt from the files at any time."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from msgspec import Struct

from comment_kit.model.pages import SourceText, Stream
from comment_kit.pages.records import STREAMS, deleted, page_rows, sheet_from, stream_from, stream_row, text_row
from comment_kit.pages.schema import is_transient, opened, replaced, unusable
from comment_kit.pages.searching import Hit, find_words, keys_with_words, sheets_by_row, sheets_with_word

_PAGE = "INSERT INTO pages VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)"
_INDEX = "INSERT INTO lexicon (rowid, joined, hyphened) VALUES (?, ?, ?)"

Answer = TypeVar("Answer")


class StoredText(Struct, frozen=True, kw_only=True):
    """A line in the list of texts."""

    key: str
    edition: str
    file: str
    sha256: str
    added: dt.date
    format: str
    read: int
    """How many sheets were read."""
    total: int
    """How many the file has."""


class PageStore:
    """The texts of sources by key, in a file that several processes may use at once; close it, or use it with ``with``.

    A file that is damaged or of another version is emptied, and ``new_remarks`` says so.
    """

    def __init__(self, path: Path) -> None:
        """Open the store at ``path``, or make it.

        Raises:
            CommentKitError: it can neither be opened nor made.
        """
        self._path = path
        self._connection, remark = opened(path)
        self._remarks = [remark] if remark else []

    def new_remarks(self) -> tuple[str, ...]:
        """Return what a user should know about the store itself, each remark once."""
        told, self._remarks = tuple(self._remarks), []
        return told

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def holds(self, key: str, sha256: str, edition: str) -> bool:
        """Return whether the whole of this file is stored under ``key`` as this edition, so that adding it is free."""
        query = "SELECT 1 FROM texts WHERE key = ? AND sha256 = ? AND edition = ? AND read = total"
        return self._asked(
            lambda: self._connection.execute(query, (key, sha256, edition)).fetchone() is not None, False
        )

    def add(self, text: SourceText, added: dt.date) -> bool:
        """Store ``text`` under its key in the place of any other; return False where it is stored already."""
        if self.holds(text.key, text.sha256, text.edition):
            return False
        self._asked(lambda: self._written(text, added), None)
        return True

    def get(self, key: str) -> SourceText | None:
        """Return the text of the source ``key``, or None."""
        return self._asked(lambda: self._read(key), None)

    def list(self) -> tuple[StoredText, ...]:
        """Return what is stored, by key."""
        return self._asked(lambda: tuple(self._listed()), ())

    def find(self, words: str, limit: int = 20) -> tuple[Hit, ...]:
        """Return up to ``limit`` places where ``words`` stand one after another, text by text and sheet by sheet.

        Where they stand so nowhere, the sheets that hold all of them are returned instead.
        """
        return self._asked(lambda: find_words(self._connection, words, limit), ())

    def keys_with(self, words: Sequence[str]) -> frozenset[str]:
        """Return the keys of the texts that have all ``words`` on one sheet, or running over into the next."""
        return self._asked(lambda: keys_with_words(self._connection, words), frozenset())

    def concordance(self, key: str) -> Callable[[str, int], tuple[int, ...]]:
        """Return what tells the first sheets, so many at the most, of the text ``key`` that have a word.

        As for ``find``, the case of letters does not matter, and a sheet runs on into the next.
        """
        nothing: dict[int, int] = {}
        sheets = self._asked(lambda: sheets_by_row(self._connection, key), nothing)
        return lambda word, most: self._asked(lambda: sheets_with_word(self._connection, sheets, word, most), ())

    def _asked(self, question: Callable[[], Answer], empty: Answer) -> Answer:
        """Return the answer; where the store turns out to be damaged, empty it and return ``empty``."""
        try:
            return question()
        except sqlite3.DatabaseError as fault:
            if is_transient(fault):
                raise unusable(self._path, fault) from fault
            self._connection.close()
            self._connection, remark = replaced(self._path)
            self._remarks.append(remark)
            return empty

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield self._connection
        except BaseException:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def _written(self, text: SourceText, added: dt.date) -> None:
        with self._transaction() as connection:
            deleted(connection, text.key)
            connection.execute("INSERT INTO texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", text_row(text, added))
            rows = (stream_row(text.key, name, getattr(text, name)) for name in STREAMS)
            connection.executemany("INSERT INTO streams VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
            for row, indexed in page_rows(text):
                inserted = connection.execute(_PAGE, row).lastrowid
                connection.execute(_INDEX, (inserted, *indexed))

    def _read(self, key: str) -> SourceText | None:
        query = "SELECT edition, file, sha256, format, total, removed, covered, front FROM texts WHERE key = ?"
        row = self._connection.execute(query, (key,)).fetchone()
        if row is None:
            return None
        edition, file, sha256, form, total, removed, covered, front = row
        streams = self._read_streams(key)
        query = "SELECT sheet, label, confidence, how, lettering FROM pages WHERE key = ? ORDER BY sheet"
        return SourceText(
            key=key,
            edition=edition,
            file=file,
            sha256=sha256,
            format=form,
            sheets=tuple(sheet_from(each) for each in self._connection.execute(query, (key,))),
            total=total,
            removed=json.loads(removed),
            covered=tuple(json.loads(covered)),
            front=front,
            **streams,
        )

    def _read_streams(self, key: str) -> Mapping[str, Stream]:
        query = "SELECT name, text, sheets, breaks, kinds, calls, openings, italics FROM streams WHERE key = ?"
        return {name: stream_from(*rest) for name, *rest in self._connection.execute(query, (key,))}

    def _listed(self) -> Iterator[StoredText]:
        query = "SELECT key, edition, file, sha256, added, format, read, total FROM texts ORDER BY key"
        for key, edition, file, sha256, added, form, read, total in self._connection.execute(query):
            yield StoredText(
                key=key,
                edition=edition,
                file=file,
                sha256=sha256,
                added=dt.date.fromisoformat(added),
                format=form,
                read=read,
                total=total,
            )
