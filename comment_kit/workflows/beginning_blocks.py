"""Begin an argument block: a file that sets as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from comment_kit.blocks.names import LeadsOut, path_of
from comment_kit.errors import CommentKitError
from comment_kit.project import Project

_TEXT = """\
---
title: {title}
topics: [{topics}]
params: {{agency: {{default: the agency}}}}
---
{{## A parameter prints what a letter gives for it, or its default. A bracket with an at sign and a key cites. ##}}
Write here what {{{{ agency }}}} should do, and why.
"""
_PLAIN = re.compile(r"[^\W\d_](?:[\w ()'/-]*[\w)])?")
_WORDS_OF_YAML = frozenset({"true", "false", "null"})
_REMEDY = "a name is a path inside of the folder of blocks, such as 'open-models/marginal-risk'"


def begin_block(name: str, *, title: str | None, topics: Sequence[str], project: Project) -> Path:
    """Write the block ``name`` into the project's first folder of blocks, and return its file.

    Args:
        name: as letters will call it.
        title: made from the name where None.
        topics: the folders of the name where empty.
        project: that of the letters.

    Raises:
        CommentKitError: there is no project, the name leads out of the folder, a file stands there already, or the
            place cannot be written.
    """
    name = name.removesuffix(".md")
    path = _place(name, project)
    *folders, last = name.split("/")
    text = _TEXT.format(
        title=_yaml(title or last.replace("-", " ").capitalize()),
        topics=", ".join(_yaml(topic) for topic in topics or [folder.replace("-", " ") for folder in folders]),
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise CommentKitError("there is a file already", where=str(path), remedy="choose another name") from None
    except OSError as fault:
        raise CommentKitError(f"cannot be written: {fault.strerror}", where=str(path), remedy=_REMEDY) from fault
    return path


def _place(name: str, project: Project) -> Path:
    folders = project.folders.get("blocks", ())
    if not folders:
        raise CommentKitError("blocks are kept in a project, and here is none", remedy="'comment-kit init' makes one")
    try:
        path = path_of(name, folders[0])
    except LeadsOut:
        raise CommentKitError(f"'{name}' leads out of the folder of blocks", remedy=_REMEDY) from None
    if not name.isprintable() or any(part.startswith(".") or part != part.strip() for part in name.split("/")):
        problem = f"{name!r} holds a part that no list of blocks shows"
        raise CommentKitError(problem, remedy="begin each part with a letter") from None
    return path


def _yaml(words: str) -> str:
    """Return ``words`` as a text of YAML on one line, in quotation marks where they could mean anything else."""
    words = " ".join(words.split())
    plain = _PLAIN.fullmatch(words) and words not in _WORDS_OF_YAML
    return words if plain else json.dumps(words, ensure_ascii=False)
