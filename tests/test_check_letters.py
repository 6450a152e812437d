"""``check`` follows every citation of a letter, ours or anybody's, to its source and its page."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx_notes import read_golden

from comment_kit.cli import main
from comment_kit.workflows.building import BuildOptions, build

GOLDEN = Path(__file__).parent / "golden"
SOURCES = ("eo14110", "nist800-1", "nist-news-2024", "rfc2024", "ntia2024", "srikumar2024")
PAGES = {
    2: "75196", 3: "75203", 6: "sheet 5", 8: "47", 9: "10", 10: "19", 11: "10", 12: "2", 13: "2", 14: "3", 15: "10",
    18: "10", 19: "sheet 5", 20: "1", 21: "8, 9", 22: "6", 23: "12", 24: "12", 25: "13", 26: "12", 27: "12", 28: "13",
    29: "12", 30: "19", 31: "19", 32: "19", 33: "10", 34: "22", 35: "4", 36: "19",
}  # fmt: skip
"""The page at which a reader of each note arrives."""


def checked(capsys: pytest.CaptureFixture[str], *arguments: object) -> dict[str, Any]:
    with pytest.raises(SystemExit):
        main(["check", *map(str, arguments), "--format", "json"])
    return dict(json.loads(capsys.readouterr().out))


def typed_letter(path: Path, notes: dict[int, str] | None = None) -> Path:
    """Write a letter as somebody types it, with the notes as filed, in plain Markdown without front matter."""
    golden = {number: note.text for number, note in read_golden(GOLDEN / "first-letter-notes.txt").items()}
    notes = notes or golden
    text = "\n\n".join(f"A sentence of its own.[^{number}]" for number in notes)
    text += "\n\n" + "\n\n".join(f"[^{number}]: {words}" for number, words in notes.items())
    path.write_text(text + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["docx", "md", "source"])
def test_the_first_letter_is_followed_whole(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    match form:
        case "docx":
            letter = tmp_path / "letter.docx"
            build(BuildOptions(letter=GOLDEN / "first-letter.md", output=letter))
        case "md":
            letter = typed_letter(tmp_path / "typed.md")
        case _:
            letter = GOLDEN / "first-letter.md"
    report = checked(capsys, letter)
    citations = [citation for citation in report["citations"] if citation["note"] is not None]
    assert len(citations) == len(report["citations"]) == 37
    assert [citation["form"] for citation in citations].count("id") == 22
    assert {citation["source"] for citation in citations} == set(SOURCES)
    first_of_note = {citation["note"]: citation for citation in reversed(citations)}
    assert {note: first_of_note[note]["effective_page"] for note in PAGES} == PAGES
    assert citations[16]["pinpoint"] == {"page": "10", "section": None, "note": "30", "label": None}
    assert [each for each in report["diagnostics"] if each["severity"] == "error"] == []


def test_a_full_citation_taken_out_is_found_at_the_notes_that_rest_on_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = {1: "A.", 2: "Id. at 75196.", 3: "Nat'l Telecomm. & Info. Admin., supra note 1, at 10."}
    report = checked(capsys, typed_letter(tmp_path / "typed.md", notes))
    found = [(each["code"], each["place"].rpartition("note ")[2]) for each in report["diagnostics"]]
    assert {code for code, _ in found} == {"ANT101", "ANT109"}


def test_a_wrong_number_behind_supra_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden = read_golden(GOLDEN / "first-letter-notes.txt")
    notes = {1: golden[8].text, 2: golden[5].text, 3: "Nat'l Telecomm. & Info. Admin., supra note 2, at 10."}
    (wrong,) = checked(capsys, typed_letter(tmp_path / "typed.md", notes))["diagnostics"]
    assert (wrong["code"], wrong["hint"]) == ("ANT103", "the full citation stands in note 1")


def test_an_order_cited_after_its_revocation_must_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = typed_letter(tmp_path / "typed.md", {1: read_golden(GOLDEN / "first-letter-notes.txt")[1].text})
    assert checked(capsys, letter, "--as-of", "2024-09-09")["diagnostics"] == []
    (wrong,) = checked(capsys, letter, "--as-of", "2025-03-01")["diagnostics"]
    assert (wrong["code"], wrong["severity"]) == ("SRC211", "error")


def test_a_page_outside_its_source_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden = read_golden(GOLDEN / "first-letter-notes.txt")
    (wrong,) = checked(capsys, typed_letter(tmp_path / "typed.md", {1: golden[1].text, 2: "Id. at 75300."}))[
        "diagnostics"
    ]
    assert wrong["code"] == "PIN102"


def test_codes_may_be_selected_and_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = typed_letter(tmp_path / "typed.md", {1: "Id. at 5."})
    assert [each["code"] for each in checked(capsys, letter, "--select", "ANT")["diagnostics"]] == ["ANT101"]
    assert checked(capsys, letter, "--ignore", "ANT101")["diagnostics"] == []


def test_checking_changes_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    letter = tmp_path / "letter.docx"
    build(BuildOptions(letter=GOLDEN / "first-letter.md", output=letter))
    before = letter.read_bytes()
    checked(capsys, letter)
    assert letter.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["letter.docx"]


def test_a_file_that_is_no_letter_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.docx").write_bytes(b"no zip at all")
    with pytest.raises(SystemExit) as stop:
        main(["check", str(tmp_path / "letter.docx")])
    assert stop.value.code == 2
    assert capsys.readouterr().err.startswith("comment-kit: ")


def test_the_findings_may_be_set_into_a_copy_as_word_comments(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter, copy = tmp_path / "letter.docx", tmp_path / "checked.docx"
    build(BuildOptions(letter=GOLDEN / "first-letter.md", output=letter))
    checked(capsys, letter, "--as-of", "2025-03-01", "--annotate", copy)
    with zipfile.ZipFile(letter) as before, zipfile.ZipFile(copy) as after:
        assert "SRC211" in after.read("word/comments.xml").decode()
        assert before.read("word/footnotes.xml") == after.read("word/footnotes.xml")


def test_a_report_that_somebody_edited_is_not_replaced(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = tmp_path / "report.txt"
    arguments = ["check", str(typed_letter(tmp_path / "typed.md")), "-o", str(report)]
    for _ in range(2):
        with pytest.raises(SystemExit):
            main(arguments)
    report.write_text("mine", encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert (stop.value.code, report.read_text(encoding="utf-8")) == (2, "mine")
    assert "is left as it is" in capsys.readouterr().err
