"""Find the file of a block by its name, and never outside of the folders of blocks."""

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath

SUFFIX = ".md"
LARGEST = 1_000_000
"""Bytes of a block's file: some three hundred pages."""


class LeadsOut(Exception):  # noqa: N818 -- becomes a diagnostic
    """A name means something outside of the folders of blocks."""


def find_block(name: str, folders: Sequence[Path]) -> Path | None:
    """Return the file of the block ``name`` in the first of ``folders`` that has it; None where none has.

    Raises:
        LeadsOut: the name, or a link under that name, leads out of the folder.
    """
    for folder in folders:
        path = path_of(name, folder)
        # A name may be longer than any file's.
        with suppress(OSError):
            if path.is_file():
                return path
    if not folders:
        _check(name)
    return None


def path_of(name: str, folder: Path) -> Path:
    """Return where the block ``name`` stands in ``folder``, or would stand.

    Raises:
        LeadsOut: the name, or a link under that name, leads out of the folder.
    """
    _check(name)
    path = folder / f"{name}{SUFFIX}"
    # Links may lead in a circle, which Path.resolve does not survive.
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
        raise LeadsOut
    return path


def _check(name: str) -> None:
    if not name or _is_path_of_its_own(name):
        raise LeadsOut


def block_files(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the file of every block by its name, in alphabetical order; the first folder that has a name wins."""
    return {name: Path(path) for name, path in block_paths(folders).items()}


def block_paths(folders: Sequence[Path]) -> dict[str, str]:
    """Return what ``block_files`` does as bare texts, which thousands of files are sooner told in."""
    paths: dict[str, str] = {}
    for folder in folders:
        for name, path in _files(folder):
            paths.setdefault(name, path)
    return dict(sorted(paths.items()))


def nearest(name: str, known: Sequence[str]) -> str | None:
    """Return which of ``known`` names is meant by ``name``, if one is."""
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return near[0]
    # The topic is what people forget.
    return next((each for each in known if each.rpartition("/")[2] == name.rpartition("/")[2]), None)


def _is_path_of_its_own(name: str) -> bool:
    absolute = PurePosixPath(name).is_absolute() or bool(PureWindowsPath(name).anchor)
    return absolute or "\\" in name or "\0" in name or not {"", ".", ".."}.isdisjoint(name.split("/"))


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    inside = folder.resolve()
    waiting = [(str(folder), "")]
    while waiting:
        place, above = waiting.pop()
        for entry in _entries(place):
            # A link to a folder is not followed: it could lead anywhere, or in a circle.
            if entry.is_dir(follow_symlinks=False):
                waiting.append((entry.path, f"{above}{entry.name}/"))
            elif entry.name.endswith(SUFFIX) and entry.name != "README.md" and _is_inside(entry, inside):
                yield f"{above}{entry.name.removesuffix(SUFFIX)}", entry.path


def _entries(place: str) -> Iterator[os.DirEntry[str]]:
    """Yield what stands in a folder but for what is hidden; nothing where it cannot be looked into."""
    with suppress(OSError), os.scandir(place) as entries:
        yield from (entry for entry in entries if not entry.name.startswith("."))


def _is_inside(entry: os.DirEntry[str], folder: Path) -> bool:
    """Return whether ``entry`` is a file, no pipe or device, and no link out of ``folder``."""
    try:
        is_file = entry.is_file()
    except OSError:
        # Links that lead in a circle.
        return False
    return is_file and (not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(folder))
