"""Several letters are checked in one go; one that cannot be read keeps no other from being checked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from front_door import run
from quoting_letters import FORTY, ROADS, Desk, letter_of, make_desk, quoting


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    desk = make_desk(tmp_path, capsys)
    desk.letter.write_text(letter_of((quoting(FORTY), ROADS.format(page=1))), encoding="utf-8")
    return desk


def test_a_letter_that_cannot_be_read_keeps_no_other_from_being_checked(desk: Desk) -> None:
    outcome = run("check", str(desk.folder / "none.docx"), str(desk.letter), "--project", str(desk.folder))
    assert outcome.code == 2
    assert outcome.err.startswith(f"comment-kit: {desk.folder / 'none.docx'}: cannot be read: No such file")
    assert outcome.out.splitlines()[-1] == "CLEARED: 1 of 1"


def test_the_file_that_was_read_stands_in_a_list_where_several_were_named(desk: Desk) -> None:
    names = (str(desk.letter), str(desk.folder / "none.docx"))
    outcome = run("check", *names, "--format", "json", "--project", str(desk.folder))
    assert outcome.code == 2
    assert [each["file"] for each in json.loads(outcome.out)["files"]] == [str(desk.letter)]


def test_nothing_is_reported_where_no_file_can_be_read(desk: Desk) -> None:
    names = [str(desk.folder / name) for name in ("none.docx", "nothing.md")]
    outcome = run("check", *names, "--project", str(desk.folder))
    assert (outcome.code, outcome.out) == (2, "")
    assert all(f"comment-kit: {name}: " in outcome.err for name in names)


@pytest.mark.parametrize("name", ["letter.odt", "letter.doc", "LETTER.RTF"])
def test_a_letter_of_another_word_processor_is_to_be_saved_anew(desk: Desk, name: str) -> None:
    (desk.folder / name).write_bytes(b"anything")
    outcome = run("check", str(desk.folder / name), "--project", str(desk.folder))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        f"comment-kit: {desk.folder / name}: this is no letter that can be checked\nhint: save it as .docx\n"
    )
