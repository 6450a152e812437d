"""Carry out what comments tell the checker: leave a finding out, clear a quotation by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.check import Case
from comment_kit.check.cleared import cleared
from comment_kit.check.clearing import clearances_in, misspelt, stray_lines
from comment_kit.check.directives import Directive, directives_in
from comment_kit.check.ignoring import ignored_in, without_effect, without_ignored
from comment_kit.letters import read_text
from comment_kit.model.clearances import Clearance
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.workflows.every_finding import findings
from comment_kit.workflows.memory import recall_cleared, remember_cleared

BESIDE = ".clearances"
"""The suffix of the file beside a letter that holds its clearances."""


class Spoken(Struct, frozen=True, kw_only=True):
    """The comments to the checker: those of a letter's source, and those of files of clearances."""

    of_letter: tuple[Directive, ...] = ()
    beside: tuple[Directive, ...] = ()
    wrong: tuple[Diagnostic, ...] = ()
    """Lines of files of clearances that say nothing."""


class CarriedOut(Struct, frozen=True, kw_only=True):
    """What is left to report once the comments are carried out."""

    diagnostics: tuple[Diagnostic, ...]
    clearances: Mapping[int, Clearance]
    """The clearance of each quotation that has one, by its place among those of the case, from 0."""


def spoken(letter: Path, text: str, named: Iterable[Path]) -> Spoken:
    """Return the comments to the checker of a letter.

    Args:
        letter: its file; ``letter.clearances`` beside it is read too, where there is one.
        text: its source; "" for a letter that is none.
        named: files of clearances, or other letters' sources, that the user named.

    Raises:
        CommentKitError: one of the files cannot be read.
    """
    own = letter.with_suffix(BESIDE)
    files = dict.fromkeys((*((own,) if own.is_file() else ()), *named))
    texts = {file: read_text(file) for file in files if file.resolve() != letter.resolve()}
    return Spoken(
        of_letter=directives_in(text, str(letter)),
        beside=tuple(each for file, words in texts.items() for each in directives_in(words, str(file))),
        wrong=tuple(
            each for file, words in texts.items() if file.suffix == BESIDE for each in stray_lines(words, str(file))
        ),
    )


def carried_out(case: Case, found: Iterable[Diagnostic], spoken: Spoken, state: Path) -> CarriedOut:
    """Return what is left of ``found``, and who cleared which quotation.

    Args:
        case: the letter, its quotations judged.
        found: everything that the rules found.
        spoken: the comments to the checker.
        state: the folder in which the kit remembers what stood at a clearance without a fingerprint.
    """
    # Without a comment there is no code to know, and nothing to wait for.
    known = tuple(finding.code for finding in findings()) if spoken.of_letter or spoken.beside else ()
    here, unread_here = clearances_in(spoken.of_letter, known)
    beside, unread_beside = clearances_in(spoken.beside, known, with_paragraphs=False)
    outcome = cleared(case, _recalled((*here, *beside), state), found)
    _remember(outcome.seen, state)
    ignored, unread = ignored_in(spoken.of_letter, known)
    about = (*spoken.wrong, *misspelt((*spoken.of_letter, *spoken.beside)), *unread_here, *unread_beside, *unread)
    everything = (*outcome.diagnostics, *outcome.remarks, *about)
    idle = without_effect(case, everything, ignored)
    of_comments = sorted((*outcome.remarks, *about, *idle), key=lambda each: each.location)
    left = without_ignored((*outcome.diagnostics, *of_comments), ignored)
    return CarriedOut(diagnostics=left, clearances=outcome.by)


def _recalled(clearances: Iterable[Clearance], state: Path) -> tuple[Clearance, ...]:
    """Return the clearances, those without a fingerprint with the one of what stood there when they were first seen."""
    clearances = tuple(clearances)
    if all(each.tied for each in clearances):
        return clearances
    seen = recall_cleared(state)
    return tuple(each if each.tied else replace(each, fingerprints=seen.get(_name(each), ())) for each in clearances)


def _remember(seen: Mapping[Clearance, tuple[str, ...]], state: Path) -> None:
    """Remember what stands at clearances that were never seen before; several may be worded alike."""
    prints: dict[str, tuple[str, ...]] = {}
    for clearance, here in seen.items():
        if not clearance.fingerprints:
            prints[_name(clearance)] = (*prints.get(_name(clearance), ()), *here)
    remember_cleared(state, prints)


def _name(clearance: Clearance) -> str:
    """Return what tells a clearance from others: its file and its words, not its line, which moves."""
    return f"{Path(clearance.location.file).resolve()}: {' '.join(clearance.written.split())}"
