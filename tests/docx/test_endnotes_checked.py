"""A letter whose notes stand at its end, numbered i, ii, iii as Word does, is followed as one with footnotes is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from any_word import en, p, word_file
from front_door import run

FULL = "Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (Oct. 30, 2023)."


def checked(folder: Path, *notes: str) -> dict[str, Any]:
    body = p(*[part for number in range(1, len(notes) + 1) for part in ("Words. ", en(number))])
    letter = folder / "letter.docx"
    letter.write_bytes(word_file(body, endnotes=dict(enumerate(notes, start=1))))
    return dict(json.loads(run("check", str(letter), "--as-of", "2024-01-01", "--format", "json").out))


def test_a_note_is_named_as_it_is_printed(tmp_path: Path) -> None:
    said = checked(tmp_path, FULL, "Id. at 75196.", "Nobody at all, supra note i, at 3.", "Id. at 5.")
    assert [(each["note"], each["mark"], each["form"]) for each in said["citations"]][:2] == [
        (1, "i", "full"),
        (2, "ii", "id"),
    ]
    assert said["citations"][1]["source"] == "eo14110"


@pytest.mark.parametrize(("named", "codes"), [("i", []), ("iii", ["ANT103"])])
def test_supra_names_the_note_by_its_numeral(named: str, codes: list[str], tmp_path: Path) -> None:
    said = checked(tmp_path, FULL, "5 U.S.C. § 553.", f"Exec. Order No. 14,110, supra note {named}, at 75196.")
    assert [each["code"] for each in said["diagnostics"]] == codes
    assert all(each["hint"] == "the full citation stands in note i" for each in said["diagnostics"])
