"""Settings that cannot be used, and folders that cannot be made, are told by their names."""

from __future__ import annotations

import os

import pytest
from front_door import Desk, letter_of, run

TOML = {
    "letter = [": "this is no TOML: ",
    "colour = 1": "unknown table or key 'colour'",
    "letter = 1": "[letter] must be a table",
    "folders = 1": "[folders] must be a table",
    "[folders]\nletters = 'x'": "unknown folder 'letters' in [folders]",
    "[folders]\ncitations = 1": "'citations' in [folders] must be a path or a list of paths",
}


@pytest.mark.parametrize("toml", TOML)
def test_settings_that_cannot_be_used(desk: Desk, toml: str) -> None:
    desk.write("comment-kit.toml", toml)
    desk.write("letter.md", letter_of("Words."))
    built = desk.build()
    assert built.code == 2
    assert built.lines[0].startswith(f"comment-kit: {desk.folder / 'comment-kit.toml'}: {TOML[toml]}")


def test_a_project_that_is_none(desk: Desk) -> None:
    (desk.folder / "ours").mkdir()
    desk.write("letter.md", letter_of("Words."))
    built = desk.build("--project", "ours")
    assert (built.code, built.lines) == (
        2,
        [
            "comment-kit: ours: there is no comment-kit.toml in this folder",
            "hint: 'comment-kit init ours' makes a project",
        ],
    )


def test_a_database_that_is_a_pipe_is_not_waited_for(desk: Desk) -> None:
    os.mkfifo(desk.folder / "own.bib")
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]").replace("authors:", "bibliography: own.bib\nauthors:"))
    built = desk.build()
    assert built.code == 0
    assert "'bibliography' names 'own.bib': this is no file" in built.lines[0]


@pytest.mark.parametrize("command", [("new", "taken/mine"), ("init", "taken")])
def test_a_folder_that_cannot_be_made(desk: Desk, command: tuple[str, ...]) -> None:
    desk.write("taken", "a file")
    made = run(*command)
    assert (made.code, made.err.startswith(f"comment-kit: {command[1]}: the folder cannot be made: ")) == (2, True)


def test_a_template_whose_name_is_like_no_other_names_those_there_are(desk: Desk) -> None:
    made = run("new", "mine", "--template", "qqq")
    assert (made.code, made.lines[1], desk.holds()) == (2, "hint: there are formal-comment, policy-letter", {})


def test_a_quiet_build_says_nothing(desk: Desk) -> None:
    desk.write("letter.md", letter_of("Words."))
    built = desk.build("--quiet")
    assert (built.code, built.out, built.err) == (0, "", "")
