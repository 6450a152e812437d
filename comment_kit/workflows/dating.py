"""Find the date that a letter bears on its face."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from comment_kit.model.letter import Letter, Paragraph, walk
from comment_kit.model.text import Span, plain

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_DAY = re.compile(rf"^(?:dated?:?\s+)?({'|'.join(_MONTHS)})\s+(\d{{1,2}}),?\s+(\d{{4}})\.?$", re.IGNORECASE)
_COVER = 30
"""Paragraphs from the beginning among which a date alone in its line is the letter's."""


def date_in(letter: Letter) -> date | None:
    """Return the date that stands alone in a line of the cover, or in a line "Date: ..." anywhere; None without one."""
    for number, line in enumerate(_lines(letter)):
        found = _DAY.match(line)
        if found and (number < _COVER or line.casefold().startswith("date")):
            month = _MONTHS.index(found[1].casefold()) + 1
            try:
                return date(int(found[3]), month, int(found[2]))
            except ValueError:
                continue
    return None


def _lines(letter: Letter) -> Iterator[str]:
    for part in walk(letter.blocks):
        if isinstance(part, Paragraph):
            yield from plain(each for each in part.content if isinstance(each, Span)).strip().splitlines()
