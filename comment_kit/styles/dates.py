"""Print the dates of documents as citations do."""

import re
from collections.abc import Sequence

from comment_kit.model.dates import PartialDate

_WRITTEN = re.compile(r"(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?")


def read_date(value: object) -> PartialDate | None:
    """Return the date that ``value`` is or begins with ("2024-07-26"), or None where it is no date."""
    if isinstance(value, PartialDate):
        return value
    found = _WRITTEN.match(str(value or ""))
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    return PartialDate(year=year or 0, month=month, day=day)


def finest(value: object, months: Sequence[str]) -> str:
    """Return the date as finely as it is known: "July 26, 2024", "July 2024", "2024"; "" for none.

    Args:
        value: a date, or one as an entry writes it.
        months: how the style prints the twelve.
    """
    date = read_date(value)
    if date is None:
        return ""
    if date.month is None or not 1 <= date.month <= len(months):
        return str(date.year)
    month = months[date.month - 1]
    return f"{month} {date.year}" if date.day is None else f"{month} {date.day}, {date.year}"


def year(value: object) -> str:
    """Return the year of a date; "" for none."""
    date = read_date(value)
    return str(date.year) if date else ""
