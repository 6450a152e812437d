"""``explain`` says what to write where it is asked for too little."""

from __future__ import annotations

import pytest
from front_door import run


@pytest.mark.usefixtures("desk")
def test_a_letter_without_a_note_asks_for_its_number() -> None:
    asked = run("explain", "letter.md")
    assert (asked.code, asked.lines) == (
        2,
        [
            "comment-kit: letter.md: which of its notes is to be explained?",
            "hint: write its number: comment-kit explain letter.md 14",
        ],
    )


@pytest.mark.usefixtures("desk")
def test_an_unknown_code_shows_what_codes_are_like() -> None:
    hint = run("explain", "XX").lines[1]
    assert hint == "hint: codes look like PIN102. For a note: comment-kit explain LETTER.md 14"
