"""Read the forms that a citation may take, each by a small recogniser."""

from __future__ import annotations

import re

from comment_kit.model.citations import Form
from comment_kit.model.sources import Source
from comment_kit.recognise.citing import Found, cited
from comment_kit.recognise.clause import Anatomy, Clause, names_something
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.identities import code_section
from comment_kit.recognise.naming import Named, named
from comment_kit.recognise.stages import other_revision, stage_named

_ID = re.compile(r"(?:[Ii]d|[Ii]bid|ID|IBID)(?:\.|(?=$|[,;]| (?:at|on|pp?\.|pages?)\b| ?§| ?¶| \d| \())")
_SECTION = re.compile(r"§§? ?(\d+[a-z]{0,4}(?:[-.]\d+[a-z]{0,2})*)")
_ALWAYS_FULL = frozenset({"U.S.C.", "Const.", "Pub. L.", "rule"})
"""Authorities whose short form names them by something else: a section alone, the Statutes at Large."""


def id_form(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read *Id.*, *Ibid.* and their like at the beginning of a clause."""
    found = _ID.match(clause.marked.text, clause.body, clause.end)
    if not found:
        return None
    return [cited(clause, parts, desk, key=None, form=Form.ID, covered=((found.start(), found.end()),))]


def bare_section(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read a section sign without its code: "§ 553(c)", where one title of one code was cited before."""
    found = _SECTION.match(clause.text)
    if not found or parts.clues:
        return None
    memory = desk.memory
    keys = frozenset(memory.sections.get(found[1], ()))
    if not keys and len(memory.titles) == 1:
        title, code = next(iter(memory.titles))
        identity = code_section(title, code, found[1])
        keys = memory.keys_of(identity) or frozenset({memory.unknown((identity,), identity.name)})
    key = next(iter(keys)) if len(keys) == 1 else memory.unknown((), f"§ {found[1]}", candidates=keys)
    return [cited(clause, parts, desk, key=key, form=Form.SHORT)]


def named_source(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read a citation whose words name a source of the library, or one met before in this letter."""
    if clause.signal is None and parts.is_prose:
        return None
    who = named(parts, clause.text, desk.memory)
    if who.key is None and not who.candidates:
        return None
    key = who.key or _open_key(who, clause, parts, desk)
    return [cited(clause, parts, desk, key=key, form=form_of(parts, key, desk))]


def _open_key(who: Named, clause: Clause, parts: Anatomy, desk: Desk) -> str:
    if who.contradiction:
        return desk.memory.contradicted(clause.text, who.contradiction)
    name = _open_name(clause, parts)
    held = [source for key in who.candidates if (source := desk.index.library.sources.get(key))]
    if len(held) == len(who.candidates) == 1:
        return desk.memory.other_edition(held[0].key, f"{name} ({_edition(parts, held[0])})")
    return desk.memory.unknown((), name, candidates=who.candidates)


def _edition(parts: Anatomy, held: Source) -> str:
    """Return what tells an edition from the one that the library has: its stage, its revision, its date."""
    if parts.stage:
        return stage_named(parts.stage)
    revisions = (other_revision(parts.text, clue.end, held) for clue in parts.clues)
    dates = (parts.text[start + 1 : end - 1] for start, end in parts.dates)
    return next(filter(None, (*revisions, *dates)), "another edition")


def form_of(parts: Anatomy, key: str, desk: Desk) -> Form:
    """Return whether a citation is printed in full or short.

    A date or an address stands in full forms alone; a page behind "at" and a mere name in short ones. What remains,
    a section of a code or a first page without date, is full where the source was not cited before.
    """
    if parts.says_when or parts.is_addressed:
        return Form.FULL
    if any(clue.identity and clue.identity.family in _ALWAYS_FULL for clue in parts.clues):
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
