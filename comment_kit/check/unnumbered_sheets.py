"""Name the part to cite where words stand on a sheet that prints no number."""

from __future__ import annotations

from collections.abc import Sequence

from comment_kit.check.case import Case


def part_to_cite(pages: Sequence[str], key: str | None, case: Case) -> str:
    """Return the words that name the part of ``key`` which begins on the one sheet ``pages``, to add to a hint.

    "" where a number is printed there, where the words stand on several sheets, and where no pinpoint table tells.
    """
    table = case.library.tables.get(key or "")
    sheets = set(pages)
    if table is None or len(sheets) != 1 or not all(sheet.startswith("sheet ") for sheet in sheets):
        return ""
    rows = (row for row in table.rows.values() if row.first_page in sheets and not row.locator.startswith("n."))
    part = next(rows, None)
    return f", which prints no number: cite “{part.locator}”" if part else ""
