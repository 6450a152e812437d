"""Dates as documents bear them: a day, a month or a year alone."""

from msgspec import Struct


class PartialDate(Struct, frozen=True, kw_only=True):
    """A date known to the day, the month or the year."""

    year: int
    month: int | None = None
    """From 1 to 12."""
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
