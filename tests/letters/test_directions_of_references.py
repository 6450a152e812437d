"""Whether *supra* points back and *infra* ahead."""

import pytest
from letter_readings import FORMAL, SHIPPED, hints, remarks

from comment_kit.letters import Setting

WRONG = {
    "# One {#one}\n\nA.\n\n# Two\n\nSee *infra* [](#one).": (
        "7:13 LET213 'infra' stands here, and what '#one' names comes before it"
    ),
    "See *supra* [](#one).\n\n# One {#one}": ("1:13 LET213 'supra' stands here, and what '#one' names comes after it"),
    "A.[@x, 3]{#fn} See infra note [](#fn).": "1:31 LET213 'infra' stands here, and what '#fn' names comes before it",
    "A.^[See *supra* note [](#fn).] B.[@x, 3]{#fn}": (
        "1:22 LET213 'supra' stands here, and what '#fn' names comes after it"
    ),
}


@pytest.mark.parametrize(("text", "remark"), WRONG.items())
def test_a_word_that_points_the_wrong_way_is_told(text: str, remark: str) -> None:
    assert remarks(text) == [remark]


RIGHT = [
    "# One {#one}\n\nSee *supra* [](#one), and [](#one).",
    "See *infra* [](#one).\n\n# One {#one}",
    "A.[^n] B.^[See *supra* note [](#n), and *infra* note [](#late).] C.[@x]{#late}\n\n[^n]: Words.",
    "The supra doctrine. See [](#one).\n\n# One {#one}",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_word_that_points_the_right_way_is_silent(text: str) -> None:
    assert remarks(text) == []


PLAIN = Setting(templates=SHIPPED)


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [("See Part [](#one).", "9:10", "Part"), ("In *infra* sections [](#one).", "9:21", "sections")],
)
def test_a_word_that_the_number_of_a_heading_brings_along_is_told(text: str, place: str, word: str) -> None:
    letter = f"{FORMAL}{text}\n\n# One {{#one}}\n\nA."
    assert remarks(letter, PLAIN) == [
        f"{place} LET215 '{word}' stands here, and '#one' prints that word with its number"
    ]
    assert hints(letter, PLAIN) == [f"take '{word}' away"]


@pytest.mark.parametrize("text", ["See Part [](#two).", "See Part [the first](#one).", "Take part. [](#one) says so."])
def test_a_word_that_no_number_brings_along_is_silent(text: str) -> None:
    assert remarks(f"{FORMAL}{text}\n\n# One {{#one}}\n\nA.\n\n# Two {{#two .unnumbered}}\n\nB.", PLAIN) == []


def test_a_quotation_that_a_parenthetical_opens_and_does_not_close_is_told() -> None:
    assert remarks('A.[@x, 3 ("unclosed)] B.') == [
        "1:11 LET206 a quotation mark opens here and its parenthetical ends before it closes"
    ]


def test_a_parenthetical_with_its_quotation_closed_is_silent() -> None:
    assert remarks('A.[@x, 3 ("closed," it says, in \u201cfull.\u201d)] B.') == []
