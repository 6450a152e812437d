"""A letter of ours that LibreOffice prints: every note is called once, and begins on the page of its call."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from comment_kit.pages import read_pdf

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "nist-ai-800-1"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice prints the letter, and is not installed")
def test_the_notes_of_a_printed_letter_are_read_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "letter"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("*.docx", "*.pdf"))
    command = [
        sys.executable,
        "-m",
        "comment_kit",
        "build",
        str(folder / "letter.md"),
        "-o",
        str(folder / "letter.pdf"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    text = read_pdf(folder / "letter.pdf", time_limit=60)
    numbers = [str(number) for number in range(1, len(text.notes.openings))]
    openings = {number: text.notes.sheet_at(at) for at, number in text.notes.openings.items()}
    calls = {number: text.body.sheet_at(at - 1) for at, number in text.body.calls.items()}
    assert len(numbers) > 20
    assert list(openings) == list(calls) == ["i", *numbers]
    assert openings == calls
    assert set(text.removed) == {"page numbers"}
    assert [sheet.label for sheet in text.sheets][:3] == [None, "2", "3"]
