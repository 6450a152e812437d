"""Part the citations that a clause joins by a word: "AI EO § 4.6(a) and NIST Draft at 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.recognise.clause import Clause, anatomy
from comment_kit.recognise.clues import Rank
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.given_names import given_name
from comment_kit.recognise.groups import Range
from comment_kit.recognise.marked_lines import MarkedLine

# A place, or the bracket of a date, ends the one citation; a place behind a name makes the other.
_JOINT = re.compile(r"(?<=[\d)]),? and (?=[A-Z\"*][^;]{1,120}?(?:,? at \d|,? ?\u00a7))")
_PLACE = re.compile(r"[\"'*]*(?:,? at \d|,? ?\u00a7)")


def parted(marked: MarkedLine, clause: Range, desk: Desk) -> Iterator[Range]:
    """Yield the citations of a clause; where the word joins anything else than two of them, the clause itself."""
    start, end = clause
    for joint in _JOINT.finditer(marked.text, start, end):
        if not marked.hidden[joint.end() - 2] and _begins_citation(marked, (joint.end(), end), desk):
            yield start, joint.start()
            start = joint.end()
    yield start, end


def _begins_citation(marked: MarkedLine, words: Range, desk: Desk) -> bool:
    """Return whether ``words`` begin with the name of a source, a place in it right behind."""
    clause = Clause(marked=marked, start=words[0], body=words[0], end=words[1])
    parts = anatomy(clause, desk.index)
    given = given_name(clause, parts, desk)
    if given is not None:
        return len(given[1]) == 1 and _PLACE.match(marked.text, given[0][1]) is not None
    first = next(iter(parts.clues), None)
    if first is None or first.start > words[0] + 1 or first.rank is Rank.SHORT_NAME:
        return False
    return _PLACE.match(marked.text, first.end) is not None
