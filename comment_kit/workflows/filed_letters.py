"""Read a letter that was filed, in whatever file it stands, with every citation followed to its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from comment_kit.docx import read_shaped_docx
from comment_kit.errors import CommentKitError
from comment_kit.letters import Setting, cleaned, read_front, read_letter, read_text
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.model.letter import Letter
from comment_kit.model.passages import Oddity
from comment_kit.model.policy import Policy
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Library
from comment_kit.model.word import StoredCitation
from comment_kit.project import Project
from comment_kit.recognise import recognise
from comment_kit.resolve import resolve
from comment_kit.workflows.composing import compose
from comment_kit.workflows.printed_letters import read_printed
from comment_kit.workflows.shelves import read_shelves

_AS_READ = Policy(name="as read", window=None, hereinafter=False)
"""How a letter is resolved whose forms stand on the page already: nothing is chosen."""
_LARGEST = 100_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledLetter:
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
            shaped = read_shaped_docx(_content(path), str(path))
            found = _found(shaped.word.letter, project, shaped.oddities)
            return replace(found, resolutions=tuple(_with_stored(found.resolutions, shaped.word.facts.stored)))
        case ".pdf":
            return _found(read_printed(path).letter, project, ())
        case ".md" | ".markdown" | ".txt":
            return _of_source(path, project)
        case _:
            raise CommentKitError(
                "nothing can be taken out of this file", where=str(path), remedy="give a .docx, a PDF or a letter's .md"
            )


def _found(letter: Letter, project: Project, oddities: tuple[Oddity, ...]) -> FiledLetter:
    """Return a letter whose citations nobody tagged."""
    library = read_shelves(project).library
    recognised = recognise(letter, library)
    return FiledLetter(
        letter=recognised.letter,
        resolutions=resolve(recognised.letter, library, _AS_READ, {}),
        library=library,
        candidates={each.citation.key or "": each.candidates for each in recognised.unknown},
        oddities=oddities,
        diagnostics=recognised.diagnostics,
    )


def _with_stored(
    resolutions: Iterable[Resolution], stored: Mapping[str, tuple[StoredCitation, ...]]
) -> Iterator[Resolution]:
    """Yield the resolutions, each with the key that a field of ours carries for it."""
    for each in resolutions:
        carried = stored.get(each.at.note_id, ())[each.at.index - 1 : each.at.index]
        yield replace(each, citation=replace(each.citation, stored=carried[0].key)) if carried else each


def _of_source(path: Path, project: Project) -> FiledLetter:
    text = read_text(path)
    if not read_front(cleaned(text, str(path))[0], str(path), {}).given:
        letter, _ = read_letter(text, str(path), Setting(with_template=False))
        return _found(letter, project, ())
    composition = compose(path, project=project.root)
    return FiledLetter(
        letter=composition.written,
        resolutions=composition.resolutions or resolve(composition.written, composition.library, _AS_READ, {}),
        library=composition.library,
        candidates={},
        oddities=(),
        diagnostics=tuple(each for each in composition.diagnostics if each.severity is Severity.ERROR),
    )


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise CommentKitError("this file is larger than any letter", where=str(path))
        return path.read_bytes()
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(path)) from fault
