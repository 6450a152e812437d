"""Look at the machine: what the kit can use, what is missing, what that costs."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryFile

from msgspec import Struct

from comment_kit import __version__
from comment_kit.docx import find_office
from comment_kit.project import find_project
from comment_kit.workflows.shelves import read_shelves


class Check(Struct, frozen=True, kw_only=True):
    """One thing that was looked for."""

    name: str
    present: bool
    meaning: str
    """What is there, or what its absence costs."""


_LIBRARIES = ("bibtexparser", "click", "Jinja2", "lxml", "markdown-it-py", "pypdfium2", "python-docx", "ruamel.yaml")


def examine() -> tuple[Check, ...]:
    """Return what was found, most needed first."""
    return (
        Check(name="comment-kit", present=True, meaning=f"{__version__} on Python {platform.python_version()}"),
        Check(name="libraries", present=True, meaning=", ".join(f"{each} {version(each)}" for each in _LIBRARIES)),
        _project(),
        _memory(),
        _office(),
        _drawing(),
    )


def _project() -> Check:
    project = find_project(Path.cwd())
    shelves = read_shelves(project)
    count = f"{len(shelves.library.sources)} sources can be cited"
    wrong = f"; {len(shelves.diagnostics)} remarks, see 'comment-kit cite list'" if shelves.diagnostics else ""
    where = f"the one in {project.root}" if project.root else "none here, and none is needed"
    return Check(name="project", present=True, meaning=f"{where}; {count}{wrong}")


def _memory() -> Check:
    """Look whether the folder for page text and page numbers is there or could be made."""
    state = find_project(Path.cwd()).state()
    place = next(folder for folder in (state, *state.parents) if folder.exists())
    try:
        with TemporaryFile(dir=place):
            return Check(name="memory", present=True, meaning=f"{state}: page text and page numbers are kept there")
    except OSError as fault:
        lost = "page numbers are learned anew each time, and no page text can be added"
        return Check(name="memory", present=False, meaning=f"{state} cannot be written ({fault.strerror}): {lost}")


def _office() -> Check:
    office = find_office()
    if office:
        return Check(name="LibreOffice", present=True, meaning=f"{office}: PDF files and true page numbers")
    return Check(
        name="LibreOffice",
        present=False,
        meaning="no PDF files, and page numbers in the contents are estimates until Word updates them",
    )


def _drawing() -> Check:
    found = shutil.which("pdftoppm")
    if found:
        return Check(name="pdftoppm", present=True, meaning=f"{found}: the kit's own tests can look at pages")
    return Check(
        name="pdftoppm", present=False, meaning="nothing for a letter; some of the kit's own tests are skipped"
    )
