"""Find the folders that ship with the kit: its templates and its citation database."""

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shelf(name: str) -> Path:
    """Return the folder ``name`` ("templates", "citations") of the installed kit or of this checkout.

    Raises:
        FileNotFoundError: the kit is installed incompletely.
    """
    installed = _PACKAGE / "_data" / name
    if installed.is_dir():
        return installed
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise FileNotFoundError(f"the kit's folder '{name}' is missing: install comment-kit again")
