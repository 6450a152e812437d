"""A quotation that is a little altered, and stands on another page than the one cited, is wrong twice."""

from pathlib import Path

import pytest
from quoting_letters import FORTY, ROADS, Desk, letter_of, make_desk, quoting


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def test_a_wrong_page_is_told_where_the_words_are_altered_too(desk: Desk) -> None:
    words = FORTY.replace("the draft", "a draft")
    (found,) = desk.check(letter_of((quoting(words), ROADS.format(page=2))))["diagnostics"]
    assert (found["code"], found["severity"]) == ("QUO301", "error")
    assert found["message"].endswith("“a” stands for “the”; and it stands on page 1, not on page 2")


def test_nothing_is_said_of_the_page_of_words_that_are_mostly_others(desk: Desk) -> None:
    words = "The Office received many complaints about the new draft rule"
    (found,) = desk.check(letter_of((quoting(words), ROADS.format(page=2))))["diagnostics"]
    assert "stands on page" not in found["message"]
