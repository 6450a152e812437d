"""Law 3: the same letter gives the same bytes, on every run, in every place, in every format."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from front_door import Desk
from hypothesis import given
from letter_texts import LAW, Text, composed, texts, written

from comment_kit.html import write_html
from comment_kit.letters import write_markdown

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = (
    "examples/nist-ai-800-1/letter.md",
    "examples/policy-letter/letter.md",
    "examples/shared-arguments/letters/ntia-2025.md",
    "tests/golden/first-letter.md",
)


@LAW
@given(text=texts())
def test_a_letter_composed_twice_is_written_alike(text: Text, tmp_path: Path) -> None:
    once, again = composed(text, tmp_path), composed(text, tmp_path)
    assert written(once) == written(again)
    assert written(once) == written(once)
    pages = [
        write_html(each.letter, each.layout, title=each.about.title, language=each.about.language, images=each.images)
        for each in (once, again)
    ]
    assert pages[0] == pages[1]
    assert write_markdown(once.letter) == write_markdown(again.letter)


@pytest.mark.parametrize(
    ("letter", "suffix"), [*((letter, "docx") for letter in EXAMPLES), (EXAMPLES[0], "html"), (EXAMPLES[0], "md")]
)
def test_two_runs_in_two_places_write_the_same_file(desk: Desk, letter: str, suffix: str) -> None:
    files = []
    for seed, folder in (("1", "here"), ("2", "there")):
        (desk.folder / folder).mkdir()
        target = desk.folder / folder / f"letter.{suffix}"
        command = [sys.executable, "-m", "comment_kit", "build", str(REPOSITORY / letter), "-o", str(target)]
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}", "SOURCE_DATE_EPOCH": "0"}
        done = subprocess.run(command, cwd=target.parent, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        files.append(target.read_bytes())
    assert files[0] == files[1]


def test_building_over_a_file_of_ours_leaves_the_same_bytes(desk: Desk) -> None:
    desk.write("letter.md", (REPOSITORY / EXAMPLES[0]).read_bytes())
    assert desk.build().code == 0
    before = desk.holds()
    assert desk.build().code == 0
    assert desk.holds() == before
