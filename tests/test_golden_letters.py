"""The notes of two filed letters, written in the natural way, come out letter for letter as they were filed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from docx_notes import PrintedNote, read_golden, read_notes

GOLDEN = Path(__file__).parent / "golden"

TYPE_NOT_GIVEN = {1, 5, 7}
"""Notes of the first letter whose titles lost their type in the copy that was filed."""

FULL_ONCE = (
    "https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.800-1.ipd.pdf",
    "https://www.nist.gov/news-events/news/2024/07/",
    "https://www.ntia.gov/sites/default/files/publications/ntia-ai-open-model-report.pdf",
    "https://partnershiponai.org/resource/",
)
"""One stretch of each *supra* source's address: only a full form prints it."""


def built(letter: str, folder: Path, *options: str) -> dict[int, PrintedNote]:
    target = folder / "out.docx"
    command = [sys.executable, "-m", "comment_kit", "build", str(GOLDEN / letter), "-o", str(target), *options]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return {note.number: note for note in read_notes(target)}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[int, PrintedNote]:
    return built("first-letter.md", tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> dict[int, PrintedNote]:
    return built("second-letter.md", tmp_path_factory.mktemp("second"))


@pytest.fixture(scope="module")
def bluebook(tmp_path_factory: pytest.TempPathFactory) -> dict[int, PrintedNote]:
    return built("first-letter.md", tmp_path_factory.mktemp("bluebook"), "--style", "bluebook")


FIRST = read_golden(GOLDEN / "first-letter-notes.txt")
SECOND = read_golden(GOLDEN / "second-letter-notes.txt")
BLUEBOOK = read_golden(GOLDEN / "first-letter-bluebook.txt")


@pytest.mark.parametrize("number", FIRST)
def test_a_note_of_the_first_letter_prints_as_filed(first: dict[int, PrintedNote], number: int) -> None:
    assert first[number].text == FIRST[number].text


@pytest.mark.parametrize("number", sorted(set(FIRST) - TYPE_NOT_GIVEN))
def test_a_note_of_the_first_letter_is_set_as_filed(first: dict[int, PrintedNote], number: int) -> None:
    assert first[number].type == FIRST[number].type


def test_the_first_letter_has_no_note_beyond_those_filed(first: dict[int, PrintedNote]) -> None:
    assert list(first) == list(range(1, 37))


def test_the_period_of_id_is_italic_with_it(first: dict[int, PrintedNote]) -> None:
    assert all(first[number].forms[2].italic for number in (2, 3, 12, 13, 16, 24))


def test_the_first_letter_overrides_one_pinpoint_and_no_form() -> None:
    source = (GOLDEN / "first-letter.md").read_text(encoding="utf-8")
    assert source.count("pin=always") == 1
    assert "form=" not in source


@pytest.mark.parametrize("number", SECOND)
def test_a_note_of_the_second_letter_prints_as_filed(second: dict[int, PrintedNote], number: int) -> None:
    assert second[number].text == SECOND[number].text
    assert second[number].type == SECOND[number].type


def test_the_second_letter_has_no_note_beyond_those_filed(second: dict[int, PrintedNote]) -> None:
    assert list(second) == [1, 2]


@pytest.mark.parametrize("number", BLUEBOOK)
def test_a_source_cited_again_prints_supra_under_bluebook(bluebook: dict[int, PrintedNote], number: int) -> None:
    assert bluebook[number].text == BLUEBOOK[number].text
    assert bluebook[number].type == BLUEBOOK[number].type


def test_supra_numbers_are_fields_that_word_keeps_up_to_date(bluebook: dict[int, PrintedNote]) -> None:
    numbered = {number for number, note in bluebook.items() if any("NOTEREF" in field for field in note.fields)}
    assert numbered == set(BLUEBOOK)


@pytest.mark.parametrize("address", FULL_ONCE)
def test_no_source_that_takes_supra_is_cited_in_full_twice(bluebook: dict[int, PrintedNote], address: str) -> None:
    assert sum(note.text.count(address) for note in bluebook.values()) == 1
