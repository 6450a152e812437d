"""Safe fixes are made where the words still stand, each once, and the letter is kept as it was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from quoting_letters import BENDS, FORTY, RIVERS, ROADS, Desk, letter_of, make_desk, quoting

from comment_kit.check.fixing import fixed
from comment_kit.model.diagnostics import Diagnostic, Edit, Fix, Severity
from comment_kit.model.places import Location


def told(*edits: tuple[int, int, str, str], safe: bool = True, file: str = "a.md") -> Diagnostic:
    """Return a diagnostic with a fix of ``edits``: line, column, old and new words of each."""
    changes = tuple(
        Edit(location=Location(file=file, line=line, column=column), old=old, new=new)
        for line, column, old, new in edits
    )
    return Diagnostic(
        code="FRM999",
        severity=Severity.WARNING,
        message="so",
        location=changes[0].location,
        fix=Fix(title="mend it", edits=changes, safe=safe),
    )


def test_a_fix_is_made_at_its_line_and_column_whatever_ends_the_lines() -> None:
    for end in ("\n", "\r\n", "\r"):
        text = f"one{end}two three{end}four{end}"
        outcome = fixed(text, [told((2, 5, "three", "3")), told((3, 1, "four", "4"))], "a.md")
        assert outcome.text == f"one{end}two 3{end}4{end}"
        assert len(outcome.done) == 2


def test_words_over_two_lines_are_found_and_new_lines_end_as_the_others() -> None:
    outcome = fixed("a b\r\nc d\r\n", [told((1, 3, "b\nc", "b\nx\nc"))], "a.md")
    assert outcome.text == "a b\r\nx\r\nc d\r\n"


@pytest.mark.parametrize(
    "left",
    [
        told((1, 1, "two", "2")),
        told((9, 1, "one", "1")),
        told((1, 0, "one", "1")),
        told((1, 1, "", "1")),
        told((1, 1, "one", "1"), safe=False),
        told((1, 1, "one", "1"), file="b.md"),
        told((1, 1, "one", "1"), (1, 5, "three", "3")),
        told((1, 1, "one", "1"), (1, 2, "ne two", "2")),
    ],
    ids=["other words", "no line", "no column", "no words", "not safe", "another file", "half of it", "meets itself"],
)
def test_a_fix_that_may_not_be_made_changes_nothing(left: Diagnostic) -> None:
    outcome = fixed("one two", [left], "a.md")
    assert (outcome.text, outcome.done) == ("one two", ())


def test_of_two_fixes_that_meet_the_first_is_made() -> None:
    first, second = told((1, 1, "one two", "1 2")), told((1, 5, "two", "II"))
    outcome = fixed("one two three", [first, second, told((1, 9, "three", "3"))], "a.md")
    assert outcome.text == "1 2 3"
    assert outcome.done[0] is first


# ---- the option ----

BROKEN = "It says.[@rivers 2] So\x01 it is.[@rivers\uff0c 3]"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def source(body: str) -> str:
    return f"---\ntemplate: policy-letter\nstyle: bluebook\ndate: 2024-09-09\norganization: X\n---\n\n{body}\n"


def test_the_letter_is_mended_in_place_and_kept_as_it_was(desk: Desk) -> None:
    before = b"\xef\xbb\xbf" + source(BROKEN).replace("\n", "\r\n").encode()
    desk.letter.write_bytes(before)
    desk.letter.chmod(0o640)
    code, _ = desk.run("--fix")
    mended = "It says.[@rivers, 2] So it is.[@rivers, 3]"
    assert desk.letter.read_bytes() == b"\xef\xbb\xbf" + source(mended).replace("\n", "\r\n").encode()
    assert (desk.folder / "letter.bak.md").read_bytes() == before
    assert desk.letter.stat().st_mode & 0o777 == 0o640
    assert code == 0
    assert sorted(path.name for path in desk.folder.glob("*.md")) == ["letter.bak.md", "letter.md"]


def test_what_was_mended_is_told_line_by_line(desk: Desk) -> None:
    desk.letter.write_text(source(BROKEN), encoding="utf-8")
    assert [line.rpartition(": ")[2] for line in desk.errors("--fix")] == [
        "set the comma before the locator",
        "delete what cannot be printed",
        "set the comma before the locator",
        f"as it was before, it is kept as {desk.folder / 'letter.bak.md'}",
    ]
    assert desk.errors("--fix") == [f"{desk.letter}: nothing here is safe to mend without you"]


def test_the_report_says_how_much_may_be_mended(desk: Desk) -> None:
    desk.letter.write_text(source(BROKEN), encoding="utf-8")
    assert f"'comment-kit check {desk.letter} --fix' mends 3 of these" in desk.run()[1].splitlines()
    assert "mends" not in desk.run("--fix")[1]


def test_only_what_is_selected_is_mended(desk: Desk) -> None:
    desk.letter.write_text(source(BROKEN), encoding="utf-8")
    desk.run("--fix", "--select", "LET102")
    assert desk.letter.read_text(encoding="utf-8") == source(BROKEN.replace("\x01", ""))


def test_a_clearance_is_tied_to_the_words_by_the_option(desk: Desk) -> None:
    comment = "<!-- ck: cleared QUO n.1 AB 2026-11-21 read in print -->"
    paragraph = (quoting(BENDS, comment), RIVERS.format(page=1))
    print_ = desk.check(letter_of(paragraph))["quotations"][0]["fingerprint"]
    desk.run("--fix")
    assert f"ck: cleared QUO n.1 {print_} AB 2026-11-21 read in print" in desk.letter.read_text(encoding="utf-8")
    assert desk.run("--for-filing")[0] == 0


def test_a_word_file_is_never_changed(desk: Desk) -> None:
    word = desk.folder / "letter.docx"
    word.write_bytes(b"no zip at all")
    said = f"{word}: left as it is; --fix changes the source of a letter, never a Word file or a PDF"
    assert desk.errors("--fix", letter=word)[0] == said
    assert word.read_bytes() == b"no zip at all"


# ---- what only the writer may decide ----


def test_the_page_on_which_the_words_stand_is_offered_and_never_set_without_being_asked(desk: Desk) -> None:
    text = source(f"It says that “{FORTY}.”[@roads, 3] And “Release decisions do not rest with the board.”[@roads]")
    found = {each["code"]: each["fix"] for each in desk.check(text)["diagnostics"] if each["fix"]}
    assert found["PIN201"] == {
        "title": "cite [@roads, 1]",
        "safe": False,
        "edits": [{"place": f"{desk.letter}:8:67", "old": "@roads, 3", "new": "@roads, 1"}],
    }
    assert found["QUO201"]["edits"][0]["new"] == "@roads, 2"
    desk.run("--fix")
    assert desk.letter.read_text(encoding="utf-8") == text


def test_an_exchange_file_tells_where_a_fix_begins_and_ends(desk: Desk) -> None:
    desk.letter.write_text(source(f"It says that “{FORTY}.”[@roads, 3]"), encoding="utf-8")
    results = json.loads(desk.run("--format", "sarif")[1])["runs"][0]["results"]
    (change,) = next(each for each in results if each["ruleId"] == "PIN201")["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 8, "startColumn": 67, "endLine": 8, "endColumn": 76},
            "insertedContent": {"text": "@roads, 1"},
        }
    ]


def test_a_letter_that_cites_in_words_is_offered_no_bracket(desk: Desk) -> None:
    found = desk.check(letter_of((quoting(FORTY), ROADS.format(page=3))))["diagnostics"]
    assert [(each["code"], each["fix"]) for each in found] == [("PIN201", None)]
