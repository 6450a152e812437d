"""A long letter takes as much longer as it is longer."""

import time

from docx_letters import ABOUT, PLAIN, Draft, link, set_citation

from comment_kit.docx import write_docx
from comment_kit.model.letter import Letter


def letter_of(notes: int) -> Letter:
    draft = Draft()
    for at in range(notes):
        cited = set_citation(f"k{at % 50}", "See ", link(f"https://example.org/{at}"), locator=str(at))
        draft.noted("Words of a paragraph.", cited, ".")
    return draft.letter()


def seconds(notes: int) -> float:
    letter = letter_of(notes)
    begun = time.process_time()
    write_docx(letter, PLAIN, about=ABOUT)
    return time.process_time() - begun


def test_ten_times_the_notes_take_about_ten_times_as_long() -> None:
    seconds(100)
    # A quadratic writer would take a hundred times as long; the margin is for a busy machine.
    assert seconds(5000) < 30 * seconds(500)
