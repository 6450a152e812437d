"""Build a letter again whenever it or one of its sources is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from comment_kit.errors import CommentKitError
from comment_kit.workflows.building import BuildOptions, Built, build


def watch(options: BuildOptions, report: Callable[[Built], None], complain: Callable[[CommentKitError], None]) -> None:
    """Build now and after each change, until the writer stops it; ``report`` hears of every build.

    A build that cannot run is told to ``complain`` and does not end the watch: the next save may mend it.
    """
    from watchfiles import watch as changes  # noqa: PLC0415 - loaded only when somebody watches

    files = _build(options, report, complain) or (options.letter,)
    while True:
        folders = {file.resolve().parent for file in files}
        watched = {file.resolve() for file in files}
        for changed in changes(*folders, debounce=200, step=50):
            if watched & {Path(path) for _, path in changed}:
                break
        else:
            return
        files = _build(options, report, complain) or files


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
