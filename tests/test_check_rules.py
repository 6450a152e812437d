"""What a check finds in a Word file and in its quotations, rule by rule, on documents that the test makes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from comment_kit.cli import main

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FULL = "Exec. Order No. 14,179, 90 Fed. Reg. 8741 (Jan. 23, 2025)."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Make a project with two sources whose text stands on two pages each."""
    (tmp_path / "comment-kit.toml").write_text("", encoding="utf-8")
    (tmp_path / "citations").mkdir()
    entries = "\n".join(
        f"@report{{{key}, entrysubtype = {{agency report}}, author = {{{{{body}}}}}, title = {{{title}}},"
        f" date = {{2024}}, pagetotal = {{3}}, url = {{https://example.org/{key}}}}}"
        for key, body, title in (("roads", "Road Office", "On Roads"), ("rivers", "River Office", "On Rivers"))
    )
    (tmp_path / "citations" / "own.bib").write_text(entries, encoding="utf-8")
    roads = page("The Office received forty letters about the draft.", 1)
    roads += "\f" + page("Release decisions do not rest with the board.", 2) + "\f" + page("Nothing more is said.", 3)
    rivers = page("A river is measured where it bends.", 1) + "\f" + page("Ferries cross at noon.", 2)
    rivers += "\f" + page("The end.", 3)
    for key, text in (("roads", roads), ("rivers", rivers)):
        (tmp_path / f"{key}.txt").write_text(text, encoding="utf-8")
        with pytest.raises(SystemExit) as stop:
            main(["sources", "add", key, str(tmp_path / f"{key}.txt"), "--project", str(tmp_path)])
        assert stop.value.code == 0
    return tmp_path


def page(words: str, number: int) -> str:
    """Return a page with its number at the foot, as pdftotext writes it."""
    return words + "\n" * 30 + f"{number:>40}\n"


def check(project: Path, capsys: pytest.CaptureFixture[str], text: str, *options: str) -> dict[str, Any]:
    letter = project / "letter.md"
    letter.write_text(text, encoding="utf-8")
    return check_file(project, capsys, letter, *options)


def check_file(project: Path, capsys: pytest.CaptureFixture[str], letter: Path, *options: str) -> dict[str, Any]:
    capsys.readouterr()
    with pytest.raises(SystemExit):
        main(["check", str(letter), "--format", "json", "--project", str(project), *options])
    return dict(json.loads(capsys.readouterr().out))


ROADS = "Road Office, On Roads {page} (2024), https://example.org/roads."
RIVERS = "River Office, On Rivers {page} (2024), https://example.org/rivers."


def letter_of(quoted: str, note: str) -> str:
    return f"It says that “{quoted}.”[^1]\n\n[^1]: {note}\n"


