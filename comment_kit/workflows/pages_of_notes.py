"""Say on which printed pages of its source each note stands that a letter cites with a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from comment_kit.check import Case
from comment_kit.model.pages import Confidence, PageText
from comment_kit.pages import PageStore, edition_of
from comment_kit.project import Project
from comment_kit.workflows.paging import store_path


def pages_of_notes(case: Case, project: Project) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """Return the pages on which a note is called or printed, by the key of its source and its number.

    Notes of which the text tells nothing certain are left out: their numbers were not seen, were guessed by a
    machine, or stand on sheets whose printed numbers are not sure.
    """
    asked = dict.fromkeys(_asked(case))
    file = store_path(project)
    if not asked or not file.is_file():
        return {}
    with PageStore(file) as store:
        texts = {key: store.get(key) for key in dict.fromkeys(key for key, _ in asked)}
    bound = {
        key: text
        for key, text in texts.items()
        if text is not None and text.edition == edition_of(case.library.sources[key]) and not text.hidden_ocr
    }
    found = {(key, number): _pages(bound[key], number) for key, number in asked if key in bound}
    return {note: pages for note, pages in found.items() if pages}


def _asked(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each note that is cited with its page."""
    for resolution, source in case.named():
        for note in resolution.citation.pinpoint.notes:
            if note.page:
                yield source.key, note.first


def _pages(text: PageText, number: str) -> tuple[str, ...]:
    sheets = [text.sheets[index - 1] for index in sorted(set(_sheets(text, number)))]
    sure = all(sheet.confidence is not Confidence.LOW or sheet.label is None for sheet in sheets)
    return tuple(sheet.printed for sheet in sheets) if sure else ()


def _sheets(text: PageText, number: str) -> Iterator[int]:
    """Yield the sheets, from 1, on which the note is called, begins, or runs on."""
    for stream in text.streams:
        called = (offset for offset, mark in stream.calls.items() if number in mark.split(", "))
        yield from (stream.sheet_at(max(0, offset - 1)) for offset in called)
        yield from (stream.sheet_at(offset) for offset, mark in stream.openings.items() if mark == number)
    bounds = [*sorted(text.notes.openings), len(text.notes.text)]
    for start, end in pairwise(bounds):
        if text.notes.openings[start] == number:
            first, last = text.notes.reach(start, end)
            yield from range(first, last + 1)
