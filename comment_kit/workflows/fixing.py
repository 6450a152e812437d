"""Make the safe fixes of a check in the letter's source, which is kept as it was beside it."""

from __future__ import annotations

import codecs
from pathlib import Path

from msgspec import Struct

from comment_kit.check.fixing import fixed
from comment_kit.errors import CommentKitError
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.workflows.checking import SOURCES, CheckOptions, check_files
from comment_kit.workflows.outputs import write_output

_MOST_TURNS = 10
"""A fix may bare another finding; none of ours goes further than twice."""


class Mended(Struct, frozen=True, kw_only=True):
    """What was done to one file."""

    file: Path
    done: tuple[Diagnostic, ...] = ()
    """Those whose fix was made, in the order in which they were made."""
    backup: Path | None = None
    """The letter as it was; None where nothing was changed."""
    is_source: bool = True
    """False for a Word file or a PDF, which is never changed."""


def fix_files(options: CheckOptions) -> tuple[Mended, ...]:
    """Make the safe fixes in each letter's source, as often as a fix bares another; return what was done.

    The new text is written beside the letter and moved into its place. Line ends and byte order mark stay.

    Raises:
        CommentKitError: a file cannot be read or written, or was changed by somebody else meanwhile.
    """
    return tuple(_mended(path, options) for path in options.files)


def _mended(path: Path, options: CheckOptions) -> Mended:
    if path.suffix.lower() not in SOURCES:
        return Mended(file=path, is_source=False)
    done: list[Diagnostic] = []
    backup: Path | None = None
    for _ in range(_MOST_TURNS):
        before = _bytes(path)
        (checked,) = check_files(options.of(path))
        mark = codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b""
        outcome = fixed(before.removeprefix(mark).decode(), checked.diagnostics, str(path))
        if not outcome.done:
            break
        kept = _write(path, before, mark + outcome.text.encode(), first=not done)
        backup = backup or kept
        done += outcome.done
    return Mended(file=path, done=tuple(done), backup=backup)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(path)) from fault


def _write(path: Path, before: bytes, after: bytes, *, first: bool) -> Path | None:
    """Put ``after`` in the place of ``before``; return the copy that is kept of the letter as it was at first."""
    if _bytes(path) != before:
        raise CommentKitError(
            "the letter was changed while it was checked, and is left as it is",
            where=str(path),
            remedy="save it and check again",
        )
    return write_output(path, after, may_replace=lambda present: not first and present == before, force=first)
