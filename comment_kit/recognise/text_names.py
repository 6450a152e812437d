"""Find the short names that a letter's text gives to sources: ``(the "Order")``, ``("NIST Draft")``."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from comment_kit.model.letter import Inline, NoteCall
from comment_kit.model.places import Location
from comment_kit.model.text import Span
from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.dates import names_defined
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range
from comment_kit.recognise.marked_lines import MarkedLine, marked_line
from comment_kit.recognise.mentions import is_about
from comment_kit.recognise.tokens import words_of

_BETWEEN = re.compile(r"[\s,*\"']*(?:\(?(?:19|20)\d\d\)?[\s,]*)?$")
_LEAD = 60
"""So many characters before a source say that a work about it is meant."""
_CAPITALS = re.compile(r"(?:[A-Z][\w.'-]*(?: (?:and|for|of|on|the) (?=[A-Z])| )){1,8}$")
_SENTENCE_ENDS = re.compile(r"[.?!][\"']? ")
_DOCUMENT = re.compile(
    r"\b(?:Act|Comments?|Draft|EO|E\.O|Framework|Guidance|Guidelines|Memo(?:randum)?|Notice|NPRM|Order|Paper|Plan|Proposal|"
    r"Proposed|Release|Report|Request|RFC|RFI|Rule|Standard|Study)s?\b",
    re.IGNORECASE,
)


class _Defining(Struct, frozen=True, kw_only=True):
    """A bracket that defines names, at its place in a line of the text."""

    marked: MarkedLine
    bracket: Range
    names: tuple[str, ...]


def names_in_text(content: tuple[Inline, ...], location: Location, desk: Desk, read: Callable[[str], None]) -> None:
    """Remember the names that a line of the letter's text defines, and read each note where it is called.

    A name belongs to the source named right before it; a name of a document, to the one source of the note called
    right behind it, or at the end of the sentence if the words before the name are that source's. All names of one
    bracket belong to one source. The name of a body belongs to no source.

    Args:
        content: the line.
        location: its place.
        desk: where names are remembered.
        read: reads the note of that id, if it was not read before.
    """
    calls = [part.note for part in content if isinstance(part, NoteCall)]
    if any(isinstance(part, Span) and _has_mark(part.text) for part in content):
        marked = marked_line(content, desk.index)
        for bracket in marked.groups.round:
            names = names_defined(marked.text[bracket[0] + 1 : bracket[1] - 1])
            if names:
                behind = _called_before(marked, bracket[0])
                for note in calls[:behind]:
                    read(note)
                following = calls[behind] if behind < len(calls) else None
                _define(_Defining(marked=marked, bracket=bracket, names=names), location, desk, following, read)
    for note in calls:
        read(note)


def _define(
    defining: _Defining, location: Location, desk: Desk, following: str | None, read: Callable[[str], None]
) -> None:
    key = _named_before(defining, desk)
    if key is None and following is not None and any(_DOCUMENT.search(name) for name in defining.names):
        touches = _touches(defining.marked, defining.bracket[1])
        if touches or _is_called_in_sentence(defining.marked, defining.bracket[1]):
            read(following)
            key = _only_source(following, desk)
        if key and not touches and not _introduces(defining, key, desk):
            key = None
    desk.location = location
    for name in defining.names:
        desk.define(name, key)


def _has_mark(text: str) -> bool:
    return '"' in text or "\u201c" in text


def _called_before(marked: MarkedLine, place: int) -> int:
    """Return how many notes are called before ``place``."""
    pairs = zip(marked.line.starts, marked.line.content, strict=True)
    return sum(isinstance(part, NoteCall) and start < place for start, part in pairs)


def _touches(marked: MarkedLine, end: int) -> bool:
    """Return whether a note is called right behind ``end``, at most behind a stop or comma."""
    rest = marked.text[end : end + 3].lstrip(".,;:\"' ")
    return rest.startswith("\ufffc")


def _is_called_in_sentence(marked: MarkedLine, end: int) -> bool:
    """Return whether the note called next behind ``end`` closes the same sentence, with no name in marks between."""
    between = marked.text[end:].partition("\ufffc")[0]
    return '"' not in between and _SENTENCE_ENDS.search(between.rstrip()) is None


def _introduces(defining: _Defining, key: str, desk: Desk) -> bool:
    """Return whether the words right before the bracket are those of the source: "The AI Executive Order (the"."""
    before = _CAPITALS.search(defining.marked.text[max(defining.bracket[0] - _LEAD, 0) : defining.bracket[0]])
    return (
        before is not None
        and key in desk.index.library.sources
        and desk.index.own_words(key).explain(words_of(before[0].removeprefix("The ")))
    )


def _named_before(defining: _Defining, desk: Desk) -> str | None:
    """Return the source whose title, designation or number ends right before the bracket."""
    text, start = defining.marked.text, defining.bracket[0]
    keys: frozenset[str] = frozenset()
    for clue in defining.marked.clues_between(max(start - 400, 0), start):
        if _BETWEEN.match(text, clue.end, start) and clue.rank > Rank.SHORT_NAME:
            keys = desk.memory.keys_of(clue.identity) if clue.identity else clue.keys
            keys = frozenset(key for key in keys if not _is_of_work_about(defining, clue, key, desk))
    return next(iter(keys)) if len(keys) == 1 else None


def _is_of_work_about(defining: _Defining, clue: Clue, key: str, desk: Desk) -> bool:
    """Return whether the names are given to what somebody wrote about the source: "the comment on NIST AI 800-1"."""
    own = desk.index.library.sources.get(key) and desk.index.own_words(key)
    before = defining.marked.text[max(clue.start - _LEAD, 0) : clue.start]
    if not own or not is_about(before, own):
        return False
    return not any(own.explain(words_of(name)) for name in defining.names)


def _only_source(note: str, desk: Desk) -> str | None:
    number = next((number for number, name in desk.notes.items() if name == note), None)
    keys = set(desk.memory.in_note.get(number, ())) if number is not None else set()
    return next(iter(keys)) if len(keys) == 1 else None
