"""Read the page text of a PDF: its lines, cleaned, as running text over labelled sheets."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import IO

from msgspec.structs import replace

from comment_kit.model.pages import Confidence, PageText, Sheet
from comment_kit.pages.calls import Call, Raised, SetLine
from comment_kit.pages.heads import without_heads
from comment_kit.pages.labels import Found, printed_labels
from comment_kit.pages.ligatures import with_ligatures
from comment_kit.pages.line_numbers import without_line_numbers
from comment_kit.pages.lines import DrawnSheet
from comment_kit.pages.reader import MEMORY_LIMIT, TIME_LIMIT, Drawing, read_drawing
from comment_kit.pages.streams import Streams
from comment_kit.pages.told_lines import told_lines

FRONT = 6000
"""So many letters of the first sheets are kept to tell the edition."""


def read_pdf(pdf: Path | bytes, *, time_limit: float = TIME_LIMIT, memory_limit: int = MEMORY_LIMIT) -> PageText:
    """Return the page text of a PDF, read in a process of its own within ``time_limit`` seconds.

    Where the limit is reached, ``complete`` is false and the sheets read until then are there.

    Raises:
        CommentKitError: no PDF, a broken or locked one, or not one sheet could be read within the limits.
        OSError: the file cannot be opened.
    """
    return page_text(drawn(pdf, time_limit=time_limit, memory_limit=memory_limit))


def drawn(
    pdf: Path | bytes, *, time_limit: float, memory_limit: int = MEMORY_LIMIT, most_sheets: int | None = None
) -> Drawing:
    """Return the lines of a PDF as they were drawn, on so many sheets; raises as ``read_pdf`` does."""
    with _opened(pdf) as file:
        drawing = read_drawing(file, time_limit=time_limit, memory_limit=memory_limit, most_sheets=most_sheets)
    return replace(drawing, sheets=with_ligatures(drawing.sheets))


def cleaned(sheets: Sequence[DrawnSheet]) -> tuple[DrawnSheet, ...]:
    """Return ``sheets`` without the numbers of lines and pages, and without running heads and feet."""
    numberless, _ = without_line_numbers(sheets)
    _, printed = printed_labels(numberless)
    return without_heads(numberless, printed).sheets


def page_text(drawing: Drawing, *, format: str = "PDF") -> PageText:  # noqa: A002 - the field's name
    """Return the lines of ``drawing`` cleaned, labelled and joined into running text."""
    sheets, line_numbers = without_line_numbers(drawing.sheets)
    labels, printed = printed_labels(sheets)
    bare = without_heads(sheets, printed)
    streams = _written(bare.sheets)
    removed = {
        "line numbers": line_numbers,
        **bare.removed,
        "lines turned against the page": sum(len(sheet.turned) for sheet in sheets),
        "lines outside the page": sum(sheet.unseen for sheet in sheets),
    }
    return PageText(
        format=format,
        sheets=tuple(_sheet(sheet, labels) for sheet in sheets),
        body=streams.body.stream(),
        notes=streams.notes.stream(),
        all=streams.all.stream(),
        total=drawing.total,
        removed={sort: count for sort, count in removed.items() if count},
        covered=tuple(sheet.number for sheet in sheets if sheet.covered),
        front=_front(sheets, bare.heads),
    )


@contextmanager
def _opened(pdf: Path | bytes) -> Iterator[IO[bytes]]:
    """Yield a real file, which the reading process can take as its input."""
    if isinstance(pdf, Path):
        with pdf.open("rb") as file:
            yield file
        return
    with tempfile.TemporaryFile() as file:
        file.write(pdf)
        file.seek(0, io.SEEK_SET)
        yield file


def _sheet(sheet: DrawnSheet, labels: Mapping[int, Found]) -> Sheet:
    found = labels.get(sheet.number)
    if found is None and not labels and sheet.label and sheet.label != str(sheet.number):
        # Such labels count sheets in two files of seven, so they stand only where nothing is printed.
        found = Found(sheet.label, Confidence.LOW, "page label of the file, not printed")
    if found is None:
        return Sheet(index=sheet.number, lettering=sheet.lettering)
    label, confidence, how = found
    return Sheet(index=sheet.number, label=label, confidence=confidence, how=how, lettering=sheet.lettering)


def _written(sheets: Sequence[DrawnSheet]) -> Streams:
    streams = Streams()
    for lines in told_lines(sheets):
        streams.sheet()
        for told, following in zip(lines, chain(lines[1:], [None]), strict=False):
            continued = following is not None and following.line.continues
            _write(told.line, streams, note=told.note, continued=continued)
    return streams


def _write(line: SetLine, streams: Streams, *, note: bool, continued: bool) -> None:
    for writer in streams.into(note=note):
        for call in line.before:
            writer.call(call.number)
        if line.opening is not None:
            writer.opening(line.opening)
        for part in line.parts:
            if isinstance(part, Call):
                writer.call(part.number)
                continue
            if isinstance(part, Raised):
                writer.edge(tight=True)
            writer.words(part)
        if continued:
            writer.edge()
        else:
            writer.line_end(hyphen=line.hyphen)


def _front(sheets: Sequence[DrawnSheet], heads: Sequence[str]) -> str:
    """Return the first sheets and, behind a form feed, the running heads."""
    title = "\n".join(text for sheet in sheets[:2] for text in (*sheet.turned, *(line.text for line in sheet.lines)))
    running = "\n".join(heads)
    return f"{title[:FRONT]}\f{running[:FRONT]}"
