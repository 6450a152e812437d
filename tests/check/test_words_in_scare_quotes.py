"""One or two words that the source does not have are the letter's own as likely as not: no report counts them."""

import json
from pathlib import Path

import pytest
from quoting_letters import BENDS, FORTY, RIVERS, ROADS, Desk, letter_of, make_desk, quoting

QUOTED = quoting(FORTY), ROADS.format(page="at 1")
SCARED = "It speaks of “tar paving” again.", ROADS.format(page="at 1")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def test_every_report_leaves_them_out(desk: Desk) -> None:
    checked = desk.check(letter_of(QUOTED, SCARED))
    assert checked["summary"]["quotations"] == checked["summary"]["verified"] == 1
    assert [each["text"] for each in checked["quotations"]] == [f"{FORTY}."]
    assert desk.run()[1].endswith("CLEARED: 1 of 1\n")
    assert "tar paving" not in desk.run("--format", "html")[1]
    status, printed = desk.run("--for-filing")
    assert (status, printed.splitlines()[-1]) == (0, "CLEARED: 1 of 1")


def test_words_that_the_source_has_are_counted(desk: Desk) -> None:
    checked = desk.check(letter_of(QUOTED, ("It speaks of “forty letters” again.", SCARED[1])))
    assert [each["verdict"] for each in checked["quotations"]] == ["verified", "verified"]


def test_words_of_a_source_without_a_text_wait_for_it(desk: Desk) -> None:
    desk.check(letter_of(QUOTED, ("It speaks of “gravel beds” again.", RIVERS.format(page="at 1"))))
    assert desk.run()[1].splitlines()[-1] == "NOT CLEARED: 1 of 2 quotations (1 no text)"


def test_words_without_a_page_are_not_asked_for_one(desk: Desk) -> None:
    checked = desk.check(letter_of(("It speaks of “a board” and “forty letter” there.", ROADS.format(page=""))))
    assert [each["code"] for each in checked["diagnostics"]] == []


def test_a_clearance_of_such_words_stays_in_the_report(desk: Desk) -> None:
    comment = "<!-- ck: cleared QUO n.1 AB 2026-11-21 read in print -->"
    desk.letter.write_text(letter_of((f"{comment}\n{SCARED[0]}", SCARED[1])), encoding="utf-8")
    (quotation,) = json.loads(desk.run("--format", "json")[1])["quotations"]
    assert quotation["cleared"]["by"] == "AB"


def test_three_words_that_are_not_there_are_told(desk: Desk) -> None:
    checked = desk.check(letter_of(("It speaks of “tar paving machines.”", SCARED[1]), (quoting(BENDS), SCARED[1])))
    assert [each["verdict"] for each in checked["quotations"]] == ["not-found", "not-found"]
