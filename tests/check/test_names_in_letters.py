"""Short names in letters that nobody tagged: given to two sources, given twice, never given, and left open."""

from __future__ import annotations

import json

import pytest
from front_door import Desk, run

NTIA = "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights {page} (2024)"
ORDER = "Exec. Order No. 14,110, § 4.6, 88 Fed. Reg. 75191, 75203 (Oct. 30, 2023)"
REPORT = NTIA.format(page=10)


def found(desk: Desk, *notes: str) -> list[tuple[str, int, str]]:
    """Return code, note and message of what is wrong with a typed letter of ``notes``, hints left out."""
    text = "".join(f"Words.[^{number}]\n\n" for number in range(1, len(notes) + 1))
    text += "\n".join(f"[^{number}]: {words}." for number, words in enumerate(notes, 1))
    desk.write("letter.md", text + "\n")
    report = json.loads(run("check", "letter.md", "--format", "json").out)
    wrong = [each for each in report["diagnostics"] if each["severity"] != "hint"]
    return [
        (each["code"], each["note"] or int(each["place"].split(":")[1]), each["message"].replace("\u00a0", " "))
        for each in wrong
    ]


def codes(desk: Desk, *notes: str) -> set[str]:
    return {code for code, _, _ in found(desk, *notes)}


def test_one_name_given_to_two_sources_is_an_error(desk: Desk) -> None:
    wrong = found(desk, f"{REPORT} [hereinafter Report]", f'{ORDER} (the "Report")')
    assert [(code, message) for code, _, message in wrong] == [
        ("ANT107", "“Report” is given to 'eo14110' here, and was given to 'ntia2024' before")
    ]


def test_two_names_for_two_sources_are_silent(desk: Desk) -> None:
    assert codes(desk, f"{REPORT} [hereinafter Report]", f"{ORDER} [hereinafter Order]") == set()


def test_a_name_given_twice_to_one_source_is_a_warning(desk: Desk) -> None:
    wrong = found(desk, f"{REPORT} [hereinafter Report]", f"{NTIA.format(page=12)} [hereinafter Report]")
    assert [(code, message) for code, _, message in wrong] == [("ANT108", "“Report” is defined a second time")]


def test_the_text_and_the_first_note_of_the_source_define_a_name_together(desk: Desk) -> None:
    text = 'Executive Order 14,110 (the "AI EO") matters.[^1] It does.[^2]\n\n[^1]: {}.\n[^2]: {}.\n'
    named = f'{ORDER} [hereinafter "AI EO"]'
    desk.write("letter.md", text.format(named, "AI EO at 75,203"))
    assert "ANT108" not in run("check", "letter.md").out
    desk.write("letter.md", text.format(named, named))
    assert "note 2: “AI EO” is defined a second time" in run("check", "letter.md").out.replace("\u00a0", " ")
    desk.write("letter.md", text.format(ORDER, named))
    assert "note 2: “AI EO” is defined a second time" in run("check", "letter.md").out.replace("\u00a0", " ")


def test_a_supra_by_a_name_that_its_note_does_not_give_is_an_error(desk: Desk) -> None:
    wrong = found(desk, REPORT, "Weights Study, supra note 1, at 12")
    assert [(code, message) for code, _, message in wrong] == [
        ("ANT109", "“Weights Study, supra note 1, at 12”: note 1 cites 'ntia2024', and gives it no such name")
    ]


@pytest.mark.parametrize(
    "notes",
    [
        pytest.param(
            (f"{REPORT} [hereinafter Weights Study]", "Weights Study, supra note 1, at 12"), id="a name defined"
        ),
        pytest.param((REPORT, "Nat'l Telecomm. & Info. Admin., supra note 1, at 12"), id="the author"),
        pytest.param(
            ("Smith, On Things 5 (2020)", "Things Study, supra note 1, at 3"), id="a word of an unknown source"
        ),
    ],
)
def test_a_supra_by_a_name_that_was_given_or_may_have_been_is_silent(desk: Desk, notes: tuple[str, ...]) -> None:
    assert codes(desk, *notes) == set()


def test_a_citation_that_may_be_either_of_two_drafts_is_a_warning(desk: Desk) -> None:
    drafts = "\n".join(
        f"@report{{{key}, author = {{{{Road Office}}}}, title = {{On Roads}}, shorthand = {{RO 7}},"
        f" date = {{{day}}}, stage = {{{stage}}}, url = {{https://example.org/{key}}}}}"
        for key, day, stage in (("one", "2023-01", "initial public draft"), ("two", "2024-01", "second public draft"))
    )
    desk.write("comment-kit.toml", "")
    desk.write("citations/own.bib", drafts)
    wrong = found(desk, "Road Office, RO 7, On Roads, at 3")
    assert [(code, message) for code, _, message in wrong] == [
        ("ANT110", "“Road Office, RO 7, On Roads, at 3” may be 'one' or 'two'")
    ]


def test_a_supra_by_a_body_behind_two_cited_papers_is_left_open_and_nothing_else(desk: Desk) -> None:
    order = "Dep't of Com., On Roads 5 (2023)"
    desk.write("comment-kit.toml", "")
    desk.write(
        "citations/own.bib",
        "".join(
            f"@report{{{key}, author = {{{{Department of Commerce}}}}, title = {{{title}}}, date = {{2023}}}}\n"
            for key, title in (("one", "On Roads"), ("two", "On Bridges and Tunnels"))
        ),
    )
    wrong = found(desk, order, order.replace("On Roads", "On Bridges and Tunnels"), "Dep't of Com., supra, at 5")
    assert [code for code, _, _ in wrong] == ["ANT110"]
