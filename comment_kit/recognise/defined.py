"""Read the short names that a letter defined, alone or with a place: "NIST Draft at 5", "NIST Draft, app. A, at 18"."""

from __future__ import annotations

from comment_kit.model.citations import Form
from comment_kit.recognise.citing import Found, cited
from comment_kit.recognise.clause import Anatomy, Clause
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.given_names import given_name
from comment_kit.recognise.name_and_edition import other_than_named


def defined_name(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read a name that the letter defined, where nothing or a place stands behind it."""
    given = given_name(clause, parts, desk)
    if given is None:
        return None
    name, known = given
    printed = clause.marked.text[slice(*name)]
    key = next(iter(known)) if len(known) == 1 else desk.memory.unknown((), printed, candidates=known)
    if against := other_than_named(name, parts, desk.index.library.sources.get(key)):
        key = desk.memory.contradicted(clause.text, against)
    return [cited(clause, parts, desk, key=key, form=Form.SHORT, covered=(name,))]
