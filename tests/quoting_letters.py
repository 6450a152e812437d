"""Write letters that quote two reports, one whose text is at hand and one whose is not, and check them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from comment_kit.cli import main

ROADS = "Road Office, On Roads {page} (2024), https://example.org/roads."
RIVERS = "River Office, On Rivers {page} (2024), https://example.org/rivers."
FORTY = "The Office received forty letters about the draft"
"""What On Roads says on its first page, the text of which is at hand."""
BENDS = "A river is measured where it bends"
"""What On Rivers is said to say, of which there is no text."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A project with a letter to check."""

    folder: Path
    capsys: pytest.CaptureFixture[str]

    @property
    def letter(self) -> Path:
        """The letter's file."""
        return self.folder / "letter.md"

    def run(self, *words: object) -> tuple[int, str]:
        """Run ``check`` on the letter; return its exit code and what it prints."""
        return self.run_on(self.letter, *words)

    def run_on(self, letter: Path, *words: object) -> tuple[int, str]:
        """Run ``check`` on ``letter``; return its exit code and what it prints."""
        self.capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(["check", str(letter), "--project", str(self.folder), *map(str, words)])
        return int(str(stop.value.code)), self.capsys.readouterr().out

    def errors(self, *words: object, letter: Path | None = None) -> list[str]:
        """Run ``check`` on the letter; return the lines that it prints beside its report."""
        self.capsys.readouterr()
        with pytest.raises(SystemExit):
            main(["check", str(letter or self.letter), "--project", str(self.folder), *map(str, words)])
        return self.capsys.readouterr().err.splitlines()

    def check(self, text: str, *words: object) -> dict[str, Any]:
        """Return the report on a letter of ``text``."""
        self.letter.write_text(text, encoding="utf-8")
        return dict(json.loads(self.run("--format", "json", *words)[1]))


def make_desk(folder: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Make a project with both sources, and the text of the first."""
    (folder / "comment-kit.toml").write_text("", encoding="utf-8")
    (folder / "citations").mkdir()
    entries = "\n".join(
        f"@report{{{key}, entrysubtype = {{agency report}}, author = {{{{{body}}}}}, title = {{{title}}},"
        f" date = {{2024}}, pagetotal = {{3}}, url = {{https://example.org/{key}}}}}"
        for key, body, title in (("roads", "Road Office", "On Roads"), ("rivers", "River Office", "On Rivers"))
    )
    (folder / "citations" / "own.bib").write_text(entries, encoding="utf-8")
    pages = (f"On Roads\n\n{FORTY}.", "Release decisions do not rest with the board.", "Nothing more is said.")
    feeds = "\n" * 30
    text = "\f".join(f"{words}{feeds}{number:>40}\n" for number, words in enumerate(pages, start=1))
    (folder / "roads.txt").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit) as stop:
        main(["sources", "add", "roads", str(folder / "roads.txt"), "--project", str(folder)])
    assert stop.value.code == 0
    capsys.readouterr()
    return Desk(folder, capsys)


def letter_of(*paragraphs: tuple[str, str]) -> str:
    """Return a letter with a paragraph and its note for each of ``paragraphs``."""
    body = "\n\n".join(f"{words}[^{number}]" for number, (words, _) in enumerate(paragraphs, start=1))
    notes = "\n\n".join(f"[^{number}]: {note}" for number, (_, note) in enumerate(paragraphs, start=1))
    return f"{body}\n\n{notes}\n"


def quoting(words: str, comment: str = "") -> str:
    """Return a paragraph that quotes ``words``, with a comment to the checker in it."""
    return f"{comment}{' ' if comment else ''}It says that “{words}.”"
