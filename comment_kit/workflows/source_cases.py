"""Make a case of a letter's source: of ours, which is composed, or of anybody's Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from comment_kit.check import Case
from comment_kit.letters import Setting, cleaned, read_front, read_letter
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.places import Location
from comment_kit.model.word import WordFacts
from comment_kit.project import Project
from comment_kit.workflows.cases import case_of
from comment_kit.workflows.composing import compose_text
from comment_kit.workflows.mixed_cases import cites_by_words, mixed_case

_NOT_FOLLOWED = (
    "What notes cite by typed words is not followed while an error keeps the letter from being set: mend it, and check "
    "again."
)


def case_in_source(
    text: str, path: Path, project: Project, *, style: str | None, as_of: date | None
) -> tuple[Case, tuple[Diagnostic, ...], Mapping[str, Location]]:
    """Return the case of a letter's source, what is wrong with it already, and where its blocks are set.

    Args:
        text: of the letter.
        path: its file.
        project: around it.
        style: the style pack, instead of the one that the letter names.
        as_of: the day as of which authorities are judged; None for the letter's own.
    """
    if read_front(cleaned(text, str(path))[0], str(path), {}).given:
        composition = compose_text(text, path, style=style, project=project.root)
        if mixed := mixed_case(composition, project, as_of):
            case, about_locators = mixed
            return case, (*composition.diagnostics, *about_locators), composition.block_calls
        case = case_of(composition, as_of)
        if has_errors(composition.diagnostics) and cites_by_words(composition.written):
            case = replace(case, facts=WordFacts(remarks=(_NOT_FOLLOWED,)))
        return case, composition.diagnostics, composition.block_calls
    # Its citations must be recognised in its words, for which a letter of ours does not wait.
    from comment_kit.workflows.printed_cases import case_of_letter  # noqa: PLC0415

    letter, wrong = read_letter(text, str(path), Setting(with_template=False))
    case, about_locators = case_of_letter(letter, project, as_of)
    return case, (*wrong, *about_locators), {}
