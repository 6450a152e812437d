"""``comment-kit blocks extract`` says what it did, and writes nothing where it should not."""

from __future__ import annotations

from pathlib import Path

import pytest
from front_door import run
from taken_letters import project, typed_docx

REPORT = "Nat'l Telecomm. & Info. Admin., Dual-Use Foundation Models with Widely Available Model Weights 47 (2024)."
BLOCK = """\
---
title: The Test
topics: [open models]
# Taken from letter.docx, 'II. The Test'
---
It asks.[@ntia2024, at 47]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project with a filed letter, in which commands run."""
    monkeypatch.chdir(project(tmp_path))
    typed_docx(tmp_path / "letter.docx", ["# I. Before", "Words.", "# II. The Test", "It asks.[^1]"], {1: REPORT})
    return tmp_path


def test_a_part_is_written_into_the_first_folder_of_blocks(folder: Path) -> None:
    outcome = run("blocks", "extract", "letter.docx", "--heading", "II.", "--topics", "open models")
    path = folder / "blocks" / "open-models" / "the-test.md"
    assert path.read_text(encoding="utf-8") == BLOCK
    assert [outcome.code, outcome.err] == [0, ""]
    assert outcome.out.splitlines() == [
        "wrote blocks/open-models/the-test.md",
        'a letter sets it with {{ block("open-models/the-test") }}',
    ]


def test_a_block_can_be_printed_instead(folder: Path) -> None:
    outcome = run("blocks", "extract", "letter.docx", "--heading", "II.", "--topics", "open models", "-o", "-")
    assert outcome.out == BLOCK
    assert not (folder / "blocks").exists()


def test_the_title_and_the_name_may_be_chosen(folder: Path) -> None:
    outcome = run("blocks", "extract", "letter.docx", "--heading", "II.", "--as", "x/y", "--title", "What: a test")
    assert outcome.code == 0
    assert 'title: "What: a test"\n' in (folder / "blocks" / "x" / "y.md").read_text(encoding="utf-8")


def test_no_block_is_written_over_without_force(folder: Path) -> None:
    command = ("blocks", "extract", "letter.docx", "--heading", "II.", "--as", "x/y")
    assert run(*command).code == 0
    path = folder / "blocks" / "x" / "y.md"
    path.write_text("mine", encoding="utf-8")
    refused = run(*command)
    assert [refused.code, path.read_text(encoding="utf-8")] == [2, "mine"]
    assert refused.lines[0] == f"comment-kit: {path}: there is a block of this name"
    outcome = run(*command, "--force")
    (kept,) = path.parent.glob("*.bak.*")
    assert [outcome.code, kept.read_text(encoding="utf-8")] == [0, "mine"]
    assert "the one before is kept as" in outcome.out


@pytest.mark.parametrize("name", ["../y", "/etc/y", "x/../../y", "x\\y"])
def test_a_name_that_leads_out_of_the_folder_is_refused(folder: Path, name: str) -> None:
    outcome = run("blocks", "extract", "letter.docx", "--heading", "II.", "--as", name)
    assert outcome.code == 2
    assert outcome.lines[0] == f"comment-kit: '{name}' is no name of a block"
    assert not (folder / "blocks").exists()


def test_without_a_project_there_is_no_place_for_a_block(folder: Path) -> None:
    (folder / "comment-kit.toml").unlink()
    outcome = run("blocks", "extract", "letter.docx", "--heading", "II.")
    assert outcome.code == 2
    assert outcome.lines[0] == "comment-kit: there is no project here to keep the block in"


@pytest.mark.usefixtures("folder")
def test_the_parts_of_a_letter_are_listed() -> None:
    outcome = run("blocks", "extract", "letter.docx")
    assert outcome.out == "      1-2  I. Before\n      3-4  II. The Test\n"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--paragraphs", "first"), "'first' is no range of paragraphs"),
        (("--paragraphs", "40-50"), "letter.docx: there are no paragraphs 40 to 50"),
        (("--paragraphs", "1-2", "--heading", "II."), "--heading and --paragraphs each say which part to take"),
        (("--heading", ""), "letter.docx: no heading fits ''"),
    ],
)
def test_a_part_that_is_not_there_is_told(options: tuple[str, ...], problem: str) -> None:
    outcome = run("blocks", "extract", "letter.docx", *options)
    assert outcome.code == 2
    assert outcome.lines[0] == f"comment-kit: {problem}"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("name", ["letter.odt", "none.docx", "none.pdf", "none.md"])
def test_a_file_that_holds_no_letter_is_told(name: str) -> None:
    outcome = run("blocks", "extract", name, "--heading", "II.")
    assert outcome.code == 2
    assert outcome.lines[0].startswith(f"comment-kit: {name}: ")
