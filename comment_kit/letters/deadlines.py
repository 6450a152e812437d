"""Tell whether words name the last day of something: "2024-09-09", "by 5 p.m. on September 9"."""

import re
from collections.abc import Iterator
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_IN_WORDS = (
    re.compile(rf"\b{_MONTH}\s+{_DAY}\b(?:,?\s+(?P<year>\d{{4}})\b)?", re.IGNORECASE),
    re.compile(rf"\b{_DAY}\s+{_MONTH}(?:,?\s+(?P<year>\d{{4}})\b)?", re.IGNORECASE),
)
_IN_DIGITS = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")
_LEAP_YEAR = 2024
"""For a day without a year, which may be February 29."""


def names_a_day(words: str) -> bool:
    """Return whether ``words`` name a day of the calendar, alone or among others.

    A month without a day is none, and so are digits such as 9/8, which name one day here and another elsewhere.
    """
    return any(map(_exists, _named(words)))


def _named(words: str) -> Iterator[tuple[int, int, int]]:
    """Yield year, month and day as they are named, whether there is such a day or not."""
    for found in _IN_DIGITS.finditer(words):
        yield int(found["year"]), int(found["month"]), int(found["day"])
    for pattern in _IN_WORDS:
        for found in pattern.finditer(words):
            month = _MONTHS.index(found["month"][:3].casefold()) + 1
            yield int(found["year"] or _LEAP_YEAR), month, int(found["day"])


def _exists(day: tuple[int, int, int]) -> bool:
    try:
        date(*day)
    except ValueError:
        return False
    return True
