"""Have a PDF read in a process of its own, within limits of time and memory, and keep what it read until then."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import IO

from msgspec import Struct

from comment_kit.errors import CommentKitError
from comment_kit.pages.lines import DrawnSheet, sheet_from

TIME_LIMIT = 8.0
"""Seconds: two thousand pages of a law on an ordinary machine."""
MEMORY_LIMIT = 400_000_000
"""Bytes of the reading process."""
LETTERS_LIMIT = 30_000_000
"""Of one file; six thousand pages of the Federal Register."""

_PROGRAM = Path(__file__).with_name("drawing.py")
_FAULTS = {
    "password": ("the PDF asks for a password", "save a copy without one"),
    "broken": ("the PDF cannot be read: it is broken, or no PDF at all", "fetch it again from where it is published"),
}


class Drawing(Struct, frozen=True, kw_only=True):
    """The sheets of a PDF that could be read."""

    sheets: tuple[DrawnSheet, ...]
    total: int
    """How many the file has."""


def read_drawing(
    file: IO[bytes],
    *,
    time_limit: float = TIME_LIMIT,
    memory_limit: int = MEMORY_LIMIT,
    most_sheets: int | None = None,
) -> Drawing:
    """Return the lines of the PDF in ``file``, a real file open at its beginning.

    Args:
        file: what is handed to the reading process as its standard input.
        time_limit: in seconds; reading ends there, and what was read is kept.
        memory_limit: in bytes, for the reading process alone, where the system knows such limits.
        most_sheets: how many are read; None for all.

    Raises:
        CommentKitError: this is no PDF, a broken or locked one, or not one sheet could be read within the limits.
    """
    with _reading(file, time_limit, memory_limit) as messages:
        total = _count(next(messages, {"fault": "broken"}))
        sheets = tuple(islice(_within_letters(messages), most_sheets))
    if total and not sheets:
        raise CommentKitError(
            f"the first page of the PDF could not be read within {time_limit:g} seconds and "
            f"{memory_limit // 1_000_000} MB, which no honest page needs",
            remedy="print the file into a new PDF, or fetch it again from where it is published",
        )
    return Drawing(sheets=sheets, total=total)


@contextmanager
def _reading(file: IO[bytes], time_limit: float, memory_limit: int) -> Iterator[Iterator[object]]:
    """Yield what the reading process says, until it ends or its time is over."""
    command = [sys.executable, "-I", str(_PROGRAM), str(memory_limit), str(int(time_limit) + 2)]
    with subprocess.Popen(  # noqa: S603 - our own program
        command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        clock = threading.Timer(time_limit, process.kill)
        clock.start()
        try:
            yield _messages(process)
        finally:
            clock.cancel()
            process.kill()


def _messages(process: subprocess.Popen[bytes]) -> Iterator[object]:
    """Yield the messages that came whole: the last one breaks off where the process was killed."""
    assert process.stdout is not None  # noqa: S101 - it was asked for
    for line in process.stdout:
        try:
            yield json.loads(line)
        except ValueError:
            return


def _count(message: object) -> int:
    match message:
        case {"sheets": int(count)}:
            return count
    raise _fault(message)


def _fault(message: object) -> CommentKitError:
    """Return the sentence for what keeps a file from being read."""
    match message:
        case {"fault": str(fault)} if fault in _FAULTS:
            problem, remedy = _FAULTS[fault]
        case _:
            problem, remedy = _FAULTS["broken"]
    return CommentKitError(problem, remedy=remedy)


def _within_letters(messages: Iterator[object]) -> Iterator[DrawnSheet]:
    letters = 0
    for number, message in enumerate(messages, start=1):
        if not isinstance(message, list):
            if number == 1:
                raise _fault(message)
            return
        sheet = sheet_from(number, message)
        letters += sum(len(line.text) for line in sheet.lines)
        yield sheet
        if letters > LETTERS_LIMIT:
            return
