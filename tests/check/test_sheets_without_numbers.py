"""Where a sheet of the source prints no number, messages call it a sheet, and no page."""

from pathlib import Path

import pytest
from quoting_letters import ROADS, Desk, letter_of, make_desk, quoting

from comment_kit.cli import main

FRONT = "On Roads\n\nThe Office first thanks everybody who wrote to it."
LATER = "Release decisions do not rest with the board"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return a project whose source has a sheet without a number before its three pages."""
    desk = make_desk(tmp_path, capsys)
    text = (tmp_path / "roads.txt").read_text(encoding="utf-8")
    (tmp_path / "fronted.txt").write_text(f"{FRONT}\f{text}", encoding="utf-8")
    table = "locator,first_page,last_page,called_on,title,evidence\nPreface,sheet 1,sheet 1,,,official pdf\n"
    (tmp_path / "citations" / "pinpoints").mkdir()
    (tmp_path / "citations" / "pinpoints" / "roads.csv").write_text(table, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["sources", "add", "roads", str(tmp_path / "fronted.txt"), "--project", str(tmp_path)])
    capsys.readouterr()
    return desk


def told(desk: Desk, words: str, place: str) -> list[tuple[str, str, str]]:
    checked = desk.check(letter_of((quoting(words), ROADS.format(page=place))))
    return [(each["code"], each["message"].rpartition("” ")[2], each["hint"]) for each in checked["diagnostics"]]


def test_words_that_stand_on_one(desk: Desk) -> None:
    assert told(desk, "The Office first thanks everybody", "at 2") == [
        ("PIN201", "is not on page 2 of 'roads'", "the words are on sheet 1, which prints no number: cite “Preface”")
    ]


def test_words_that_are_cited_there_and_stand_elsewhere(desk: Desk) -> None:
    assert told(desk, LATER, "at Preface") == [("PIN201", "is not on sheet 1 of 'roads'", "the words are on page 2")]


def test_words_that_are_cited_by_the_sheet(desk: Desk) -> None:
    assert told(desk, "The Office first thanks everybody", "at sheet 1") == []
    assert told(desk, LATER, "at sheet 1") == [("PIN201", "is not on sheet 1 of 'roads'", "the words are on page 2")]


def test_words_without_a_page(desk: Desk) -> None:
    assert told(desk, "The Office first thanks everybody", "") == [
        (
            "QUO201",
            "is quoted from 'roads' without a page",
            "the words are on sheet 1, which prints no number: cite “Preface”",
        )
    ]


def test_a_part_that_stands_on_one_and_is_cited_with_a_page(desk: Desk) -> None:
    note = ROADS.format(page="at 2 (Preface)")
    (wrong,) = desk.check(letter_of((quoting(LATER), note)))["diagnostics"]
    assert (wrong["code"], wrong["message"], wrong["hint"]) == (
        "PIN103",
        "Preface of roads is not on page 2",
        "the pinpoint table has it on sheet 1",
    )


def test_no_bracket_is_offered_that_cites_one(desk: Desk) -> None:
    desk.letter.write_text(
        "---\ndate: 2024-09-09\ntemplate: policy-letter\nstyle: bluebook\n---\n\n"
        "It says, “The Office first thanks everybody who wrote to it.”[@roads, 2]\n",
        encoding="utf-8",
    )
    printed = desk.run("--format", "json")[1]
    assert "are on sheet 1" in printed
    assert "@roads, sheet 1" not in printed
