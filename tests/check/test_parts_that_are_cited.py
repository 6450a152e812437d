"""A letter that cites the right page and the wrong section, or a note that has other words, is told so once."""

import json
from pathlib import Path

import pytest
from front_door import FRONT
from quoting_letters import FORTY, ROADS, Desk, letter_of, make_desk, quoting

from comment_kit.cli import main

PAGE = """Section 1. Roads. A road is mended each spring.
Section 2. Bridges. The office counts the bridges each year:
(a) a bridge of wood is counted twice; and
(b) a bridge of stone is counted once."""
TABLE = """locator,first_page,last_page,called_on,title,evidence
§ 1,2,2,,,official pdf
§ 2,2,2,,,official pdf
§ 2(a),2,2,,,official pdf
§ 2(b),2,2,,,official pdf
§ 3,3,3,,,official pdf
"""
STONE = "a bridge of stone is counted once"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Return a project whose source has two sections on its second page."""
    desk = make_desk(tmp_path, capsys)
    pages = (f"On Roads\n\n{FORTY}.", PAGE, "Section 3. Fords. No ford is counted.")
    text = "\f".join(f"{words}{chr(10) * 30}{number:>40}\n" for number, words in enumerate(pages, start=1))
    (tmp_path / "parted.txt").write_text(text, encoding="utf-8")
    (tmp_path / "citations" / "pinpoints").mkdir()
    (tmp_path / "citations" / "pinpoints" / "roads.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["sources", "add", "roads", str(tmp_path / "parted.txt"), "--project", str(tmp_path)])
    assert stop.value.code == 0
    return desk


def test_the_report_says_where_the_words_stand_and_does_not_clear_them(desk: Desk) -> None:
    desk.letter.write_text(letter_of((quoting(STONE), ROADS.format(page="§ 2(a), at 2"))), encoding="utf-8")
    code, said = desk.run()
    assert code == 1
    assert said.splitlines()[:2] == [
        f"{desk.letter}:1:14: PIN206 note 1: “{STONE}.” is not in § 2(a) of 'roads'",
        "  hint: the words are in § 2(b), on the same page",
    ]
    assert said.splitlines()[-1] == "NOT CLEARED: 1 of 1 quotations (1 in another part)"


def test_the_json_calls_it_elsewhere_and_names_the_part(desk: Desk) -> None:
    checked = desk.check(letter_of((quoting(STONE), ROADS.format(page="§ 2(a), at 2"))))
    (quotation,) = checked["quotations"]
    assert {name: quotation[name] for name in ("words", "at", "verdict", "cited_page", "found_page", "found_part")} == {
        "words": "same",
        "at": "elsewhere",
        "verdict": "elsewhere",
        "cited_page": "2",
        "found_page": "2",
        "found_part": "§ 2(b)",
    }
    assert quotation["reason"] == "the words stand in § 2(b), not in § 2(a)"
    assert (checked["summary"]["wrong"], checked["summary"]["verified"]) == (1, 0)


def test_id_carries_the_section_along_and_a_page_alone_does_not(desk: Desk) -> None:
    def codes(*notes: str) -> list[tuple[str, int]]:
        checked = desk.check(letter_of(*((quoting(STONE), note) for note in notes)))
        return [(each["code"], each["note"]) for each in checked["diagnostics"]]

    assert codes(ROADS.format(page="§ 2(b), at 2"), "Id.", "Id. § 1.", "Id.") == [("PIN206", 3), ("PIN206", 4)]
    assert codes(ROADS.format(page="§ 2, at 2"), "Id. § 2(a).", "Id. at 2.", "Id.") == [("PIN206", 2)]


@pytest.mark.parametrize("place", ["§ 2(a), (b), at 2", "§ 2(a) & (b), at 2", "§§ 1, 2(a), and 2(b), at 2"])
def test_words_of_the_last_part_of_a_list_are_verified(desk: Desk, place: str) -> None:
    checked = desk.check(letter_of((quoting(STONE), ROADS.format(page=place))))
    assert [each["verdict"] for each in checked["quotations"]] == ["verified"]
    assert [each["code"] for each in checked["diagnostics"]] == []


def test_a_bracket_of_our_own_is_judged_alike(desk: Desk) -> None:
    text = f"---\n{FRONT}---\n\nIt says that “{STONE}.”[@roads, § 2(a)] It says that “{STONE}.”[@roads, § 2]\n"
    found = [each for each in desk.check(text)["diagnostics"] if each["code"].startswith("PIN")]
    assert [(each["code"], each["note"], each["fix"]) for each in found] == [("PIN206", 1, None)]


def test_a_section_on_another_page_is_one_finding(desk: Desk) -> None:
    checked = desk.check(letter_of((quoting(STONE), ROADS.format(page="§ 3, at 2"))))
    assert [each["code"] for each in checked["diagnostics"]] == ["PIN103"]
    (quotation,) = checked["quotations"]
    assert (quotation["verdict"], quotation["found_part"]) == ("undecided", None)
    checked = desk.check(letter_of((quoting(STONE), ROADS.format(page="§ 3, at 3"))))
    assert [each["code"] for each in checked["diagnostics"]] == ["PIN201"]


def test_a_note_that_nobody_knows_of_leaves_its_words_undecided(desk: Desk) -> None:
    desk.letter.write_text(letter_of((quoting(STONE), ROADS.format(page="at 2 n.7"))), encoding="utf-8")
    _, said = desk.run()
    reason = "the text at hand does not tell whether these are words of note 7"
    assert f"could not decide: 1 quotation (note 1) of 'roads': {reason}" in said.splitlines()
    assert said.splitlines()[-1] == "NOT CLEARED: 1 of 1 quotations (1 undecided)"


def test_it_is_cleared_by_its_own_code_alone(desk: Desk) -> None:
    def cleared(code: str) -> tuple[str, list[str]]:
        comment = f"<!-- ck: cleared {code} n.1 AB 2026-11-21 the table is wrong -->"
        checked = desk.check(letter_of((quoting(STONE, comment), ROADS.format(page="§ 2(a), at 2"))))
        return desk.run()[1].splitlines()[-1], [f"{each['severity']} {each['code']}" for each in checked["diagnostics"]]

    last, found = cleared("PIN206")
    assert last == "CLEARED: 1 of 1 (1 by AB, of which 1 in another part)"
    assert "hint PIN206" in found
    for code in ("QUO", "PIN201"):
        last, found = cleared(code)
        assert last == "NOT CLEARED: 1 of 1 quotations (1 in another part)"
        assert "error PIN206" in found


def test_the_sheet_says_that_the_page_is_right_and_the_part_is_not(desk: Desk) -> None:
    desk.letter.write_text(letter_of((quoting(STONE), ROADS.format(page="§ 2(a), at 2"))), encoding="utf-8")
    sheet = desk.run("--format", "html")[1]
    assert (
        '<section class="quotation wrong"><h4>On the page cited, but not in the part of it that is cited</h4>' in sheet
    )
    assert "the words are in § 2(b), on the same page" in sheet


def test_other_programs_are_told_the_same(desk: Desk) -> None:
    desk.letter.write_text(letter_of((quoting(STONE), ROADS.format(page="§ 2(a), at 2"))), encoding="utf-8")
    (result,) = json.loads(desk.run("--format", "sarif")[1])["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("PIN206", "error")
