"""However large and odd a letter is, the kit answers within seconds and does not fill the machine."""

from __future__ import annotations

import pytest
from front_door import FRONT, Desk, Outcome, letter_of

HUGE = 50_000_000

SHAPES = {
    "words": "Words of a letter go on and on. ",
    "paragraphs": "Words of a letter.\n\n",
    "open brackets": "[",
    "open citations": "[@eo14110, ",
    "citations": "[@eo14110]",
    "cited paragraphs": "Words.[@ntia2024, 3]\n\n",
    "quotations": "> ",
    "quotation marks": '"',
    "apostrophes": "'",
    "stars": "*",
    "backticks": "`",
    "notes": "^[",
    "pictures": "![",
    "links": "[a](b)",
    "headings": "# x\n",
    "items": "- a\n",
    "nested items": "- - - - - - - - a\n",
    "cells": "a|b\n-|-\n",
    "short rows": "|a|\n|-|\nb\n",
    "divisions": "::: cover\n",
    "mentions": "@x ",
    "tags": "<",
    "entities": "&amp;",
    "line feeds": "\n",
    "expressions": "{{ 1 }}",
    "open expressions": "{{",
    "emphasis": "_a",
    "raised": "^a^",
}


def answered(built: Outcome) -> None:
    """Hold that the kit ended by itself, soon, and small, and said what was the matter."""
    assert built.code in {0, 1, 2}
    assert "Traceback" not in built.err
    assert built.seconds < 10
    assert built.megabytes < 500
    assert built.code == 0 or built.err


@pytest.mark.parametrize("name", ["words", "paragraphs", "open brackets", "citations", "quotations", "line feeds"])
def test_fifty_megabytes_are_refused_in_one_sentence(desk: Desk, name: str) -> None:
    shape = SHAPES[name]
    desk.write("letter.md", letter_of(shape * (HUGE // len(shape))))
    before = desk.holds()
    built = desk.build_apart()
    answered(built)
    assert built.code == 2
    assert built.lines == [
        "comment-kit: letter.md: more than 20,000,000 bytes are too many for a letter",
        "hint: name the Markdown file of the letter",
    ]
    assert desk.holds() == before


@pytest.mark.parametrize("name", SHAPES)
def test_the_longest_letter_that_is_read_is_answered_within_seconds(desk: Desk, name: str) -> None:
    shape = SHAPES[name]
    desk.write("letter.md", letter_of(shape * (4_900_000 // len(shape))))
    answered(desk.build_apart())


@pytest.mark.parametrize("name", ["citations", "quotation marks", "links", "headings", "items", "mentions", "raised"])
def test_a_long_letter_is_answered_within_seconds(desk: Desk, name: str) -> None:
    shape = SHAPES[name]
    desk.write("letter.md", letter_of(shape * (95_000 // len(shape))))
    answered(desk.build_apart())


@pytest.mark.parametrize(
    ("front", "code"),
    [
        ("a: [\n" * 19_000, "LET111"),
        ("a: " + "[" * 90_000, "LET111"),
        ("a: " + "x" * 200_000, "LET111"),
        ("a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(99)), "LET11"),
    ],
    ids=["open lists", "nested", "long", "aliases"],
)
def test_large_front_matter_is_answered_within_seconds(desk: Desk, front: str, code: str) -> None:
    desk.write("letter.md", letter_of("Words.", FRONT + front))
    built = desk.build_apart()
    answered(built)
    assert code in built.err
