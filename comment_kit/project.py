"""Read comment-kit.toml: the house-wide defaults of letters and the folders a project adds to the kit's own."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from comment_kit import resources
from comment_kit.errors import CommentKitError

CONFIGURATION = "comment-kit.toml"
STATE = ".comment-kit"
_PAGE_STORE = "pages.db"

_FOLDERS = {"citations": "citations", "templates": "templates", "blocks": "blocks"}


class Project(Struct, frozen=True, kw_only=True):
    """What stands around a letter: defaults, folders, and a place for what the kit remembers."""

    root: Path | None = None
    """The folder of ``comment-kit.toml``; None outside a project, where the shipped shelves still serve."""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    """Front matter that every letter of the house begins from; the letter wins."""
    folders: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    """By purpose ("citations", "templates", "blocks"), in the order in which they are searched."""

    @property
    def configuration(self) -> Path | None:
        """The file of the settings; None outside a project."""
        return self.root / CONFIGURATION if self.root is not None else None

    def citations(self) -> tuple[Path, ...]:
        """Return the databases in order of precedence, the kit's last."""
        return (*self._existing("citations"), resources.shelf("citations"))

    def templates(self, shelf: str) -> tuple[Path, ...]:
        """Return the folders of one shelf of templates ("letters", "styles", "kinds"), the kit's last."""
        places = (*self.folders.get("templates", ()), resources.shelf("templates"))
        return tuple(folder for place in places if (folder := place / shelf).is_dir())

    def blocks(self) -> tuple[Path, ...]:
        """Return the folders of argument blocks in order of precedence, the kit's last."""
        return (*self._existing("blocks"), resources.shelf("templates") / "blocks")

    def state(self) -> Path:
        """Return the folder for what may be rebuilt at any time: learned page numbers, page text, what was written."""
        if self.root is not None:
            return self.root / STATE
        import platformdirs  # noqa: PLC0415 - needed only outside a project

        return Path(platformdirs.user_data_dir("comment-kit"))

    def page_store(self) -> Path:
        """Return the file in which the page text of sources is kept."""
        return self.state() / _PAGE_STORE

    def _existing(self, purpose: str) -> tuple[Path, ...]:
        return tuple(folder for folder in self.folders.get(purpose, ()) if folder.exists())


def find_project(start: Path, *, explicit: Path | None = None) -> Project:
    """Return the project of the nearest ``comment-kit.toml`` at or above ``start``, else at or above here, else none.

    Args:
        start: a letter, or the folder to look from.
        explicit: the folder named with ``--project``.

    Raises:
        CommentKitError: the file is no TOML or says something that the kit does not know; ``explicit`` has none.
    """
    if explicit is not None:
        if not (explicit / CONFIGURATION).is_file():
            raise CommentKitError(
                f"there is no {CONFIGURATION} in this folder",
                where=str(explicit),
                remedy=f"'comment-kit init {explicit}' makes a project",
            )
        return read_project(explicit / CONFIGURATION)
    for place in (start, Path.cwd()):
        for folder in (place.resolve(), *place.resolve().parents):
            if (folder / CONFIGURATION).is_file():
                return read_project(folder / CONFIGURATION)
    return Project()


def read_project(file: Path) -> Project:
    """Return the project that ``file`` describes.

    Raises:
        CommentKitError: every fault of the file in one message.
    """
    try:
        values = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise CommentKitError(f"this is no TOML: {fault}", where=str(file), remedy="see 'comment-kit init'") from fault
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(file)) from fault
    faults = _faults(values)
    if faults:
        raise CommentKitError(
            "; ".join(faults), where=str(file), remedy="the tables are [letter] and [folders]: see the reference"
        )
    root = file.parent
    folders = {
        purpose: _paths(root, values.get("folders", {}).get(purpose, name)) for purpose, name in _FOLDERS.items()
    }
    return Project(root=root, defaults=values.get("letter", {}), folders=folders)


def _faults(values: Mapping[str, Any]) -> list[str]:
    faults = [f"unknown table or key '{name}'" for name in values if name not in {"letter", "folders"}]
    faults += [
        f"[{name}] must be a table" for name in ("letter", "folders") if not isinstance(values.get(name, {}), dict)
    ]
    folders = values.get("folders", {})
    if isinstance(folders, dict):
        faults += [f"unknown folder '{name}' in [folders]" for name in folders if name not in _FOLDERS]
        faults += [
            f"'{name}' in [folders] must be a path or a list of paths"
            for name, value in folders.items()
            if not isinstance(value, str)
            and not (isinstance(value, list) and all(isinstance(each, str) for each in value))
        ]
    return faults


def _paths(root: Path, value: str | list[str]) -> tuple[Path, ...]:
    names = [value] if isinstance(value, str) else value
    return tuple(root / name for name in names)


def as_seen_from_here(path: Path) -> Path:
    """Return ``path`` as a writer in the working folder would type it, where it lies below; else as it is."""
    here = Path.cwd()
    return path.resolve().relative_to(here) if path.resolve().is_relative_to(here) else path
