"""A letter's date is found on its face, however it is written there, and no other date is taken for it."""

from __future__ import annotations

from datetime import date

import pytest

from comment_kit.model.letter import FrontMatter, Letter, Paragraph
from comment_kit.model.places import Location
from comment_kit.model.text import Span
from comment_kit.workflows.dating import date_in

HERE = Location(file="letter.pdf")


def letter(*lines: str) -> Letter:
    blocks = tuple(Paragraph(content=(Span(text=line),), location=HERE) for line in lines)
    return Letter(file="letter.pdf", front=FrontMatter(values={}), blocks=blocks, notes={})


@pytest.mark.parametrize(
    "line",
    [
        "September 9, 2024",
        "SEPTEMBER 9, 2024.",
        "Sept. 9, 2024",
        "Sep 9, 2024",
        "September 9th, 2024",
        "9 September 2024",
        "Monday, September 9, 2024",
        "Dated: September 9, 2024",
        "Date: September 9, 2024",
        "Filed September 9, 2024",
        "Filed: September 9, 2024",
        "Filed electronically on September 9, 2024",
        "Submitted via regulations.gov on September 9, 2024",
        "Submitted to the Federal eRulemaking Portal on September 9, 2024",
        "Submitted electronically via www.regulations.gov, September 9, 2024",
    ],
)
def test_a_line_that_says_when_the_letter_was_written_dates_it(line: str) -> None:
    assert date_in(letter("Example Institute", line, "Dear Secretary:")) == date(2024, 9, 9)


@pytest.mark.parametrize(
    "line",
    [
        "Comments on the notice of September 9, 2024",
        "Re: Notice of September 9, 2024",
        "We wrote on September 9, 2024.",
        "Submitted in response to the notice of September 9, 2024",
        "09/08/2024",
        "September 2024",
        "September 31, 2024",
        "Decide 9, 2024",
        "Marching 9, 2024",
    ],
)
def test_other_lines_date_no_letter(line: str) -> None:
    assert date_in(letter(line)) is None


def test_a_date_far_from_the_beginning_dates_the_letter_only_where_it_says_so() -> None:
    text = ["A paragraph."] * 40
    assert date_in(letter(*text, "September 9, 2024")) is None
    assert date_in(letter(*text, "Dated: September 9, 2024")) == date(2024, 9, 9)
