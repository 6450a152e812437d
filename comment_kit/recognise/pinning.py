"""Read the locator of each recognised citation by the pinpoint table of the source it resolves to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.locators import UNKNOWN_LOCATOR, is_foreign, read_locator
from comment_kit.model.citations import Citation, Form, StringCite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, Footnote, Inline, Letter
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.policy import Policy
from comment_kit.model.rewriting import rewritten
from comment_kit.model.sources import Kind, Library, Recall, Source
from comment_kit.model.text import plain
from comment_kit.resolve import resolve

_NO_HOUSE = Policy(name="as printed", prints_history=False)
_UNKNOWN = Kind(name="source", recall=Recall.SUPRA)


class Pinned(Struct, frozen=True, kw_only=True):
    """A letter whose recognised citations have their pinpoints."""

    letter: Letter
    citations: tuple[Citation, ...]
    """Those that were recognised, in the order of the notes."""
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with locators of known sources, in the same order."""
    text: tuple[Block, ...]
    """The text of the letter with the pinpoints of its own citations."""


def pinned(letter: Letter, library: Library, order: Sequence[str], text: tuple[Block, ...]) -> Pinned:
    """Return ``letter`` with its pinpoints.

    Args:
        letter: with its citations recognised.
        library: their sources, with the pinpoint tables.
        order: the ids of its notes as they are called, those that nothing calls last.
        text: of the letter, with the citations in it recognised.
    """
    # The one resolver says what *Id.* means; whether it may stand there is for the checker.
    resolutions = resolve(letter, library, _NO_HOUSE, {})
    pinner = _Pinner(library=library, keys={(each.at.note_id, each.at.index): each.key for each in resolutions})
    notes = {name: pinner.note(letter.notes[name]) for name in order}
    text = rewritten(text, pinner.in_text)
    return Pinned(
        letter=replace(letter, notes={name: notes[name] for name in letter.notes}),
        citations=tuple(pinner.citations),
        diagnostics=tuple(pinner.diagnostics),
        text=text,
    )


class _Pinner(Struct, kw_only=True):
    """One pass over the notes of a letter."""

    library: Library
    keys: Mapping[tuple[str, int], str | None]
    """What each citation resolves to, by note and by its place in the note."""
    citations: list[Citation] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _read: dict[tuple[str, str], tuple[Pinpoint, bool]] = field(default_factory=dict)
    """Pinpoints of which nothing is told, by source and locator: letters cite one page again and again."""
    _index: int = 0

    def note(self, note: Footnote) -> Footnote:
        """Return ``note`` with its pinpoints."""
        self._index = 0
        return replace(note, blocks=rewritten(note.blocks, partial(self._line, note.id)))

    def in_text(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return a line of the text with the pinpoints of its citations, which are in no run of notes."""
        if not any(isinstance(part, StringCite) for part in line):
            return line
        return tuple(self._quoted(part) for part in line)

    def _line(self, note: str, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if not any(isinstance(part, StringCite) for part in line):
            return line
        return tuple(self._string_cite(part, note) if isinstance(part, StringCite) else part for part in line)

    def _string_cite(self, cites: StringCite, note: str) -> StringCite:
        return replace(cites, citations=tuple(self._citation(citation, note) for citation in cites.citations))

    def _citation(self, citation: Citation, note: str) -> Citation:
        self._index += 1
        if citation.printed is None:
            return citation
        citation = self._with_quoted(citation)
        citation = self._placed(citation, self.keys.get((note, self._index), citation.key))
        self.citations.append(citation)
        return citation

    def _with_quoted(self, citation: Citation) -> Citation:
        """Return ``citation`` with the pinpoints of the sources that its parentheticals quote."""
        if not any(isinstance(part, StringCite) for each in citation.parentheticals for part in each.content):
            return citation
        parentheticals = tuple(
            replace(each, content=tuple(self._quoted(part) for part in each.content))
            for each in citation.parentheticals
        )
        return replace(citation, parentheticals=parentheticals)

    def _quoted(self, part: Inline) -> Inline:
        if not isinstance(part, StringCite):
            return part
        return replace(part, citations=tuple(self._placed(each, each.key) for each in part.citations))

    def _placed(self, citation: Citation, key: str | None) -> Citation:
        """Return ``citation`` with its pinpoint; words that are no part of its source leave the place open."""
        if citation.locator is None:
            return citation
        if self._is_explained(citation, citation.locator, key):
            return replace(citation, locator=None)
        pinpoint, is_lost = self._pinpoint(citation, citation.locator, key)
        # Who writes a page has named the place, whatever part it is said to be of.
        is_open = is_lost and not pinpoint.pages
        return replace(citation, pinpoint=pinpoint, unread=citation.locator if is_open else citation.unread)

    def _is_explained(self, citation: Citation, locator: str, key: str | None) -> bool:
        """Return whether *Id.* keeps the place before it, and brackets count it in the writer's own way."""
        source = self.library.sources.get(key) if key else None
        if (
            source is None
            or citation.form is not Form.ID
            or not is_foreign(locator, source, self.library.tables.get(source.key))
        ):
            return False
        return f"({locator})" in plain(citation.printed or ())

    def _pinpoint(self, citation: Citation, locator: str, key: str | None) -> tuple[Pinpoint, bool]:
        """Return the place that ``locator`` means, and whether some of it means none."""
        source = self.library.sources.get(key) if key else None
        read = (source.key if source else "?", locator)
        if read in self._read:
            return self._read[read]
        table = self.library.tables.get(source.key) if source else None
        pinpoint, wrong = read_locator(
            locator, source or _stranger(citation), table, citation.location, is_printed=True
        )
        found = pinpoint, any(each.code == UNKNOWN_LOCATOR.code for each in wrong)
        if source is None or not wrong:
            self._read[read] = found
        else:
            self.diagnostics.extend(wrong)
        return found


def _stranger(citation: Citation) -> Source:
    """Return a stand-in for a source of which nothing is known but that it is cited."""
    return Source(key=citation.key or "?", kind=_UNKNOWN, fields={}, location=citation.location)
