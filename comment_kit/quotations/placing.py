"""Say on which printed pages a passage stands, and whether those are the pages cited."""

from collections.abc import Iterable

from comment_kit.model.pages import Lettering, Sheet, SourceText
from comment_kit.model.quotations import CitedPlace, Place


def cited_sheets(text: SourceText, place: CitedPlace) -> frozenset[int]:
    """Return the indices of the sheets that ``place`` names; empty where it names none, or none that is printed."""
    sheets: set[int] = set()
    for first, last in place.pages:
        for sheet in text.labelled(first):
            # A label may occur twice; the last page of a run is the next sheet that prints it.
            ends = [each.index for each in text.labelled(last) if each.index >= sheet.index]
            sheets.update(range(sheet.index, min(ends, default=sheet.index) + 1))
    return frozenset(sheets)


def placed(text: SourceText, place: CitedPlace, wanted: frozenset[int], reach: tuple[int, int]) -> Place:
    """Return whether the sheets from ``reach[0]`` to ``reach[1]`` are the ones cited."""
    if not place.paginated:
        return Place.CITED
    if not place.pages or not text.sheets:
        return Place.UNKNOWN
    if any(reach[0] <= index <= reach[1] for index in wanted):
        return Place.CITED
    if place.unread:
        return Place.UNKNOWN
    if wanted:
        return Place.UNKNOWN if _unreadable(text, wanted) else Place.ELSEWHERE
    # The label cited is printed on no sheet: that says something only where the sheets found have labels.
    labelled = all(sheet.label is not None for sheet in _sheets(text, range(reach[0], reach[1] + 1)))
    return Place.ELSEWHERE if labelled and text.complete else Place.UNKNOWN


def printed_pages(text: SourceText, reach: tuple[int, int]) -> tuple[str, ...]:
    """Return the printed page of the first and of the last sheet of ``reach``; one where they are the same."""
    return tuple(dict.fromkeys(sheet.printed for sheet in _sheets(text, reach)))


def guessed(text: SourceText, sheets: Iterable[int]) -> bool:
    """Return whether the letters of any of ``sheets`` were guessed by a machine."""
    return any(sheet.lettering is Lettering.HIDDEN_OCR for sheet in _sheets(text, sheets))


def legible(text: SourceText, wanted: frozenset[int]) -> bool:
    """Return whether there are sheets cited and every one of them was read as it is printed."""
    sheets = _sheets(text, wanted)
    return bool(sheets) and all(sheet.lettering in {Lettering.PRINTED, Lettering.EMPTY} for sheet in sheets)


def _unreadable(text: SourceText, wanted: frozenset[int]) -> bool:
    """Return whether none of the sheets cited has letters that are evidence."""
    return all(sheet.lettering in {Lettering.HIDDEN_OCR, Lettering.SCAN} for sheet in _sheets(text, wanted))


def _sheets(text: SourceText, indices: Iterable[int]) -> list[Sheet]:
    return [text.sheets[index - 1] for index in indices if 0 < index <= len(text.sheets)]
