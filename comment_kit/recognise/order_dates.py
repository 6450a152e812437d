"""Find the date in a citation of an order that is neither that of its signing nor that of its publication."""

from __future__ import annotations

import re

from comment_kit.model.sources import Source
from comment_kit.recognise.clause import Anatomy
from comment_kit.recognise.dates import day_of, is_mere_date, loose_dates, month_of

# "No. 14,110 of Oct. 30, 2023", "88 Fed. Reg. 75191, Nov. 1, 2023": what stands elsewhere may be any day.
_LEADS_TO_DATE = re.compile(r"\d(?:,| of) $")


def other_day(parts: Anatomy, source: Source) -> str | None:
    """Return the one date of a citation that is no day of the order ``source``, or None.

    A month without its day is held against the months of both days.
    """
    said = _dates(parts)
    published = source.get("frdate")
    if source.kind.name != "executive order" or source.date is None or published is None or len(said) != 1:
        return None
    own = {str(source.date), published}
    (date,) = said
    if day := day_of(date):
        return None if _iso(*day) in own else date
    month = month_of(date)
    return date if month and _iso(*month) not in {each[:7] for each in own} else None


def _dates(parts: Anatomy) -> list[str]:
    """Return the dates that a citation gives itself, in brackets or behind a number of its own."""
    brackets = [parts.text[start + 1 : end - 1] for start, end in parts.dates]
    covered = (*parts.dates, *parts.apparatus, *parts.parentheticals)
    loose = [
        parts.text[start:end]
        for start, end in loose_dates(parts.text, *parts.core)
        if _LEADS_TO_DATE.search(parts.text[max(0, start - 5) : start])
        and not any(first < start < last for first, last in covered)
    ]
    return [date for date in brackets if is_mere_date(date)] + loose


def _iso(*numbers: int) -> str:
    return "-".join(f"{number:02}" for number in numbers)
