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
_MONTH = "(?P<month>" + "|".join(rf"{name[:3]}(?:{name[3:]}|t?\.)?" for name in _MONTHS) + ")"
_NUMBER = r"(?P<day>\d{1,2})"
_SAID = (
    r"(?:dated?|(?:filed|submitted|transmitted)(?: electronically| online)?"
    r"(?: (?:via|by|through|at|to) \S+(?: (?!on )\S+){0,4})?(?: on)?)[:,]? "
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? "
_BEFORE, _BEHIND = rf"(?:{_SAID})?(?:{_WEEKDAY})?", r",? (?P<year>\d{4})\.?"
_MONTH_FIRST = re.compile(rf"{_BEFORE}{_MONTH} {_NUMBER}(?:st|nd|rd|th)?{_BEHIND}", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"{_BEFORE}{_NUMBER}(?:st|nd|rd|th)? {_MONTH}{_BEHIND}", re.IGNORECASE)
_COVER = 30
"""Paragraphs from the beginning among which a date alone in its line is the letter's."""


def date_in(letter: Letter) -> date | None:
    """Return the date that stands alone in a line of the cover, or in a line "Date: ..." anywhere; None without one.

    It may follow the day of the week, or words such as "Filed" and "Submitted via regulations.gov on". A date in
    digits alone is none: 9/8 is a day of August in one country and of September in another.
    """
    for number, line in enumerate(_lines(letter)):
        found = _day_of(line)
        if found and (number < _COVER or line.casefold().startswith("date")):
            return found
    return None


def _day_of(line: str) -> date | None:
    """Return the day that ``line`` names and nothing else, or None; there may be no such day."""
    words = " ".join(line.split())
    found = _MONTH_FIRST.fullmatch(words) or _DAY_FIRST.fullmatch(words)
    if found is None:
        return None
    month = next(at for at, name in enumerate(_MONTHS, start=1) if name.startswith(found["month"][:3].casefold()))
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None


def _lines(letter: Letter) -> Iterator[str]:
    for part in walk(letter.blocks):
        if isinstance(part, Paragraph):
            yield from plain(each for each in part.content if isinstance(each, Span)).strip().splitlines()
