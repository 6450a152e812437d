"""Say pages as people do: one that prints no number is a sheet of the file, and no page."""

_SHEET = "sheet "


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
