"""``check`` on letters that were filed as PDF: the same findings as for the Word file they were printed from."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from front_door import run
from pdf_files import FULL_PICTURE, PdfPage, pdf
from printed_pages import PrintedPage

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ("nist-ai-800-1", "policy-letter")
ENTRY = """@report{open2024,
  title  = {A Report on Open Models},
  author = {{Example Institute}},
  date   = {2024-05},
}
"""
SAID = "The report says that “release is safe where the gain is great.”^1^ It says no more."
NOTE = "Example Institute, A Report on Open Models 2 (2024)."


def letter(said: str = SAID, note: str = NOTE, *, page: PdfPage | None = None) -> bytes:
    """Return a letter of one paragraph that calls a note, and another that calls none."""
    printed = PrintedPage(page=page or PdfPage()).text("September 9, 2024").text(said)
    printed.text("A second paragraph, which quotes nothing at all, shows how wide the text of this letter is set.")
    return pdf(printed.note("1", note).page)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project whose one source has its text."""
    (tmp_path / "comment-kit.toml").write_text("")
    (tmp_path / "citations").mkdir()
    (tmp_path / "citations" / "own.bib").write_text(ENTRY)
    pages = [PdfPage().lines(72, 600, ["A Report on Open Models", "May 2024"])]
    for number in range(1, 5):
        words = f"Words of page {number}." if number != 2 else "Its release is safe where the gain is great."
        pages.append(PdfPage().line(72, 600, words).line(300, 40, str(number)))
    (tmp_path / "open.pdf").write_bytes(pdf(*pages))
    monkeypatch.chdir(tmp_path)
    assert run("sources", "add", "open2024", "open.pdf").code == 0
    return tmp_path


def report(*arguments: str) -> dict[str, Any]:
    return dict(json.loads(run("check", *arguments, "--format", "json").out))


def test_a_quotation_is_followed_from_a_printed_page_to_a_printed_page(project: Path) -> None:
    (project / "letter.pdf").write_bytes(letter())
    said = report("letter.pdf")
    assert [(each["note"], each["source"], each["form"]) for each in said["citations"]] == [(1, "open2024", "full")]
    (quotation,) = said["quotations"]
    assert (quotation["note"], quotation["cited_page"], quotation["verdict"]) == (1, "2", "verified")
    assert said["diagnostics"] == []


@pytest.mark.parametrize(
    ("said", "note", "verdict", "code"),
    [
        (SAID.replace("great", "small"), NOTE, "altered", "QUO301"),
        (SAID, NOTE.replace(" 2 ", " 3 "), "elsewhere", "PIN201"),
    ],
)
def test_what_is_wrong_in_print_is_found(project: Path, said: str, note: str, verdict: str, code: str) -> None:
    (project / "letter.pdf").write_bytes(letter(said, note))
    checked = report("letter.pdf")
    assert [each["verdict"] for each in checked["quotations"]] == [verdict]
    assert [(each["code"], each["note"]) for each in checked["diagnostics"]] == [(code, 1)]


def test_nothing_is_said_of_italics_that_a_page_does_not_tell(project: Path) -> None:
    note = NOTE.removesuffix(".") + " (emphasis added)."
    (project / "letter.pdf").write_bytes(letter(note=note))
    assert report("letter.pdf")["diagnostics"] == []


def test_letters_that_a_machine_guessed_convict_nobody(project: Path) -> None:
    scan = PdfPage().raw(f"{FULL_PICTURE} 3 Tr")
    (project / "letter.pdf").write_bytes(letter(SAID.replace("great", "grcat"), page=scan))
    checked = report("letter.pdf")
    assert [each["verdict"] for each in checked["quotations"]] == ["undecided"]
    assert checked["diagnostics"] == []
    assert "could not decide: a program guessed the letters of this PDF from pictures" in run("check", "letter.pdf").out


def test_every_report_can_be_had_of_a_printed_letter(project: Path) -> None:
    (project / "letter.pdf").write_bytes(letter(SAID.replace("great", "small")))
    before = (project / "letter.pdf").read_bytes()
    assert "QUO301" in run("check", "letter.pdf").out
    assert "QUO301" in run("check", "letter.pdf", "--format", "sarif").out
    assert "::error" in run("check", "letter.pdf", "--format", "github").out
    assert "<html" in run("check", "letter.pdf", "--format", "html").out
    assert (project / "letter.pdf").read_bytes() == before


