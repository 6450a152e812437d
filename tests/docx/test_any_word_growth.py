"""Reading anybody's letter, and commenting on it, takes as much longer as the letter is longer."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from any_word import field, fn, p, r, word_file

from comment_kit.docx import annotate, read_docx
from comment_kit.model.comments import Comment


def file_of(notes: int) -> bytes:
    numbers = range(1, notes + 1)
    body = (p("Words of a ", r("paragraph", "<w:i/>"), f" {at}.", fn(at)) for at in numbers)
    footnotes = {
        at: p(r("See "), r("A Report", "<w:smallCaps/>"), f" {at}; ", field(" NOTEREF _x ", "4")) for at in numbers
    }
    return word_file(*body, footnotes=footnotes)


def read(content: bytes, notes: int) -> None:
    assert len(read_docx(content).letter.notes) == notes


def comment(content: bytes, notes: int) -> None:
    annotate(content, [Comment(note=str(at), text="Say.") for at in range(1, notes + 1)], author="comment-kit")


def seconds(work: Callable[[bytes, int], None], notes: int) -> float:
    content = file_of(notes)
    begun = time.process_time()
    work(content, notes)
    return time.process_time() - begun


@pytest.mark.parametrize("work", [read, comment])
def test_ten_times_the_notes_take_about_ten_times_as_long(work: Callable[[bytes, int], None]) -> None:
    seconds(work, 100)
    # A quadratic reader would take a hundred times as long; the margin is for a busy machine.
    assert seconds(work, 5000) < 30 * seconds(work, 500)


def test_twenty_thousand_notes_are_read() -> None:
    read(file_of(20_000), 20_000)