def test_a_quotation_on_its_page_is_verified(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = letter_of("The Office received forty letters about the draft", ROADS.format(page=1))
    report = check(project, capsys, text)
    (quotation,) = report["quotations"]
    assert (quotation["verdict"], quotation["found_page"], quotation["source"]) == ("verified", "1", "roads")
    assert report["summary"]["verified"] == 1


@pytest.mark.parametrize(
    ("quoted", "cited", "verdict", "code"),
    [
        ("The Office received fifty letters about the draft", 1, "altered", "QUO301"),
        ("The Office received forty letters about the draft", 3, "elsewhere", "PIN201"),
        ("Nobody has ever written such a sentence anywhere", 1, "not-found", "QUO302"),
        ("decisions rest with the board", 2, "altered", "QUO301"),
    ],
)
def test_a_wrong_quotation_is_found_at_its_note(  # noqa: PLR0913, PLR0917 - a case has four parts
    project: Path, capsys: pytest.CaptureFixture[str], quoted: str, cited: int, verdict: str, code: str
) -> None:
    report = check(project, capsys, letter_of(quoted, ROADS.format(page=cited)))
    assert [quotation["verdict"] for quotation in report["quotations"]] == [verdict]
    assert code in {each["code"] for each in report["diagnostics"]}


def test_words_of_another_source_say_which_one(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Rivers.[^1]\n\nRoads.[^2]\n\nIt says that “A river is measured where it bends.”[^3]\n\n"
    text += f"[^1]: {RIVERS.format(page=2)}\n\n[^2]: {ROADS.format(page=1)}\n\n[^3]: Id. at 1.\n"
    (wrong,) = [each for each in check(project, capsys, text)["diagnostics"] if each["code"] == "QUO302"]
    assert wrong["hint"] == "the words stand in 'rivers', page 1: was that source meant?"


def test_a_quotation_without_a_page_is_told_the_page(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = "Road Office, On Roads (2024), https://example.org/roads."
    report = check(project, capsys, letter_of("The Office received forty letters about the draft", note))
    (wrong,) = [each for each in report["diagnostics"] if each["code"] == "QUO201"]
    assert wrong["hint"] == "the words are on page 1"


def test_a_source_without_text_is_undecided_and_no_finding(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = check(project, capsys, letter_of("Every agency shall do as it is told", FULL))
    assert [quotation["verdict"] for quotation in report["quotations"]] == ["undecided"]
    assert report["diagnostics"] == []


def test_the_text_report_ends_with_whether_the_letter_is_cleared(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quoted = "The Office received forty letters about the draft"
    for page_cited, last in ((1, "CLEARED: 1 of 1"), (3, "NOT CLEARED: 1 of 1 quotations (1 on another page)")):
        check(project, capsys, letter_of(quoted, ROADS.format(page=page_cited)))
        with pytest.raises(SystemExit) as stop:
            main(["check", str(project / "letter.md"), "--project", str(project)])
        assert capsys.readouterr().out.splitlines()[-1] == last
        assert stop.value.code == (0 if page_cited == 1 else 1)


def word_file(path: Path, body: str, notes: str) -> Path:
    """Write the least Word file that holds ``body`` and ``notes``."""
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    members = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{kind}.footnotes+xml"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{rel}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships"><Relationship Id="r1" Type="{rel}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}">{notes}</w:footnotes>',
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def call(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def note(number: int, words: str) -> str:
    return f'<w:footnote w:id="{number}"><w:p>{run(words)}</w:p></w:footnote>'


def codes(report: dict[str, Any]) -> list[str]:
    return [each["code"] for each in report["diagnostics"]]


def test_a_lost_cross_reference_is_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = f"<w:p>{run('As said in Part Error! Reference source not found.')}</w:p>"
    assert codes(check_file(project, capsys, word_file(project / "a.docx", body, ""))) == ["ANT105"]


def test_a_note_that_is_called_and_not_there_is_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = word_file(project / "a.docx", f"<w:p>{run('Words.')}{call(7)}</w:p>", "")
    assert codes(check_file(project, capsys, file)) == ["NOT201"]


def test_a_note_that_nothing_calls_is_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = word_file(project / "a.docx", f"<w:p>{run('Words.')}</w:p>", note(1, "See nothing."))
    assert codes(check_file(project, capsys, file)) == ["NOT202"]


def test_tracked_changes_and_hidden_text_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    body = f"<w:p>{run('Words')}<w:ins w:id='1' w:author='x'>{run(' added.')}</w:ins>"
    body += "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
    assert codes(check_file(project, capsys, word_file(project / "a.docx", body, ""))) == ["DOC202", "DOC203"]


def test_a_stale_number_of_a_note_is_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NOTEREF _RefA \\h </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run("2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    mark = f'<w:bookmarkStart w:id="0" w:name="_RefA"/>{call(1)}<w:bookmarkEnd w:id="0"/>'
    body = f"<w:p>{mark}{run(' See note ')}{field}</w:p>"
    report = check_file(project, capsys, word_file(project / "a.docx", body, note(1, FULL)), "--select", "ANT106")
    assert [each["message"] for each in report["diagnostics"]] == ["“2” refers to what is now note 1"]


def test_a_proposal_cited_as_a_rule_is_found(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = "@legislation{ics, entrysubtype = {proposed rule}, title = {Rates for Calls}, frvolume = {85},"
    entry += " frpage = {67480}, date = {2020-10-23}}"
    (project / "citations" / "more.bib").write_text(entry, encoding="utf-8")
    said = check(project, capsys, "Words.[^1]\n\n[^1]: Rates for Calls, 85 Fed. Reg. 67480 (proposed Oct. 23, 2020).\n")
    unsaid = check(project, capsys, "Words.[^1]\n\n[^1]: Rates for Calls, 85 Fed. Reg. 67480 (Oct. 23, 2020).\n")
    assert (codes(said), codes(unsaid)) == ([], ["SRC212"])


def test_the_sheet_shows_each_quotation_beside_its_passage(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    check(project, capsys, letter_of("The Office received fifty letters about the draft", ROADS.format(page=1)))
    with pytest.raises(SystemExit):
        main(["check", str(project / "letter.md"), "--format", "html", "--project", str(project)])
    sheet = capsys.readouterr().out
    assert "<mark>f<b>if</b>ty</mark>" in sheet
    assert "<mark>f<b>or</b>ty</mark>" in sheet
    assert "Work product. Not for filing." in sheet
    assert "<script" not in sheet


def test_comments_and_names_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = word_file(project / "a.docx", f"<w:p>{run('Words.')}</w:p>", "")
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    with zipfile.ZipFile(file) as archive:
        members = {name: archive.read(name).decode() for name in archive.namelist()}
    members["word/_rels/document.xml.rels"] = members["word/_rels/document.xml.rels"].replace(
        "</Relationships>", f'<Relationship Id="r2" Type="{rel}/comments" Target="comments.xml"/></Relationships>'
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    members["_rels/.rels"] = members["_rels/.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="r9" Type="{package}/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    members["word/comments.xml"] = f'<w:comments xmlns:w="{W}"><w:comment w:id="0"/></w:comments>'
    members["docProps/core.xml"] = '<p xmlns:d="http://purl.org/dc/elements/1.1/"><d:creator>Your Name</d:creator></p>'
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    assert codes(check_file(project, capsys, file)) == ["DOC201", "DOC204"]


def test_what_a_writer_has_looked_at_may_be_left_out_with_a_reason(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = letter_of("The Office received fifty letters about the draft", ROADS.format(page=1))
    quoted, note = text.split("\n\n", 1)
    for comment in ("<!-- ck: ignore QUO301 a slip of the Office -->", "<!-- ck: ignore QUO read in print -->"):
        assert codes(check(project, capsys, f"{comment}\n\n{quoted}\n\n{note}")) == []
        assert codes(check(project, capsys, f"{quoted} {comment}\n\n{note}")) == []
    bare = f"<!-- ck: ignore QUO301 -->\n\n{quoted}\n\n{note}"
    assert codes(check(project, capsys, bare)) == ["FIL101", "QUO301"]
    elsewhere = f"Other words. <!-- ck: ignore QUO no -->\n\n{quoted}\n\n{note}"
    assert codes(check(project, capsys, elsewhere)) == ["FIL103", "QUO301"]
