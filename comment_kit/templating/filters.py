"""The few filters and tests that a template may use; none of them can grow its input without paying for it."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from jinja2.runtime import Undefined

from comment_kit.templating.faults import Refused
from comment_kit.templating.markup import printable

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def default(value: object, other: object = "", boolean: object = False) -> object:  # noqa: FBT002 -- Jinja's own order
    """Return ``value``, or ``other`` where nobody gave it (with ``boolean``: where it is empty, too)."""
    if isinstance(value, Undefined):
        return other
    return value if value or not boolean else other


def first(values: Iterable[object]) -> object:
    """Return the first of ``values``, or None."""
    return next(iter(values), None)


def last(values: Iterable[object]) -> object:
    """Return the last of ``values``, or None."""
    return first(reversed(list(values)))


def unique(values: Iterable[object]) -> list[object]:
    """Return ``values`` without those that stood before, in their order."""
    return list({printable(value): value for value in values}.values())


def picked(values: Iterable[Mapping[str, object]], attribute: str) -> list[object]:
    """Return what each of ``values`` holds under ``attribute``."""
    return [_held(value, attribute) for value in values]


def having(values: Iterable[Mapping[str, object]], attribute: str) -> list[object]:
    """Return those of ``values`` that hold something under ``attribute``."""
    return [value for value in values if _held(value, attribute)]


def lacking(values: Iterable[Mapping[str, object]], attribute: str) -> list[object]:
    """Return those of ``values`` that hold nothing under ``attribute``."""
    return [value for value in values if not _held(value, attribute)]


def longdate(value: object) -> str:
    """Return a day, or a text written as 2024-09-09, as a letter writes it: "September 9, 2024"; others as they are."""
    day = value if isinstance(value, date) else _day(printable(value))
    return f"{day:%B} {day.day}, {day.year}" if day else printable(value)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def _held(value: object, attribute: str) -> object:
    if not isinstance(value, Mapping):
        raise Refused(f"'{attribute}' is asked of something that holds no names")
    return value.get(attribute)


TEXT_FILTERS: Mapping[str, Callable[[object], str]] = {
    "lower": lambda text: printable(text).lower(),
    "upper": lambda text: printable(text).upper(),
    "capitalize": lambda text: printable(text).capitalize(),
    "title": lambda text: printable(text).title(),
    "trim": lambda text: printable(text).strip(),
    "string": printable,
    "longdate": longdate,
}
"""Filters whose result is markup where their input was."""

VALUE_FILTERS: Mapping[str, Callable[..., object]] = {
    "default": default,
    "d": default,
    "first": first,
    "last": last,
    "length": len,
    "count": len,
    "list": list,
    "sort": lambda values: sorted(printable(value) for value in values),
    "reverse": lambda values: list(reversed(list(values))),
    "unique": unique,
    "map": picked,
    "selectattr": having,
    "rejectattr": lacking,
    "int": int,
    "abs": abs,
    "round": round,
}

TESTS = (
    "defined",
    "undefined",
    "none",
    "string",
    "number",
    "mapping",
    "sequence",
    "iterable",
    "odd",
    "even",
    "true",
    "false",
    "boolean",
)
"""Jinja's own tests that stay."""
