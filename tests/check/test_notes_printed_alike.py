"""A note is found by what it prints and where it is called, for its number may come again in the next section."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from any_word import en, fn, members_of, p, word_file
from front_door import run

FULL = "Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (Oct. 30, 2023)."
ASTRAY = "Id. at 9."
SECTION = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'


@pytest.fixture
def restarted(tmp_path: Path) -> Path:
    """Return a letter of two sections, each with a note 1 and a note 2; the second note 1 cites a page astray."""
    body = p("One", fn(1), " and two.", fn(2), properties=SECTION), p("Three", fn(3), " and four.", fn(4)), SECTION
    letter = tmp_path / "letter.docx"
    letter.write_bytes(word_file(*body, footnotes={1: FULL, 2: "Id. at 75196.", 3: ASTRAY, 4: "Id. at 75197."}))
    return letter


def test_a_comment_stands_at_the_note_of_its_own_section(restarted: Path) -> None:
    target = restarted.with_name("told.docx")
    run("check", str(restarted), "--as-of", "2024-01-01", "--annotate", str(target))
    body = members_of(target.read_bytes())["word/document.xml"].decode()
    assert re.findall(r'<w:commentRangeStart[^>]*/><w:r><w:footnoteReference w:id="(\d)"/>', body) == ["3"]


def test_the_sheet_shows_a_finding_at_the_note_of_its_own_section(restarted: Path) -> None:
    sheet = run("check", str(restarted), "--as-of", "2024-01-01", "--format", "html").out
    articles = re.findall(r"<article.*?</article>", sheet, re.DOTALL)
    assert [re.findall(r"<h3>(.*?)</h3>", each)[0] for each in articles] == ["Note 1", "Note 2", "Note 1", "Note 2"]
    assert ["PIN102" in each for each in articles] == [False, False, True, False]


def test_findings_are_told_in_the_order_of_the_sections(tmp_path: Path) -> None:
    body = p("One", fn(1), " and two.", fn(2), properties=SECTION), p("Three.", fn(3)), SECTION
    letter = tmp_path / "letter.docx"
    letter.write_bytes(word_file(*body, footnotes={1: FULL, 2: "Id. at 8.", 3: ASTRAY}))
    said = json.loads(run("check", str(letter), "--as-of", "2024-01-01", "--format", "json").out)
    assert [each["message"][:6] for each in said["diagnostics"]] == ["page 8", "page 9"]


def test_the_note_that_vouches_for_a_quotation_is_named_as_it_is_printed(tmp_path: Path) -> None:
    words = "the words of the Order are quoted here at some length, " * 6
    letter = tmp_path / "letter.docx"
    letter.write_bytes(word_file(p(f"It says that \u201c{words}as it says.\u201d", en(1)), endnotes={1: FULL}))
    found = json.loads(run("check", str(letter), "--style", "bluebook", "--format", "json").out)
    assert found["citations"][0]["kind"] == "endnote"
    assert [(each["note"], each["mark"]) for each in found["quotations"]] == [(1, "i")]
    assert f"{letter}, note i" in {each["place"] for each in found["diagnostics"] if each["code"] == "FRM240"}
    assert "\n  note i: \u201cthe words of the Order" in run("check", str(letter), "--for-filing").out
