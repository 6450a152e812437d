"""Find the citations in the notes of a letter that nobody tagged."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from comment_kit.model.letter import (
    CalledNote,
    Footnote,
    Heading,
    Letter,
    NoteCall,
    Paragraph,
    notes_in_order,
    walk,
)
from comment_kit.model.places import Location
from comment_kit.model.recognition import UnknownSource
from comment_kit.model.sources import Library
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.in_text import cited_in_text
from comment_kit.recognise.index import source_index
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.notes import recognised_note
from comment_kit.recognise.pinning import pinned
from comment_kit.recognise.recognised import Recognised
from comment_kit.recognise.speakers import speaker_names
from comment_kit.recognise.text_names import names_in_text


def recognise(letter: Letter, library: Library) -> Recognised:
    """Return ``letter`` with the citations of its notes found.

    Words that cite nothing stay as they are. *Id.* has no key: the resolver gives it one, by which its pinpoint is
    read here. A source that ``library`` does not have has a key that begins with "?", the same wherever the letter
    cites it; so has a citation that leaves open which of several sources it means.

    Args:
        letter: as read from any file; citations that are tagged already stay as they are.
        library: the sources by which to name them.
    """
    reader = _Reader(letter, library)
    reader.read_all()
    text = cited_in_text(letter.blocks, reader.desk)
    done = pinned(replace(letter, notes=reader.notes), library, reader.order, text)
    memory = reader.desk.memory
    return Recognised(
        letter=done.letter,
        text=done.text,
        names=tuple(reader.desk.names),
        unknown=tuple(
            UnknownSource(
                citation=citation,
                candidates=memory.candidates.get(citation.key, ()),
                contradiction=memory.contradictions.get(citation.key),
            )
            for citation in done.citations
            if citation.key is not None and citation.key.startswith("?")
        ),
        speakers=speaker_names(memory, reader.desk.names),
        diagnostics=done.diagnostics,
    )


class _Reader:
    """One pass over a letter: its text and, where each is called, its notes."""

    def __init__(self, letter: Letter, library: Library) -> None:
        called = notes_in_order(letter)
        self._letter = letter
        self._called = {each.note.id: each for each in called}
        self.order: Sequence[str] = tuple(dict.fromkeys([*self._called, *letter.notes]))
        """The ids of the notes as they are called, those that nothing calls last."""
        self.notes: dict[str, Footnote] = dict(letter.notes)
        self.desk = Desk(
            memory=Memory(index=source_index(library)),
            note=None,
            location=Location(file=letter.file),
            # Of a footnote and an endnote of one number, *supra* means the footnote.
            notes={
                each.number: each.note.id
                for each in sorted(called, key=lambda each: not each.note.endnote)
                if each.number is not None
            },
        )
        self._read: set[str] = set()

    def read_all(self) -> None:
        """Read the text and every note."""
        for part in walk(self._letter.blocks):
            if isinstance(part, (Paragraph, Heading)):
                names_in_text(part.content, part.location, self.desk, self._note)
            elif isinstance(part, NoteCall):
                self._note(part.note)
        for name in self.order:
            self._note(name)

    def _note(self, name: str) -> None:
        if name in self._read or name not in self.notes:
            return
        self._read.add(name)
        note, called = self.notes[name], self._called.get(name)
        self.desk.note = called.number if called else None
        self.desk.location = _place(note, called)
        self.notes[name] = recognised_note(note, self.desk)


def _place(note: Footnote, called: CalledNote | None) -> Location:
    if note.location.note or called is None:
        return note.location
    return replace(note.location, note=called.printed)
