"""Lay out what a letter cites, passage by passage, so that quotations can be tied to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.citations import Citation
from comment_kit.model.letter import CalledNote, Letter, NoteCall, citations_in, notes_in_order
from comment_kit.model.quotations import Link, Voucher
from comment_kit.model.resolutions import Cited, Resolution
from comment_kit.model.text import plain
from comment_kit.quotations.lines import Line, Passage, cited_in, passages
from comment_kit.quotations.sentences import sentence_start

_MOST = 36
"""Citations of one passage that are kept in mind for each of its quotations."""


class Anchor(Struct, frozen=True, kw_only=True):
    """A place in a line at which something is cited."""

    at: int
    vouchers: tuple[Voucher, ...]
    """One for each citation there, in order; none where a note cites nothing."""

    def linked(self, link: Link, *, last: bool = False) -> tuple[Voucher, ...]:
        """Return the vouchers, the first (or the ``last``) of them before the others and tied by ``link``."""
        order = self.vouchers[::-1] if last else self.vouchers
        return tuple(replace(each, link=Link.SAME_NOTE if number else link) for number, each in enumerate(order))


class Context(Struct, frozen=True, kw_only=True):
    """A passage with what it cites, line by line."""

    passage: Passage
    anchors: tuple[tuple[Anchor, ...], ...]
    note: Cited | None = None
    """The note that it stands in, with index 0; None for the body."""
    lead: tuple[Anchor, ...] = ()
    """For a block: what the sentence before it cites."""
    vouchers: tuple[Voucher, ...] = ()
    """The citations of the passage in order, up to the first few dozen."""


class Citings:
    """What a letter cites and where."""

    def __init__(self, letter: Letter, resolutions: Iterable[Resolution]) -> None:
        """Take ``resolutions`` for the sources that *Id.* and *supra* name."""
        self._letter = letter
        self._keys = {(each.at.note_id, each.at.index): each.key for each in resolutions}
        self.called = notes_in_order(letter)
        self._blocks = {called.note.id: called.note.blocks for called in self.called}
        self.notes = {called.note.id: tuple(self._cited(called)) for called in self.called}

    def _cited(self, called: CalledNote) -> Iterator[Voucher]:
        for index, citation in enumerate(citations_in(called.note.blocks), 1):
            at = Cited(note_id=called.note.id, note_number=called.number, index=index)
            key = self._keys.get((at.note_id, at.index)) or citation.key
            yield Voucher(link=Link.SENTENCE, at=at, citation=citation, key=key)

    def body(self) -> Iterator[Context]:
        """Yield the passages of the text in order."""
        lead: tuple[Anchor, ...] = ()
        for passage in passages(self._letter.blocks):
            anchors = tuple(tuple(self._anchors(line, iter(()))) for line in passage.lines)
            vouchers = _first_of(anchors)
            yield Context(passage=passage, anchors=anchors, lead=lead if passage.block else (), vouchers=vouchers)
            lead = () if passage.block else _of_last_sentence(passage.lines[-1], anchors[-1])

    def of_note(self, called: CalledNote) -> Iterator[Context]:
        """Yield the passages of a note."""
        own = iter(self.notes[called.note.id])
        for passage in passages(called.note.blocks):
            anchors = tuple(tuple(self._anchors(line, own)) for line in passage.lines)
            # A quotation in a note is never a block (Indigo Book R9), however it is set.
            inline = replace(passage, block=False)
            yield Context(passage=inline, anchors=anchors, note=place_of(called), vouchers=_first_of(anchors))

    def printed(self, note: str) -> str:
        """Return what is typed in a note, and what is printed of its citations."""
        blocks = self._blocks[note]
        typed = (line.text for passage in passages(blocks) for line in passage.lines)
        cited = (plain(each.printed or ()) for each in citations_in(blocks))
        return "\n".join((*typed, *cited))

    def _anchors(self, line: Line, own: Iterator[Voucher]) -> Iterator[Anchor]:
        """Yield the anchors of a line; ``own`` gives the citations of a note one after the other."""
        for at, part in line.holes:
            if isinstance(part, NoteCall):
                yield Anchor(at=at, vouchers=self.notes.get(part.note, ()))
            elif cited := cited_in(part):
                yield Anchor(at=at, vouchers=tuple(next(own, None) or _in_text(each) for each in cited))


def _first_of(anchors: Iterable[Iterable[Anchor]]) -> tuple[Voucher, ...]:
    everyone = (voucher for line in anchors for anchor in line for voucher in anchor.vouchers)
    return tuple(islice(everyone, _MOST))


def place_of(called: CalledNote) -> Cited:
    """Return the place of a note, with index 0 for none of its citations."""
    return Cited(note_id=called.note.id, note_number=called.number, index=0)


def _in_text(citation: Citation) -> Voucher:
    """Return the voucher for a citation in running text, which is no part of the run of notes."""
    return Voucher(link=Link.SENTENCE, citation=citation, key=citation.key)


def _of_last_sentence(line: Line, anchors: Iterable[Anchor]) -> tuple[Anchor, ...]:
    start = sentence_start(line.text, max(0, len(line.text) - 1))
    return tuple(anchor for anchor in anchors if anchor.at >= start)
