"""By which style a letter's form is judged, what is said where none is declared, and what ``--fix`` writes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from front_door import letter_of, run

ORDER = "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023)."
NTIA = (
    "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 47 (2024), "
    "https://www.ntia.gov/sites/default/files/publications/ntia-ai-open-model-report.pdf."
)


def typed(folder: Path, *notes: str) -> Path:
    """Write a letter of ``notes`` that declares no style."""
    text = "\n\n".join(f"A sentence.[^{number}]" for number in range(1, len(notes) + 1))
    text += "\n\n" + "\n\n".join(f"[^{number}]: {words}" for number, words in enumerate(notes, start=1))
    letter = folder / "letter.md"
    letter.write_text(f"March 3, 2024\n\n{text}\n", encoding="utf-8")
    return letter


def report(letter: Path, *options: str) -> dict[str, Any]:
    return dict(json.loads(run("check", str(letter), "--format", "json", *options).out))


def form(letter: Path, *options: str) -> list[str]:
    return [each["code"] for each in report(letter, *options)["diagnostics"] if each["tier"] == "form"]


def test_a_letter_without_a_style_is_told_which_it_reads_like_and_how_much_waits(tmp_path: Path) -> None:
    letter = typed(tmp_path, ORDER, NTIA, "See Id. at 5-6.")
    line = "Reads most like 'bluebook': 2 remarks of form wait (--style bluebook shows them)."
    assert form(letter) == []
    assert line in run("check", str(letter)).out.splitlines()
    assert form(letter, "--style", "bluebook") == ["FRM204", "FRM208"]
    assert "Reads most" not in run("check", str(letter), "--style", "bluebook").out


def test_a_letter_in_the_form_of_a_style_is_told_that_nothing_waits(tmp_path: Path) -> None:
    assert "Reads most like 'bluebook': no remark of form waits." in run("check", str(typed(tmp_path, ORDER))).out


def test_a_letter_of_no_known_source_reads_like_none(tmp_path: Path) -> None:
    assert "Reads most" not in run("check", str(typed(tmp_path, "Some words of our own."))).out


def test_the_style_of_the_project_is_declared_for_every_letter_in_it(tmp_path: Path) -> None:
    (tmp_path / "comment-kit.toml").write_text('[letter]\nstyle = "bluebook"\n', encoding="utf-8")
    assert form(typed(tmp_path, NTIA, "Ibid. at 5.")) == ["FRM202"]


def test_a_style_that_is_not_there_is_said_once(tmp_path: Path) -> None:
    found = report(typed(tmp_path, NTIA), "--style", "blubook")["diagnostics"]
    assert [(each["code"], each["place"]) for each in found] == [("FRM101", "--style")]


BODY = "It says so.[@eo14110, § 4.1] And so.[@ntia2024, 10] Again.[@eo14110, § 4.1]"


@pytest.mark.parametrize("style", ["bluebook", "comment-letter", "policy-letter"])
def test_a_word_file_of_ours_is_judged_by_the_style_that_set_it(style: str, tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    letter.write_text(letter_of(BODY).replace("comment-letter", style), encoding="utf-8")
    assert run("build", str(letter)).code == 0
    assert form(tmp_path / "letter.docx") == []
    other = "bluebook" if style != "bluebook" else "policy-letter"
    assert {"FRM250", "FRM252"} & set(form(tmp_path / "letter.docx", "--style", other))


def test_a_form_that_the_letter_asks_for_is_no_remark(tmp_path: Path) -> None:
    letter = tmp_path / "letter.md"
    asked = BODY.replace("Again.[@eo14110, § 4.1]", "Again.[@eo14110, § 4.1]{form=full}")
    letter.write_text(letter_of(asked).replace("comment-letter", "bluebook"), encoding="utf-8")
    assert run("build", str(letter)).code == 0
    assert form(tmp_path / "letter.docx") == []


SLIPS = (
    ("Ibid. at 5.", "Id. at 5."),
    ("*See Id.* at 5.", "*See id.* at 5."),
    ("Id. at pp. 5–6.", "Id. at 5–6."),
    ("Id. at 10 n. 30.", "Id. at 10 n.30."),
    ("Id. at 10-12.", "Id. at 10–12."),
    ("Id..", "Id."),
    ("See e.g. id. at 4.", "See, e.g., id. at 4."),
    ("Id. at 5 (Noting that much is open).", "Id. at 5 (noting that much is open)."),
    ("Nat'l Telecomm. & Info. Admin., supra note 1 at 10.", "Nat'l Telecomm. & Info. Admin., supra note 1, at 10."),
)


@pytest.mark.parametrize(("slip", "right"), SLIPS)
def test_a_slip_is_mended_whole_and_mending_twice_is_mending_once(slip: str, right: str, tmp_path: Path) -> None:
    letter = typed(tmp_path, NTIA, slip)
    before = form(letter, "--style", "bluebook")
    assert run("check", str(letter), "--style", "bluebook", "--fix").code in {0, 1}
    mended = letter.read_text(encoding="utf-8")
    assert mended == typed(tmp_path, NTIA, right).read_text(encoding="utf-8")
    assert set(form(letter, "--style", "bluebook")) < set(before)
    run("check", str(letter), "--style", "bluebook", "--fix")
    assert letter.read_text(encoding="utf-8") == mended


def test_words_that_stand_twice_in_a_note_are_left_to_the_writer(tmp_path: Path) -> None:
    letter = typed(tmp_path, NTIA, "Ibid. at 5. Ibid. at 6.")
    text = letter.read_text(encoding="utf-8")
    found = report(letter, "--style", "bluebook")["diagnostics"]
    assert [each["fix"] for each in found if each["code"] == "FRM202"] == [None]
    run("check", str(letter), "--style", "bluebook", "--fix")
    assert letter.read_text(encoding="utf-8") == text
