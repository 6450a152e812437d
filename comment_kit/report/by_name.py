"""Write who vouches by name for what could not be verified, and how somebody may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from comment_kit.model.checked import CheckedLetter, CheckedQuotation

_SHOWN = 60
"""Characters of a quotation in a line."""


def names_line(checked: CheckedLetter) -> str:
    """Return ``3 by AB``, or ``3 by AB, 1 by CD, of which 1 altered``; "" where nobody vouches for anything."""
    named = [quotation for quotation in checked.quotations if quotation.cleared is not None]
    counts = Counter(quotation.cleared.by for quotation in named if quotation.cleared)
    listed = ", ".join(f"{count} by {name}" for name, count in counts.items())
    wrong = Counter(quotation.fault for quotation in named if quotation.fault is not None)
    return listed + (f", of which {', '.join(f'{count} {what}' for what, count in wrong.items())}" if wrong else "")


def cleared_lines(checked: CheckedLetter) -> Iterator[str]:
    """Yield a line for each quotation that is cleared by name: which, who, when, why."""
    for quotation in checked.quotations:
        if quotation.cleared is not None:
            wrong = f" is {quotation.fault}," if quotation.fault is not None else ""
            yield f"{place_of(quotation)}: “{_shortened(quotation.text)}”{wrong} {quotation.cleared}"


def offers(checked: CheckedLetter) -> Iterator[str]:
    """Yield how what could not be decided may be cleared by name: a line of advice, then each with its comment."""
    waiting = [quotation for quotation in checked.quotations if quotation.clear_with is not None]
    if not waiting:
        return
    where = "in the file beside it that ends in .clearances"
    if checked.file.lower().endswith((".md", ".markdown", ".txt")):
        where = "at its paragraph, or " + where
    yield f"To clear by name what could not be decided, read it and put its comment, signed, {where}:"
    for quotation in waiting:
        cited = f", {quotation.source}" if quotation.source else ""
        page = f" at {quotation.cited_page}" if quotation.source and quotation.cited_page else ""
        yield f"  {place_of(quotation)}: “{_shortened(quotation.text)}”{cited}{page}"
        yield f"    {quotation.clear_with}"


def place_of(quotation: CheckedQuotation) -> str:
    """Return the note that vouches for a quotation, or where its words stand."""
    return f"note {quotation.printed_note}" if quotation.printed_note else quotation.place


def _shortened(words: str) -> str:
    words = " ".join(words.split()).rstrip(".,")
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"
