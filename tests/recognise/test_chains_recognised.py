"""The worked chains of notes, printed and read again: every citation is named and its form told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from test_id_chains import letter_of
from typed_letters import HERE, letter_of_notes, seen

from comment_kit.model.letter import CrossReference, Footnote, Paragraph, SetCitation, notes_in_order, walk
from comment_kit.model.sources import Library
from comment_kit.model.text import Span, Text
from comment_kit.workflows.composing import Composition, compose

CHAINS = json.loads((Path(__file__).parents[1] / "golden" / "id-chains.json").read_text(encoding="utf-8"))["cases"]

ANOTHER_SECTION = {"C35", "C39"}
"""Chains in which an entry is cited at a section of the code that it is not: on the page that is another source."""


@pytest.mark.parametrize(
    "chain", [chain for chain in CHAINS if chain["id"] not in ANOTHER_SECTION], ids=lambda chain: chain["id"]
)
def test_a_chain_is_read_as_it_was_written(chain: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "letter.md"
    path.write_text(letter_of(chain), encoding="utf-8")
    composition = compose(path)
    written = [
        (called.number, part.resolution.key, part.resolution.form)
        for called in notes_in_order(composition.letter)
        for part in walk(called.note.blocks)
        if isinstance(part, SetCitation)
    ]
    library = only_cited(composition.library, {key for _, key, _ in written})
    found = seen(letter_of_notes(printed_notes(composition)), library)
    assert [(each.note, each.key, each.form) for each in found] == written


def only_cited(library: Library, keys: set[str | None]) -> Library:
    """Return the sources that a chain cites: its database describes some documents under several keys."""
    return replace(library, sources={key: source for key, source in library.sources.items() if key in keys})


def printed_notes(composition: Composition) -> dict[int, Text]:
    return {
        called.number: printed(called.note)
        for called in notes_in_order(composition.letter)
        if called.number is not None
    }


def printed(note: Footnote) -> Text:
    words: list[Span] = []
    for part in walk(note.blocks):
        match part:
            case SetCitation():
                words += part.text
            case Span():
                words.append(part)
            case CrossReference():
                words.append(Span(text="Part I"))
            case _:
                assert isinstance(part, Paragraph), HERE
    return tuple(words)
