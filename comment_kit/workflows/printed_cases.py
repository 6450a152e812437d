"""Make a case of anybody's letter, in which nobody tagged a citation."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from comment_kit.check import Case
from comment_kit.docx import read_docx
from comment_kit.errors import CommentKitError
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Letter
from comment_kit.model.word import StoredCitation, WordLetter
from comment_kit.project import Project
from comment_kit.workflows.dating import date_in
from comment_kit.workflows.printed_letters import read_printed
from comment_kit.workflows.reading_letters import bytes_of, follow

_NOTHING_STORED: Mapping[str, tuple[StoredCitation, ...]] = {}


def case_in_file(path: Path, project: Project, as_of: date | None) -> tuple[Case, tuple[Diagnostic, ...]]:
    """Return the case of a letter in a Word file or a PDF, and what is wrong with its locators.

    Args:
        path: of the file.
        project: whose sources are known.
        as_of: the day as of which authorities are judged; None for the day that built the file, or the letter's own.

    Raises:
        CommentKitError: the file cannot be read.
    """
    word = read_printed(path) if path.suffix.lower() == ".pdf" else _read_word(path)
    case, wrong = case_of_letter(word.letter, project, as_of, word.facts.stored)
    day = as_of or (word.facts.stamp.day if word.facts.stamp else None) or date_in(word.letter)
    return replace(case, as_of=day, facts=word.facts), wrong


def case_of_letter(
    letter: Letter,
    project: Project,
    as_of: date | None,
    stored: Mapping[str, tuple[StoredCitation, ...]] = _NOTHING_STORED,
) -> tuple[Case, tuple[Diagnostic, ...]]:
    """Return the case of a letter that was read, and what is wrong with its locators.

    Args:
        letter: as read from any file.
        project: whose sources are known.
        as_of: the day as of which authorities are judged; None for the letter's own.
        stored: by note, what the fields of a file of ours carry beside the words.
    """
    followed = follow(letter, project, stored, as_of=as_of)
    recognised = followed.recognised
    case = Case(
        letter=recognised.letter,
        resolutions=followed.resolutions,
        library=followed.library,
        as_of=as_of or date_in(letter),
        text=recognised.text,
        names=recognised.speakers,
        defined=recognised.names,
        unknown=recognised.unknown,
    )
    return case, recognised.diagnostics


def _read_word(path: Path) -> WordLetter:
    try:
        return read_docx(bytes_of(path), str(path))
    except CommentKitError as fault:
        if str(path) in str(fault):
            raise
        # What is wrong with a part does not say in which of several files.
        raise CommentKitError(fault.problem, where=str(path), remedy=fault.remedy) from fault
