"""Make of a composed letter what the rules of a check see."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace

from comment_kit.check import Case
from comment_kit.model.letter import SetCitation, notes_in_order, walk
from comment_kit.workflows.composing import Composition


def case_of(composition: Composition, as_of: dt.date | None) -> Case:
    """Return the letter of ``composition`` as a case, its quotations not judged yet.

    Args:
        composition: a letter that was set, or could not be.
        as_of: the day as of which authorities are judged; None for the letter's own date.
    """
    printed = {
        part.resolution.at: part.text
        for called in notes_in_order(composition.letter)
        for part in walk(called.note.blocks)
        if isinstance(part, SetCitation)
    }
    resolutions = tuple(
        replace(each, citation=replace(each.citation, printed=printed.get(each.at, ())))
        for each in composition.resolutions
    )
    return Case(
        letter=composition.letter,
        resolutions=resolutions,
        library=composition.library,
        policy=composition.policy,
        as_of=as_of or composition.letter.front.date,
        names={source.short_name: key for key, source in composition.library.sources.items()},
    )
