"""Read the forms that point back at a note: "Name, supra note 8, at 10"."""

from __future__ import annotations

import re

from msgspec.structs import replace

from comment_kit.model.citations import Form
from comment_kit.recognise.callers import called
from comment_kit.recognise.citing import Found, cited
from comment_kit.recognise.clause import Anatomy, Clause, anatomy, are_prose
from comment_kit.recognise.clues import Rank
from comment_kit.recognise.cross_references import NOTES
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.naming import named

# Word prints this where the number of a note was.
_BROKEN = r"Error! (?:Bookmark|Reference source) not (?:defined|found)\.?"
_SUPRA = re.compile(rf",? ?\b[Ss]upra\b,?(?: at)?(?: {NOTES} ?(?:(\d{{1,5}}|[ivxlc]+\b|\*+)|{_BROKEN})?)?")

# A name begins with a capital, behind a word in small letters or a mark: "the view in NTIA", "elsewhere: NTIA".
_NAME_BEGINS = re.compile(r"(?<=[a-z:,] )[\"*]?[A-Z]")
_LONGEST_NAME = 150
_PLACES = re.compile(r"(?:,? (?:at|§§?|¶¶?|nn?\.) ?[\d.\-\u2013]+(?:\(\w{1,8}\))*| nn?\.\d+)*")
_GOES_ON = re.compile(r",? [a-z]")


def supra_form(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read "Name, supra note 8, at 10", also where a sentence leads to it: "The history stands in Name, supra ..."."""
    found = _SUPRA.search(clause.text)
    if not found or clause.marked.hidden[clause.body + max(found.end() - 1, 0)]:
        return None
    name = clause.text[: found.start()].strip(' ,"')
    keys = _numbered(parts, clause.body + found.start(), desk) or called(name, _note(found, desk), desk.memory)
    if not keys and (inner := _behind_prose(clause, found, desk)):
        return supra_form(inner, anatomy(inner, desk.index), desk)
    key = next(iter(keys)) if len(keys) == 1 else desk.memory.unknown((), name or "supra", candidates=keys)
    covered = ((clause.body, clause.body + found.end()),)
    return [cited(clause, parts, desk, key=key, form=Form.SUPRA, covered=covered, supra_note=found[1])]


def _behind_prose(clause: Clause, found: re.Match[str], desk: Desk) -> Clause | None:
    """Return the citation at the end of a sentence of prose; None where no name before *supra* fits its note."""
    text, end, note = clause.marked.text, clause.body + found.start(), _note(found, desk)
    there = frozenset(desk.memory.in_note.get(note, ())) if note is not None else frozenset()
    if not there:
        return None
    for word in _NAME_BEGINS.finditer(text, max(clause.body, end - _LONGEST_NAME), end):
        if not are_prose(text, ((clause.body, word.start()),)):
            continue
        if there & called(text[word.start() : end].strip(' ,"'), note, desk.memory):
            start = word.start()
            return replace(clause, start=start, body=start, end=_end(clause, clause.body + found.end()), signal=None)
    return None


def _end(clause: Clause, behind: int) -> int:
    """Return where the citation ends whose *supra* ends at ``behind``: before words that go on with the sentence."""
    at = _PLACES.match(clause.marked.text, behind, clause.end)
    stop = at.end() if at else behind
    return stop if _GOES_ON.match(clause.marked.text, stop, clause.end) else clause.end


def _numbered(parts: Anatomy, end: int, desk: Desk) -> frozenset[str]:
    """Return the source whose number stands before *supra*, as agencies' bars write: "EO 14110, supra note 2"."""
    before = tuple(clue for clue in parts.clues if clue.end <= end and clue.rank is Rank.NUMBER)
    if not before:
        return frozenset()
    who = named(replace(parts, core=(parts.core[0], end), clues=before), "", desk.memory)
    return frozenset({who.key}) if who.key else who.candidates


def _note(found: re.Match[str], desk: Desk) -> int | None:
    """Return the note that *supra* points at; without a number it points into this very note."""
    if found[1]:
        return int(found[1]) if found[1].isdigit() else None
    return None if re.search(r"\bn(?:ote|\.)", found[0]) else desk.note
