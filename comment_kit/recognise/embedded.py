"""Find citations inside sentences of prose: "The Order, 88 Fed. Reg. at 75203, directs ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.model.citations import Form
from comment_kit.recognise.citing import Found, cited
from comment_kit.recognise.clause import Anatomy, Clause, anatomy, is_dated_title
from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range
from comment_kit.recognise.naming import named
from comment_kit.recognise.signals import signal_at

_P = r"(?:pp?\.|pages?|pgs?\.)"
_ID = re.compile(rf"\b[Ii]d\. (?=(?:(?:at|on) )?{_P}? ?\d|§|¶)")
_PAGE = r"\d{1,3}(?:,\d{3})+|\d{1,6}"
_FOLLOWS = re.compile(
    rf",? (?:at|(?:(?:at|on) )?{_P}) ?(?:{_PAGE})(?:[-\u2013]\d{{1,6}})?(?: nn?\.\d+)?"
    rf"(?:(?: ?& ?| and )(?:{_PAGE})(?=[,;.)]| \(|$))?|, (?:{_PAGE})(?:[-\u2013]\d{{1,6}})?(?=[,;.)]| \(|$)"
    r"|,? (?:§§?|¶¶?) ?[\d\w.]+(?:\(\w{1,8}\))*(?:[-\u2013]\d+)?| \([^()]{0,60}\d{4}\)"
)
_PAGED = frozenset({"Fed. Reg.", "reporter", "3 C.F.R.", "U.S.C.", "C.F.R.", "Const.", "address", "FR Doc.", "arXiv"})
_LEAD = 60
"""So many characters before a source say whose work about it is meant: "In its comment on"."""
_BEFORE = re.compile(r"\b(?:see(?:,? (?:also|generally|e\.g\.),?)?|cf\.|but see) $", re.IGNORECASE)


def embedded(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read the citations in a clause of prose, leaving its other words; None where it is no prose or holds none."""
    if not parts.is_prose or (is_dated_title(clause, parts) and all(clue.rank is Rank.ADDRESS for clue in parts.clues)):
        return None
    clues = (*parts.clues, *parts.mentions)
    found = [each for stretch in _stretches(clause, clues) if (each := _read(clause, stretch, parts, desk))]
    return found or None


def _stretches(clause: Clause, clues: tuple[Clue, ...]) -> Iterator[Range]:
    """Yield the words of each citation: what names its source, and the places and the date right behind."""
    text = clause.marked.text
    begun: Range | None = None
    alone = False
    for start, end, cites in sorted(_beginnings(clause, clues)):
        if begun and start < begun[1]:
            continue
        behind = _behind(text, end, clause.end)
        if begun and text[begun[1] : start].strip(" ,") == "":
            begun, alone = (begun[0], behind), alone or cites or behind > end
            continue
        if begun and alone:
            yield begun
        begun, alone = (start, behind), cites or behind > end
    if begun and alone:
        yield begun


def _beginnings(clause: Clause, clues: tuple[Clue, ...]) -> Iterator[tuple[int, int, bool]]:
    """Yield what may begin a citation, and whether it cites without a place or a date behind it."""
    for clue in clues:
        yield clue.start, clue.end, _cites_alone(clue)
    for found in _ID.finditer(clause.marked.text, clause.body, clause.end):
        yield found.start(), found.start() + len("Id."), True


def _cites_alone(clue: Clue) -> bool:
    return clue.series is not None or (clue.identity is not None and clue.identity.family in _PAGED)


def _behind(text: str, end: int, stop: int) -> int:
    while found := _FOLLOWS.match(text, end, stop):
        end = found.end()
    return end


def _read(clause: Clause, stretch: Range, around: Anatomy, desk: Desk) -> Found | None:
    start, end = stretch
    text = clause.marked.text
    begin = start
    if before := _BEFORE.search(text, max(clause.body, start - 20), start):
        begin = before.start()
    signal, body = signal_at(text, begin, end)
    inner = Clause(marked=clause.marked, start=begin, body=body, end=end, signal=signal)
    parts = anatomy(inner, desk.index)
    known = {clue.start for clue in parts.clues}
    parts = parts.with_clues(
        tuple(clue for clue in around.clues if start <= clue.start < end and clue.start not in known)
    )
    if _ID.match(text, start):
        return cited(inner, parts, desk, key=None, form=Form.ID, covered=((start, start + len("Id.")),))
    if any(start <= clue.start < end for clue in around.mentions):
        # What somebody wrote about a source: a work of its own, whose title the sentence does not give.
        name = " ".join(text[max(clause.body, start - _LEAD) : end].split())
        return cited(inner, parts, desk, key=desk.memory.unknown((), name), form=Form.FULL)
    who = named(parts, inner.text, desk.memory)
    identities = [clue.identity for clue in parts.clues if clue.identity and clue.rank is not Rank.SHORT_NAME]
    if who.key is None and not who.candidates and not identities and not parts.clues:
        return None
    name = identities[0].name if identities else inner.text
    key = who.key or (
        desk.memory.contradicted(inner.text, who.contradiction)
        if who.contradiction
        else desk.memory.unknown(identities, name, candidates=who.candidates)
    )
    is_place = any(clue.series and clue.identity is None for clue in parts.clues)
    form = Form.SHORT if is_place or (desk.memory.is_cited(key) and not parts.is_dated) else Form.FULL
    return cited(inner, parts, desk, key=key, form=form)
