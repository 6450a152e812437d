"""File a letter: make the copy that is public for ever, its PDF, and its line in the ledger."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from msgspec import Struct

from comment_kit import docx as word
from comment_kit.blocks.ledger import filings_of_file
from comment_kit.docx.filing.copy import filed_copy
from comment_kit.docx.filing.waiting import waiting_in
from comment_kit.docx.package import open_package
from comment_kit.docx.steady_pdf import steady
from comment_kit.errors import CommentKitError
from comment_kit.model.blocks import Filing
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.places import Location
from comment_kit.project import Project, find_project
from comment_kit.report.clearance import clearance_line
from comment_kit.workflows.filing_findings import UNDATED
from comment_kit.workflows.filing_records import Entry, record
from comment_kit.workflows.filing_subjects import Subject, subject_of
from comment_kit.workflows.memory import is_as_written, sha256, wrote
from comment_kit.workflows.outputs import check_place, resolved, write_output

_DATED = re.compile(r"^(?:(?P<label>.*?)\s*,\s*)?(?P<day>\d{4}-\d{2}-\d{2})$", re.DOTALL)
_FOLDER = "filed"
_NO_PDF = "no PDF was made, for LibreOffice was not found: open the copy in Word and save it as PDF"
_NO_LEDGER = "there is no project here, and so no ledger of what was filed: 'comment-kit init' makes one"


class FileOptions(Struct, frozen=True, kw_only=True):
    """What the writer asked ``file`` for."""

    letter: Path
    label: str = ""
    """What the house calls the filing, with or without its day: "NIST AI 800-1, 2024-09-09"."""
    output: Path | None = None
    style: str | None = None
    pdf: bool = True
    force: bool = False
    project: Path | None = None


class Filed(Struct, frozen=True, kw_only=True):
    """What came of filing."""

    targets: tuple[Path, ...]
    """The files written; none where something kept the letter from being filed."""
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[str, ...] = ()
    filing: Filing | None = None
    """As the ledger has it; None outside a project."""
    forcible: bool = False
    """Whether --force would file a letter that was not."""


class _Output(Struct, frozen=True, kw_only=True):
    """A file of the copy, ready to be written."""

    target: Path
    content: bytes


def file_letter(options: FileOptions) -> Filed:
    """Make the copy of a letter that is filed, and write down that it was.

    What checking finds stops it, unless ``force`` is given; a source that does not build, open comments, tracked
    changes, hidden text and a missing day stop it always, for nobody can settle them but its writer.

    Raises:
        CommentKitError: the letter cannot be read, or a file must not be replaced or cannot be written.
    """
    label, day = _said(options.label)
    _check_output(options)
    project = find_project(options.letter.parent, explicit=options.project)
    subject = subject_of(options.letter, project, options.style, options.project)
    day = day or subject.date
    waiting = waiting_in(subject.content, str(options.letter)) if subject.content else ()
    faults = (*subject.faults, *waiting, *(() if day else (_undated(options.letter),)))
    found = (*faults, *subject.objections)
    if day is None or has_errors(faults) or (has_errors(subject.objections) and not options.force):
        return Filed(targets=(), diagnostics=found, forcible=not has_errors(faults))
    target = _target(options, day)
    outputs, remarks = _outputs(subject, target, day, options)
    kept = tuple(_write(each, project, options) for each in outputs)
    backups = tuple(f"the file that was there is kept as {each}" for each in kept if each)
    entry = Entry(letter=options.letter, label=label, day=day, files={each.target: each.content for each in outputs})
    filing, about_ledger, told = record(entry, subject, project) if project.root else (None, (), (_NO_LEDGER,))
    remarks = (*subject.remarks, *remarks, clearance_line(subject.checked), *backups, *told)
    targets = tuple(each.target for each in outputs)
    return Filed(targets=targets, diagnostics=(*found, *about_ledger), remarks=remarks, filing=filing)


def _said(label: str) -> tuple[str, dt.date | None]:
    """Return the label and the day that stand after --as."""
    found = _DATED.match(label.strip())
    if found is None:
        return label.strip(), None
    try:
        return found["label"] or "", dt.date.fromisoformat(found["day"])
    except ValueError as fault:
        raise CommentKitError(f"'{found['day']}' is no day", where="--as", remedy="write it as 2024-09-09") from fault


def _undated(letter: Path) -> Diagnostic:
    place = Location(file=str(letter))
    return UNDATED.at(place, "the letter bears no date", hint="say the day: --as 'NIST AI 800-1, 2024-09-09'")


# ---- the files ----


def _check_output(options: FileOptions) -> None:
    """Make sure before any work that the name after -o is one for a copy."""
    target = options.output
    if target is None:
        return
    if target.suffix.lower() != ".docx":
        raise CommentKitError(
            "the copy that is filed is a Word file", where=str(target), remedy="end its name in .docx"
        )
    if resolved(target) == resolved(options.letter):
        raise CommentKitError("this is the letter itself", where=str(target), remedy="choose another name with -o")
    check_place(target)


def _target(options: FileOptions, day: dt.date) -> Path:
    if options.output is not None:
        return options.output
    target = options.letter.parent / _FOLDER / f"{options.letter.stem}-{day}.docx"
    target.parent.mkdir(exist_ok=True)
    check_place(target)
    return target


def _outputs(
    subject: Subject, target: Path, day: dt.date, options: FileOptions
) -> tuple[tuple[_Output, ...], tuple[str, ...]]:
    name = str(options.letter)
    copy = filed_copy(open_package(subject.content, name), subject.properties)
    files = (_Output(target=target, content=copy),)
    if not options.pdf:
        return files, ()
    if word.find_office() is None:
        return files, (_NO_PDF,)
    printed = copy
    if subject.for_office != subject.content:
        printed = filed_copy(open_package(subject.for_office, name), subject.properties)
    pdf = steady(word.pdf_of(printed, called=name), day)
    return (*files, _Output(target=target.with_suffix(".pdf"), content=pdf)), ()


def _write(output: _Output, project: Project, options: FileOptions) -> Path | None:
    """Write a file of the copy; return the backup that --force kept. What was filed is never replaced without it."""
    target, state = output.target, project.state()
    if target.is_file() and target.read_bytes() == output.content:
        return None

    def may_replace(present: bytes) -> bool:
        earlier = _filed_before(project, present)
        if earlier is not None and not options.force:
            raise CommentKitError(
                f"this file was filed{f' as “{earlier.label}”' if earlier.label else ''} on {earlier.filed}, and is "
                "left as it is",
                where=str(target),
                remedy="write elsewhere with -o, or use --force, which keeps a copy of it",
            )
        return earlier is None and is_as_written(state, target, present)

    backup = write_output(target, output.content, may_replace=may_replace, force=options.force)
    wrote(state, target, output.content)
    return backup


def _filed_before(project: Project, content: bytes) -> Filing | None:
    return filings_of_file(project.root, sha256(content)).newest if project.root else None
