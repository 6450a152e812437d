"""Read plain text whose pages are divided by form feeds, as pdftotext and programs that read scans write it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comment_kit.errors import CommentKitError
from comment_kit.model.pages import Lettering, PageText
from comment_kit.pages.lines import DrawnSheet, Line, Mark
from comment_kit.pages.pdf import page_text
from comment_kit.pages.reader import LETTERS_LIMIT, Drawing
from comment_kit.pages.typed_calls import TypedNotes, typed_notes

# Each letter is given a place as a typewriter would, so that the rules for drawn pages hold for typed ones.
_WIDTH, _HEIGHT, _NOTE_HEIGHT = 6.0, 12.0, 10.0  # points
_LIFT, _SMALL = 0.4, 0.6  # of the height of the line
_DIGITS = re.compile(r"\d+")
_NUMBERS = re.compile(r"(?:\d+\s+)+(?=\S)")


def read_plain(text: bytes) -> PageText:
    """Return the page text of a text file; its pages end with form feeds.

    Raises:
        CommentKitError: this is no text, or more than can be a source.
    """
    pages = _decoded(text).split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    sheets: list[DrawnSheet] = []
    notes = TypedNotes()
    for number, page in enumerate(pages, start=1):
        rows = page.rstrip().expandtabs().split("\n")
        notes = typed_notes(rows, notes.last)
        sheets.append(_sheet(number, rows, notes))
    return page_text(Drawing(sheets=tuple(sheets), total=len(sheets)), format="text")


def _decoded(text: bytes) -> str:
    if b"\0" in text:
        raise CommentKitError("this is no text", remedy="add a PDF, the Federal Register's XML, or plain text")
    if len(text) > LETTERS_LIMIT:
        raise CommentKitError(f"the text has more than {LETTERS_LIMIT // 1_000_000} million letters")
    try:
        decoded = text.decode("utf-8-sig")
    except UnicodeDecodeError:
        decoded = text.decode("windows-1252", "replace")
    return decoded.replace("\r\n", "\n").replace("\r", "\n")


def _sheet(number: int, rows: Sequence[str], notes: TypedNotes) -> DrawnSheet:
    height = len(rows) * _HEIGHT
    lines = tuple(
        _line(row, height - (place + 0.5) * _HEIGHT, place, notes) for place, row in enumerate(rows) if row.strip()
    )
    return DrawnSheet(
        number=number,
        label="",
        width=max(map(len, rows)) * _WIDTH,
        height=height,
        lettering=Lettering.PRINTED if lines else Lettering.EMPTY,
        covered=False,
        turned=(),
        unseen=0,
        lines=lines,
    )


def _line(row: str, y: float, place: int, notes: TypedNotes) -> Line:
    text = row.strip()
    indent = row.index(text)
    left = indent * _WIDTH
    height = _NOTE_HEIGHT if notes.first is not None and place >= notes.first else _HEIGHT
    numbers = _NUMBERS.match(text)
    return Line(
        text=text,
        left=left,
        inner=left + (numbers.end() if numbers else 0) * _WIDTH,
        right=left + len(text) * _WIDTH,
        y=y,
        height=height,
        marks=tuple(
            _mark(found, left, y, height, raised=(place, indent + found.start()) in notes.raised)
            for found in _DIGITS.finditer(text)
        ),
    )


def _mark(found: re.Match[str], left: float, y: float, height: float, *, raised: bool) -> Mark:
    edges = left + found.start() * _WIDTH, left + found.end() * _WIDTH
    if raised:
        return Mark(*found.span(), *edges, y + _LIFT * height, _SMALL * height)
    return Mark(*found.span(), *edges, y, height)
