"""Read dates as biblatex and CSL write them."""

import calendar
import re

from comment_kit.model.dates import PartialDate

MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_abbr) if name}
"""By the three letters that begin its name, which are also BibTeX's macros: {"jan": 1}."""

# Level 1 of EDTF marks doubt with ~ ? %; a time may follow the day.
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?[~?%]?(?:T[\d:.+Zz-]*)?")
_TWO_DIGITS = re.compile(r"[0-9]{1,2}")
_SLASHED = re.compile(r"[/]|\.\.")
_NO_DATE = frozenset({"n.d.", "n.d", "nd", "no date", "undated", "forthcoming", "in press"})


def read_date(written: str) -> PartialDate | None:
    """Return the date ``written`` as 2024, 2024-07 or 2024-07-26; a range gives its start.

    A season gives its year alone. Where the words are no date, or no such day ever was, None comes back.
    """
    start = _SLASHED.split(written.strip(), maxsplit=1)[0].strip()
    match = _ISO.fullmatch(start)
    return checked_date(*(int(part) if part else None for part in match.groups())) if match else None


def read_year_and_month(year: str, month: str | None, day: str | None) -> PartialDate | None:
    """Return the date of the older fields ``year``, ``month`` ("7", "jul", "July") and ``day``."""
    if not re.fullmatch(r"\d{4}", year.strip()):
        return read_date(year)
    number = read_month(month) if month else None
    if month and number is None:
        return None
    return checked_date(int(year), number, int(day) if day and _TWO_DIGITS.fullmatch(day.strip()) else None)


def read_month(written: str) -> int | None:
    """Return the month that ``written`` names, from 1 to 12, or None."""
    word = written.strip().strip(".").casefold()
    number = int(word) if _TWO_DIGITS.fullmatch(word) else MONTHS.get(word[:3], 0)
    return number if 1 <= number <= 12 else None  # noqa: PLR2004


def says_undated(written: str) -> bool:
    """Return whether ``written`` says that there is no date ("n.d.")."""
    return written.strip().casefold() in _NO_DATE


def checked_date(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """Return the date of these numbers, or None where the calendar has no such day."""
    if not year or year > 9999:  # noqa: PLR2004
        return None
    if month is not None and 21 <= month <= 41:  # noqa: PLR2004 (the seasons of ISO 8601-2)
        return PartialDate(year=year)
    if not month:
        # Some archives export 1993-00-00 for a year alone.
        return PartialDate(year=year) if not day else None
    if month > 12 or (day and day > calendar.monthrange(year, month)[1]):  # noqa: PLR2004
        return None
    return PartialDate(year=year, month=month, day=day or None)
