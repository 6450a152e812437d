"""Read a block back as a letter would, and say where it cites otherwise than the passage it was taken from."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TypeAlias

from comment_kit.blocks.taking import READS_OTHERWISE, Passage
from comment_kit.letters import Setting, read_letter, write_block_body
from comment_kit.locators import pinpointed
from comment_kit.model.citations import Citation
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Letter, citations_in, notes_in_order
from comment_kit.model.places import Location
from comment_kit.model.sources import Library


def differences(passage: Passage, library: Library) -> Iterator[Diagnostic]:
    """Yield each note of ``passage`` whose citations are read back as others.

    Args:
        passage: as taken.
        library: by which its citations were named.
    """
    # Parameters are left open here: what stands for them cites nothing.
    text = write_block_body(passage.letter, dict.fromkeys(passage.inserts, ""))
    again, _ = pinpointed(read_letter(text, passage.letter.file, Setting(with_template=False))[0], library)
    for before, after in zip_longest(_cited(passage.letter), _cited(again)):
        place, meant = before or (Location(file=passage.letter.file), ())
        _, read = after or (place, ())
        if meant != read:
            message = f"the note cites {_told(meant)}, and is read back as {_told(read)}"
            yield READS_OTHERWISE.at(place, message, hint="write its citations by hand as the letter has them")


_Place: TypeAlias = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]
"""The key, the first pages, and the notes of a citation; a label may run on where a page printed its first alone."""


def _cited(letter: Letter) -> Iterator[tuple[Location, tuple[_Place, ...]]]:
    for called in notes_in_order(letter):
        blocks = called.note.blocks
        yield blocks[0].location if blocks else called.note.location, tuple(map(_place, citations_in(blocks)))


def _place(citation: Citation) -> _Place:
    reach = citation.pinpoint.reach
    return citation.key or "", tuple(first for first, _ in reach.pages), reach.notes


def _told(places: tuple[_Place, ...]) -> str:
    return "; ".join(" ".join((f"@{key}", *pages)) for key, pages, _ in places) or "nothing"
