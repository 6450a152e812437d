"""Somebody may vouch by name for a quotation; the name stands for the words that were read and for no others."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from quoting_letters import BENDS, FORTY, RIVERS, ROADS, Desk, letter_of, make_desk, quoting

from comment_kit.cli import main

SIGNED = "AB 2026-11-21 read in print"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def rivers(comment: str = "", words: str = BENDS, page: int = 1) -> tuple[str, str]:
    return quoting(words, comment), RIVERS.format(page=page)


def signed(desk: Desk, *paragraphs: tuple[str, str], place: int = 0) -> str:
    """Return the comment that the report offers for a quotation, signed."""
    offered = desk.check(letter_of(*paragraphs))["quotations"][place]["clear_with"]
    return str(offered).replace("INITIALS YYYY-MM-DD HOW-IT-WAS-READ", SIGNED)


def codes(report: dict[str, object]) -> list[str]:
    diagnostics = report["diagnostics"]
    assert isinstance(diagnostics, list)
    return [each["code"] for each in diagnostics]


def test_a_quotation_without_text_is_cleared_by_the_comment_that_check_offers(desk: Desk) -> None:
    comment = signed(desk, rivers())
    assert comment.startswith("<!-- ck: cleared QUO n.1 ")
    report = desk.check(letter_of(rivers(comment)))
    (quotation,) = report["quotations"]
    assert quotation["verdict"] == "undecided"
    assert quotation["cleared"] == {
        "by": "AB",
        "on": "2026-11-21",
        "reason": "read in print",
        "codes": ["QUO"],
        "place": f"{desk.letter}:1:1",
    }
    assert (report["summary"]["cleared"], report["summary"]["verified"], report["summary"]["undecided"]) == (1, 0, 1)
    assert codes(report) == []


def test_a_letter_is_filed_only_where_each_quotation_is_verified_or_cleared(desk: Desk) -> None:
    verified = (quoting(FORTY), ROADS.format(page=1))
    comment = signed(desk, verified, rivers(), place=1)
    desk.check(letter_of(verified, rivers()))
    code, said = desk.run("--for-filing")
    assert (code, said.splitlines()[-1]) == (1, "NOT CLEARED: 1 of 2 quotations (1 no text)")
    assert comment.replace(SIGNED, "INITIALS YYYY-MM-DD HOW-IT-WAS-READ") in said
    desk.check(letter_of(verified, rivers(comment)))
    code, said = desk.run("--for-filing")
    assert (code, said.splitlines()[-1]) == (0, "CLEARED: 2 of 2 (1 by AB)")
    assert "note 2: “A river is measured where it bends” cleared by AB on 2026-11-21: read in print" in said


TIDES = "Moon Office, On Tides 1 (2024), https://example.org/tides."


@pytest.mark.parametrize(
    "changed", [rivers(words="A river is measured where it ends"), rivers(page=2), (quoting(BENDS), TIDES)]
)
def test_other_words_another_page_or_source_end_a_clearance(desk: Desk, changed: tuple[str, str]) -> None:
    comment = signed(desk, rivers())
    report = desk.check(letter_of((f"{comment} {changed[0]}", changed[1])))
    (told,) = report["diagnostics"]
    assert (told["code"], told["severity"]) == ("FIL104", "warning")
    assert told["message"] == (
        "a quotation of note 1 was cleared by AB on 2026-11-21 for other words, or for another source or page; "
        "this clears nothing now"
    )
    assert told["hint"].startswith("read it again and write <!-- ck: cleared QUO n.1 ")
    assert report["quotations"][0]["cleared"] is None


def test_a_clearance_goes_with_its_paragraph_when_the_note_takes_another_number(desk: Desk) -> None:
    comment = signed(desk, rivers())
    first = (quoting(FORTY), ROADS.format(page=1))
    report = desk.check(letter_of(first, rivers(comment)))
    assert (report["quotations"][1]["note"], report["quotations"][1]["cleared"]["by"]) == (2, "AB")
    assert codes(report) == []


def test_the_shape_of_marks_and_spaces_is_not_tied(desk: Desk) -> None:
    comment = signed(desk, rivers())
    quoted, note = rivers(comment)
    report = desk.check(letter_of((quoted.replace("“", '"').replace("”", '"'), note)))
    assert report["quotations"][0]["cleared"]["by"] == "AB"


def test_a_clearance_without_fingerprint_holds_for_the_words_first_seen_at_it(desk: Desk) -> None:
    comment = f"<!-- ck: cleared QUO n.1 {SIGNED} -->"
    report = desk.check(letter_of(rivers(comment)))
    assert report["quotations"][0]["cleared"]["by"] == "AB"
    (told,) = report["diagnostics"]
    assert (told["code"], told["severity"], told["fix"]["safe"]) == ("FIL106", "hint", True)
    assert told["message"] == "the clearance by AB is not tied to the words that were read"
    (edit,) = told["fix"]["edits"]
    assert (edit["old"], edit["new"]) == (comment, signed(desk, rivers()))
    assert desk.run("--for-filing")[0] == 1, "the letter is the one without a comment"
    desk.check(letter_of(rivers(comment)))
    assert desk.run("--for-filing")[0] == 0
    report = desk.check(letter_of(rivers(comment, words="A river is measured where it ends")))
    assert codes(report) == ["FIL104"]
    assert report["quotations"][0]["cleared"] is None


def test_a_clearance_alone_on_its_line_speaks_of_the_next_paragraph(desk: Desk) -> None:
    text = letter_of(rivers(), rivers(words="No ferry crosses it at noon"))
    first, second = text.split("\n\n", 1)
    report = desk.check(f"<!-- ck: cleared QUO {SIGNED} -->\n\n{first}\n\n{second}".replace("QUO", "QUO n.1"))
    assert [bool(each["cleared"]) for each in report["quotations"]] == [True, False]


def test_one_clearance_of_a_note_clears_all_that_it_vouches_for(desk: Desk) -> None:
    paragraph = f"<!-- ck: cleared QUO n.1 {SIGNED} --> “{BENDS},” it says, and “ferries cross it at noon.”"
    report = desk.check(letter_of((paragraph, RIVERS.format(page=1))))
    assert [bool(each["cleared"]) for each in report["quotations"]] == [True, True]
    (edit,) = report["diagnostics"][0]["fix"]["edits"]
    report = desk.check(letter_of((paragraph, RIVERS.format(page=1))).replace(edit["old"], edit["new"]))
    assert [bool(each["cleared"]) for each in report["quotations"]] == [True, True]
    assert codes(report) == []


# ---- what is wrong is never verified ----

FIFTY = (quoting("The Office received fifty letters about the draft"), ROADS.format(page=1))


def test_a_family_of_codes_clears_nothing_that_was_found_wrong(desk: Desk) -> None:
    quoted, note = FIFTY
    report = desk.check(letter_of((f"<!-- ck: cleared QUO n.1 {SIGNED} --> {quoted}", note)))
    assert codes(report)[:3] == ["FIL107", "FIL106", "QUO301"]
    assert report["diagnostics"][2]["severity"] == "error"
    assert report["diagnostics"][0]["message"] == (
        "“The Office received fifty letters about the draft.” is altered, which QUO does not clear"
    )
    assert report["quotations"][0]["cleared"] is None


def test_a_wrong_quotation_cleared_by_its_code_stays_wrong_and_is_listed(desk: Desk) -> None:
    quoted, note = FIFTY
    print_ = desk.check(letter_of(FIFTY))["quotations"][0]["fingerprint"]
    report = desk.check(letter_of((f"<!-- ck: cleared QUO301 n.1 {print_} {SIGNED} --> {quoted}", note)))
    (told,) = report["diagnostics"]
    assert (told["code"], told["severity"]) == ("QUO301", "hint")
    assert told["message"].endswith("(cleared by AB on 2026-11-21: read in print)")
    summary = report["summary"]
    assert (summary["verified"], summary["wrong"], summary["cleared"]) == (0, 1, 1)
    code, said = desk.run("--for-filing")
    assert (code, said.splitlines()[-1]) == (0, "CLEARED: 1 of 1 (1 by AB, of which 1 altered)")


def test_a_warning_beside_a_quotation_is_cleared_by_its_code(desk: Desk) -> None:
    quoted, note = quoting("rest with the board"), ROADS.format(page=2)
    (told,) = (found := desk.check(letter_of((quoted, note))))["diagnostics"]
    assert (told["code"], told["severity"], found["quotations"][0]["verdict"]) == ("QUO303", "warning", "verified")
    comment = f"<!-- ck: cleared QUO303 n.1 {found['quotations'][0]['fingerprint']} {SIGNED} -->"
    (told,) = desk.check(letter_of((f"{comment} {quoted}", note)))["diagnostics"]
    assert (told["code"], told["severity"]) == ("QUO303", "hint")


def test_only_quotations_are_cleared(desk: Desk) -> None:
    comment = signed(desk, rivers()).replace("QUO", "ANT101,QUO")
    report = desk.check(letter_of(rivers(comment)))
    (told,) = report["diagnostics"]
    assert (told["code"], told["message"]) == ("FIL107", "ANT101 speaks of no quotation, and cannot be cleared by name")
    assert report["quotations"][0]["cleared"]["by"] == "AB"


# ---- comments that do nothing ----


def test_a_clearance_of_what_was_verified_meanwhile_may_go(desk: Desk) -> None:
    verified = (quoting(FORTY), ROADS.format(page=1))
    print_ = desk.check(letter_of(verified))["quotations"][0]["fingerprint"]
    report = desk.check(letter_of((f"<!-- ck: cleared QUO n.1 {print_} {SIGNED} --> {verified[0]}", verified[1])))
    (told,) = report["diagnostics"]
    assert (told["code"], told["severity"]) == ("FIL105", "hint")
    assert told["message"] == f"“{FORTY}.” needs no clearance by AB: it is verified"


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("cleared n.1 AB 2026-11-21 read", "it names no code, such as QUO"),
        ("cleared QUO n.1 2026-11-21 read", "it needs initials, a day and how the words were read, in this order"),
        ("cleared QUO n.1 AB 2026-11-21", "it needs initials, a day and how the words were read, in this order"),
        ("cleared QUO n.1 AB 2026-02-30 read", "2026-02-30 is no day of the calendar"),
        ("cleared QUO n.1 1f3a9c07 INITIALS YYYY-MM-DD HOW-IT-WAS-READ", "its blanks are not filled in"),
    ],
)
def test_a_clearance_that_is_not_whole_clears_nothing(desk: Desk, comment: str, problem: str) -> None:
    (told,) = desk.check(letter_of(rivers(f"<!-- ck: {comment} -->")))["diagnostics"]
    assert (told["code"], told["severity"]) == ("FIL101", "warning")
    assert told["message"] == f"'<!-- ck: {comment} -->' clears nothing: {problem}"
    assert told["place"] == f"{desk.letter}:1:1"


def test_a_comment_that_says_neither_word_is_told(desk: Desk) -> None:
    (told,) = desk.check(letter_of(rivers("<!-- ck: clear QUO n.1 AB 2026-11-21 read -->")))["diagnostics"]
    assert (told["code"], told["hint"]) == ("FIL101", "did you mean 'cleared'?")


@pytest.mark.parametrize("verb", ["ignore QU0301 a slip", f"cleared QU0301 n.1 {SIGNED}"])
def test_a_misspelt_code_is_told(desk: Desk, verb: str) -> None:
    (told,) = desk.check(letter_of(rivers(f"<!-- ck: {verb} -->")))["diagnostics"]
    assert (told["code"], told["message"], told["hint"]) == (
        "FIL102", "there is no code 'QU0301'", "did you mean QUO301?"
    )  # fmt: skip


def test_an_ignore_that_leaves_nothing_out_is_told(desk: Desk) -> None:
    (told,) = desk.check(letter_of(rivers("<!-- ck: ignore ANT101 looked at -->")))["diagnostics"]
    assert (told["code"], told["severity"]) == ("FIL103", "hint")
    assert told["message"] == "nothing on line 1 is marked ANT101, so that this comment leaves nothing out"


def test_an_ignore_is_not_called_idle_where_the_text_is_missing(desk: Desk) -> None:
    assert codes(desk.check(letter_of(rivers("<!-- ck: ignore QUO301 a slip of the Office -->")))) == []


def test_an_ignore_of_a_form_is_not_called_idle_where_no_style_is_declared(desk: Desk) -> None:
    assert codes(desk.check(letter_of(rivers("<!-- ck: ignore FRM301,SIG201 as the house writes -->")))) == []


def test_an_ignore_is_not_called_idle_because_other_codes_were_selected(desk: Desk) -> None:
    quoted, note = FIFTY
    letter = letter_of((f"<!-- ck: ignore QUO301 a slip of the Office --> {quoted}", note))
    assert codes(desk.check(letter, "--select", "ANT,FIL")) == []


# ---- files that hold no comments ----

FRONT = "---\ntemplate: policy-letter\nstyle: comment-letter\ndate: 2024-09-09\norganization: X\n---\n\n"
SOURCE = f"{FRONT}It says that “{BENDS}.”[@rivers, 1]\n"


@pytest.fixture
def word(desk: Desk) -> Path:
    """Return the Word file of a letter that quotes a source without text."""
    desk.letter.write_text(SOURCE, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["build", str(desk.letter)])
    return desk.letter.with_suffix(".docx")


def test_a_word_file_is_cleared_by_the_file_beside_it(desk: Desk, word: Path) -> None:
    code, said = desk.run_on(word, "--for-filing")
    offered = next(line.strip() for line in said.splitlines() if "ck: cleared" in line)
    assert code == 1
    assert "in the file beside it that ends in .clearances:" in said
    beside = word.with_suffix(".clearances")
    beside.write_text(
        f"# Read at the desk\n\n{offered.replace('INITIALS YYYY-MM-DD HOW-IT-WAS-READ', SIGNED)}\n", encoding="utf-8"
    )
    before = word.read_bytes()
    code, said = desk.run_on(word, "--for-filing")
    assert (code, said.splitlines()[-1]) == (0, "CLEARED: 1 of 1 (1 by AB)")
    assert word.read_bytes() == before
    beside.rename(desk.folder / "older.clearances")
    assert desk.run_on(word, "--for-filing")[0] == 1
    assert desk.run_on(word, "--for-filing", "--clearances", desk.folder / "older.clearances")[0] == 0


def test_what_was_cleared_in_a_source_is_cleared_in_its_word_file(desk: Desk, word: Path) -> None:
    (quotation,) = desk.check(SOURCE)["quotations"]
    comment = quotation["clear_with"].replace("INITIALS YYYY-MM-DD HOW-IT-WAS-READ", SIGNED)
    desk.letter.write_text(SOURCE.replace("It says", f"{comment} It says"), encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["build", str(desk.letter)])
    assert desk.run_on(word, "--for-filing", "--clearances", desk.letter)[0] == 0
    with zipfile.ZipFile(word) as archive:
        assert not any(b"ck: cleared" in archive.read(name) for name in archive.namelist())


def test_a_line_that_is_no_comment_is_told_in_a_file_of_clearances(desk: Desk, word: Path) -> None:
    beside = word.with_suffix(".clearances")
    beside.write_text("# Mine\n\ncleared QUO n.1 AB 2026-11-21 read in print\n", encoding="utf-8")
    said = desk.run_on(word)[1].splitlines()[0]
    words = "'cleared QUO n.1 AB 2026-11-21 read in print' is no comment to the checker"
    assert said == f"{beside}:3: FIL101 warning: {words}"


def test_a_file_of_clearances_that_is_not_there_is_refused(desk: Desk, word: Path) -> None:
    assert desk.run_on(word, "--clearances", desk.folder / "lost.clearances")[0] == 2


# ---- each report shows who vouches ----


@pytest.fixture
def cleared(desk: Desk) -> Desk:
    """Return a desk with a letter whose one quotation is cleared by name."""
    desk.check(letter_of(rivers(signed(desk, rivers()))))
    return desk


def test_a_report_for_github_shows_who_vouches(cleared: Desk) -> None:
    said = cleared.run("--format", "github")[1]
    words = f"note 1: “{BENDS}” cleared by AB on 2026-11-21: read in print"
    assert said == f"::notice file={cleared.letter},title=cleared by name::{words}\n"


def test_an_exchange_file_shows_who_vouches(cleared: Desk) -> None:
    (shown,) = json.loads(cleared.run("--format", "sarif")[1])["runs"][0]["properties"]["clearances"]
    assert shown["cleared"] == f"note 1: “{BENDS}” cleared by AB on 2026-11-21: read in print"


def test_the_sheet_shows_who_vouches_or_how_somebody_may(cleared: Desk) -> None:
    sheet = cleared.run("--format", "html")[1]
    assert '<p class="by-name">Cleared by AB on 2026-11-21: read in print</p>' in sheet
    assert "CLEARED: 1 of 1 (1 by AB)" in sheet
    cleared.check(letter_of(rivers()))
    assert "To clear by name: <code>&lt;!-- ck: cleared QUO n.1 " in cleared.run("--format", "html")[1]


def test_an_annotated_copy_shows_who_vouches(desk: Desk, word: Path) -> None:
    comment = desk.check(SOURCE)["quotations"][0]["clear_with"].replace("INITIALS YYYY-MM-DD HOW-IT-WAS-READ", SIGNED)
    word.with_suffix(".clearances").write_text(comment, encoding="utf-8")
    copy = desk.folder / "copy.docx"
    desk.run_on(word, "--annotate", copy)
    with zipfile.ZipFile(copy) as archive:
        assert "cleared by AB on 2026-11-21: read in print" in archive.read("word/comments.xml").decode()


def test_right_words_on_a_page_that_is_not_known_may_be_cleared(desk: Desk) -> None:
    note = "Road Office, On Roads app. B (2024), https://example.org/roads."
    (quotation,) = desk.check(letter_of((quoting(FORTY), note)))["quotations"]
    assert quotation["verdict"] == "words-only"
    comment = quotation["clear_with"].replace("INITIALS YYYY-MM-DD HOW-IT-WAS-READ", SIGNED)
    (quotation,) = desk.check(letter_of((quoting(FORTY, comment), note)))["quotations"]
    assert (quotation["verdict"], quotation["cleared"]["by"]) == ("words-only", "AB")
