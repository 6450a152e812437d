"""Read references to other parts and notes of the letter, which cite nothing."""

from __future__ import annotations

import re

from comment_kit.model.letter import CrossReference
from comment_kit.recognise.callers import called
from comment_kit.recognise.citing import Found
from comment_kit.recognise.clause import Anatomy, Clause
from comment_kit.recognise.desk import Desk

NOTES = r"(?:notes?|nn?\.|fns?\.|footnotes?)"
"""What a letter calls its notes."""

_SEVERAL_NOTES = r"(?:notes|nn\.|fns\.|footnotes)"
# "88 Fed. Reg.", "75,191": the volume of a reporter and a page are no notes.
_NUMBER = r"\d+(?!\d|,\d{3}(?!\d)| (?-i:[A-Z]))"
_LINKED = r"[\u2013-]|and|&|to"
_PLACE = r"(?:Parts?|Sections?|Secs?\.|Chapters?|App(?:endix|\.)|Figures?|Figs?\.|Tables?|tbls?\.|pages?|pp?\.|¶¶?|§§?)"
_CROSS = re.compile(
    rf"{_PLACE} ?[\w.()]+, (?:supra|infra)\b(?! note)|"
    r"\b(?:supra|infra)(?: and infra)?,? (?:at )?(?:"
    rf"(?:the )?text (?:accompanying|at|to) {NOTES} ?[\d\u2013, &and-]*\d|"
    rf"{_PLACE} ?[\w.()]+(?: ?(?:[\u2013-]|and|&|,) ?[\w.()]+)*|"
    # Behind one note a comma leads to its page: "supra note 2, 18".
    rf"(?:{_SEVERAL_NOTES} ?\d+(?: ?(?:{_LINKED}|,) ?{_NUMBER})*|{NOTES} ?\d+(?: ?(?:{_LINKED}) ?{_NUMBER})*)"
    r"(?: and (?:accompanying )?text\b)?(?: accompanying it)?)",
    re.IGNORECASE,
)
_OF_SOURCE = re.compile(r"supra(?:,? (?:at )?[§¶]|, (?:at )?\w)", re.IGNORECASE)
_ONE_NOTE = re.compile(rf"supra,? {NOTES} ?\d+$", re.IGNORECASE)


def cross_reference(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read "See infra Part II" and "supra notes 12-15 and accompanying text"; they cite nothing."""
    found = _CROSS.search(clause.text)
    if not found or _is_place_of_source(clause, parts, found, desk):
        return None
    if _ONE_NOTE.match(found[0]) and (_calls(clause, found) or _names_place(clause, found)):
        return None
    start, end = clause.body + found.start(), clause.body + found.end()
    number = re.findall(r"\d+", found[0])
    is_note = re.search(NOTES, found[0]) is not None and len(number) == 1
    target = desk.notes.get(int(number[0]), found[0]) if is_note else found[0]
    words = clause.marked.line.words(start, end)
    return [Found(start=start, end=end, inline=CrossReference(target=target, words=words, location=desk.location))]


def _is_place_of_source(clause: Clause, parts: Anatomy, found: re.Match[str], desk: Desk) -> bool:
    """Return whether a source is named right before *supra*, and its place behind: "EO 14110, supra, § 4.6"."""
    name = clause.text[: found.start()].strip(' ,"')
    if not name or not _OF_SOURCE.match(found[0]):
        return False
    ends = max((clue.end for clue in parts.clues), default=0)
    is_numbered = not clause.marked.text[ends : clause.body + found.start()].strip(" ,") and ends > clause.body
    return is_numbered or bool(name[0].isupper() and called(name, None, desk.memory))


def _calls(clause: Clause, found: re.Match[str]) -> bool:
    """Return whether a name stands before *supra*: then it is a form of citation."""
    before = clause.text[: found.start()].strip(" ,")
    return bool(before) and any(character.isupper() for character in before)


def _names_place(clause: Clause, found: re.Match[str]) -> bool:
    return re.match(r",? (?:at \d|pp?\. ?\d|§|¶)", clause.text[found.end() :]) is not None
