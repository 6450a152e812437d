"""Write a finished file whole or not at all, and never over one that a person changed."""

from __future__ import annotations

import errno
import os
import stat
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from comment_kit.errors import CommentKitError

_OR_FORCE = "write elsewhere with -o, or use --force, which keeps a copy of it"
_SENTENCES = {
    errno.ENOSPC: ("the disk is full", "make room and build again; the file that was there is unchanged"),
    errno.EDQUOT: ("the disk quota is used up", "make room and build again; the file that was there is unchanged"),
    errno.EACCES: ("this place is not writable", "choose another place with -o"),
    errno.EPERM: ("this place is not writable", "choose another place with -o"),
    errno.EROFS: ("this place is on a read-only disk", "choose another place with -o"),
    errno.ENAMETOOLONG: ("the name is too long", "choose a shorter one with -o"),
}


def write_output(
    target: Path,
    content: bytes,
    *,
    may_replace: Callable[[bytes], bool],
    force: bool = False,
    remedy: str = _OR_FORCE,
) -> Path | None:
    """Write ``content`` to ``target`` in one step; return the backup that ``force`` kept, or None.

    Args:
        target: where to write; a link is followed.
        content: the whole file.
        may_replace: whether the file that stands there now is as the kit wrote it.
        force: replace any file, after keeping it as ``NAME.bak.SUFFIX``.
        remedy: what to do where the file there is not the kit's own.

    Raises:
        CommentKitError: the file there is not ours to replace, or the place cannot be written.
    """
    target = resolved(target)
    backup: Path | None = None
    try:
        backup = _make_way(target, may_replace, force=force, remedy=remedy)
        _write_whole(target, content)
    except OSError as fault:
        if backup is not None:
            # The file it was copied from still stands.
            with suppress(OSError):
                backup.unlink()
        problem, way_out = _SENTENCES.get(
            fault.errno or 0, (f"cannot be written: {fault.strerror}", "choose another place with -o")
        )
        raise CommentKitError(problem, where=str(target), remedy=way_out) from fault
    return backup


def check_place(target: Path) -> None:
    """Make sure before any work that ``target`` could be written.

    Raises:
        CommentKitError: its folder is missing or closed, or it is a folder or read-only itself.
    """
    target = resolved(target)
    if target.is_dir():
        raise CommentKitError("this is a folder", where=str(target), remedy="name a file after -o")
    if target.exists() and not target.is_file():
        # To look at what a device or a pipe holds could take for ever.
        raise CommentKitError("this is a device, not a file", where=str(target), remedy="name a file after -o")
    if not target.parent.is_dir():
        raise CommentKitError(
            "the folder is missing", where=str(target.parent), remedy="make it, or choose another with -o"
        )
    for place in (target, target.parent):
        # The mode, not os.access: what is marked read-only stays as it is for the administrator, too.
        if place.exists() and not place.stat().st_mode & stat.S_IWUSR:
            raise CommentKitError("this is read-only", where=str(place), remedy="choose another place with -o")


def resolved(target: Path) -> Path:
    """Return where ``target`` leads, its links followed.

    Raises:
        CommentKitError: its links lead in a circle.
    """
    try:
        found = target.resolve()
    except RuntimeError:  # what Python says of a circle before 3.13
        found = target
    if found.is_symlink():
        raise CommentKitError("its links lead nowhere", where=str(target), remedy="choose another name with -o")
    return found


def _make_way(target: Path, may_replace: Callable[[bytes], bool], *, force: bool, remedy: str) -> Path | None:
    check_place(target)
    if not target.exists():
        return None
    try:
        present = target.read_bytes()
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(target)) from fault
    if may_replace(present):
        return None
    if not force:
        raise CommentKitError(
            "this file was changed since it was built, or was not built by comment-kit, and is left as it is",
            where=str(target),
            remedy=remedy,
        )
    backup = _free_backup(target)
    _write_whole(backup, present)
    return backup


def _free_backup(target: Path) -> Path:
    """Return a name for the copy that no file has yet: an earlier copy is somebody's work too."""
    backup = target.with_name(f"{target.stem}.bak{target.suffix}")
    count = 2
    while backup.exists():
        backup = target.with_name(f"{target.stem}.bak{count}{target.suffix}")
        count += 1
    return backup


def _write_whole(target: Path, content: bytes) -> None:
    """Write beside ``target`` and move into place, so that a crash leaves the old file or the new one."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as part:
            # Not forced onto the disk, which takes longer than the build: a letter can be built again.
            part.write(content)
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
