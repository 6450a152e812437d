"""Flag a citation that the declared style would print in other words or in other type."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.check.case import Case, HouseForm
from comment_kit.check.comparing import same_type, same_words
from comment_kit.check.note_words import CitedWords
from comment_kit.check.rules.of_words import looks
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier
from comment_kit.model.text import Text, plain

WORDS = Finding(
    code="FRM252",
    name="other-words-than-the-style",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "The citation has the form that the declared style calls for, and other words: an author more, another date, "
        "an abbreviation. The hint shows the whole of what the style prints. Straight and curly marks, dashes and "
        "hyphens, and capitals are not compared; words that another remark of form speaks of are left to that one."
    ),
)
TYPE = Finding(
    code="FRM253",
    name="other-type-than-the-style",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "The declared style sets other letters of this citation in italics or small capitals. Each is compared only "
        "in a file that has any of it in its notes: a letter typed without small capitals is not asked for them "
        "(Indigo Book R2; Bluebook rule 2.1)."
    ),
)


def words(case: Case) -> Iterator[Diagnostic]:
    """Flag each citation that the style would print in other words."""
    for cited, house in _alike(case):
        if all(same_words(cited, text) is False for text in house.texts) and not any(looks(cited)):
            yield cited.remark(
                WORDS,
                f"'{cited.beginning}' is not as {case.style_name} prints it",
                hint=f"it prints: {plain(house.text)}",
            )


def type_(case: Case) -> Iterator[Diagnostic]:
    """Flag each citation that the style would set in other type, where the file has type at all."""
    if not case.facts.type_known:
        return
    spans = [span for cited in case.words.citations for span in cited.spans]
    italics, small_caps = any(span.italic for span in spans), any(span.small_caps for span in spans)
    if not italics and not small_caps:
        return
    for cited, house in _alike(case):
        if not all(same_type(cited, text, italics=italics, small_caps=small_caps) for text in house.texts):
            yield cited.remark(
                TYPE,
                f"'{cited.beginning}' is not set as {case.style_name} sets it",
                hint=f"it sets: {_marked(house.text)}",
            )


def _alike(case: Case) -> Iterator[tuple[CitedWords, HouseForm]]:
    """Yield each citation that has the form of the style, with what the style prints."""
    for cited in case.words.citations:
        house, stored = case.house.get(cited.resolution.at), cited.citation.stored
        if (
            house is None
            or house.resolution.form is not cited.resolution.form
            or stored not in {None, cited.resolution.key}
        ):
            continue
        yield cited, house


def _marked(text: Text) -> str:
    """Return ``text`` with its type in marks: ``*italic*``, ``^^small capitals^^``."""
    return "".join(
        f"^^{span.text}^^" if span.small_caps else f"*{span.text}*" if span.italic else span.text for span in text
    )
