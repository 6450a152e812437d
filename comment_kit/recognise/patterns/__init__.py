"""The patterns by which a citation tells its source, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from comment_kit.recognise.clues import Clue
from comment_kit.recognise.groups import Groups
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line
from comment_kit.recognise.patterns.addresses import addresses, preprints
from comment_kit.recognise.patterns.codes import code_sections, constitutions, court_rules
from comment_kit.recognise.patterns.congress import bills, committee_reports, public_laws, statutes_at_large
from comment_kit.recognise.patterns.papers import circulars, designations, docket_comments
from comment_kit.recognise.patterns.register import executive_orders, register_documents, register_pages
from comment_kit.recognise.patterns.reporters import library_reporters
from comment_kit.recognise.patterns.titles import titles

Pattern: TypeAlias = Callable[[Line, Groups, SourceIndex], Iterable[Clue]]
"""Yields the clues of one sort in a line, in order."""

PATTERNS: tuple[Pattern, ...] = (
    addresses,
    titles,
    executive_orders,
    register_pages,
    register_documents,
    code_sections,
    public_laws,
    statutes_at_large,
    constitutions,
    court_rules,
    committee_reports,
    bills,
    library_reporters,
    docket_comments,
    circulars,
    preprints,
    designations,
)


def clues_in(line: Line, groups: Groups, index: SourceIndex) -> tuple[Clue, ...]:
    """Return the clues of ``line`` in order; of two that share words the one whose pattern stands first."""
    kept: list[Clue] = []
    taken = bytearray(len(line.text))
    for pattern in PATTERNS:
        for clue in pattern(line, groups, index):
            if not any(taken[clue.start : clue.end]):
                taken[clue.start : clue.end] = b"\x01" * (clue.end - clue.start)
                kept.append(clue)
    return tuple(sorted(kept, key=lambda clue: clue.start))
