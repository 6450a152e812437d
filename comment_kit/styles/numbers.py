"""Print page numbers, ranges and ordinals."""

import re

_FEWEST_SHORTENED = 3
_KEPT = 2
_LEAST_WITH_COMMA = 10_000


def thousands(number: object) -> str:
    """Return a number of five digits and more with its commas; four digits never take one."""
    digits = str(number)
    return f"{int(digits):,}" if digits.isdigit() and int(digits) >= _LEAST_WITH_COMMA else digits


def page_range(first: str, last: str | None, *, commas: bool = False, dash: str = "–") -> str:
    """Return a run of pages, the last one cut to two digits where no more change: "1240–41" (Indigo Book R5.1)."""
    shown = thousands(first) if commas else first
    if last is None or last == first:
        return shown
    if "-" in first or "-" in last:
        # "A-12 to A-14": a dash between hyphens would be misread.
        return f"{shown} to {last}"
    digits = first.isdigit() and last.isdigit() and len(first) == len(last)
    if digits and len(last) >= _FEWEST_SHORTENED and first[:-_KEPT] == last[:-_KEPT]:
        return f"{shown}{dash}{last[-_KEPT:]}"
    return f"{shown}{dash}{thousands(last) if commas else last}"


def ordinal(number: object) -> str:
    """Return "110th" for 110; lawyers write 2d and 3d."""
    digits = re.sub(r"\D", "", str(number))
    if not digits:
        return str(number)
    ending = "th" if digits[-2:] in {"11", "12", "13"} else {"1": "st", "2": "d", "3": "d"}.get(digits[-1], "th")
    return f"{digits}{ending}"


def first_of_span(pages: str) -> str:
    """Return the first page of "1183-1250"."""
    return re.split(r"\s*(?:--?|–|—|,)\s*", pages.strip(), maxsplit=1)[0]
