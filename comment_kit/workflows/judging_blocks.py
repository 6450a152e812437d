"""Judge blocks by themselves: whether they can be set, and whether their quotations stand where they say."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.blocks.shelf import Shelf, Unfound
from comment_kit.check import run_rules
from comment_kit.model.block_records import ListedBlock
from comment_kit.model.diagnostics import Diagnostic, Severity, has_errors
from comment_kit.model.places import Location
from comment_kit.model.quotations import Verdict
from comment_kit.project import Project
from comment_kit.workflows.cases import case_of
from comment_kit.workflows.judging import judged_quotations
from comment_kit.workflows.made_up_letters import Call, is_in_the_letter, letter_of, stand_ins, without_made_up
from comment_kit.workflows.setting_blocks import block_shelf

_AT_ONCE = 50
"""Blocks in one letter: each letter reads the databases and the style anew."""
_DECIDED = frozenset(Verdict) - {Verdict.UNDECIDED}


class Judgement(Struct, frozen=True, kw_only=True):
    """What is wrong with blocks."""

    diagnostics: tuple[Diagnostic, ...] = ()
    quotations: int = 0
    """How many were looked at."""
    undecided: int = 0
    """How many of them could not be decided: no text of their source is at hand."""


def judged_blocks(blocks: Mapping[str, ListedBlock], project: Project, today: dt.date) -> Judgement:
    """Return what is wrong with ``blocks``, each set by itself; what needs no hand is left out.

    Args:
        blocks: by name.
        project: the letters'.
        today: the day as of which sources are judged.
    """
    shelf = block_shelf(project)
    unread = [each for block in blocks.values() if block.record.problem for each in _unread(block, shelf)]
    sound = [block for block in blocks.values() if not block.record.problem]
    groups = (sound[at : at + _AT_ONCE] for at in range(0, len(sound), _AT_ONCE))
    return _together([Judgement(diagnostics=tuple(unread)), *(_judged(group, project, today) for group in groups)])


def _unread(block: ListedBlock, shelf: Shelf) -> Iterator[Diagnostic]:
    """Yield why the file of ``block`` cannot be read, at its line where there is one."""
    try:
        yield from shelf.read(block.name).diagnostics
    except Unfound as fault:
        yield fault.fault.finding.at(Location(file=block.file), fault.fault.message, hint=fault.fault.hint)


def _judged(group: Sequence[ListedBlock], project: Project, today: dt.date) -> Judgement:
    """Return what is wrong with the blocks of ``group``; where one cannot be set, each is judged alone.

    One that cannot be set keeps the whole letter from being set, and one that never ends uses up the others' time.
    """
    calls = [Call(name=each.name, parameters=stand_ins(_required(each))) for each in group]
    composition = letter_of(calls, project, today)
    if has_errors(composition.diagnostics) and len(group) > 1:
        middle = len(group) // 2
        return _together(_judged(part, project, today) for part in (group[:middle], group[middle:]))
    case = case_of(composition, today)
    if has_errors(composition.diagnostics):
        return Judgement(diagnostics=tuple(_of_blocks(composition.diagnostics, group)))
    case = replace(case, quotations=judged_quotations(case, project).quotations)
    verdicts = [each.judgement.verdict for each in case.quotations if each.judgement and each.counts]
    found = (*composition.diagnostics, *map(without_made_up, run_rules(case)))
    return Judgement(
        diagnostics=tuple(_of_blocks(found, group)),
        quotations=len(verdicts),
        undecided=sum(verdict not in _DECIDED for verdict in verdicts),
    )


def _required(block: ListedBlock) -> Iterator[str]:
    return (name for name, required in block.record.parameters.items() if required)


def _of_blocks(found: Iterable[Diagnostic], group: Sequence[ListedBlock]) -> Iterator[Diagnostic]:
    """Yield what is wrong in blocks; what is told of the letter is told of the block that it sets, if that is one."""
    for each in found:
        if each.severity is Severity.HINT:
            continue
        if not is_in_the_letter(each.location):
            yield each
        elif len(group) == 1:
            yield replace(each, location=Location(file=group[0].file))


def _together(judgements: Iterable[Judgement]) -> Judgement:
    judged = tuple(judgements)
    found: dict[tuple[str, Location, str], Diagnostic] = {}
    for each in (found for judgement in judged for found in judgement.diagnostics):
        # A block that another one sets is judged with it, too: the same fault is then told with the call.
        found.setdefault((each.code, each.location, each.message), each)
    return Judgement(
        diagnostics=tuple(found.values()),
        quotations=sum(each.quotations for each in judged),
        undecided=sum(each.undecided for each in judged),
    )
