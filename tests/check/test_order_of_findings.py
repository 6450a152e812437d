"""What was found is told in the order of the letter, whatever found it."""

import re
from pathlib import Path

import pytest
from quoting_letters import FORTY, Desk, make_desk

from comment_kit.check.ordering import in_order
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.model.letter import Footnote, FrontMatter, Heading, Letter, NoteCall, Paragraph
from comment_kit.model.places import Location
from comment_kit.model.text import Span

LETTER = f"""\
---
template: policy-letter
style: bluebook
date: 2024-09-09
organization: Example Institute
---

It says “{FORTY.replace("forty", "fifty")}.”[@roads, 1] It is so.^[*Id.* at 1.]

It says “{FORTY.replace("forty", "sixty")}.”[@roads, 1] It is *supra* note 1.
"""
ORDER = ["QUO301", "ANT003", "QUO301", "ANT003"]


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def test_findings_of_drafting_and_of_checking_are_told_together_by_place(desk: Desk) -> None:
    assert [each["code"] for each in desk.check(LETTER)["diagnostics"] if each["tier"] == "truth"] == ORDER


def test_the_text_and_the_sheet_tell_them_in_this_order_too(desk: Desk) -> None:
    desk.check(LETTER)
    assert re.findall(r"letter\.md:\d+:\d+: ((?:QUO|ANT)\d+) ", desk.run()[1]) == ORDER
    sheet = desk.run("--format", "html")[1]
    assert re.findall(r'class="finding \w+">((?:QUO|ANT)\d+) ', sheet) == ["ANT003", "QUO301", "ANT003", "QUO301"]


def found(code: str, **where: object) -> Diagnostic:
    location = Location(**{"file": "letter", **where})  # type: ignore[arg-type]
    return Diagnostic(code=code, severity=Severity.ERROR, message="", location=location)


def codes(*diagnostics: Diagnostic) -> str:
    at = Location(file="letter")
    letter = Letter(
        file="letter",
        front=FrontMatter(values={}),
        blocks=(
            Heading(level=1, content=(Span(text="Roads"),), location=Location(file="letter", words="Roads")),
            Paragraph(content=(NoteCall(note="a", location=at),), location=Location(file="letter", words="They bend")),
            Paragraph(content=(NoteCall(note="b", location=at),), location=Location(file="letter", words="Rivers")),
        ),
        notes={name: Footnote(id=name, blocks=(), location=at) for name in "ab"},
    )
    return "".join(each.code for each in in_order(diagnostics, letter))


def test_what_is_said_of_a_whole_file_comes_first_and_other_files_last() -> None:
    lined = (found("D", file="a.bib", line=1), found("C", line=9), found("A"), found("B", line=2, column=4))
    assert codes(*lined) == "ABCD"
    assert codes(found("A", file="--style"), found("B", line=2), found("C", line=2)) == "ABC"


def test_a_file_without_lines_is_told_note_by_note_among_its_paragraphs() -> None:
    assert codes(
        found("E", note="2"),
        found("D", words="Rivers"),
        found("C", note="1"),
        found("B", words="They bend"),
        found("A", words="Roads"),
        found("F", words="Not known"),
    ) == "ABCDEF"  # fmt: skip


def test_what_stands_at_one_place_keeps_its_order() -> None:
    assert codes(found("B", note="1"), found("A", note="1")) == "BA"
