"""The place of a citation is read as a person reads it, and where it cannot be read, none is taken over from before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from quoting_letters import FORTY, ROADS, Desk, letter_of, make_desk, quoting

FIRST = ROADS.format(page="1")
"""FORTY stands on page 1 of three."""


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def second(desk: Desk, note: str) -> tuple[dict[str, Any], dict[str, Any], list[str]]:
    """Return the last citation and the one quotation of a letter whose second note is ``note``, and what is told."""
    checked = desk.check(letter_of(("Words.", FIRST), (quoting(FORTY), note)))
    (quotation,) = checked["quotations"]
    told = [f"{each['code']} {each['severity']} {each['message']}" for each in checked["diagnostics"]]
    return checked["citations"][1], quotation, told


@pytest.mark.parametrize(
    ("note", "pages"),
    [
        ("Id. at page 2.", "2"),
        ("*Id.* at page 2.", "2"),
        ("Id., page 2.", "2"),
        ("Id. Page 2.", "2"),
        ("Id., pages 2-3.", "2-3"),
        ("Id. at 2 to 3.", "2-3"),
        ("Id. at pg. 2.", "2"),
        ("Id. on page 2.", "2"),
        ("Id. (p. 2).", "2"),
        ("Id. (at page 2).", "2"),
        ("Id. at [2].", "2"),
        ("Id. at two.", "2"),
        ("Id. p2.", "2"),
        ("Id. at pp 2-3.", "2-3"),
        ("Id., at the top of page 2.", "2"),
        ("Id. at 2:12–15.", "2"),
        ("Id. at 2:12–3:4.", "2-3"),
        ("Id. at 2 is to the same effect.", "2"),
        ("Id. at 2 and elsewhere.", "2"),
        ("Id. at 2—a passage we admire.", "2"),
        ("Id. at 2 - a passage we admire.", "2"),
        ("Id. at 2 and 3.", "2, 3"),
        ("Id. at 2, and 3.", "2, 3"),
        ("Id. at 2 & 3.", "2, 3"),
        ("Id. at 2 and 3 makes the point.", "2, 3"),
        ("On Roads, supra note 1, page 2.", "2"),
        ("On Roads, supra note 1, at 2 is to the same effect.", "2"),
        ("On Roads at page 2.", "2"),
        ("Road Office, On Roads, page 2 (2024), https://example.org/roads.", "2"),
        ("Road Office, On Roads 2 & 3 (2024), https://example.org/roads.", "2, 3"),
        ("As the Office explains, id. at page 2, roads are old.", "2"),
    ],
)
def test_a_page_is_read_however_it_is_typed(desk: Desk, note: str, pages: str) -> None:
    citation, quotation, told = second(desk, note)
    assert (citation["source"], citation["effective_page"]) == ("roads", pages)
    assert (quotation["verdict"], quotation["cited_page"]) == ("elsewhere", pages)
    (line,) = told
    assert line.startswith(f"PIN201 error “{FORTY}.” is not on page")


@pytest.mark.parametrize(
    ("note", "unread"),
    [
        ("Id. at 2-A.", "at 2-A"),
        ("Id. at [2-A].", "at [2-A]"),
        ("Id. at lines 4–6.", "at lines 4–6"),
        ("Id. (lines 4-6).", "(lines 4-6)"),
        ("Id. (2).", "(2)"),
        ("Id. iv.", "iv"),
        ("Id. at “2”.", "at"),
        ("Id. makes the same point.", "makes the same point"),
        ("On Roads, supra note 1, at 2-A.", "at 2-A"),
        ("On Roads, at lines 4-6.", "at lines 4-6"),
        ("Road Office, On Roads, at 2/3 (2024), https://example.org/roads.", "at 2/3"),
    ],
)
def test_what_cannot_be_read_takes_over_no_page_and_is_told(desk: Desk, note: str, unread: str) -> None:
    citation, quotation, told = second(desk, note)
    assert (citation["source"], citation["effective_page"]) == ("roads", None)
    assert (quotation["verdict"], quotation["cited_page"]) == ("words-only", None)
    (line,) = told
    assert line.startswith(f"PIN205 warning “{unread}” in “")
    assert line.endswith("” could not be read as a page")


def test_the_hint_says_how_to_write_the_page(desk: Desk) -> None:
    checked = desk.check(letter_of(("Words.", FIRST), (quoting(FORTY), "Id. at [2-A].")))
    (told,) = checked["diagnostics"]
    assert (told["note"], told["place"]) == (2, f"{desk.letter}:7:1")
    assert told["hint"] == "if page 2 is meant, write 'at 2'"


@pytest.mark.parametrize(
    "note",
    [
        "Id.",
        "*Id.*",
        "Id. (same).",
        "Id. (explaining that 40 letters came).",
        "Id. and accompanying text.",
        "Id.—a point that we share.",
        "Id., as amended.",
        "Id., quoting another report at 3.",
        "Id. The Office said so in 2023.",
        "Id.; see also River Office, On Rivers 3 (2024), https://example.org/rivers.",
    ],
)
def test_a_bare_form_still_takes_over_the_page_before(desk: Desk, note: str) -> None:
    citation, quotation, told = second(desk, note)
    assert citation["effective_page"] == "1"
    assert (quotation["verdict"], quotation["cited_page"], told) == ("verified", "1", [])


@pytest.mark.parametrize("ending", ["et seq.", "ff.", "passim", ", passim", "and following"])
def test_an_open_end_verifies_its_page_and_decides_nothing_of_others(desk: Desk, ending: str) -> None:
    _, quotation, told = second(desk, f"Id. at 1 {ending}")
    assert (quotation["verdict"], told) == ("verified", [])
    _, quotation, told = second(desk, f"Id. at 2 {ending}")
    assert (quotation["verdict"], told) == ("words-only", [])
    _, quotation, told = second(desk, "Id. passim.")
    assert (quotation["verdict"], quotation["cited_page"], told) == ("words-only", None, [])


def test_a_part_without_a_known_page_is_not_said_to_be_none(desk: Desk) -> None:
    _, quotation, told = second(desk, "Id. ¶ 4.")
    assert (quotation["verdict"], told) == ("words-only", [])


def test_a_section_that_is_not_there_takes_over_no_page(desk: Desk) -> None:
    folder = desk.folder / "citations" / "pinpoints"
    folder.mkdir()
    rows = "locator,first_page,last_page,called_on,title,evidence\n§ 1,1,1,,,official pdf\n"
    (folder / "roads.csv").write_text(rows, encoding="utf-8")
    citation, quotation, told = second(desk, "Id. § 9(z).")
    assert (citation["effective_page"], quotation["verdict"]) == (None, "words-only")
    assert told == ["PIN101 error '§ 9(z)' is no page or known part of roads"]
    citation, quotation, told = second(desk, "Sec. 1 of On Roads.")
    assert (citation["effective_page"], quotation["verdict"], told) == ("1", "verified", [])


def test_an_id_behind_an_unread_place_has_no_page_either(desk: Desk) -> None:
    checked = desk.check(letter_of(("Words.", FIRST), ("Words.", "Id. at 2-A."), (quoting(FORTY), "Id.")))
    assert [each["effective_page"] for each in checked["citations"]] == ["1", None, None]
    assert [each["verdict"] for each in checked["quotations"]] == ["words-only"]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Id. at page 2.", "Id. at page 3."), ("Id. at 2-A.", "Id. at 3-A."), ("Id.", "Id. at lines 4-6.")],
)
def test_a_clearance_stands_for_the_place_that_was_typed(desk: Desk, before: str, after: str) -> None:
    unread = "Jane Roe, *Closed Is Safe*, 12 J.L. & Tech. 4, 9 (2022)."
    prints = []
    for note in (before, after):
        checked = desk.check(letter_of(("Words.", unread), (quoting("closed is safe for roads"), note)))
        prints.append(checked["quotations"][0]["fingerprint"])
    assert prints[0] != prints[1]
    comment = f"<!-- ck: cleared QUO n.2 {prints[0]} AB 2024-09-01 read in print -->"
    checked = desk.check(letter_of(("Words.", unread), (quoting("closed is safe for roads", comment), after)))
    assert [each["code"] for each in checked["diagnostics"]] == ["FIL104"]
    assert checked["quotations"][0]["cleared"] is None
