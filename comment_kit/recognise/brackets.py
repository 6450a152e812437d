"""Read the citation that stands in brackets behind a sentence of prose."""

from __future__ import annotations

import re

from comment_kit.recognise.citing import Found
from comment_kit.recognise.clause import Anatomy, Clause, anatomy
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.forms import id_form, named_source
from comment_kit.recognise.groups import Range
from comment_kit.recognise.signals import signal_at
from comment_kit.recognise.supra import supra_form

_MENTIONS = re.compile(r"(?:citing|quoting|cited|quoted|discussing)\b")


def bracketed(clause: Clause, parts: Anatomy, desk: Desk) -> list[Found] | None:
    """Read the citation in brackets behind a sentence that cites nothing else: "NTIA agrees (*id.* at 5)"."""
    if parts.clues or parts.addresses or not parts.parentheticals:
        return None
    return [found for bracket in parts.parentheticals for found in _in_bracket(clause, bracket, desk)] or None


def _in_bracket(clause: Clause, bracket: Range, desk: Desk) -> list[Found]:
    start, end = bracket[0] + 1, bracket[1] - 1
    text = clause.marked.text
    end -= text[end - 1] == "."
    signal, body = signal_at(text, start, end)
    inner = Clause(marked=clause.marked, start=start, body=body, end=end, signal=signal)
    if _MENTIONS.match(text, body):
        return []
    parts = anatomy(inner, desk.index)
    for reading in (id_form, supra_form, named_source):
        if reading is named_source and not any(clue.series or clue.pins for clue in parts.clues):
            continue
        found = reading(inner, parts, desk)
        if found:
            return found
    return []
