"""Give every heading and note of a letter the place that links lead to."""

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from msgspec import Struct

from comment_kit.model.letter import CalledNote, Heading, Letter, headings_in, notes_in_order
from comment_kit.model.targets import printed_targets


class Anchors(Struct, frozen=True, kw_only=True):
    """Where links of a letter lead to, and what stands there. Every mapping is by the letter's own ids."""

    headings: tuple[Heading, ...]
    """In reading order."""
    notes: tuple[CalledNote, ...]
    """In the order of their calls."""
    printed: Mapping[str, str]
    """What a reference to a heading or a note prints."""
    marks: Mapping[str, str]
    """What the call of a note prints."""
    heading_anchors: Mapping[str, str]
    note_anchors: Mapping[str, str]
    call_anchors: Mapping[str, str]
    """Where a note is called in the text."""

    def target(self, name: str) -> str | None:
        """Return the anchor of the heading or note ``name``; None where the letter has neither."""
        return self.heading_anchors.get(name) or self.note_anchors.get(name)


def anchors_of(letter: Letter) -> Anchors:
    """Return the anchors of ``letter``; a letter's ids never meet our own."""
    headings = tuple(headings_in(letter.blocks))
    notes = notes_in_order(letter)
    tails = dict(_note_tails(notes))
    return Anchors(
        headings=headings,
        notes=notes,
        printed=printed_targets(letter, notes),
        marks={called.note.id: called.printed for called in notes},
        heading_anchors={heading.id: f"part-{quote(heading.id, safe='')}" for heading in headings if heading.id},
        note_anchors={name: f"note-{tail}" for name, tail in tails.items()},
        call_anchors={name: f"call-{tail}" for name, tail in tails.items()},
    )


def _note_tails(notes: tuple[CalledNote, ...]) -> Iterator[tuple[str, str]]:
    """Yield each note's id with its number, or with "mark-1" where it stands outside the numbering."""
    marks = 0
    for called in notes:
        if called.number is not None:
            yield called.note.id, str(called.number)
        else:
            marks += 1
            yield called.note.id, f"mark-{marks}"
