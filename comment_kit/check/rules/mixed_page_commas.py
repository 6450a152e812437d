"""Flag numbers of one kind that a letter prints with thousands commas here and without them there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from comment_kit.check.case import Case
from comment_kit.check.note_words import CitedWords
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM232",
    name="mixed-thousands-commas",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Guides differ whether pages of the Federal Register and numbers of executive orders take a comma; one letter "
        "prints each of them one way. Pages and order numbers are different kinds: 14,110 beside 75191 is no mixture "
        "(Indigo Book R19.4)."
    ),
)
_KINDS = (
    ("pages of the Federal Register", re.compile(r"Fed\. ?Reg\. (?:at )?(\d{2,3},\d{3}|\d{5,6})(?![\d-])")),
    (
        "numbers of executive orders",
        re.compile(r"\b(?:Exec(?:utive|\.) Order(?: Nos?\.)?|E\.?O\.?) (\d{2},\d{3}|\d{5})(?!\d)"),
    ),
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag the rarer way of each kind, once, where it stands first."""
    for kind, pattern in _KINDS:
        found = [(words, number) for words in case.words.citations for number in pattern.findall(words.bare)]
        with_comma = [each for each in found if "," in each[1]]
        without = [each for each in found if "," not in each[1]]
        if with_comma and without:
            yield _remark(kind, *sorted((with_comma, without), key=len))


def _remark(kind: str, rarer: Sequence[tuple[CitedWords, str]], other: Sequence[tuple[CitedWords, str]]) -> Diagnostic:
    (words, number), (_, example) = rarer[0], other[0]
    places = tuple(dict.fromkeys(each.location for each, _ in rarer))
    return FINDING.at(
        words.location,
        f"the {kind} are printed in two ways: '{number}' here, '{example}' elsewhere",
        hint="print them one way",
        related=places[1:],
    )
