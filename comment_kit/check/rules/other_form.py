"""Flag a citation whose form is another than the declared style prints at its place."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case, HouseForm
from comment_kit.check.note_words import CitedWords
from comment_kit.check.rules.supra_to_law import law_by_supra
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier
from comment_kit.model.resolutions import Obstacle, Position
from comment_kit.model.text import plain

FINDING = Finding(
    code="FRM250",
    name="another-form-than-the-style",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Houses differ in how a source is cited again: by supra, by the designation it bears, by a short form, or in "
        "full. The declared style prints another form at this place than the letter does (Indigo Book R6.2; Bluebook "
        "rules 4.1, 4.2, 10.9, 12.10 and 14.6)."
    ),
)
TOO_FAR = Finding(
    code="FRM251",
    name="short-form-out-of-window",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "A case, a statute, an order or a Federal Register document takes its short form only where this note or one "
        "of the five before cites it, in whatever form; farther back it is cited in full again. How far a style lets "
        "it reach is its setting 'window' (Indigo Book R6.2; Bluebook rules 10.9, 12.10 and 14.6(c))."
    ),
)
_NAMES = {Form.FULL: "a full citation", Form.SHORT: "the short form", Form.ID: "Id.", Form.SUPRA: "supra"}
_BY_POLICY = frozenset({Obstacle.RUN_LIMIT, Obstacle.HEADING})
"""Why a style itself allows no *Id.*; what else forbids it is no matter of form."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each citation that stands in another form than the style's."""
    style = case.style_name
    for words, house in _others(case):
        if not _is_too_far(words, house) and not law_by_supra(words, case):
            message = (
                f"'{words.beginning}' is {_NAMES[words.resolution.form]}, where {style} has "
                f"{_NAMES[house.resolution.form]}"
            )
            hint = f"{style} prints: {plain(house.text)}"
            if _is_bracket(words) and (typed := _typed_before(house, case)):
                message += f": a bracket does not follow what {typed} cites by typed words"
                hint = f"write a bracket in {typed}, too; then {hint}"
            yield words.remark(FINDING, message, hint=hint)


def _is_bracket(words: CitedWords) -> bool:
    """Return whether a bracket of the letter's source printed ``words``."""
    return words.citation.stored is not None and bool(words.location.line)


def _typed_before(house: HouseForm, case: Case) -> str:
    """Return the note that the style's form rests on where it cites by typed words: "note 2"; "" where it does not."""
    rests_on = house.resolution.antecedent or house.resolution.first_full
    there = case.by_place.get(rests_on) if rests_on else None
    if there is None or there.citation.stored is not None or there.at.note_number is None:
        return ""
    return f"note {there.at.note_number}"


def too_far(case: Case) -> Iterator[Diagnostic]:
    """Flag each short form that reaches farther back than the style lets it."""
    for words, house in _others(case):
        last = house.resolution.last_cited
        if _is_too_far(words, house) and last is not None and case.policy is not None:
            yield words.remark(
                TOO_FAR,
                f"'{words.beginning}' is a short form, and the source was last cited in note {last.note_number}, "
                f"more than {case.policy.window} notes before",
                hint=f"cite it in full again: {plain(house.text)}",
            )


def _others(case: Case) -> Iterator[tuple[CitedWords, HouseForm]]:
    for words in case.words.citations:
        house = case.house.get(words.resolution.at)
        if house is not None and house.resolution.form is not words.resolution.form and _is_policy(words, house):
            yield words, house


def _is_policy(words: CitedWords, house: HouseForm) -> bool:
    """Return whether the difference is the style's, and not that of a letter which lacks the full citation."""
    if words.citation.stored not in {None, words.resolution.key}:
        return False
    match words.resolution.form:
        case Form.ID:
            return house.resolution.obstacle in _BY_POLICY
        case Form.FULL:
            return True
        case _:
            return house.resolution.position is not Position.FIRST


def _is_too_far(words: CitedWords, house: HouseForm) -> bool:
    return (
        words.resolution.form is Form.SHORT
        and house.resolution.form is Form.FULL
        and house.resolution.position is Position.FAR
    )
