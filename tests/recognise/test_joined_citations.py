"""Citations of two sources that "and" joins each have their own place; it joins pages, sections and titles, too."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import letter_of_notes, seen

ORDER = "Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (Nov. 1, 2023) [hereinafter AI EO]."
DRAFT = (
    "U.S. AI Safety Inst., NIST AI 800-1, *Managing Misuse Risk for Dual-Use Foundation Models* "
    "(initial public draft 2024) [hereinafter NIST Draft]."
)


def places(note: str) -> list[tuple[str | None, str | None]]:
    """Return the key and the locator of each citation of a third note."""
    found = seen(letter_of_notes({1: ORDER, 2: DRAFT, 3: note}), shipped())[2:]
    return [(each.citation.key, each.citation.locator) for each in found]


@pytest.mark.parametrize(
    ("note", "cited"),
    [
        ("AI EO § 4.6(a) and NIST Draft at 12.", [("eo14110", "§ 4.6(a)"), ("nist800-1", "at 12")]),
        ("AI EO at 75203, and NIST AI 800-1 at 12.", [("eo14110", "at 75203"), ("nist800-1", "at 12")]),
        ("*See* NIST Draft at 4, 5 and AI EO § 4.6.", [("nist800-1", "at 4, 5"), ("eo14110", "§ 4.6")]),
    ],
)
def test_each_of_two_sources_has_its_own_place(note: str, cited: list[tuple[str, str]]) -> None:
    assert places(note) == cited


@pytest.mark.parametrize(
    ("note", "key"),
    [
        ("NIST Draft at 4 and 12.", "nist800-1"),
        ("AI EO §§ 4.1 and 4.6(a).", "eo14110"),
        ("AI EO § 4.1 and 88 Fed. Reg. at 75,196.", "eo14110"),
    ],
)
def test_places_of_one_source_are_not_parted(note: str, key: str) -> None:
    assert [found for found, _ in places(note)] == [key]


def test_the_place_of_the_second_source_verifies_no_words_of_the_first() -> None:
    assert places("NIST Draft at 4 and AI EO at 75203 (quoting NIST Draft at 12).") == [
        ("nist800-1", "at 4"),
        ("eo14110", "at 75203"),
    ]
