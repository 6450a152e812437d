"""What is said of a quotation in a letter's source names the line and the column of its opening mark."""

from pathlib import Path

import pytest
from quoting_letters import ROADS, Desk, make_desk

NOTE = f"[^1]: {ROADS.format(page=1)}"
WRONG = "“The Office received fifty letters about the draft.”"
TYPED = '"The Office received fifty letters about the draft."'


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


PLACES = {
    f"It says that\nthere are roads,\nand that {WRONG}[^1]\n\n{NOTE}": "3:10",
    f"It says that\nthere are roads,\nand that {TYPED}[^1]\n\n{NOTE}": "3:10",
    f"> Set in\n>\n> - a list\n>   that says {WRONG}\n\nIt says *that* {WRONG}[^1]\n\n{NOTE}": "6:16",
    f"| Part | Said |\n|---|---|\n| One | {WRONG}[^1] |\n\n{NOTE}": "3:9",
    f"It bends.[^1]\n\n[^1]: Road Office, On Roads 1 (2024) (noting that\n    {WRONG}).": "4:5",
    "It “says that the Office\nreceived fifty letters about the draft” at length.[^1]\n\n" + NOTE: "1:4",
}  # fmt: skip


@pytest.mark.parametrize("text", PLACES)
def test_a_wrong_quotation_is_told_at_its_opening_mark(desk: Desk, text: str) -> None:
    report = desk.check(text)
    places = [each["place"].rpartition("letter.md:")[2] for each in report["diagnostics"] if each["code"] == "QUO301"]
    assert places == [PLACES[text]]


def test_the_place_of_a_quotation_in_the_text_is_that_of_its_mark_too(desk: Desk) -> None:
    report = desk.check(f"It says that\nthere are roads,\nand that {WRONG}[^1]\n\n{NOTE}\n")
    assert [each["place"] for each in report["quotations"]] == [f"{desk.letter}:3:10"]


def test_words_that_are_quoted_twice_have_a_place_each(desk: Desk) -> None:
    text = f"It says {WRONG}[^1]\nand again {WRONG}[^1]\n\n{NOTE}\n"
    report = desk.check(text)
    assert [each["place"] for each in report["quotations"]] == [f"{desk.letter}:1:9", f"{desk.letter}:2:11"]


def test_a_comment_still_leaves_out_what_its_paragraph_quotes_further_down(desk: Desk) -> None:
    text = f"<!-- ck: ignore QUO301 read in print --> It says that\nthere are roads,\nand that {WRONG}[^1]\n\n{NOTE}\n"
    assert [each for each in desk.check(text)["diagnostics"] if each["code"].startswith("QUO")] == []
