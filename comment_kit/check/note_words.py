"""See the words of notes as rules of form read them: each citation with what is no form of its writer's blanked out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from typing import TYPE_CHECKING

from msgspec import Struct

from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.diagnostics import Diagnostic, Edit, Finding, Fix
from comment_kit.model.letter import CalledNote, Heading, Inline, Letter, Paragraph, SetCitation, notes_in_order, walk
from comment_kit.model.places import Location
from comment_kit.model.resolutions import Cited, Resolution
from comment_kit.model.sources import Library, Source
from comment_kit.model.text import Span, Text, plain

if TYPE_CHECKING:
    from comment_kit.check.case import Case

BLANK = "\ufffc"
"""Stands for each character that is not looked at: no rule knows it."""

_PLAIN = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2019": "'", "\u2018": "'", "\u201c": '"', "\u201d": '"'})
_NEVER_FORM = re.compile(r"\"[^\"]*\"|(?:https?://|www\.)\S+")
_ENOUGH = 8
_LONGEST_FORM = 40
"""A run of italics or small capitals longer than this is a title, not *supra* or *See also id.*"""


class Words(Struct, frozen=True, kw_only=True):
    """A stretch of a note that one hand typed."""

    text: str
    """With straight marks and plain spaces, character for character as printed."""
    bare: str
    """The same, and as long: quotations, titles, addresses and parentheticals are blanks."""
    before: str
    """What stands before it in its line; empty at the beginning of a line."""
    after: str
    """What stands behind it, up to the next citation."""
    location: Location

    def remark(
        self,
        finding: Finding,
        message: str,
        *,
        hint: str,
        old: str = "",
        new: str = "",
    ) -> Diagnostic:
        """Return ``finding`` as made here; ``old``, where its words stand here once, may safely become ``new``."""
        return finding.at(self.location, message, hint=hint, fix=self._fix(old, new) if old else None)

    def _fix(self, old: str, new: str) -> Fix | None:
        # A Word file has no lines, and is never changed. The column is for whoever has the letter's source to find.
        if not self.location.line or (self.text + self.after[:1]).count(old) != 1:
            return None
        place = Location(file=self.location.file, line=self.location.line)
        return Fix(title=f"write '{new}' for '{old}'", edits=(Edit(location=place, old=old, new=new),), safe=True)


class CitedWords(Words, frozen=True, kw_only=True):
    """The words of one citation that somebody typed."""

    resolution: Resolution
    source: Source | None
    """None where no database has it."""
    spans: Text
    """As printed, with their type."""

    @property
    def beginning(self) -> str:
        """Its first words, enough to find it by."""
        words = self.text.split(" ")
        return self.text if len(words) <= _ENOUGH else f"{' '.join(words[:_ENOUGH])} ..."

    @property
    def citation(self) -> Citation:
        """The citation that the words are."""
        return self.resolution.citation


class NoteWords(Struct, frozen=True, kw_only=True):
    """What somebody typed into the notes of a letter; nothing that a style of ours set there."""

    citations: tuple[CitedWords, ...]
    others: tuple[Words, ...]
    """The words between citations, and notes without any."""

    @property
    def all(self) -> tuple[Words, ...]:
        """Both, the citations first."""
        return (*self.citations, *self.others)


Check = Callable[["Case"], Iterator[Diagnostic]]


def over_citations(look: Callable[[CitedWords], Iterator[Diagnostic]]) -> Check:
    """Return the check that shows every typed citation of a case to ``look``."""

    def check(case: Case) -> Iterator[Diagnostic]:
        for words in case.words.citations:
            yield from look(words)

    return check


def over_words(look: Callable[[Words], Iterator[Diagnostic]]) -> Check:
    """Return the check that shows all typed words of notes to ``look``, prose too."""

    def check(case: Case) -> Iterator[Diagnostic]:
        for words in case.words.all:
            yield from look(words)

    return check


def note_words(letter: Letter, resolutions: Mapping[Cited, Resolution], library: Library) -> NoteWords:
    """Return what was typed into the notes of ``letter``, in their order.

    Args:
        letter: its citations recognised, or set by a style.
        resolutions: of its citations, by place.
        library: the sources.
    """
    citations: list[CitedWords] = []
    others: list[Words] = []
    for called in notes_in_order(letter):
        for each in _of_note(called, resolutions, library):
            if isinstance(each, CitedWords):
                citations.append(each)
            else:
                others.append(each)
    return NoteWords(citations=tuple(citations), others=tuple(others))


def words_of(content: Iterable[Inline]) -> str:
    """Return the words of ``content``, those of citations too."""
    pieces: list[str] = []
    for part in content:
        match part:
            case Span():
                pieces.append(part.text)
            case SetCitation():
                pieces.append(plain(part.text))
            case StringCite():
                pieces.append("; ".join(plain(each.printed or ()) for each in part.citations))
            case _:
                pieces.append(BLANK)
    return "".join(pieces).translate(_PLAIN)


# ---- one note ----


def _of_note(called: CalledNote, resolutions: Mapping[Cited, Resolution], library: Library) -> Iterator[Words]:
    index = count(1)
    for block in walk(called.note.blocks):
        if isinstance(block, (Paragraph, Heading)):
            yield from _of_line(block.content, called, index, resolutions, library)


def _of_line(
    line: tuple[Inline, ...],
    called: CalledNote,
    index: Iterator[int],
    resolutions: Mapping[Cited, Resolution],
    library: Library,
) -> Iterator[Words]:
    before = ""
    for at, part in enumerate(line):
        after = _text_behind(line, at)
        match part:
            case StringCite():
                for citation in part.citations:
                    before += "; " if citation is not part.citations[0] else ""
                    place = Cited(note_id=called.note.id, note_number=called.number, index=next(index))
                    resolution = resolutions.get(place)
                    if resolution is not None and citation.printed is not None:
                        behind = after if citation is part.citations[-1] else ";"
                        yield _cited(citation.printed, resolution, before, behind, library)
                    before += plain(citation.printed or ()).translate(_PLAIN)
            case SetCitation():
                next(index)
                before += plain(part.text).translate(_PLAIN)
            case Span():
                text = part.text.translate(_PLAIN)
                if text.strip(" .;,"):
                    location = called.note.location
                    yield Words(text=text, bare=_blanked(text), before=before, after=after, location=location)
                before += text
            case _:
                before += BLANK


def _text_behind(line: tuple[Inline, ...], at: int) -> str:
    following = line[at + 1] if at + 1 < len(line) else None
    return following.text.translate(_PLAIN) if isinstance(following, Span) else ""


def _cited(printed: Text, resolution: Resolution, before: str, after: str, library: Library) -> CitedWords:
    source = library.sources.get(resolution.key or "")
    text = plain(printed).translate(_PLAIN)
    return CitedWords(
        text=text,
        bare=_blanked(text, _other_words(text, printed, resolution.citation, source)),
        before=before,
        after=after,
        location=resolution.citation.location,
        resolution=resolution,
        source=source,
        spans=printed,
    )


# ---- what is not looked at ----

_Range = tuple[int, int]


def _blanked(text: str, ranges: Iterable[_Range] = ()) -> str:
    for start, end in (*ranges, *(found.span() for found in _NEVER_FORM.finditer(text))):
        text = text[:start] + BLANK * (end - start) + text[end:]
    return text


def _other_words(text: str, printed: Text, citation: Citation, source: Source | None) -> Iterator[_Range]:
    """Yield where parentheticals and titles stand."""
    for each in citation.parentheticals:
        yield from parenthetical_in(text, words_of(each.content))
    title = source.title.translate(_PLAIN) if source else ""
    if title and (start := text.find(title)) >= 0:
        yield start, start + len(title)
    at = 0
    for span in printed:
        if (span.italic or span.small_caps) and len(span.text) > _LONGEST_FORM:
            yield at, at + len(span.text)
        at += len(span.text)


def parenthetical_in(text: str, content: str) -> Iterator[_Range]:
    """Yield where ``text`` holds ``content`` in round brackets, brackets included; nothing where it does not."""
    start = text.find(f"({content})")
    if content and start >= 0:
        yield start, start + len(content) + 2
