"""Read a clause by the first form that fits it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from comment_kit.recognise.brackets import bracketed
from comment_kit.recognise.citing import Found
from comment_kit.recognise.clause import Anatomy, Clause, anatomy
from comment_kit.recognise.cross_references import cross_reference
from comment_kit.recognise.defined import defined_name
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.embedded import embedded
from comment_kit.recognise.forms import bare_section, id_form, named_source
from comment_kit.recognise.patterns.reporters import other_reporters
from comment_kit.recognise.supra import supra_form
from comment_kit.recognise.unknown import unknown_source

Reading: TypeAlias = Callable[[Clause, Anatomy, Desk], list[Found] | None]
"""Returns what a clause cites; an empty list where it cites nothing, None where another form is to be tried."""

FORMS: tuple[Reading, ...] = (
    cross_reference,
    id_form,
    supra_form,
    defined_name,
    bare_section,
    named_source,
)
"""The forms of a citation that begins its clause, in the order in which they are tried."""

REMAINING_FORMS: tuple[Reading, ...] = (embedded, bracketed, unknown_source)
"""What is tried next, when the reporters have been looked for that the library does not have."""


def read_clause(clause: Clause, desk: Desk) -> list[Found]:
    """Return what ``clause`` cites; nothing for mere words."""
    parts = anatomy(clause, desk.index)
    for reading in FORMS:
        found = reading(clause, parts, desk)
        if found is not None:
            return found
    parts = parts.with_clues(tuple(other_reporters(parts.text[slice(*parts.core)], parts.core[0], parts.covered)))
    for reading in REMAINING_FORMS:
        found = reading(clause, parts, desk)
        if found is not None:
            return found
    return []
