"""What is found in a letter's source is said with the number of the note that it is about, as printed."""

from pathlib import Path

import pytest
from quoting_letters import BENDS, FORTY, ROADS, make_desk

LETTER = f"""May 1, 2024

It says "{FORTY.replace("forty", "fifty")}."[^1] It says "{FORTY}."[^2] And "{BENDS}."[^3]

[^1]: {ROADS.format(page="at 1")}
[^2]: *Id.* at 2.
[^3]: *Id.*
"""
"""Three notes are called in one paragraph: its line alone does not tell them apart."""


def test_each_quotation_of_a_paragraph_is_said_with_its_own_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = make_desk(tmp_path, capsys).check(LETTER)["diagnostics"]
    notes = {each["code"]: each["note"] for each in found}
    assert notes["QUO301"] == 1
    assert notes["PIN201"] == 2
    assert notes["QUO302"] == 3


def test_the_text_report_names_the_note_beside_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = make_desk(tmp_path, capsys)
    desk.check(LETTER)
    assert "letter.md:3:9: QUO301 note 1: “The Office received fifty" in desk.run()[1]


def test_the_annotations_of_a_change_name_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = make_desk(tmp_path, capsys)
    desk.check(LETTER)
    assert "::note 1: “The Office received fifty" in desk.run("--format", "github")[1]
