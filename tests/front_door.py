"""Run the command line as a writer does, in a folder of its own, and see what it says and what it leaves there."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest

from comment_kit.cli import main

FRONT = """\
template: formal-comment
style: comment-letter
date: 2024-09-09
docket: {agency: NIST, title: A Title, id: X-1}
organization: Example Institute
authors:
  - {name: Your Name}
"""
"""Front matter of seven lines; with its two fences and a blank line the text begins on line 11."""

FIRST_LINE = 11


def letter_of(body: str, front: str = FRONT) -> str:
    """Return a letter that is right but for what ``body`` or ``front`` have wrong."""
    return f"---\n{front}---\n\n{body}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it said to the writer, line by line."""
        return self.err.splitlines()


@dataclass(frozen=True, slots=True)
class Desk:
    """A folder in which a writer works; commands run in it."""

    folder: Path

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file on the desk."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def build(self, *options: str, letter: str = "letter.md") -> Outcome:
        """Run ``comment-kit build`` in this process."""
        return run("build", letter, *options)

    def build_apart(
        self, *options: str, letter: str = "letter.md", seconds: float = 60, bounds: Mapping[int, int] | None = None
    ) -> Outcome:
        """Run ``comment-kit build`` in a process of its own, with ``bounds`` for its resources."""
        done = subprocess.run(
            [sys.executable, "-m", "comment_kit", "build", letter, *options],
            cwd=self.folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
            preexec_fn=_bounding(bounds or {}),
        )
        return Outcome(code=done.returncode, out=done.stdout, err=done.stderr)

    def holds(self) -> dict[str, str]:
        """Return every file of the desk with the hash of what it holds."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(*arguments: str) -> Outcome:
    """Run ``comment-kit`` in this process, in its present folder."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
        main(arguments)
    assert isinstance(left.value.code, int)
    return Outcome(code=left.value.code, out=out.getvalue(), err=err.getvalue())


def _bounding(bounds: Mapping[int, int]) -> Callable[[], None]:
    def bound() -> None:
        for kind, most in bounds.items():
            resource.setrlimit(kind, (most, most))

    return bound


def is_root() -> bool:
    """Return whether permissions are no obstacle to this process."""
    return os.geteuid() == 0
