"""Make a case of a letter of ours whose notes cite by typed words too, which are followed as a reader follows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from comment_kit.check import Case
from comment_kit.model.citations import StringCite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import CrossReference, Footnote, Inline, Letter, SetCitation, notes_in_order, walk
from comment_kit.model.rewriting import with_lines
from comment_kit.model.targets import printed_targets, reference_words
from comment_kit.model.text import Span, plain
from comment_kit.model.word import StoredCitation
from comment_kit.project import Project
from comment_kit.workflows.composing import Composition

# Words that cite have a number or point back.
_MAY_CITE = re.compile(r"\d|\b[Ii](?:d|bid)\b|\b[Ss]upra\b")


def mixed_case(
    composition: Composition, project: Project, as_of: date | None
) -> tuple[Case, tuple[Diagnostic, ...]] | None:
    """Return the letter as printed, each citation found in its words, and what is wrong with their locators.

    None where no typed words cite anything, or where an error kept the letter from being set.

    Args:
        composition: of the letter.
        project: whose sources are known.
        as_of: the day as of which authorities are judged; None for the letter's own date.
    """
    if _waits(composition.letter) or not cites_by_words(composition.letter):
        return None
    # Most letters are brackets, and do not wait for what finds citations in words.
    from comment_kit.recognise import recognise  # noqa: PLC0415
    from comment_kit.workflows.printed_cases import case_of_letter  # noqa: PLC0415

    letter = _with_numbers(composition.letter)
    if not _waits(recognise(letter, composition.library).letter):
        return None
    case, wrong = case_of_letter(with_lines(letter, _as_printed), project, as_of, _meant(letter))
    return replace(case, as_of=as_of or letter.front.date), wrong


def cites_by_words(letter: Letter) -> bool:
    """Return whether words of some note, outside its brackets, may cite something."""
    return any(map(_may_cite, letter.notes.values()))


def _waits(letter: Letter) -> bool:
    """Return whether a citation of ``letter`` is found and not set."""
    return any(isinstance(part, StringCite) for note in letter.notes.values() for part in walk(note.blocks))


def _may_cite(note: Footnote) -> bool:
    parts = () if note.from_bracket else walk(note.blocks)
    return any(isinstance(part, Span) and _MAY_CITE.search(part.text) for part in parts)


def _with_numbers(letter: Letter) -> Letter:
    """Return ``letter`` with the words that its cross-references print in their place."""
    targets = printed_targets(letter, notes_in_order(letter))

    def numbered(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        if not any(isinstance(part, CrossReference) for part in line):
            return line
        return tuple(
            each
            for part in line
            for each in (reference_words(part, targets) if isinstance(part, CrossReference) else (part,))
        )

    return with_lines(letter, numbered)


def _as_printed(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if not any(isinstance(part, SetCitation) for part in line):
        return line
    return tuple(each for part in line for each in (part.text if isinstance(part, SetCitation) else (part,)))


def _meant(letter: Letter) -> Mapping[str, tuple[StoredCitation, ...]]:
    """Return what the brackets of each note mean, where a note is a bracket and nothing else."""
    return {
        name: tuple(
            StoredCitation(key=part.resolution.key or "", text=plain(part.text))
            for part in walk(note.blocks)
            if isinstance(part, SetCitation)
        )
        for name, note in letter.notes.items()
        if note.from_bracket
    }
