"""Write a filing into the ledger of its project."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from comment_kit.blocks.ledger import ATTRIBUTES, LEDGER, append_filing, read_filings
from comment_kit.blocks.ledger_texts import text_of
from comment_kit.errors import CommentKitError
from comment_kit.model.blocks import FiledFile, FiledSource, Filing
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.pages import PageStore, edition_of
from comment_kit.project import Project, as_seen_from_here
from comment_kit.workflows.filing_findings import TEXT_UNKNOWN
from comment_kit.workflows.filing_subjects import Subject
from comment_kit.workflows.memory import sha256
from comment_kit.workflows.outputs import write_output

_LOCK = "ledger.lock"
_ATTRIBUTES = ".gitattributes"


class Entry(Struct, frozen=True, kw_only=True):
    """What a filing is called, and the files that left the house."""

    letter: Path
    label: str
    day: dt.date
    files: Mapping[Path, bytes]


def record(entry: Entry, subject: Subject, project: Project) -> tuple[Filing, tuple[Diagnostic, ...], tuple[str, ...]]:
    """Write the filing into the ledger; return it as it stands there, what is wrong with the ledger, and what to say.

    Raises:
        CommentKitError: the ledger cannot be written, though the files are.
    """
    root = project.root
    assert root is not None  # noqa: S101 - who calls has asked
    texts, missing = _texts(entry, subject, root)
    try:
        declare_merging(root)
        filing, new = append_filing(root, project.state() / _LOCK, _filing(entry, subject, project, root), texts)
        known = read_filings(root)
    except OSError as fault:
        raise CommentKitError(
            f"the files are written, and the ledger is not: {fault.strerror}",
            where=str(root / LEDGER),
            remedy="make it writable, and file the letter again",
        ) from fault
    return filing, (*missing, *known.diagnostics), (_told(filing, root, new=new),)


def declare_merging(root: Path) -> None:
    """Tell git, in the project's .gitattributes, how the ledger merges; lines that are there already stay."""
    path = root / _ATTRIBUTES
    present = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = present.splitlines()
    missing = [line for line in ATTRIBUTES if line not in lines]
    if missing:
        above = present if not present or present.endswith("\n") else f"{present}\n"
        write_output(path, (above + "\n".join(missing) + "\n").encode(), may_replace=lambda _: True)


def _told(filing: Filing, root: Path, *, new: bool) -> str:
    name = f"“{filing.label}”, {filing.filed}" if filing.label else str(filing.filed)
    if not new:
        return f"filed before as {name}: {as_seen_from_here(root / LEDGER)} has it already ({filing.id})"
    blocks, sources = _count(len(filing.blocks), "block"), _count(len(filing.sources), "source")
    return f"filed as {name}: {as_seen_from_here(root / LEDGER)} keeps it, with {blocks} and {sources} ({filing.id})"


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _filing(entry: Entry, subject: Subject, project: Project, root: Path) -> Filing:
    return Filing(
        id="",
        filed=entry.day,
        label=entry.label,
        letter=_inside(entry.letter, root),
        title=subject.properties.title,
        recipient=subject.recipient,
        docket=subject.docket,
        files=tuple(
            FiledFile(name=_inside(path, root), sha256=sha256(content)) for path, content in entry.files.items()
        ),
        blocks=subject.uses,
        sources=tuple(_sources(subject, project)),
    )


def _sources(subject: Subject, project: Project) -> Iterator[FiledSource]:
    hashes = _page_texts(project)
    for key in subject.keys:
        source = subject.library.sources.get(key)
        yield FiledSource(key=key, edition=edition_of(source) if source else "", sha256=hashes.get(key, ""))


def _page_texts(project: Project) -> dict[str, str]:
    if not project.page_store().is_file():
        return {}
    with PageStore(project.page_store()) as store:
        return {text.key: text.sha256 for text in store.list()}


def _inside(path: Path, root: Path) -> str:
    """Return ``path`` as it is called in the project; a file that stands elsewhere by its name alone."""
    found, folder = path.resolve(), root.resolve()
    return Path(os.path.relpath(found, folder)).as_posix() if found.is_relative_to(folder) else found.name


def _texts(entry: Entry, subject: Subject, root: Path) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return the texts of the blocks, and a warning for each whose text is nowhere to be found."""
    texts = {
        use.fingerprint: subject.texts[use.fingerprint] for use in subject.uses if use.fingerprint in subject.texts
    }
    lost = {use.fingerprint: use.name for use in subject.uses if use.fingerprint not in texts}
    place = Location(file=str(entry.letter))
    missing = (
        TEXT_UNKNOWN.at(
            place,
            f"the text of the block '{name}' as the letter set it is not in its file",
            hint="build the letter again before it is filed",
        )
        for version, name in lost.items()
        if text_of(root, version).lacking is not None
    )
    return texts, tuple(missing)
