"""Every command that a page of the documentation shows can be typed as it stands.

A page is followed from top to bottom in a copy of ``examples/``: a fence whose language is followed by a path
(```` ```bibtex mine/citations/own.bib ````) writes that file, and each line of a ``console`` fence that begins
with ``$ `` is run. A command ends with ``# exit 1`` where the page expects that. The lines below a command are
lines that it prints, in that order; ``...`` stands for any others.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from front_door import run

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*/README.md")])

_FENCE = re.compile(r"^```(?P<info>\w[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"\s+# exit (\d)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file that the page asks its reader to write."""

    path: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCommand:
    """A command that the page asks its reader to type, and what it says will come of it."""

    words: str
    exit_code: int
    prints: tuple[str, ...]


def steps_of(page: str) -> list[WrittenFile | TypedCommand]:
    steps: list[WrittenFile | TypedCommand] = []
    for fence in _FENCE.finditer(page):
        language, _, path = fence["info"].strip().partition(" ")
        if language == "console":
            steps.extend(commands_of(fence["body"]))
        elif path:
            steps.append(WrittenFile(path=path, text=fence["body"]))
    return steps


def commands_of(body: str) -> list[TypedCommand]:
    commands = []
    for chunk in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        typed, *printed = chunk.splitlines()
        code = _EXIT.search(typed)
        commands.append(
            TypedCommand(
                words=_EXIT.sub("", typed),
                exit_code=int(code[1]) if code else 0,
                prints=tuple(line.strip() for line in printed if line.strip() not in {"", "..."}),
            )
        )
    return commands


def follow(command: TypedCommand) -> None:
    program, *arguments = shlex.split(command.words)
    assert program == "comment-kit", f"show other programs' commands in a 'text' fence: {command.words}"
    outcome = run(*arguments)
    said = (outcome.out + outcome.err).replace("\u00a0", " ")
    assert outcome.code == command.exit_code, f"{command.words}\n{said}"
    lines = iter(line.strip() for line in said.splitlines())
    for expected in command.prints:
        assert any(expected in line for line in lines), f"{command.words} does not print: {expected}\n{said}"


def makes_pdf(command: TypedCommand) -> bool:
    return "pdf" in command.words.replace("--no-pdf", "")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_page_can_be_followed_from_top_to_bottom(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = steps_of(page.read_text(encoding="utf-8"))
    if any(isinstance(step, TypedCommand) and makes_pdf(step) for step in steps) and not shutil.which("soffice"):
        pytest.skip("the page makes a PDF, which takes LibreOffice")
    folder = tmp_path / "examples"
    shutil.copytree(ROOT / "examples", folder)
    monkeypatch.chdir(folder)
    for name, value in (("XDG_DATA_HOME", str(folder / ".data")), ("NO_COLOR", "1"), ("COLUMNS", "100")):
        monkeypatch.setenv(name, value)
    for step in steps:
        if isinstance(step, WrittenFile):
            (folder / step.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / step.path).write_text(step.text, encoding="utf-8")
        else:
            follow(step)


def test_a_page_is_read_as_its_reader_reads_it() -> None:
    page = "```text\n$ make\n```\n```toml a/b.toml\nx = 1\n```\n```console\n$ comment-kit x  # exit 1\nno x\n```\n"
    assert steps_of(page) == [
        WrittenFile(path="a/b.toml", text="x = 1\n"),
        TypedCommand(words="comment-kit x", exit_code=1, prints=("no x",)),
    ]
