"""``build --watch`` builds again whenever the letter, its sources or its pictures are saved."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from front_door import FRONT, Desk, letter_of

OWN = FRONT.replace("authors:", "bibliography: own.bib\nauthors:")
ENTRY = "@book{own, author = {Doe, Jane}, title = {The First Title}, publisher = {A Press}, date = {2020}}\n"

LONGEST = 60.0
"""Seconds that a busy machine may take for one build."""


@contextmanager
def watching(desk: Desk) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``build --watch`` until the test is done with it."""
    command = [sys.executable, "-m", "comment_kit", "build", "letter.md", "--to", "html", "--watch"]
    with (desk.folder / "said.txt").open("wb") as said:
        # A run in the background may have been told to pass over the keyboard; what is watched here is not.
        process = subprocess.Popen(
            command,
            cwd=desk.folder,
            stdout=said,
            stderr=said,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no thread runs here
        )
        try:
            yield process
        finally:
            os.kill(process.pid, signal.SIGINT)
            try:
                process.wait(LONGEST)
            finally:
                process.kill()


def wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + LONGEST
    while not what():
        assert time.monotonic() < end, "nothing came"
        time.sleep(0.05)


def holds(path: Path, words: str) -> Callable[[], bool]:
    return lambda: path.exists() and words in path.read_text(encoding="utf-8")


def test_a_watched_letter_is_built_anew_when_it_or_its_source_is_saved(desk: Desk) -> None:
    desk.write("own.bib", ENTRY)
    desk.write("letter.md", letter_of("The first words.[@own, 3]", OWN))
    page, said = desk.folder / "letter.html", desk.folder / "said.txt"
    with watching(desk) as process:
        wait_for(holds(page, "The first words."))
        desk.write("letter.md", letter_of("The second words.[@own, 3]", OWN))
        wait_for(holds(page, "The second words."))
        desk.write("own.bib", ENTRY.replace("First", "Second"))
        wait_for(holds(page, "The Second Title"))
        wait_for(lambda: said.read_text(encoding="utf-8").count("wrote letter.html") == 3)
        assert process.poll() is None


def test_a_watched_letter_may_be_wrong_for_a_while(desk: Desk) -> None:
    desk.write("letter.md", letter_of("The first words."))
    page, said = desk.folder / "letter.html", desk.folder / "said.txt"
    with watching(desk):
        wait_for(holds(page, "The first words."))
        desk.write("letter.md", letter_of("The second words.[@none]"))
        wait_for(holds(said, "no source has the key 'none'"))
        assert "The first words." in page.read_text(encoding="utf-8")
        desk.write("letter.md", letter_of("Caf\xe9").encode("latin-1"))
        wait_for(holds(said, "the letter is not UTF-8 text"))
        desk.write("letter.md", letter_of("The third words."))
        wait_for(holds(page, "The third words."))


def test_what_is_saved_while_a_build_is_running_is_built_too(desk: Desk) -> None:
    desk.write("letter.md", letter_of("The first words.\n\n" + "Words.[@ntia2024, 3]\n\n" * 800))
    page = desk.folder / "letter.html"
    with watching(desk):
        wait_for(page.exists)
        desk.write("letter.md", letter_of("The second words.\n\n" + "Words.[@ntia2024, 3]\n\n" * 800))
        time.sleep(0.6)  # the build of the second words has begun by now, or is about to
        desk.write("letter.md", letter_of("The third words."))
        wait_for(holds(page, "The third words."))


def test_an_end_from_the_keyboard_is_a_clean_one(desk: Desk) -> None:
    desk.write("letter.md", letter_of("The first words."))
    with watching(desk) as process:
        wait_for(holds(desk.folder / "said.txt", "wrote letter.html"))
    assert (desk.folder / "said.txt").read_text(encoding="utf-8") == "wrote letter.html\n"
    assert process.returncode == 0
