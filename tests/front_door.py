"""Run the command line as a writer does, in a folder of its own, and see what it says and what it leaves there."""

from __future__ import annotations

import gc
import hashlib
import io
import os
import resource
import subprocess
import sys
import tempfile
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

_BOUNDS = {resource.RLIMIT_CPU: 100, resource.RLIMIT_AS: 4_000_000_000}
"""So that a command that runs away ends itself and not the machine."""


def letter_of(body: str, front: str = FRONT) -> str:
    """Return a letter that is right but for what ``body`` or ``front`` have wrong."""
    return f"---\n{front}---\n\n{body}\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a command ended."""

    code: int
    out: str
    err: str
    seconds: float = 0.0
    """Of the processor, where the command ran in a process of its own."""
    megabytes: float = 0.0
    """The most memory that it held, where it ran in a process of its own."""

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

    def build_apart(self, *options: str, letter: str = "letter.md", bounds: Mapping[int, int] | None = None) -> Outcome:
        """Run ``comment-kit build`` in a process of its own, with ``bounds`` for its resources."""
        return self.apart("build", letter, *options, bounds=bounds)

    def apart(self, *arguments: str, bounds: Mapping[int, int] | None = None) -> Outcome:
        """Run ``comment-kit`` in a process of its own, with ``bounds`` for its resources."""
        command = [sys.executable, "-m", "comment_kit", *arguments]
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            bounding = _bounding({**_BOUNDS, **(bounds or {})})
            process = subprocess.Popen(command, cwd=self.folder, stdout=out, stderr=err, preexec_fn=bounding)  # noqa: PLW1509 -- it sets limits alone
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said = [stream.read().decode() for stream in (out, err) if stream.seek(0) == 0]
        return Outcome(
            code=process.returncode,
            out=said[0],
            err=said[1],
            seconds=used.ru_utime + used.ru_stime,
            megabytes=used.ru_maxrss / 1024,
        )

    def holds(self) -> dict[str, str]:
        """Return every file of the desk with the hash of what it holds."""
        files = sorted(path for path in self.folder.rglob("*") if path.is_file())
        return {str(path.relative_to(self.folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(*arguments: str) -> Outcome:
    """Run ``comment-kit`` in this process, in its present folder."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as left:
            main(arguments)
    finally:
        # A command that is about to end lets its waste lie.
        gc.enable()
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
