"""Read the forms that a citation may take, each by a small recogniser."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from comment_kit.model.citations import Form
from comment_kit.model.letter import CrossReference
from comment_kit.recognise.callers import called
from comment_kit.recognise.citing import Desk, Found, cited
from comment_kit.recognise.clause import Anatomy, Clause, anatomy, names_something
from comment_kit.recognise.embedded import embedded
from comment_kit.recognise.naming import named
from comment_kit.recognise.tokens import words_of
from comment_kit.recognise.unknown import unknown_source

Reading: TypeAlias = Callable[[Clause, Anatomy, Desk], list[Found] | None]
"""Returns what a clause cites; an empty list where it cites nothing, None where another form is to be tried."""

_ID = re.compile(r"(?:[Ii]d|[Ii]bid|ID|IBID)(?:\.|(?=$|[,;]| at\b| ?§| ?¶))")
_NOTES = r"(?:notes?|nn?\.|fns?\.|footnotes?)"
_SUPRA = re.compile(rf",? ?\b[Ss]upra\b,?(?: at)?(?: {_NOTES} ?(\d{{1,5}}|[ivxlc]+\b|\*+)?)?")
_PLACE = r"(?:Parts?|Sections?|Secs?\.|Chapters?|App(?:endix|\.)|Figures?|Figs?\.|Tables?|tbls?\.|pages?|pp?\.|¶¶?|§§?)"
_CROSS = re.compile(
    r"\b(?:supra|infra)(?: and infra)?,? (?:at )?(?:"
    rf"(?:the )?text (?:accompanying|at|to) {_NOTES} ?[\d\u2013, &and-]*\d|"
    rf"{_PLACE} ?[\w.()]+(?: ?(?:[\u2013-]|and|&|,) ?[\w.()]+)*|"
    rf"{_NOTES} ?\d+(?: ?(?:[\u2013-]|,|and|&|to) ?\d+)*(?: and (?:accompanying )?text\b)?(?: accompanying it)?)",
    re.IGNORECASE,
)
_ONE_NOTE = re.compile(rf"supra,? {_NOTES} ?\d+$", re.IGNORECASE)
_SHORT = re.compile(r"(.{2,80}?)(?:,? at | ?§| ?¶|$)")


def cross_reference(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read "See infra Part II" and "supra notes 12-15 and accompanying text"; they cite nothing."""
    del parts
    found = _CROSS.search(clause.text)
    if not found or (_ONE_NOTE.match(found[0]) and (_calls(clause, found) or _names_place(clause, found))):
        return None
    start, end = clause.body + found.start(), clause.body + found.end()
    number = re.findall(r"\d+", found[0])
    is_note = re.search(_NOTES, found[0]) is not None and len(number) == 1
    target = desk.notes.get(int(number[0]), found[0]) if is_note else found[0]
    words = clause.marked.line.words(start, end)
    return [Found(start=start, end=end, inline=CrossReference(target=target, words=words, location=desk.location))]


def _calls(clause: Clause, found: re.Match[str]) -> bool:
    """Return whether a name stands before *supra*: then it is a form of citation."""
    before = clause.text[: found.start()].strip(" ,")
    return bool(before) and any(character.isupper() for character in before)


def _names_place(clause: Clause, found: re.Match[str]) -> bool:
    return re.match(r",? (?:at \d|§|¶)", clause.text[found.end() :]) is not None


def id_form(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read *Id.*, *Ibid.* and their like at the beginning of a clause."""
    found = _ID.match(clause.marked.text, clause.body, clause.end)
    if not found:
        return None
    return [cited(clause, parts, desk, key=None, form=Form.ID, covered=((found.start(), found.end()),))]


def supra_form(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read "Name, supra note 8, at 10"."""
    found = _SUPRA.search(clause.text)
    if not found or clause.marked.hidden[clause.body + max(found.end() - 1, 0)]:
        return None
    name = clause.text[: found.start()].strip(' ,"')
    number = found[1]
    note = int(number) if number and number.isdigit() else None
    keys = called(name, note if note is not None else desk.note if "note" not in found[0] else None, desk.memory)
    key = next(iter(keys)) if len(keys) == 1 else desk.memory.unknown((), name or "supra", candidates=keys)
    covered = ((clause.body, clause.body + found.end()),)
    return [cited(clause, parts, desk, key=key, form=Form.SUPRA, covered=covered, supra_note=number)]


def defined_name(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read a name that the letter defined, alone or with a place: "NIST Draft at 5"."""
    found = _SHORT.match(clause.text)
    words = words_of(found[1].strip(' ,"')) if found else ()
    keys = desk.memory.defined.get(words)
    if not found or not keys:
        return None
    known = [key for key in keys if key]
    key = known[0] if len(known) == 1 else desk.memory.unknown((), found[1].strip(' ,"'), candidates=known)
    covered = ((clause.body, clause.body + found.end(1)),)
    return [cited(clause, parts, desk, key=key, form=Form.SHORT, covered=covered)]


def named_source(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read a citation whose words name a source of the library, or one met before in this letter."""
    if clause.signal is None and parts.is_prose:
        return None
    who = named(parts, clause.text, desk.memory)
    if who.key is None and not who.candidates:
        return None
    key = who.key or desk.memory.unknown((), _open_name(clause, parts), candidates=who.candidates)
    return [cited(clause, parts, desk, key=key, form=form_of(parts, key, desk))]


def form_of(parts: Anatomy, key: str, desk: Desk) -> Form:
    """Return whether a citation is printed in full or short.

    A date or an address stands in full forms alone; a page behind "at" and a mere name in short ones. What remains,
    a section of a code or a first page without date, is full where the source was not cited before.
    """
    if parts.is_dated or parts.addresses:
        return Form.FULL
    if any(clue.identity and clue.identity.family in {"U.S.C.", "Const."} for clue in parts.clues):
        return Form.FULL
    is_number = any(clue.identity and clue.identity.family != "designation" for clue in parts.clues)
    is_place = any(clue.series and clue.identity is None for clue in parts.clues)
    if desk.memory.is_cited(key) or is_place or (not is_number and names_something(parts.clues)):
        return Form.SHORT
    return Form.FULL


def _open_name(clause: Clause, parts: Anatomy) -> str:
    """Return what an open source is called: the first words that leave it open."""
    clue = next((each for each in parts.clues if each.keys or each.identity), None)
    if clue and clue.identity:
        return clue.identity.name
    return clause.marked.text[slice(*(clue.range if clue else parts.core))]


FORMS: tuple[Reading, ...] = (
    cross_reference,
    id_form,
    supra_form,
    defined_name,
    named_source,
    embedded,
    unknown_source,
)
"""Every form, in the order in which they are tried."""


def read_clause(clause: Clause, desk: Desk) -> list[Found]:
    """Return what ``clause`` cites; nothing for mere words."""
    parts = anatomy(clause, desk.index)
    for reading in FORMS:
        found = reading(clause, parts, desk)
        if found is not None:
            return found
    return []
