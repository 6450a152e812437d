"""Read a file as the text of one source: choose the reader by what is in it, and bind it to the entry's edition."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from comment_kit.errors import CommentKitError
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.pages import Lettering, PageText, SourceText
from comment_kit.model.places import Location
from comment_kit.model.sources import Source
from comment_kit.pages.editions import edition_of, other_edition, outside_span
from comment_kit.pages.federal_register import read_federal_register_xml
from comment_kit.pages.findings import (
    ANOTHER_EDITION,
    BLACK_BOXES,
    HIDDEN_OCR,
    NO_PRINTED_PAGES,
    PAGES_OUTSIDE_ENTRY,
    READ_IN_PART,
    SCANNED,
    TITLE_NOT_FOUND,
)
from comment_kit.pages.pdf import read_pdf
from comment_kit.pages.plain import read_plain
from comment_kit.pages.reader import MEMORY_LIMIT, TIME_LIMIT

SIZE_LIMIT = 200_000_000
"""Bytes of a file."""

_TITLE_REACH = 20_000
"""So many letters at the beginning hold a title."""
_LIST = 12


def read_source_file(
    path: Path, source: Source, *, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT
) -> tuple[SourceText | None, tuple[Diagnostic, ...]]:
    """Return the text of ``source`` in the file at ``path``, and what is to be said about it.

    The text is None where the file names another edition than the entry.

    Raises:
        CommentKitError: the file cannot be read, or is of a sort that holds no page text.
    """
    try:
        sha256 = fingerprint(path)
        text = _read(path, source, time_limit=time_limit, memory_limit=memory_limit)
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(path)) from fault
    except CommentKitError as error:
        raise CommentKitError(error.problem, where=str(path), remedy=error.remedy) from error
    here = Location(file=str(path))
    difference = other_edition(text, source)
    if difference is not None:
        return None, (_refusal(here, source, *difference),)
    return _bound(text, source, path, sha256), tuple(_remarks(here, text, source))


def fingerprint(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal.

    Raises:
        CommentKitError: it cannot be read, or is larger than any source.
    """
    try:
        return _fingerprint(path)
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(path)) from fault


def _fingerprint(path: Path) -> str:
    if path.stat().st_size > SIZE_LIMIT:
        raise CommentKitError(
            f"the file has more than {SIZE_LIMIT // 1_000_000} MB", remedy="add only the part that is cited"
        )
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(path: Path, source: Source, *, time_limit: float, memory_limit: int) -> PageText:
    with path.open("rb") as file:
        begin = file.read(1024)
    if b"%PDF-" in begin:
        return read_pdf(path, time_limit=time_limit, memory_limit=memory_limit)
    _refuse_known(begin)
    if begin.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        return read_federal_register_xml(path.read_bytes(), first_page=source.first_page, last_page=source.last_page)
    return read_plain(path.read_bytes())


def _refuse_known(begin: bytes) -> None:
    """Refuse what cannot be page text, in words that say what it is."""
    if not begin.strip():
        raise CommentKitError("the file is empty")
    if begin.startswith(b"PK"):
        raise CommentKitError("this is a zip or Word file, which has no fixed pages", remedy="export it as PDF")
    if re.search(rb"<!doctype html|<html\b", begin, re.IGNORECASE):
        raise CommentKitError(
            "this is a web page, often one that says that the file was not found", remedy="download the PDF itself"
        )


def _bound(text: PageText, source: Source, path: Path, sha256: str) -> SourceText:
    return SourceText(
        key=source.key,
        edition=edition_of(source),
        file=str(path),
        sha256=sha256,
        format=text.format,
        sheets=text.sheets,
        body=text.body,
        notes=text.notes,
        all=text.all,
        total=text.total,
        removed=text.removed,
        covered=text.covered,
        front=text.front,
    )


def _refusal(here: Location, source: Source, says: str, own: str) -> Diagnostic:
    return ANOTHER_EDITION.at(
        here,
        f"this is not the text of '{source.key}': {says}, and the entry names {own}",
        hint="find that edition, or write an entry of its own for this one",
        related=(source.location,),
    )


def _remarks(here: Location, text: PageText, source: Source) -> Iterator[Diagnostic]:
    yield from _doubts(here, text, source)
    scans = [sheet.index for sheet in text.unread()]
    if scans:
        yield SCANNED.at(
            here,
            f"{_sheets(scans)} of {text.total}: a picture without text, on which nothing can be decided",
            hint="let a program for OCR read it ('ocrmypdf IN.pdf OUT.pdf') and add the result",
        )
    if text.hidden_ocr:
        guessed = [sheet.index for sheet in text.sheets if sheet.lettering is Lettering.HIDDEN_OCR]
        yield HIDDEN_OCR.at(here, f"{_sheets(guessed)} of {text.total}: the letters were guessed from a scan")
    if text.covered:
        yield BLACK_BOXES.at(
            here,
            f"{_sheets(text.covered)}: text stands under black boxes and was read like any other",
            hint="think before you quote it",
        )


def _doubts(here: Location, text: PageText, source: Source) -> Iterator[Diagnostic]:
    """Yield what makes the whole file doubtful."""
    if not text.complete:
        yield READ_IN_PART.at(
            here,
            f"only {len(text.sheets)} of {text.total} sheets were read before the limit",
            hint="give more time with --time, or add only the part that is cited",
        )
    if not any(sheet.label for sheet in text.sheets):
        yield NO_PRINTED_PAGES.at(here, "no printed page numbers were found", hint="its pages are counted as sheets")
    pages = outside_span(text, source)
    if pages:
        yield PAGES_OUTSIDE_ENTRY.at(
            here,
            f"the file prints pages {pages}, the entry has {source.first_page}-{source.last_page}",
            related=(source.location,),
        )
    if source.title and not _names_title(text, source.title):
        yield TITLE_NOT_FOUND.at(
            here,
            f"'{source.title}' does not stand on the first pages",
            hint="look whether this is the right file",
            related=(source.location,),
        )


def _names_title(text: PageText, title: str) -> bool:
    """Return whether most longer words of ``title`` stand at the beginning; a scan is not asked."""
    words = set(re.findall(r"[^\W\d_]{4,}", title.casefold()))
    begin = f"{text.front} {text.all.text[:_TITLE_REACH]}".casefold().replace("-\n", "").replace("-", "")
    joined = "".join(begin.split())
    if not text.all.text.strip() or not words:
        return True
    return sum(word in joined for word in words) >= 0.6 * len(words)


def _sheets(indexes: list[int] | tuple[int, ...]) -> str:
    """Return "sheet 3" or "sheets 3, 4 and 9 more"."""
    if len(indexes) == 1:
        return f"sheet {indexes[0]}"
    listed = ", ".join(str(index) for index in indexes[:_LIST])
    return f"sheets {listed}" + (f" and {len(indexes) - _LIST} more" if len(indexes) > _LIST else "")
