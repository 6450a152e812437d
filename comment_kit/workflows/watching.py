"""Build a letter again whenever it or one of its sources is saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TypeAlias

from comment_kit.errors import CommentKitError
from comment_kit.workflows.building import BuildOptions, Built, build

_LOOK = 500
"""Milliseconds after which the files are looked at even if nobody reports a change."""

_Saved: TypeAlias = Mapping[Path, tuple[int, int] | None]
"""When each file was last saved and how long it was; None where it is missing."""


def watch(options: BuildOptions, report: Callable[[Built], None], complain: Callable[[CommentKitError], None]) -> None:
    """Build now and after each change, until the writer stops it; ``report`` hears of every build.

    A build that cannot run is told to ``complain`` and does not end the watch: the next save may mend it.
    """
    files: tuple[Path, ...] = (options.letter,)
    while True:
        # What is saved while a build is running was perhaps not read by it.
        before = _saved(files)
        files = _build(options, report, complain) or files
        _wait(files, {**_saved(files), **before})


def _wait(files: Iterable[Path], before: _Saved) -> None:
    """Return once one of ``files`` is no longer as it was ``before``."""
    from watchfiles import watch as changes  # noqa: PLC0415 - loaded only when somebody watches

    folders = {file.resolve().parent for file in files}
    present = [folder for folder in folders if folder.is_dir()]
    for _ in changes(*present, debounce=200, step=50, rust_timeout=_LOOK, yield_on_timeout=True):
        if any(saved != before.get(file) for file, saved in _saved(files).items()):
            return


def _saved(files: Iterable[Path]) -> _Saved:
    return {file: _stamp(file) for file in files}


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _build(
    options: BuildOptions, report: Callable[[Built], None], complain: Callable[[CommentKitError], None]
) -> tuple[Path, ...]:
    try:
        built = build(options)
    except CommentKitError as error:
        complain(error)
        return ()
    report(built)
    return built.sources
