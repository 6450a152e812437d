"""Begin a project or a letter: folders and files that work as they are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path

from comment_kit.blocks.ledger import ATTRIBUTES
from comment_kit.errors import CommentKitError
from comment_kit.project import CONFIGURATION, Project
from comment_kit.workflows.outputs import write_output

STARTER = "new.md"

_CONFIGURATION = """\
# The settings of this project. A letter's own front matter wins over them.

[letter]
# template = "formal-comment"
# style = "bluebook"
# organization = "Example Institute"

[folders]
# Searched before the kit's own.
citations = "citations"
templates = "templates"
blocks = "blocks"
"""

_DATABASE = """\
% Your own sources. One entry for each; 'comment-kit cite show KEY' prints how it will be cited.
% The fields are described in the kit's citations/README.md. For example:
%
% @report{gao2024,
%   entrysubtype = {agency report},
%   author = {{Government Accountability Office}},
%   title = {The Title as the Report Prints It},
%   date = {2024-05-01},
%   url = {https://www.gao.gov/},
% }
"""

_PROJECT = {
    CONFIGURATION: _CONFIGURATION,
    "citations/sources.bib": _DATABASE,
    "citations/pinpoints/.gitkeep": "",
    "blocks/.gitkeep": "",
    "letters/.gitkeep": "",
    ".gitattributes": "\n".join(ATTRIBUTES) + "\n",
    ".gitignore": ".comment-kit/\n",
}


def begin_project(folder: Path) -> tuple[Path, ...]:
    """Make a project in ``folder`` and return the files written; files that are there already stay.

    Raises:
        CommentKitError: the folder is a project already, or cannot be written.
    """
    if (folder / CONFIGURATION).exists():
        raise CommentKitError("this is a project already", where=str(folder / CONFIGURATION), remedy="edit that file")
    return _written(folder, _PROJECT)


def begin_letter(folder: Path, template: str, project: Project, today: dt.date) -> tuple[Path, ...]:
    """Write a letter of ``template`` to ``folder`` that builds as it is, and return the files written.

    Raises:
        CommentKitError: no template has that name, or the folder holds a letter already.
    """
    starter = _starter(template, project)
    if (folder / "letter.md").exists():
        raise CommentKitError(
            "there is a letter already", where=str(folder / "letter.md"), remedy="choose another folder"
        )
    text = starter.read_text(encoding="utf-8").replace("{{ date }}", today.isoformat())
    return _written(folder, {"letter.md": text})


def template_names(project: Project) -> tuple[str, ...]:
    """Return the names of the letter templates that a letter can be begun from."""
    starters = (starter for shelf in project.templates("letters") for starter in shelf.glob(f"*/{STARTER}"))
    return tuple(sorted({starter.parent.name for starter in starters}))


def _starter(template: str, project: Project) -> Path:
    names = template_names(project)
    if template not in names:
        nearest = get_close_matches(template, names, n=1)
        there_are = f"there are {', '.join(names)}"
        raise CommentKitError(
            f"there is no letter template '{template}'",
            remedy=f"did you mean '{nearest[0]}'? {there_are.capitalize()}" if nearest else there_are,
        )
    return next(starter for shelf in project.templates("letters") if (starter := shelf / template / STARTER).is_file())


def _written(folder: Path, files: Mapping[str, str]) -> tuple[Path, ...]:
    try:
        for name in _folders(files):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise CommentKitError(f"the folder cannot be made: {fault.strerror}", where=str(folder)) from fault
    fresh = tuple(folder / name for name in files if not (folder / name).exists())
    for path in fresh:
        content = files[path.relative_to(folder).as_posix()]
        write_output(path, content.encode(), may_replace=lambda _: False)
    return fresh


def _folders(files: Iterable[str]) -> list[str]:
    return sorted({Path(name).parent.as_posix() for name in files})
