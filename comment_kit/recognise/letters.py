"""Find the citations in the notes of a letter that nobody tagged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from comment_kit.locators import read_locator
from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import (
    Footnote,
    Heading,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
    citations_in,
    notes_in_order,
    walk,
)
from comment_kit.model.places import Location
from comment_kit.model.policy import Policy
from comment_kit.model.rewriting import rewritten
from comment_kit.model.sources import Kind, Library, Recall, Source
from comment_kit.recognise.citing import Desk
from comment_kit.recognise.index import source_index
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.notes import recognised_note
from comment_kit.recognise.recognised import Recognised, UnknownSource
from comment_kit.recognise.speakers import speaker_names
from comment_kit.recognise.text_names import names_in_text
from comment_kit.resolve import resolve

_NO_HOUSE = Policy(name="as printed", prints_history=False)
_UNKNOWN = Kind(name="source", recall=Recall.SUPRA)


def recognise(letter: Letter, library: Library) -> Recognised:
    """Return ``letter`` with the citations of its notes found.

    Words that cite nothing stay as they are. *Id.* has no key: the resolver gives it one, by which its pinpoint is
    read here. A source that ``library`` does not have has a key that begins with "?", the same wherever the letter
    cites it; so has a citation that leaves open which of several sources it means.

    Args:
        letter: as read from any file; citations that are tagged already stay as they are.
        library: the sources by which to name them.
    """
    memory = Memory(index=source_index(library))
    read, desk = _with_citations(letter, memory)
    pinned, diagnostics = _with_pinpoints(read, library)
    unknown = tuple(
        UnknownSource(citation=citation, candidates=memory.candidates.get(citation.key, ()))
        for citation in _printed(pinned)
        if citation.key is not None and citation.key.startswith("?")
    )
    return Recognised(
        letter=pinned,
        names=tuple(desk.names),
        unknown=unknown,
        speakers=speaker_names(memory, desk.names),
        diagnostics=diagnostics,
    )


def _printed(letter: Letter) -> Iterator[Citation]:
    for note in _notes_as_called(letter):
        yield from (citation for citation in citations_in(note.blocks) if citation.printed is not None)


def _notes_as_called(letter: Letter) -> Iterator[Footnote]:
    """Yield the notes in the order of their calls, then those that nothing calls."""
    called = [each.note for each in notes_in_order(letter)]
    yield from called
    seen = {note.id for note in called}
    yield from (note for note in letter.notes.values() if note.id not in seen)


# ---- citations ----


def _with_citations(letter: Letter, memory: Memory) -> tuple[Letter, Desk]:
    numbers = {called.note.id: called for called in notes_in_order(letter)}
    ids = {called.number: called.note.id for called in numbers.values() if called.number is not None}
    desk = Desk(memory=memory, note=None, location=Location(file=letter.file), notes=ids)
    notes: dict[str, Footnote] = {}

    def read(name: str) -> None:
        note = letter.notes.get(name)
        if note is None or name in notes:
            return
        called = numbers.get(name)
        desk.note = called.number if called else None
        desk.location = replace(note.location, note=note.location.note or (called.printed if called else ""))
        notes[name] = recognised_note(note, desk)

    for part in walk(letter.blocks):
        if isinstance(part, (Paragraph, Heading)):
            names_in_text(part.content, part.location, desk, read)
        elif isinstance(part, NoteCall):
            read(part.note)
    for name in letter.notes:
        read(name)
    return replace(letter, notes={name: notes[name] for name in letter.notes}), desk


# ---- pinpoints ----


def _with_pinpoints(letter: Letter, library: Library) -> tuple[Letter, tuple[Diagnostic, ...]]:
    """Return ``letter`` with the locator of each citation read by the table of the source it resolves to."""
    resolutions = resolve(letter, library, _NO_HOUSE, {})
    keys = {(each.at.note_id, each.at.index): each.key for each in resolutions}
    diagnostics: list[Diagnostic] = []
    notes = {note.id: _pinned_note(note, keys, library, diagnostics) for note in _notes_as_called(letter)}
    return replace(letter, notes={name: notes[name] for name in letter.notes}), tuple(diagnostics)


def _pinned_note(
    note: Footnote,
    keys: Mapping[tuple[str, int], str | None],
    library: Library,
    diagnostics: list[Diagnostic],
) -> Footnote:
    index = 0

    def pinned(citation: Citation) -> Citation:
        nonlocal index
        index += 1
        if citation.locator is None or citation.printed is None:
            return citation
        key = keys.get((note.id, index), citation.key)
        source = library.sources.get(key) if key else None
        table = library.tables.get(source.key) if source else None
        pinpoint, wrong = read_locator(citation.locator, source or _stranger(citation), table, citation.location)
        if source:
            diagnostics.extend(wrong)
        return replace(citation, pinpoint=pinpoint)

    def change(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            replace(part, citations=tuple(pinned(each) for each in part.citations))
            if isinstance(part, StringCite)
            else part
            for part in line
        )

    return replace(note, blocks=rewritten(note.blocks, change))


def _stranger(citation: Citation) -> Source:
    """Return a stand-in for a source of which nothing is known but that it is cited."""
    return Source(key=citation.key or "?", kind=_UNKNOWN, fields={}, location=citation.location)
