"""Tell which page marks of an XML document to believe: three documents of fifty-seven fall back for a while."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comment_kit.pages.numerals import Numeral

LEAP = 20
"""A mark so many pages ahead of the one before needs the next mark to go on from there."""


def believed(marks: Sequence[Numeral], *, first: Numeral | None, last: Numeral | None) -> Iterator[bool]:
    """Yield, for each mark in the order of the document, whether it is believed.

    A mark must rise from the one before, and lie inside the document where its span is known. Where it is not, a
    long leap must be confirmed by the mark behind it.

    Args:
        marks: all that stand outside notes.
        first: the first page of the document, where known.
        last: the last page of the document, where known.
    """
    current: Numeral | None = None
    for place, mark in enumerate(marks):
        following = marks[place + 1] if place + 1 < len(marks) else None
        good = _rises(current, mark) and _inside(mark, first, last) is not False
        if good and _inside(mark, first, last) is None:
            good = _near(current, mark) or (
                following is not None and _near(mark, following) and _rises(mark, following)
            )
        if good:
            current = mark
        yield good


def _rises(current: Numeral | None, mark: Numeral) -> bool:
    """Return whether ``mark`` is behind ``current``; arabic pages follow roman ones, and never come before."""
    if current is None:
        return True
    if current.kind != mark.kind:
        return current.kind == "i" and mark.kind == "1"
    return mark.value > current.value


def _inside(mark: Numeral, first: Numeral | None, last: Numeral | None) -> bool | None:
    """Return whether ``mark`` lies in the document's span, or None where the span is not known."""
    if last is None or last.kind != mark.kind:
        return None
    least = first.value if first is not None and first.kind == mark.kind else 1
    return least <= mark.value <= last.value


def _near(current: Numeral | None, mark: Numeral) -> bool:
    return current is None or current.kind != mark.kind or mark.value - current.value <= LEAP
