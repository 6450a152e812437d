"""Say pages as people do: one that prints no number is a sheet of the file, and no page."""

from collections.abc import Iterable

_SHEET = "sheet "
_PAGE = "page "
_MOST = 4
"""Places that are all named; of more, one fewer are, and the others counted."""


def page_words(first: str, last: str | None = None) -> str:
    """Return "page 7" or "pages 7-8"; "sheet 5" or "sheets 5-6" where the sheets print no number.

    Args:
        first: as printed, or "sheet 5"; several may stand in it: "8, 9".
        last: the last of a run; None, or the same, for one page alone.
    """
    if last is None or last == first:
        return first if first.startswith(_SHEET) else f"page{'s' if ', ' in first else ''} {first}"
    if first.startswith(_SHEET) != last.startswith(_SHEET):
        return f"{page_words(first)} to {page_words(last)}"
    noun = "sheets" if first.startswith(_SHEET) else "pages"
    return f"{noun} {first.removeprefix(_SHEET)}-{last.removeprefix(_SHEET)}"


def pages_words(places: Iterable[tuple[str, str]]) -> str:
    """Return "page 7 and pages 9-10", "pages 8, 9 and 12" or, of many, "pages 8, 9, 12 and 14 more".

    Args:
        places: the first and the last page of each, as ``page_words`` takes them; the likeliest first.
    """
    runs = list(dict.fromkeys(page_words(first, last) for first, last in places))
    named = runs if len(runs) <= _MOST else runs[: _MOST - 1]
    if len(named) > 1 and all(each.startswith(_PAGE) for each in named):
        named = [f"pages {named[0].removeprefix(_PAGE)}", *(each.removeprefix(_PAGE) for each in named[1:])]
    listed = named if len(named) == len(runs) else [*named, f"{len(runs) - len(named)} more"]
    return " and ".join(filter(None, (", ".join(listed[:-1]), listed[-1]))) if listed else ""
