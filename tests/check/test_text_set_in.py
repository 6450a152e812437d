"""Text that a typist set in on the left: a quotation where the source has it, and perhaps none where it has not."""

import json
from pathlib import Path

import pytest
from any_word import fn, p, word_file
from quoting_letters import FORTY, ROADS, Desk, make_desk

LEFT = '<w:ind w:left="720"/>'


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def judged(desk: Desk, words: str) -> tuple[list[str], list[str], str]:
    """Return the verdicts, the codes of what is wrong, and the last line of the report."""
    letter = desk.folder / "letter.docx"
    body = (p("The Office says how it went about it:"), p(words, fn(1), properties=LEFT), p("So it did, and in time."))
    letter.write_bytes(word_file(*body, footnotes={1: ROADS.format(page="at 1")}))
    report = json.loads(desk.run_on(letter, "--format", "json")[1])
    wrong = [each["code"] for each in report["diagnostics"] if each["severity"] == "error"]
    return [each["verdict"] for each in report["quotations"]], wrong, desk.run_on(letter)[1].splitlines()[-1]


def test_words_of_the_source_are_verified(desk: Desk) -> None:
    assert judged(desk, f"{FORTY}.") == (["verified"], [], "CLEARED: 1 of 1")


def test_a_number_changed_in_them_is_told(desk: Desk) -> None:
    assert judged(desk, f"{FORTY.replace('forty', 'fifty')}.") == (
        ["altered"],
        ["QUO301"],
        "NOT CLEARED: 1 of 1 quotations (1 altered)",
    )


def test_words_that_are_not_there_are_taken_for_the_letters_own(desk: Desk) -> None:
    assert judged(desk, "We ask that the roads be mended before winter comes.") == ([], [], "CLEARED: 0 of 0")
