"""Find the file of a block by its name, and never outside of the folders of blocks."""

import os
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePosixPath, PureWindowsPath

SUFFIX = ".md"


class LeadsOut(Exception):  # noqa: N818 -- becomes a diagnostic
    """A name means something outside of the folders of blocks."""


def find_block(name: str, folders: Sequence[Path]) -> Path | None:
    """Return the file of the block ``name`` in the first of ``folders`` that has it; None where none has.

    Raises:
        LeadsOut: the name, or a link under that name, leads out of the folder.
    """
    if not name or _is_path_of_its_own(name):
        raise LeadsOut
    for folder in folders:
        path = folder / f"{name}{SUFFIX}"
        if path.is_file():
            if not path.resolve().is_relative_to(folder.resolve()):
                raise LeadsOut
            return path
    return None


def block_files(folders: Sequence[Path]) -> dict[str, Path]:
    """Return the file of every block by its name, in alphabetical order; the first folder that has a name wins."""
    files: dict[str, Path] = {}
    for folder in folders:
        for name, path in _files(folder):
            files.setdefault(name, path)
    return dict(sorted(files.items()))


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


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    inside = folder.resolve()
    # os.walk follows no links to folders, which could lead anywhere.
    for place, below, names in os.walk(folder):
        below[:] = [each for each in below if not each.startswith(".")]
        for file in names:
            path = Path(place, file)
            if file.endswith(SUFFIX) and not file.startswith(".") and file != "README.md":
                if path.is_symlink() and not path.resolve().is_relative_to(inside):
                    continue
                yield path.relative_to(folder).with_suffix("").as_posix(), path
