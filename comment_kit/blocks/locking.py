"""Hold a lock that the system itself gives up when its holder ends, however that ends."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from comment_kit.errors import CommentKitError

PATIENCE = 30.0
"""Seconds; whoever holds the lock writes a few small files."""

_PAUSE = 0.01

if sys.platform == "win32":
    import msvcrt

    def _try(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

    def _release(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


@contextmanager
def locked(path: Path, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of ``path`` inside the ``with``; the file stays, and means nothing by itself.

    Raises:
        CommentKitError: another process held it all the while.
        OSError: the file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as file:
        _wait(file, path, time.monotonic() + patience)
        try:
            yield
        finally:
            _release(file)


def _wait(file: IO[bytes], path: Path, deadline: float) -> None:
    while True:
        try:
            _try(file)
        except (BlockingIOError, PermissionError) as fault:
            if time.monotonic() > deadline:
                raise CommentKitError(
                    "another comment-kit is writing the ledger and does not finish",
                    where=str(path),
                    remedy="end it, and file again",
                ) from fault
            time.sleep(_PAUSE)
        else:
            return
