"""Say what is known of the notes of sources that a letter cites: on which pages they stand, and which is the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from msgspec import Struct

from comment_kit.check import Case
from comment_kit.model.pages import Confidence, PageText
from comment_kit.model.pinpoints import PinpointTable
from comment_kit.pages import PageStore, edition_of
from comment_kit.project import Project

_FEWEST = 2
"""A single number is no run."""
_SHOWN = 5


class SourceNotes(Struct, frozen=True, kw_only=True):
    """What the texts and pinpoint tables of sources tell of the notes that a letter cites."""

    pages: Mapping[tuple[str, str], tuple[str, ...]]
    """The pages on which a note is called or printed, by the key of its source and its number.

    Notes of which the text tells nothing certain are left out: their numbers were not seen, were guessed by a machine,
    or stand on sheets whose printed numbers are not sure.
    """
    last: Mapping[str, int]
    """The number of the last note, by key, of sources of which every note from the first on is known."""
    remarks: tuple[str, ...]
    """One line on the notes of which nobody knows whether their sources have them; none where there are none."""


def notes_of_sources(case: Case, project: Project) -> SourceNotes:
    """Return what is known of the notes of sources that ``case`` cites."""
    asked = tuple(dict.fromkeys(_asked(case)))
    texts = _bound_texts(case, project, dict.fromkeys(key for key, _ in asked)) if asked else {}
    known = {
        key: _known(texts.get(key), case.library.tables.get(key)) for key in dict.fromkeys(key for key, _ in asked)
    }
    last = {key: max(numbers) for key, each in known.items() if (numbers := _whole_run(each))}
    found = {(key, number): _pages(texts[key], number) for key, number in asked if key in texts}
    open_ = [(key, number) for key, number in asked if number not in known[key] and not _decided(number, last.get(key))]
    return SourceNotes(
        pages={note: pages for note, pages in found.items() if pages},
        last=last,
        remarks=(_remark(open_),) if open_ else (),
    )


def _asked(case: Case) -> Iterator[tuple[str, str]]:
    """Yield each note that is cited."""
    for resolution, source in case.named():
        for note in resolution.citation.pinpoint.notes:
            yield source.key, note.first


def _bound_texts(case: Case, project: Project, keys: Iterable[str]) -> Mapping[str, PageText]:
    """Return the texts at hand that are of the edition cited and were not guessed from pictures."""
    file = project.page_store()
    if not file.is_file():
        return {}
    with PageStore(file) as store:
        texts = {key: store.get(key) for key in keys}
    return {
        key: text
        for key, text in texts.items()
        if text is not None and text.edition == edition_of(case.library.sources[key]) and not text.hidden_ocr
    }


# ---- which notes there are ----


def _known(text: PageText | None, table: PinpointTable | None) -> frozenset[str]:
    """Return the numbers of the notes that the text or the table of a source has."""
    numbers = (
        {row.locator[2:].strip() for row in table.rows.values() if row.locator.startswith("n.")} if table else set()
    )
    if text is not None and text.complete:
        for stream in text.streams:
            numbers.update(number for mark in stream.calls.values() for number in mark.split(", "))
            numbers.update(stream.openings.values())
    return frozenset(numbers)


def _whole_run(numbers: frozenset[str]) -> set[int]:
    """Return the arabic ones of ``numbers`` where none is missing from 1 to the last; else nothing."""
    arabic = {int(number) for number in numbers if number.isdecimal()}
    return arabic if len(arabic) >= _FEWEST and arabic == set(range(1, len(arabic) + 1)) else set()


def _decided(number: str, last: int | None) -> bool:
    return last is not None and number.isdecimal()


def _remark(notes: list[tuple[str, str]]) -> str:
    listed = ", ".join(f"n.{number} of '{key}'" for key, number in notes[:_SHOWN])
    more = f" and {len(notes) - _SHOWN:,} more" if len(notes) > _SHOWN else ""
    return f"could not decide: {listed}{more}, which no text or pinpoint table at hand tells to be there or not"


# ---- on which pages they stand ----


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
