"""What *supra* calls a source by is compared with the note it points at, and told once."""

from __future__ import annotations

from pathlib import Path

import pytest
from quoting_letters import RIVERS, ROADS, Desk, letter_of, make_desk

KAPOOR = "Sayash Kapoor et al., *On the Societal Impact of Open Foundation Models*, arXiv (Feb. 27, 2024)."
ROE = "Jane Roe, *Closed Is Safe*, 12 J.L. & Tech. 4, 9 (2022)."


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def told(desk: Desk, *notes: str) -> list[str]:
    checked = desk.check(letter_of(*((f"Words {number}.", note) for number, note in enumerate(notes, 1))))
    lines = [f"{each['code']} {each['message']} / {each['hint']}" for each in checked["diagnostics"]]
    return [line.replace("\u00a0", " ") for line in lines]


NAME_IT = "name the source as its full citation does, or correct the number"


@pytest.mark.parametrize("name", ["Smith", "*Weights Report*", "AI Order"])
def test_a_name_of_which_the_note_has_no_word_is_told(desk: Desk, name: str) -> None:
    assert told(desk, KAPOOR, ROE, f"{name}, *supra* note 1, at 3.") == [
        f"ANT112 “{name.strip('*')}, supra note 1, at 3”: note 1 has no word of this name / {NAME_IT}"
    ]


def test_the_one_note_that_has_the_name_is_named(desk: Desk) -> None:
    lines = told(desk, KAPOOR, "Words by J. Smith on weights.", "Smith, supra note 1, at 3.")
    assert lines == ["ANT112 “Smith, supra note 1, at 3”: note 1 has no word of this name / note 2 has it"]


@pytest.mark.parametrize(
    "note",
    [
        "Kapoor, supra note 1, at 3.",
        "Kapoor & Narayanan, supra note 1, at 3.",
        "*Societal Impact*, supra note 1, at 3.",
        "Found. Models Paper, supra note 1, at 3.",
        "See Article, supra note 1, at 3.",
    ],
)
def test_a_name_of_which_the_note_has_a_word_is_not_told(desk: Desk, note: str) -> None:
    assert told(desk, KAPOOR, note) == []


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (1, "'supra note 1' names a note that does not cite this source in full"),
        (3, "'supra note 3' names a note that does not cite this source in full"),
        (99, "'supra note 99' names a note that this letter does not have"),
    ],
)
def test_a_wrong_number_of_a_known_name_is_told_once(desk: Desk, number: int, message: str) -> None:
    assert told(desk, KAPOOR, ROE, f"Roe, supra note {number}, at 4.") == [
        f"ANT103 {message} / the full citation stands in note 2"
    ]


def test_a_name_whose_full_citation_was_taken_out_is_told_once(desk: Desk) -> None:
    full = ROADS.format(page="1").removesuffix(".")
    assert told(desk, f"{full} [hereinafter *Road Book*].", RIVERS.format(page="2"), "Road Book, supra note 1.") == []
    assert told(desk, RIVERS.format(page="2"), "Pavement Book, supra note 1, at 2.") == [
        f"ANT109 “Pavement Book, supra note 1, at 2”: note 1 cites 'rivers', and gives it no such name / {NAME_IT}"
    ]
    assert [line[:6] for line in told(desk, "Pavement Book, supra note 1, at 2.", ROE)] == ["ANT104"]
    assert [line[:6] for line in told(desk, KAPOOR, "Pavement Book, supra note 99, at 2.")] == ["ANT104"]


def test_a_place_behind_supra_belongs_to_the_source_before_it(desk: Desk) -> None:
    checked = desk.check(letter_of(("Words.", ROADS.format(page="1")), ("Words.", "See On Roads, *supra*, § 2.")))
    second = checked["citations"][1]
    assert (second["source"], second["form"], second["pinpoint"]["section"]) == ("roads", "supra", "§ 2")


@pytest.mark.parametrize("note", ["See *supra* Part II.", "See supra, Part II.", "Our views stand in Part II, supra."])
def test_a_part_of_the_letter_itself_is_no_source(desk: Desk, note: str) -> None:
    checked = desk.check(letter_of(("Words.", ROADS.format(page="1")), ("Words.", note)))
    assert len(checked["citations"]) == 1
