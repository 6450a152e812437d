"""``explain`` says what to write where it is asked for too little."""

from __future__ import annotations

import pytest
from front_door import FRONT, Desk, letter_of, run


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


def test_a_note_without_a_source_says_what_it_does_to_the_run_of_notes(desk: Desk) -> None:
    front = f"{FRONT.rstrip().removesuffix('}')}, note: Words of the author.}}\n"
    desk.write("letter.md", letter_of("A.^[Words.] B.[@eo14110]", front))
    assert run("explain", "letter.md", "1").out == "Note 1 cites no source. The note after it cannot be Id.\n"
    assert run("explain", "letter.md", "i").out == (
        "Note i cites no source. It has a mark instead of a number and stands outside the run of notes.\n"
    )
