"""Name a citation whose source no database has, so that what refers back to it finds it again."""

from __future__ import annotations

import re

from comment_kit.model.citations import Form
from comment_kit.recognise.callers import called
from comment_kit.recognise.citing import Found, cited
from comment_kit.recognise.clause import Anatomy, Clause, is_dated_title, is_set_apart
from comment_kit.recognise.clues import Clue
from comment_kit.recognise.desk import Desk

# A page or a part of a document, and no place of work: "Counsel at Example Institute" cites nothing.
_AT = re.compile(
    r",? at (?:\*?\d|[ivxlc]+\b|[A-Z]-?\d|(?:Introduction|Preamble|App(?:endix|\.)|Section|Part|Table|Figure)\b)"
    r"[\w.,\u2013-]*|,? (?:§§?|¶¶?) ?\w"
)
_PAGES = r"\d{1,4}(?:[-\u2013]\d{1,4})?"
_PAGE_BEHIND = re.compile(rf"(?<=[^\d,]) (?!(?:1[6-9]|20)\d\d\b){_PAGES}(?:, {_PAGES})*(?: nn?\.\d+)? ?$")
_BEGINS = re.compile(r"[\"']?(?:[A-Z0-9]|[a-z]{1,3}[A-Z])")
_SENTENCE = re.compile(
    r"(?:The|This|These|Those|That|It|We|Our|He|She|They|As|In(?! re)|For|Although|While|If|When|But|And)\b"
)
_DOCKET = re.compile(r"\b(?:Docket|RIN|File)(?: (?:ID|Nos?\.?|Number))*:? ?#?(?=[\w-]*\d)\w+-[\w-]+")
"""A proceeding by its number: all that many a letter says of it."""
_REPORT = re.compile(r"[A-Z]{2,6}-\d\d-\d{4,7}[A-Z]{0,4}\b")
"""A report by its number alone: "GAO-24-105980, 12"."""
_PAGE_OF_REPORT = re.compile(rf"({_REPORT.pattern}), {_PAGES}$")
_VERSUS = re.compile(r"[^\W_]\.? v\. [A-Z]")


def unknown_source(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found]:
    """Read what looks like a citation and names no source of the library; nothing where it is mere words."""
    if not _is_citation(clause, parts):
        return []
    key, form = _key_and_form(clause, parts, desk)
    return [cited(clause, parts, desk, key=key, form=form)]


def _is_citation(clause: Clause, parts: Anatomy) -> bool:
    if any(clue.identity and clue.identity.family != "designation" for clue in parts.clues) and not parts.addresses:
        return clause.signal is not None or not parts.is_prose
    if parts.mentions and not parts.is_prose:
        return True
    words = clause.marked.text[slice(*parts.core)]
    if clause.signal is None and parts.is_prose:
        return is_dated_title(clause, parts)
    if not _BEGINS.match(words) or (_SENTENCE.match(words) and not parts.says_when):
        return bool(parts.addresses)
    is_dated = parts.says_when
    tells = is_dated or bool(parts.addresses) or any(each.search(words) for each in (_VERSUS, _AT, _DOCKET, _REPORT))
    return tells or (clause.signal is not None and is_set_apart(clause, parts.core))


# ---- what it is called ----


def _key_and_form(clause: Clause, parts: Anatomy, desk: Desk) -> tuple[str, Form]:
    memory = desk.memory
    identities = [clue.identity for clue in parts.clues if clue.identity]
    for identity in identities:
        if met := memory.met(identity):
            return met, Form.FULL if parts.says_when or parts.is_addressed else Form.SHORT
    places = [clue for clue in parts.clues if clue.series and not clue.identity]
    name = _name(clause, parts)
    if places and not identities:
        return _of_place(places[0], clause, desk), Form.SHORT
    if not identities and not parts.says_when:
        keys = called(_calling(name), None, memory)
        if len(keys) == 1:
            return next(iter(keys)), Form.SHORT
        if keys:
            return memory.unknown((), name, candidates=keys), Form.SHORT
    if identities and identities[0].family != "address":
        return memory.unknown(identities, identities[0].name), Form.FULL
    key = memory.unknown(identities, name or identities[0].name)
    is_whole = parts.says_when or parts.is_addressed or _DOCKET.search(name) is not None
    return key, Form.FULL if is_whole else Form.SHORT


def _of_place(clue: Clue, clause: Clause, desk: Desk) -> str:
    """Return the source in which a page of a volume lies, or an unknown one named by that page."""
    keys = desk.memory.page_of(clue.series) if clue.series else frozenset()
    if len(keys) == 1:
        return next(iter(keys))
    return desk.memory.unknown((), clause.text, candidates=keys)


def _name(clause: Clause, parts: Anatomy) -> str:
    """Return the words that come before date, address and place."""
    start, end = parts.core
    for begin, _ in (*parts.dates, *parts.addresses, *parts.parentheticals, *parts.apparatus):
        if begin > start:
            end = min(end, begin)
    words = clause.marked.text[start:end]
    # The number of an order that is mentioned is no page.
    behind = max((each.end - start for each in parts.mentions if each.end <= end), default=0)
    place = _AT.search(words, behind) or _PAGE_BEHIND.search(words, behind) or _PAGE_OF_REPORT.match(words)
    if place and place.re is _PAGE_OF_REPORT:
        return place[1]
    return " ".join((words[: place.start()] if place else words).replace('"', "").strip(" ,'").split())


def _calling(name: str) -> str:
    return name.partition(",")[0] if len(name) > 60 else name  # noqa: PLR2004 - no short form is that long
