"""The notes of two filed letters, set from their citations alone."""

from __future__ import annotations

import re

import pytest
from printed_forms import GOLDEN, bracket, cited, notes_of, shipped, style

from comment_kit.model.citations import StringCite
from comment_kit.model.letter import Inline
from comment_kit.model.text import Span


def golden(name: str) -> list[str]:
    """Return the notes of a golden file, without their numbers."""
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    return [re.sub(r"^\d+\. ", "", line) for line in lines if line.strip()]


def quoted(note: str) -> str:
    """Return the words of a note's parenthetical; they are copied, not composed."""
    return re.search(r" \((\".*\")\)\.$", note)[1]  # type: ignore[index]


FIRST = golden("first-letter-notes.txt")
SECOND = golden("second-letter-notes.txt")

SENTENCES = (
    bracket("@ntia2024, 10"),
    Span(text=". "),
    bracket(
        "See also @ntia2024, 10 n.30 (public comments made to NTIA endorsing marginal risk and benefit analysis for "
        "open-source AI models)"
    ),
    Span(text="."),
)
"""Note 16, which is two citation sentences."""

NOTES: tuple[StringCite | tuple[Inline, ...], ...] = (
    bracket("@eo14110"),
    bracket("@eo14110, § 4.1"),
    bracket("@eo14110, § 4.6(a)"),
    bracket("@nist800-1"),
    bracket("@nist-news-2024"),
    bracket("@nist800-1, Introduction"),
    bracket("@rfc2024"),
    bracket("@ntia2024, 47"),
    bracket("See @ntia2024, 10"),
    bracket('See, e.g., @nist800-1, at 19, Appendix B ("Safeguard: Limit access to the model\'s capabilities.")'),
    bracket("See @ntia2024, 10"),
    bracket("@ntia2024, 2"),
    bracket("@ntia2024, 2"),
    bracket("@ntia2024, 3"),
    bracket("@ntia2024, 10"),
    SENTENCES,
    bracket("See @srikumar2024"),
    bracket("@ntia2024, 10"),
    bracket("@nist800-1, Introduction"),
    bracket("@nist800-1, 1"),
    bracket("@nist800-1, Practices 3.1, 3.3"),
    bracket("@nist800-1, 6"),
    bracket("@nist800-1, 12"),
    bracket("@nist800-1, 12"),
    bracket("@nist800-1, 13"),
    bracket("@nist800-1, 12"),
    bracket("@nist800-1, 12"),
    bracket("@nist800-1, 13"),
    bracket("@nist800-1, 12"),
    bracket("See @nist800-1, 19"),
    bracket("@nist800-1, 19"),
    bracket(cited("@nist800-1, 19", pin_always=True)),
    bracket("See @ntia2024, 10"),
    bracket(f"@nist800-1, 22 n.48 ({quoted(FIRST[33])})"),
    bracket("See @ntia2024, 4"),
    bracket("@nist800-1, 19"),
)


@pytest.fixture(scope="module")
def first() -> list[str]:
    return notes_of(style("comment-letter"), shipped(), *NOTES)


@pytest.mark.parametrize("number", range(1, 37))
def test_a_note_of_the_first_letter_is_set_as_filed(first: list[str], number: int) -> None:
    assert first[number - 1] == FIRST[number - 1]


def test_both_notes_of_the_second_letter_are_set_as_filed() -> None:
    assert (
        notes_of(style("policy-letter"), shipped(), (Span(text=SECOND[0]),), bracket("E.g., @tamirisa2024")) == SECOND
    )


def test_under_bluebook_the_first_letter_cites_no_report_in_full_twice() -> None:
    notes = notes_of(style(), shipped(), *NOTES)
    assert sum("ntia-ai-open-model-report.pdf" in note for note in notes) == 1
    assert sum("*supra* note" in note for note in notes) == 9
    assert notes[10] == "*See* ^^Nat'l Telecomm. & Info. Admin.^^, *supra* note 8, at 10."
