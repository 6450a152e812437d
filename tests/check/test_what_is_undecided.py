"""What could not be decided is said with its reason: a text that is there is not said to be missing."""

from pathlib import Path

import pytest
from quoting_letters import BENDS, RIVERS, ROADS, letter_of, make_desk, quoting


def test_words_that_the_text_does_not_have_are_undecided_where_another_speaks_and_the_text_is_not_missed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = make_desk(tmp_path, capsys)
    text = letter_of(
        ("As Emerson put it, “hitch your wagon to a star,” and roads serve wagons.", ROADS.format(page="at 1")),
        (quoting(BENDS), RIVERS.format(page="at 1")),
    )
    desk.check(text)
    printed = desk.run()[1]
    assert "could not decide: 1 quotation (note 1) of 'roads': " in printed
    assert "Emerson" in next(line for line in printed.splitlines() if "of 'roads'" in line)
    assert "could not decide: 1 quotation of 'rivers', of which there is no text" in printed
    assert "NOT CLEARED: 2 of 2 quotations (1 undecided, 1 no text)" in printed


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_a_code_that_does_not_exist_is_refused_and_passes_no_letter(
    option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = make_desk(tmp_path, capsys)
    desk.check(letter_of((quoting(BENDS), ROADS.format(page="at 1"))))
    assert desk.run(option, "QUO,QU0301")[0] == 2
    assert "no finding has the code 'QU0301'" in desk.errors(option, "QUO,QU0301")[0]
    assert desk.run("--select", "QUO,QUO301")[0] == 1


def test_a_store_of_page_text_that_had_to_be_emptied_is_told_beside_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = make_desk(tmp_path, capsys)
    desk.check(letter_of((quoting(BENDS), ROADS.format(page="at 1"))))
    store = tmp_path / ".comment-kit" / "pages.db"
    store.write_bytes(b"no database any more " * 100)
    printed = desk.run()[1]
    assert "could not decide: 1 quotation of 'roads', of which there is no text" in printed
    assert f"{store}: the store of page text was damaged and is empty now; add the sources again" in printed


def test_a_quotation_that_no_mark_closes_is_not_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk = make_desk(tmp_path, capsys)
    desk.check(letter_of((quoting(BENDS).replace("”", ""), ROADS.format(page="at 1"))))
    printed = desk.run()[1]
    assert (
        "could not decide: 1 quotation (note 1) of 'roads': no mark closes the quotation that begins there" in printed
    )
    assert "NOT CLEARED: 1 of 1 quotations (1 undecided)" in printed
