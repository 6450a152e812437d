"""Check letters: follow every citation to its source and every quotation to the page it stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.check import Case, placed, run_rules, summarised
from comment_kit.errors import CommentKitError
from comment_kit.letters import read_text
from comment_kit.model.checked import CheckedLetter
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.project import Project, find_project
from comment_kit.workflows.clearing import Spoken, carried_out, spoken
from comment_kit.workflows.declaring import by_its_style
from comment_kit.workflows.every_finding import findings
from comment_kit.workflows.guesses import without_guesses, without_unsure_notes
from comment_kit.workflows.judging import judged_quotations
from comment_kit.workflows.notes_of_sources import notes_of_sources
from comment_kit.workflows.setting_blocks import with_calls

Unreadable: TypeAlias = Callable[[CommentKitError | OSError], object]
"""Takes what keeps a file from being read."""
SOURCES = (".md", ".markdown", ".txt")
"""The suffixes of letters that are text, which a fix may change."""
OTHER_PROCESSORS = (".doc", ".odt", ".rtf", ".pages", ".wpd")
"""The suffixes of letters in formats that are not read, though the program that wrote one can save another."""


class CheckOptions(Struct, frozen=True, kw_only=True):
    """What the writer asked ``check`` for."""

    files: tuple[Path, ...]
    style: str | None = None
    as_of: date | None = None
    select: tuple[str, ...] = ()
    """Codes or families of codes, in capitals; all where there are none."""
    ignore: tuple[str, ...] = ()
    clearances: tuple[Path, ...] = ()
    """Files that hold clearances, beside the letter's own."""
    project: Path | None = None

    def of(self, file: Path) -> CheckOptions:
        """Return the same options for one file alone."""
        return replace(self, files=(file,))


def check_files(options: CheckOptions, *, unreadable: Unreadable | None = None) -> tuple[CheckedLetter, ...]:
    """Return what was found in each file, in the order in which they were named.

    Args:
        options: which files, and what is looked for.
        unreadable: is told what keeps a file from being checked, which the others do not wait for; None to raise it.

    Raises:
        CommentKitError: a code that was asked for does not exist; without ``unreadable``, a file cannot be read, or
            is none that can be checked.
    """
    _see_that_codes_exist((*options.select, *options.ignore))
    return tuple(_checked(options, unreadable))


def _checked(options: CheckOptions, unreadable: Unreadable | None) -> Iterator[CheckedLetter]:
    for path in options.files:
        try:
            yield _check_file(path, options)
        except (CommentKitError, OSError) as fault:
            if unreadable is None:
                raise
            unreadable(fault)


def _check_file(path: Path, options: CheckOptions) -> CheckedLetter:
    # Each sort of letter has readers of its own, and waits for none of the other's.
    project = find_project(path.parent, explicit=options.project)
    match path.suffix.lower():
        case ".docx" | ".pdf":
            from comment_kit.workflows.printed_cases import case_in_file  # noqa: PLC0415

            case, wrong = case_in_file(path, project, options.as_of)
            return _reported(case, wrong, project, options, spoken(path, "", options.clearances))
        case suffix if suffix in SOURCES:
            from comment_kit.workflows.source_cases import case_in_source  # noqa: PLC0415

            text = read_text(path)
            case, wrong, calls = case_in_source(text, path, project, style=options.style, as_of=options.as_of)
            checked = _reported(case, wrong, project, options, spoken(path, text, options.clearances))
            found = dict.fromkeys(with_calls(placed(checked.diagnostics, text, str(path)), calls))
            return replace(checked, diagnostics=tuple(found))
        case ".docm" | ".dotm":
            raise CommentKitError(
                "a Word file that may hold macros is not opened", where=str(path), remedy="save it as .docx"
            )
        case suffix:
            other = "save it as .docx" if suffix in OTHER_PROCESSORS else "give a .docx, a PDF or a Markdown file"
            raise CommentKitError("this is no letter that can be checked", where=str(path), remedy=other)


def _reported(
    case: Case,
    earlier: tuple[Diagnostic, ...],
    project: Project,
    options: CheckOptions,
    comments: Spoken,
) -> CheckedLetter:
    """Return the report of a case whose citations are resolved: its quotations judged, its rules run."""
    judged = judged_quotations(case, project)
    quotations = without_guesses(judged.quotations, case.facts)
    notes = notes_of_sources(case, project)
    house = str(project.defaults.get("organization") or "")
    case = replace(case, quotations=quotations, note_pages=notes.pages, last_notes=notes.last, organization=house)
    styled = by_its_style(case, project, options.style)
    case = styled.case
    found_in_all = (*earlier, *styled.diagnostics, *run_rules(case))
    every = dict.fromkeys(without_unsure_notes(found_in_all, case.facts))
    outcome = carried_out(case, every, comments, project.state())
    found = tuple(dict.fromkeys(each for each in outcome.diagnostics if _wanted(each.code, options)))
    undated = () if case.as_of else ("The letter bears no date: whether its authorities are in force is not decided.",)
    remarks = (*judged.remarks, *case.facts.remarks, *notes.remarks, *undated, *styled.remarks)
    return summarised(case, found, clearances=outcome.clearances, remarks=remarks)


def _see_that_codes_exist(codes: tuple[str, ...]) -> None:
    """Refuse a code that no finding has: a slip of the finger would leave out every finding, and look like none."""
    known = [finding.code for finding in findings()] if codes else []
    for code in codes:
        if not any(each.startswith(code) for each in known):
            raise CommentKitError(
                f"no finding has the code '{code}'", remedy="'comment-kit explain CODE' knows every code"
            )


def _wanted(code: str, options: CheckOptions) -> bool:
    chosen = not options.select or code.startswith(options.select)
    return chosen and not (options.ignore and code.startswith(options.ignore))
