"""A letter of ours with notes that cite by typed words: all of it is followed as its reader follows it."""

import json
from typing import Any

from front_door import Desk, run

FRONT = "---\ntemplate: policy-letter\nstyle: bluebook\ndate: 2024-09-09\norganization: Example Institute\n---\n\n"
REPORT = (
    "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 47 (2024), "
    "https://www.ntia.gov/sites/default/files/publications/ntia-ai-open-model-report.pdf"
)


def checked(desk: Desk, text: str) -> dict[str, Any]:
    desk.write("letter.md", f"{FRONT}{text}\n")
    report: dict[str, Any] = json.loads(run("check", "letter.md", "--format", "json").out)
    return report


def followed(report: dict[str, Any]) -> list[tuple[int, str, str | None, str | None]]:
    return [(each["note"], each["form"], each["source"], each["effective_page"]) for each in report["citations"]]


def truths(report: dict[str, Any]) -> list[tuple[str, int | None]]:
    return [(each["code"], each["note"]) for each in report["diagnostics"] if each["tier"] == "truth"]


def test_typed_citations_are_followed_among_brackets(desk: Desk) -> None:
    text = f"One.[@nist800-1, 5] Two.^[*Id.* at 9.] Three.^[{REPORT}.] Four.[^a] Five.[@nist800-1, 3]"
    report = checked(desk, f"{text}\n\n[^a]: See 88 Fed. Reg. at 75203.")
    assert followed(report) == [
        (1, "full", "nist800-1", "5"),
        (2, "id", "nist800-1", "9"),
        (3, "full", "ntia2024", "47"),
        (4, "short", "eo14110", "75203"),
        (5, "supra", "nist800-1", "3"),
    ]
    assert truths(report) == [("ANT003", 2)]


def test_a_typed_id_that_a_bracket_turned_into_a_lie_is_found(desk: Desk) -> None:
    report = checked(desk, "One.[@nist800-1, 5; @eo14110] Two.^[*Id.* at 9.]")
    assert truths(report) == [("ANT101", 2), ("ANT003", 2)]


def test_the_form_of_a_bracket_behind_typed_words_is_laid_to_the_words(desk: Desk) -> None:
    report = checked(desk, "One.[@nist800-1, 5] Two.^[*Id.* at 9.] Three.[@nist800-1, 10] Four.[@nist800-1, 11]")
    (found,) = [each for each in report["diagnostics"] if each["code"] == "FRM250"]
    assert found["note"] == 3
    assert found["message"] == (
        "'U.S. AI Safety Inst., supra note 1, at ...' is supra, where 'bluebook' has Id.: "
        "a bracket does not follow what note 2 cites by typed words"
    )
    assert found["hint"] == "write a bracket in note 2, too; then 'bluebook' prints: Id. at\u00a010"
    mended = checked(desk, "One.[@nist800-1, 5] Two.[@nist800-1, 9] Three.[@nist800-1, 10] Four.[@nist800-1, 11]")
    assert mended["diagnostics"] == []
    assert mended["citations"][2]["text"].replace("\u00a0", " ") == "Id. at 10"


def test_a_page_that_typed_words_make_up_is_found(desk: Desk) -> None:
    report = checked(desk, "One.[@eo14110] Two.^[88 Fed. Reg. 75191, 99999.]")
    assert ("PIN102", 2) in truths(report)


def test_a_letter_of_typed_notes_alone_is_followed(desk: Desk) -> None:
    report = checked(desk, f"One.^[{REPORT}.] Two.^[A. Writer, On Roads 5 (2020).]")
    assert followed(report) == [(1, "full", "ntia2024", "47"), (2, "unknown", None, "5")]


def test_words_that_cite_nothing_leave_a_letter_as_it_was_set(desk: Desk) -> None:
    report = checked(desk, "One.[@nist800-1, 5] Two.^[There were 12 of them in 2023.] Three.[@nist800-1, 5]")
    assert [each[:3] for each in followed(report)] == [(1, "full", "nist800-1"), (3, "supra", "nist800-1")]
    assert truths(report) == []


def test_that_typed_words_wait_for_an_error_to_be_mended_is_said(desk: Desk) -> None:
    desk.write("letter.md", f"{FRONT}One.[@nist800-1, 99] Two.^[*Id.* at 9.]\n")
    checked = run("check", "letter.md")
    assert (
        "What notes cite by typed words is not followed while an error keeps the letter from being set" in checked.out
    )
    desk.write("letter.md", f"{FRONT}One.[@nist800-1, 9] Two.^[*Id.* at 9.]\n")
    assert "is not followed while" not in run("check", "letter.md").out
