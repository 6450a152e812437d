"""What a form may do with a value: print a date, a number, or words only where there is something to print."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from comment_kit.inline import protect
from comment_kit.styles import dates, numbers
from comment_kit.templating import Markup

Filter = Callable[..., object]

_INNER_MARKS = str.maketrans({'"': "'", "\u201c": "\u2018", "\u201d": "\u2019"})


# "A" is left out: it may be a designation, as in "Vitamin A".
_SMALL_WORD = re.compile(
    r"(?<=[^\s:.?!\u2014\u2013-] )"
    r"(?:An|And|As|At|But|By|For|From|In|Into|Nor|Of|On|Or|The|To|With)(?= [^\s])"
)


def for_house(settings: Mapping[str, Any]) -> dict[str, Filter]:
    """Return the filters of forms by name, as ``settings`` would have them."""
    return {
        "after": after,
        "within": within,
        "day": partial(dates.finest, months=settings["months"]),
        "year": dates.year,
        "page": _commas(wanted=settings["page_commas"]),
        "order_number": _commas(wanted=settings["order_commas"]),
        "ordinal": numbers.ordinal,
        "section": section,
        "first_part": first_part,
        "headline": headline if settings["small_words"] == "lower" else str,
        "inner_quotes": lambda words: str(words).translate(_INNER_MARKS),
    }


def after(value: object, before: str) -> Markup:
    """Return ``value`` with ``before`` in front of it, and nothing where there is no value."""
    return Markup(f"{before}{_printed(value)}") if value else Markup("")


def within(value: object, opening: str, closing: str) -> Markup:
    """Return ``value`` between two pieces of the form, and nothing where there is no value."""
    return Markup(f"{opening}{_printed(value)}{closing}") if value else Markup("")


def section(number: object) -> str:
    """Return a section or a run of sections behind its sign; a hyphen is part of a number: "§ 78u-4"."""
    words = str(number).strip().lstrip("§ ")
    several = "–" in words or "--" in words or ", " in words
    return f"{'§§' if several else '§'} {words.replace('--', '–')}"


def headline(title: object) -> str:
    """Return a title with its short articles, conjunctions and prepositions in lower case (Bluebook 8(a)).

    The first word, one behind a colon or a mark of the kind, and the last keep their capital.
    """
    return _SMALL_WORD.sub(lambda word: word[0].lower(), str(title))


def first_part(words: object) -> str:
    """Return what stands before the first comma: "the Adm'r" of "the Adm'r, Example Agency"."""
    return str(words).partition(",")[0]


def _commas(*, wanted: bool) -> Filter:
    return numbers.thousands if wanted else str


def _printed(value: object) -> str:
    return value if isinstance(value, Markup) else protect(str(value))
