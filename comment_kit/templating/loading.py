"""Find templates by name in their folders, and never outside of them."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePosixPath, PureWindowsPath

from jinja2 import BaseLoader, Environment, TemplateNotFound

from comment_kit.templating.faults import Refused

LARGEST = 1_000_000
"""Bytes of a template file."""


class FolderLoader(BaseLoader):
    """Loads a template from the first of its folders that has it."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool] | None]:  # noqa: ARG002
        """Return the text of ``template`` and its path.

        Raises:
            Refused: the name leads out of the folders, or the file cannot be read as text.
            TemplateNotFound: no folder has it.
        """
        _refuse_leaving(template)
        for folder in self.folders:
            path = folder / template
            if path.is_file():
                return _text(path, folder, template), str(path), None
        raise TemplateNotFound(template)


def _refuse_leaving(name: str) -> None:
    absolute = PurePosixPath(name).is_absolute() or bool(PureWindowsPath(name).anchor)
    if absolute or "\0" in name or "\\" in name or ".." in name.split("/"):
        raise Refused(f"the template '{name}' lies outside the template folders")


def _text(path: Path, folder: Path, name: str) -> str:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Refused(f"the template '{name}' is a link that leads out of its folder")
    if path.stat().st_size > LARGEST:
        raise Refused(f"the template '{name}' is larger than {LARGEST // 1000} KB")
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(f"the template '{name}' is not UTF-8 text") from None
    except OSError as error:
        raise Refused(f"the template '{name}' cannot be read: {error.strerror}") from None