def test_only_a_word_file_can_be_annotated(project: Path) -> None:
    (project / "letter.pdf").write_bytes(letter())
    refused = run("check", "letter.pdf", "--annotate", "out.docx")
    assert refused.code == 2
    assert "only a Word file can hold comments" in refused.err
    assert not (project / "out.docx").exists()


# ---- what cannot be read ----


def test_a_scan_could_not_be_read_and_the_way_out_is_named(project: Path) -> None:
    (project / "letter.pdf").write_bytes(pdf(PdfPage().raw(FULL_PICTURE), PdfPage().raw(FULL_PICTURE)))
    refused = run("check", "letter.pdf")
    assert (refused.code, refused.out) == (2, "")
    assert "letter.pdf: could not be read: its pages are pictures without letters" in refused.err
    assert "ocrmypdf" in refused.err


def test_a_page_that_is_a_picture_is_said_to_be_undecided(project: Path) -> None:
    lettered = PrintedPage().text(SAID).text("Another paragraph, so that there is something to read.")
    (project / "letter.pdf").write_bytes(pdf(lettered.page, PdfPage().raw(FULL_PICTURE)))
    said = run("check", "letter.pdf")
    assert "could not decide: sheet 2 is a picture without letters, so nothing there was looked at" in said.out


def test_calls_and_notes_that_do_not_meet_are_said_to_be_undecided(project: Path) -> None:
    page = PrintedPage().text(f"{SAID} More of it.^2^").text("Another paragraph that has some words.")
    (project / "letter.pdf").write_bytes(pdf(page.note("1", NOTE).page))
    assert "could not decide: the text calls note 2, of which no page has the words at its foot" in (
        run("check", "letter.pdf").out
    )


@pytest.mark.parametrize(
    ("call", "verdict", "codes"), [("", "altered", {"QUO301", "PIN102"}), ("^2^", "undecided", set())]
)
def test_no_fault_is_told_from_the_note_on_that_may_hold_the_words_of_a_missing_one(
    project: Path, call: str, verdict: str, codes: set[str]
) -> None:
    entry = ENTRY.replace("date   =", "pagetotal = {4},\n  date   =")
    (project / "citations" / "own.bib").write_text(entry)
    said = SAID.replace("great", "small")
    page = PrintedPage().text(f"{said} More of it.{call} And this.^3^").text("Another paragraph that has some words.")
    (project / "letter.pdf").write_bytes(pdf(page.note("1", NOTE).note("3", "Id. at 99.").page))
    found = report("letter.pdf")
    assert [each["verdict"] for each in found["quotations"]] == [verdict]
    assert {each["code"] for each in found["diagnostics"] if each["severity"] == "error"} == codes
    told = "from note 1 on, words may stand in a note not theirs, so no fault is told there"
    assert (told in run("check", "letter.pdf").out) is bool(call)


# ---- the examples ----


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice prints the letters, and is not installed")
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_printed_example_is_followed_as_its_word_file_is(example: str, tmp_path: Path) -> None:
    source = tmp_path / "letter.md"
    shutil.copy(ROOT / "examples" / example / "letter.md", source)
    for name in ("letter.docx", "letter.pdf"):
        assert run("build", str(source), "-o", str(tmp_path / name)).code == 0
    word, printed = (report(str(tmp_path / name)) for name in ("letter.docx", "letter.pdf"))
    assert word["summary"] == printed["summary"]
    for about in ("citations", "quotations"):
        assert [_said(each) for each in word[about]] == [_said(each) for each in printed[about]]
    assert len(word["citations"]) > 0


def _said(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry without its type: capitals for small capitals, spaces at which no line may end."""
    text = str(entry["text"]).replace("\u00a0", " ").replace("\u00ad", "").casefold()
    return {**entry, "text": text, "clearance": None}


@pytest.mark.usefixtures("project")
def test_a_foot_of_many_short_notes_is_no_margin_of_line_numbers(tmp_path: Path) -> None:
    printed = PrintedPage().text("September 9, 2024")
    printed.text("A first paragraph, which quotes nothing at all, shows how wide the text of this letter is set here.")
    for number in range(1, 9):
        printed.text(f"Here the report speaks of its great gain once again.^{number}^")
    for number in range(1, 9):
        printed.note(str(number), NOTE if number == 1 else f"Id. at {number % 4 + 1}.")
    (tmp_path / "letter.pdf").write_bytes(pdf(printed.page))
    cited = report("letter.pdf")["citations"]
    assert [(each["note"], each["source"]) for each in cited] == [(number, "open2024") for number in range(1, 9)]
