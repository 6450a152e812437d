"""Notes of sources that a letter cites: where neither a text nor a table tells them, that is said and nothing else."""

from pathlib import Path

import pytest
from quoting_letters import RIVERS, ROADS, Desk, letter_of, make_desk

HEAD = "locator,first_page,last_page,called_on,title,evidence\n"
OPEN = "could not decide: "


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def told(desk: Desk, *notes: str) -> list[str]:
    """Return what is said of the notes of sources, as findings and as lines of the report."""
    checked = desk.check(letter_of(*((f"Words {number}.", note) for number, note in enumerate(notes, 1))))
    remarks = [line for line in desk.run()[1].splitlines() if line.startswith(OPEN)]
    return [*(f"{each['code']} {each['message']}" for each in checked["diagnostics"]), *remarks]


def with_rows(desk: Desk, *numbers: str) -> None:
    folder = desk.folder / "citations" / "pinpoints"
    folder.mkdir()
    rows = "".join(f"n.{number},1,1,,,official pdf\n" for number in numbers)
    (folder / "roads.csv").write_text(HEAD + rows, encoding="utf-8")


def test_a_source_without_known_notes_decides_nothing(desk: Desk) -> None:
    (line,) = told(desk, ROADS.format(page="1 n.99"), RIVERS.format(page="at 2 n.5"), "Id. at 3 n.6.")
    assert line == (
        "could not decide: n.99 of 'roads', n.5 of 'rivers', n.6 of 'rivers', which no text or pinpoint table at hand "
        "tells to be there or not"
    )


def test_many_are_counted(desk: Desk) -> None:
    notes = (f"Id. at 3 n.{number}." for number in range(2, 9))
    (line,) = told(desk, ROADS.format(page="1 n.1"), *notes)
    assert line.startswith("could not decide: n.1 of 'roads', n.2 of 'roads',")
    assert "n.5 of 'roads' and 3 more, which" in line


def test_a_row_of_the_table_tells_its_note(desk: Desk) -> None:
    with_rows(desk, "7")
    assert told(desk, ROADS.format(page="1 n.7")) == []


def test_a_table_with_a_gap_does_not_tell_the_last_note(desk: Desk) -> None:
    with_rows(desk, "1", "2", "4")
    (line,) = told(desk, ROADS.format(page="1 n.9"))
    assert line.startswith("could not decide: n.9 of 'roads', which")


def test_a_table_of_all_notes_tells_a_number_behind_the_last_and_a_roman_one_not(desk: Desk) -> None:
    with_rows(desk, "1", "2", "3")
    assert told(desk, ROADS.format(page="1 n.4"), "Id. at 1 n.3.", "Id. at 1 nn.3-4.", "Id. at 1 n.ii.") == [
        "PIN204 'roads' has no note 4",
        "PIN204 'roads' has no note 4",
        "could not decide: n.ii of 'roads', which no text or pinpoint table at hand tells to be there or not",
    ]
