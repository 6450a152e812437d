"""Compare the name by which *supra* calls a source with the words of notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from comment_kit.check.case import Case
from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.letter import CalledNote, notes_in_order, walk
from comment_kit.model.text import Span, plain

Name: TypeAlias = tuple[str, ...]
"""The telling words of a name, as printed."""

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")
_SUPRA = re.compile(r",?\s*\bsupra\b", re.IGNORECASE)
_UNTELLING = frozenset({
    "a", "act", "al", "also", "an", "and", "article", "at", "brief", "but", "by", "cf", "comment", "comments",
    "decision", "draft", "e", "eg", "et", "for", "framework", "from", "g", "generally", "guidance", "guidelines", "in",
    "law", "letter", "memo", "memorandum", "note", "notice", "of", "on", "opinion", "order", "paper", "proposal",
    "release", "report", "request", "rule", "see", "statement", "study", "supra", "the", "to", "with",
})  # fmt: skip
_SHORTEST, _BEGINS = 3, 4
"""Words of so many letters are compared by their first ones, as abbreviations need: "Elec." of "Electronic"."""


class NamesInNotes:
    """The words of the notes of a letter, to look names up in."""

    def __init__(self, case: Case) -> None:
        """Read the notes of ``case``."""
        self._defined = frozenset(_key(each.name) for each in case.defined)
        self._notes: dict[int, tuple[frozenset[str], str]] = {}
        """By number: the words of a note in lower case, and the initials of those with capitals."""
        for called in notes_in_order(case.letter):
            if called.number is not None:
                words = _WORD.findall(_text(called))
                initials = "".join(word[0] for word in words if word[0].isupper())
                # Where numbers begin anew, nobody can say which note of that number is meant.
                before, others = self._notes.get(called.number, (frozenset(), ""))
                self._notes[called.number] = before.union(map(_plain, words)), f"{others} {initials}"

    def name(self, citation: Citation) -> Name:
        """Return the telling words before *supra*; none where the letter defines the name, or says only what it is."""
        printed = _SUPRA.split(plain(citation.printed or ()), maxsplit=1)[0]
        if _key(printed) in self._defined:
            return ()
        return tuple(word for word in _WORD.findall(printed) if _plain(word) not in _UNTELLING)

    def has_any(self, note: int, name: Name) -> bool:
        """Return whether any word of ``name`` stands in a note, whole, abbreviated or as initials."""
        return note in self._notes and any(self._has(note, word) for word in name)

    def with_all(self, name: Name, *, before: int | None) -> list[int]:
        """Return the numbers of the notes before that of the citation in which every word of ``name`` stands."""
        earlier = (number for number in self._notes if before is None or number < before)
        return [number for number in earlier if all(self._has(number, word) for word in name)]

    def _has(self, note: int, word: str) -> bool:
        words, initials = self._notes[note]
        short = word.replace(".", "")
        if len(short) >= _SHORTEST and short.isupper() and short in initials:
            return True
        return any(_alike(_plain(word), other) for other in words)


def _text(called: CalledNote) -> str:
    return " ".join(_pieces(called)).replace("\u2019", "'")


def _pieces(called: CalledNote) -> Iterator[str]:
    for part in walk(called.note.blocks):
        if isinstance(part, Span):
            yield part.text
        elif isinstance(part, StringCite):
            yield from (plain(each.printed or ()) for each in part.citations)


def _plain(word: str) -> str:
    return word.replace(".", "").casefold()


def _key(name: str) -> str:
    return " ".join(map(_plain, _WORD.findall(name)))


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    length = min(len(one), len(other), _BEGINS)
    return length >= _SHORTEST and one[:length] == other[:length]
