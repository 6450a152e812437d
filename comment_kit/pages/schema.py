"""The tables in which page text is kept, and what is done with a cache that cannot be used."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from comment_kit.errors import CommentKitError

VERSION = 3
"""Of the tables, and of what the readers of files tell in them; a cache of any other version is emptied."""
PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

_TABLES = (
    """CREATE TABLE texts (
        key TEXT PRIMARY KEY, edition TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, added TEXT NOT NULL,
        format TEXT NOT NULL, read INTEGER NOT NULL, total INTEGER NOT NULL, removed TEXT NOT NULL,
        covered TEXT NOT NULL, front TEXT NOT NULL
    ) WITHOUT ROWID""",
    """CREATE TABLE streams (
        key TEXT NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, sheets BLOB NOT NULL, breaks BLOB NOT NULL,
        kinds BLOB NOT NULL, calls TEXT NOT NULL, openings TEXT NOT NULL, italics TEXT NOT NULL,
        PRIMARY KEY (key, name)
    )""",
    # One row for each sheet. ``words`` runs on into the next sheet; ``own`` of its letters are the sheet's.
    """CREATE TABLE pages (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL, sheet INTEGER NOT NULL, label TEXT, confidence TEXT NOT NULL,
        how TEXT NOT NULL, lettering TEXT NOT NULL, own INTEGER NOT NULL, words TEXT NOT NULL, UNIQUE (key, sheet)
    )""",
    # Words broken at the end of a line are indexed joined and with their hyphen; the text itself is in ``pages``.
    "CREATE VIRTUAL TABLE lexicon USING fts5 (joined, hyphened, content='', tokenize='unicode61')",
)
_LOOK = """
    SELECT EXISTS (SELECT 1 FROM texts), EXISTS (SELECT 1 FROM streams), EXISTS (SELECT 1 FROM pages)
"""
"""Fails where a table is missing. To count their rows would take longer with every source."""
_TRANSIENT = ("locked", "busy", "full", "readonly", "unable to open", "disk i/o")


def opened(path: Path) -> tuple[sqlite3.Connection, str | None]:
    """Return a connection to the cache at ``path``, made if need be, and a remark where it had to be emptied.

    Raises:
        CommentKitError: it can neither be opened nor made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return _connected(path)
    except sqlite3.DatabaseError as fault:
        if is_transient(fault):
            raise unusable(path, fault) from fault
    return replaced(path)


def replaced(path: Path) -> tuple[sqlite3.Connection, str]:
    """Return a connection to an empty cache in the place of a damaged one, and the remark that says so.

    Raises:
        CommentKitError: the damaged file cannot be put away.
    """
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        connection, _ = _connected(path)
    except (OSError, sqlite3.DatabaseError) as fault:
        raise unusable(path, fault) from fault
    return connection, f"{path}: the store of page text was damaged and is empty now; add the sources again"


def is_transient(fault: sqlite3.Error) -> bool:
    """Return whether the cache may be sound and only could not be used now."""
    return any(word in str(fault).casefold() for word in _TRANSIENT)


def unusable(path: Path, fault: Exception) -> CommentKitError:
    """Return the error that says that the cache cannot be used."""
    return CommentKitError(
        f"the store of page text cannot be used: {fault}",
        where=str(path),
        remedy="another process may be writing: try again; or delete the file, which only holds copies",
    )


def _connected(path: Path) -> tuple[sqlite3.Connection, str | None]:
    connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        remark = None if _version(connection) == VERSION else _made(connection, path)
        connection.execute(_LOOK)
    except BaseException:
        connection.close()
        raise
    return connection, remark


def _made(connection: sqlite3.Connection, path: Path) -> str | None:
    """Make the tables, unless another process just did; return a remark where tables of another version are dropped."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = _version(connection)
        dropped = _dropped(connection) if found != VERSION else 0
        if found != VERSION:
            for table in _TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
    if dropped:
        return f"{path}: the store of page text was of another version and is empty now; add the sources again"
    return None


def _dropped(connection: sqlite3.Connection) -> int:
    """Drop all tables, the virtual ones first, which take their shadows with them; return how many there were."""
    query = """
        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
        ORDER BY sql LIKE 'CREATE VIRTUAL%' DESC
    """
    names = [name for (name,) in connection.execute(query)]
    for name in names:
        quoted = name.replace('"', '""')
        connection.execute(f'DROP TABLE IF EXISTS "{quoted}"')
    return len(names)


def _version(connection: sqlite3.Connection) -> int:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)
