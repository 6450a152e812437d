"""A citation in brackets right behind a quotation in the text vouches for it as a note would."""

from pathlib import Path

import pytest
from quoting_letters import FORTY, RIVERS, ROADS, Desk, make_desk


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


NAMED = f"[^1]: {ROADS.format(page='')[:-1]} [hereinafter Roads Study].\n"


def checked(desk: Desk, sentence: str) -> tuple[list[tuple[str, str | None, str]], list[tuple[str, str]]]:
    """Return verdict, source and page of each quotation, and code and place of each error."""
    report = desk.check(f"September 9, 2024\n\nA study.[^1]\n\n{sentence}\n\n{NAMED}")
    quotations = [(each["verdict"], each["source"], each["cited_page"]) for each in report["quotations"]]
    errors = [(each["code"], Path(each["place"]).name) for each in report["diagnostics"] if each["severity"] == "error"]
    return quotations, errors


@pytest.mark.parametrize(
    "sentence",
    [
        f"It says that “{FORTY}” (Roads Study at 1). We agree.",
        f"It says that “{FORTY}.” (Roads Study, at 1.)",
        f"It says that “{FORTY}” (*see* Roads Study, *supra* note 1, at 1), and more.",
        f"It says that “{FORTY}” (Road Office, On Roads 1 (2024)).",
        f"It says that “{FORTY}” [Roads Study at 1].",
        f"It says that “{FORTY}” (Roads Study at 1; Road Office, On Roads 2 (2024)).",
    ],
)
def test_its_place_is_looked_at(desk: Desk, sentence: str) -> None:
    assert checked(desk, sentence) == ([("verified", "roads", "1")], [])


@pytest.mark.parametrize(
    ("bracket", "quotation"),
    [
        ("Roads Study at 1; On Rivers at 2", ("verified", "roads", "1")),
        ("On Rivers at 2; *see also* Roads Study at 1", ("verified", "roads", "1")),
        ("Roads Study at 2; On Rivers at 2", ("elsewhere", "roads", "2")),
        ("Roads Study at 1; Smith 2020, at 2", ("undecided", None, None)),
    ],
)
def test_each_citation_of_several_has_its_own_place(
    desk: Desk, bracket: str, quotation: tuple[str, str | None, str | None]
) -> None:
    quotations, errors = checked(desk, f"It says that “{FORTY}” ({bracket}).")
    assert (quotations, "PIN102" in dict(errors)) == ([quotation], False)


def test_another_page_in_it_is_told_at_the_paragraph(desk: Desk) -> None:
    quotations, errors = checked(desk, f"It says that “{FORTY}” (Roads Study at 2).")
    assert quotations == [("elsewhere", "roads", "2")]
    assert errors == [("PIN201", "letter.md:5:14")]


def test_a_page_outside_the_source_is_told_at_the_paragraph(desk: Desk) -> None:
    errors = checked(desk, f"It says that “{FORTY}” (Roads Study at 9).")[1]
    assert ("PIN102", "letter.md:5:1") in errors


@pytest.mark.parametrize(
    "bracket",
    ["()", "(see Part II)", "(emphasis added)", "(Roads Study)", "(2024)", "(Smith at 4)", "(in On Roads, of course)"],
)
def test_other_brackets_vouch_for_nothing(desk: Desk, bracket: str) -> None:
    ((_, source, page),) = checked(desk, f"There “{FORTY}” {bracket}, so they are many.")[0]
    assert (source, page) == (None, None)


def test_each_of_two_citations_in_it_has_its_own_place(desk: Desk) -> None:
    bracket = f"(Roads Study at 1; *see* {RIVERS.format(page='at 3')[:-1]})"
    assert checked(desk, f"It says that “{FORTY}” {bracket}.") == ([("verified", "roads", "1")], [])
    unknown = "(Smith, A Book 5 (2020); Roads Study at 2)"
    assert checked(desk, f"It says that “{FORTY}” {unknown}.") == ([("undecided", None, None)], [])


@pytest.mark.parametrize("end", ["(Roads Study at 1)", "(Roads Study at 1).", "[*See* Roads Study, at 1.]"])
def test_it_ends_a_block_quotation(desk: Desk, end: str) -> None:
    assert checked(desk, f"The study says:\n\n> {FORTY}. {end}") == ([("verified", "roads", "1")], [])


@pytest.mark.parametrize("end", ["(Roads Study)", "(emphasis added)", "(Smith at 1)"])
def test_another_end_of_a_block_is_none(desk: Desk, end: str) -> None:
    ((_, source, page),) = checked(desk, f"The study says:\n\n> {FORTY}. {end}")[0]
    assert (source, page) == (None, None)


def test_a_bracket_elsewhere_in_the_sentence_vouches_for_nothing(desk: Desk) -> None:
    ((_, source, _),) = checked(desk, f"There (Roads Study at 2) “{FORTY}” in all.")[0]
    assert source is None


def test_no_citation_is_counted_and_the_run_of_notes_stays(desk: Desk) -> None:
    notes = f"[^1]: {ROADS.format(page='at 1')}\n\n[^2]: {RIVERS.format(page='at 1')}\n\n[^3]: *Id.* at 2.\n"
    text = f"A.[^1] B.[^2] It says that “{FORTY}” (On Roads at 1). C.[^3]\n\n{notes}"
    citations = desk.check(text)["citations"]
    assert [(each["source"], each["form"]) for each in citations] == [
        ("roads", "full"), ("rivers", "full"), ("rivers", "id"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "note",
    [
        f"*See* {ROADS.format(page='at 2')[:-1]}, “{FORTY}”.",
        f"*See* {ROADS.format(page='at 2')[:-1]}: “{FORTY}.”",
        f"Smith, A Book 5 (2020) (quoting {ROADS.format(page='at 2')[:-1]} (“{FORTY}”)).",
    ],
)
def test_words_behind_the_citation_of_a_note_are_looked_for_in_its_place(desk: Desk, note: str) -> None:
    report = desk.check(f"September 9, 2024\n\nRoads are long.[^1]\n\n[^1]: {note}\n")
    assert [(each["verdict"], each["source"], each["cited_page"]) for each in report["quotations"]] == [
        ("elsewhere", "roads", "2")
    ]
