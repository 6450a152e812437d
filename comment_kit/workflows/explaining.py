"""Explain a code in plain words, or why a note of a letter took its form."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from msgspec import Struct

from comment_kit.errors import CommentKitError
from comment_kit.model.diagnostics import Diagnostic, has_errors
from comment_kit.model.letter import CalledNote, SetCitation, notes_in_order, walk
from comment_kit.workflows.citing import marked
from comment_kit.workflows.composing import Composition, compose
from comment_kit.workflows.every_finding import findings
from comment_kit.workflows.reasons import reason

_LETTERS = (".md", ".markdown")


class Explained(Struct, frozen=True, kw_only=True):
    """Paragraphs that say why a note took its form; none where the letter cannot be read."""

    paragraphs: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


def explain_code(code: str) -> str:
    """Return what ``code`` means, why it matters and what to do.

    Raises:
        CommentKitError: no finding has that code.
    """
    if code.lower().endswith(_LETTERS):
        raise CommentKitError(
            "which of its notes is to be explained?",
            where=code,
            remedy=f"write its number: comment-kit explain {code} 14",
        )
    known = {finding.code: finding for finding in findings()}
    finding = known.get(code.upper())
    if finding is None:
        nearest = get_close_matches(code.upper(), known, n=3, cutoff=0.3)
        remedy = f"did you mean {' or '.join(nearest)}?" if nearest else "codes look like PIN102."
        raise CommentKitError(
            f"there is no code '{code}'",
            remedy=f"{remedy} For a note: comment-kit explain LETTER.md 14",
        )
    return f"{finding.code} {finding.name} ({finding.severity})\n\n{finding.explanation}"


def explain_note(letter: Path, note: str, *, style: str | None = None, project: Path | None = None) -> Explained:
    """Return why each citation of the note printed as ``note`` took its form.

    Raises:
        CommentKitError: the letter cannot be read or has no such note.
    """
    composition = compose(letter, style=style, project=project)
    if composition.letter is None:
        return Explained(paragraphs=(), diagnostics=composition.diagnostics)
    called = notes_in_order(composition.letter)
    chosen = next((each for each in called if each.printed == note.strip()), None)
    if chosen is None:
        last = max((each.number or 0 for each in called), default=0)
        numbers = f"its notes are numbered 1 to {last}" if last else "it has no numbered notes"
        raise CommentKitError(f"there is no note '{note}'", where=str(letter), remedy=numbers)
    errors = composition.diagnostics if has_errors(composition.diagnostics) else ()
    return Explained(paragraphs=tuple(_paragraphs(chosen, composition)), diagnostics=errors)


def _paragraphs(called: CalledNote, composition: Composition) -> list[str]:
    cited = [part for part in walk(called.note.blocks) if isinstance(part, SetCitation)]
    if not cited:
        return [f"Note {called.printed} cites no source. {_what_follows(called)}"]
    paragraphs = [f"Note {called.printed}, under the style '{composition.policy.name}':"]
    for part in cited:
        resolution = part.resolution
        source = composition.library.sources.get(resolution.key or "")
        name = f"{resolution.key} ({source.short_name})" if source else f"{resolution.key}"
        paragraphs.append(
            f"  {marked(part.text).strip()}\n    cites {name}. {reason(resolution, source, composition.policy)}"
        )
    return paragraphs


def _what_follows(called: CalledNote) -> str:
    if called.number is None:
        return "It has a mark instead of a number and stands outside the run of notes."
    return "The note after it cannot be Id."
