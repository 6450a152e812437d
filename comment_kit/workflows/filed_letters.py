"""Read a letter that was filed, in whatever file it stands, with every citation followed to its source."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from comment_kit.docx import read_shaped_docx
from comment_kit.errors import CommentKitError
from comment_kit.letters import Setting, cleaned, read_front, read_letter, read_text
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.model.letter import Letter
from comment_kit.model.passages import Oddity
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Library
from comment_kit.project import Project
from comment_kit.resolve import resolve
from comment_kit.workflows.composing import compose
from comment_kit.workflows.printed_letters import read_printed
from comment_kit.workflows.reading_letters import AS_READ, FollowedLetter, bytes_of, follow


class FiledLetter(Struct, frozen=True, kw_only=True):
    """A letter with its citations found."""

    letter: Letter
    resolutions: tuple[Resolution, ...]
    library: Library
    candidates: Mapping[str, tuple[str, ...]]
    """By the key of a source that could not be told: the sources it may be."""
    oddities: tuple[Oddity, ...]
    diagnostics: tuple[Diagnostic, ...]
    """The errors of a letter's source, and the locators of a filed one that cannot be read."""


def read_filed(path: Path, project: Project) -> FiledLetter:
    """Return the letter at ``path``: a .docx, a PDF, or Markdown with or without front matter.

    Raises:
        CommentKitError: the file cannot be read, or is none that holds a letter.
    """
    match path.suffix.lower():
        case ".docx":
            shaped = read_shaped_docx(bytes_of(path), str(path))
            return _found(follow(shaped.word.letter, project, shaped.word.facts.stored), shaped.oddities)
        case ".pdf":
            return _found(follow(read_printed(path).letter, project))
        case ".md" | ".markdown" | ".txt":
            return _of_source(path, project)
        case _:
            raise CommentKitError(
                "nothing can be taken out of this file", where=str(path), remedy="give a .docx, a PDF or a letter's .md"
            )


def _found(followed: FollowedLetter, oddities: tuple[Oddity, ...] = ()) -> FiledLetter:
    """Return a letter whose citations nobody tagged."""
    recognised = followed.recognised
    return FiledLetter(
        letter=recognised.letter,
        resolutions=followed.resolutions,
        library=followed.library,
        candidates={each.citation.key or "": each.candidates for each in recognised.unknown},
        oddities=oddities,
        diagnostics=recognised.diagnostics,
    )


def _of_source(path: Path, project: Project) -> FiledLetter:
    text = read_text(path)
    if not read_front(cleaned(text, str(path))[0], str(path), {}).given:
        letter, _ = read_letter(text, str(path), Setting(with_template=False))
        return _found(follow(letter, project))
    composition = compose(path, project=project.root)
    return FiledLetter(
        letter=composition.written,
        resolutions=composition.resolutions or resolve(composition.written, composition.library, AS_READ, {}),
        library=composition.library,
        candidates={},
        oddities=(),
        diagnostics=tuple(each for each in composition.diagnostics if each.severity is Severity.ERROR),
    )
