"""A false quotation that looks like a name or a term does not pass a letter unseen."""

from pathlib import Path

import pytest
from quoting_letters import FORTY, ROADS, Desk, letter_of, make_desk, quoting

PAGE = ROADS.format(page="at 1")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def verdicts(desk: Desk, words: str, note: str = PAGE) -> list[str]:
    return [each["verdict"] for each in desk.check(letter_of((words, note)))["quotations"]]


def test_a_sentence_full_of_capitals_is_judged(desk: Desk) -> None:
    words = "the Road Office, acting through the Director of Bridges, and the Secretary of Defense"
    assert verdicts(desk, f"It binds “{words}.”") == ["not-found"]


def test_a_long_term_is_judged(desk: Desk) -> None:
    assert verdicts(desk, "What is known as “the Office received sixty letters about the draft” is useful.") == [
        "altered"
    ]


def test_what_may_be_a_name_is_undecided_and_keeps_a_letter_from_being_cleared(desk: Desk) -> None:
    assert verdicts(desk, "It says “Forty Letters About Bridges.”") == ["undecided"]
    assert desk.run("--for-filing")[0] == 1
    assert desk.run()[1].endswith("NOT CLEARED: 1 of 1 quotations (1 undecided)\n")


def test_the_title_of_the_source_is_silent(desk: Desk) -> None:
    assert verdicts(desk, "It is the report “On Roads.”") == []


def test_a_name_that_the_source_has_needs_no_page(desk: Desk) -> None:
    assert verdicts(desk, "It speaks of “The Office received forty letters,”", ROADS.format(page="")) == ["words-only"]
    named = desk.check(letter_of((quoting(FORTY), PAGE), ("The term “forty letters about”", ROADS.format(page=""))))
    assert [each["text"] for each in named["quotations"]] == [f"{FORTY}."]
    assert [each["code"] for each in named["diagnostics"]] == []
