"""Read the pinpoint tables that say on which page a part of a source stands."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from comment_kit.library.files import LARGEST_TABLE, printable, read_text
from comment_kit.library.findings import BROKEN_ROW, DUPLICATE_ROW, ROW_OUTSIDE_SPAN, UNREADABLE_TABLE
from comment_kit.library.spans import lies_before, page_label
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.page_words import page_words
from comment_kit.model.pinpoints import PinpointRow, PinpointTable, label_key
from comment_kit.model.places import Location
from comment_kit.model.sources import Source

COLUMNS = ("locator", "first_page", "last_page", "called_on", "title", "evidence")
"""In the order in which the shipped tables have them; any order is read."""
_REQUIRED = ("locator", "first_page", "evidence")


class _Line(Struct, frozen=True):
    """A row as the file has it, under the names of its columns."""

    number: int
    cells: dict[str, str]
    surplus: bool


def read_pinpoints(file: Path) -> tuple[PinpointTable, tuple[Diagnostic, ...]]:
    """Return the table of ``file``, whose key is the file's name without ``.csv``; a bad row is left out."""
    content = read_text(file, finding=UNREADABLE_TABLE, largest=LARGEST_TABLE)
    diagnostics = list(content.diagnostics)
    rows: dict[str, PinpointRow] = {}
    try:
        columns, lines = _lines(printable(content.text))
        if (missing := _missing_columns(columns)) and not (content.diagnostics and not content.text):
            diagnostics.append(_without_columns(file, missing))
        for line in () if missing else lines:
            row = _row(file, line)
            if isinstance(row, PinpointRow) and label_key(row.locator) in rows:
                row = _repeated(file, row, rows[label_key(row.locator)])
            if isinstance(row, Diagnostic):
                diagnostics.append(row)
            else:
                rows[label_key(row.locator)] = row
    except csv.Error as fault:
        diagnostics.append(UNREADABLE_TABLE.at(Location(file=str(file)), f"the table cannot be read: {fault}"))
    return PinpointTable(key=file.stem, file=str(file), rows=rows), tuple(diagnostics)


def rows_outside(table: PinpointTable, source: Source) -> tuple[PinpointTable, tuple[Diagnostic, ...]]:
    """Return ``table`` without the rows that lie outside the pages of ``source``, and those rows as findings."""
    outside = {key: row for key, row in table.rows.items() if _is_outside(row, source)}
    if not outside:
        return table, ()
    span = f"{source.first_page or '?'}-{source.last_page or '?'}"
    diagnostics = tuple(
        ROW_OUTSIDE_SPAN.at(
            Location(file=table.file, line=row.line),
            f"'{row.locator}' is on {page_words(row.first_page, row.last_page)}, but '{source.key}' has pages {span}",
            hint="correct the page, or the span of the entry",
            related=(source.location,),
        )
        for row in outside.values()
    )
    kept = {key: row for key, row in table.rows.items() if key not in outside}
    return PinpointTable(key=table.key, file=table.file, rows=kept), diagnostics


def _lines(text: str) -> tuple[Sequence[str], Iterator[_Line]]:
    """Return the names of the columns and the lines below them; empty lines are passed over."""
    reader = csv.reader(text.split("\n"), strict=True)
    columns = [name.strip().casefold() for name in next(reader, [])]
    return columns, (
        _Line(
            reader.line_num,
            {name: cell.strip() for name, cell in zip(columns, cells, strict=False)},
            any(cell.strip() for cell in cells[len(columns) :]),
        )
        for cells in reader
        if any(cell.strip() for cell in cells)
    )


def _missing_columns(columns: Sequence[str]) -> list[str]:
    return [name for name in _REQUIRED if name not in columns]


def _without_columns(file: Path, missing: list[str]) -> Diagnostic:
    names = ", ".join(f"'{name}'" for name in missing)
    return UNREADABLE_TABLE.at(
        Location(file=str(file), line=1),
        f"the table has no column {names}",
        hint=f"its first line must be: {','.join(COLUMNS)}",
    )


def _row(file: Path, line: _Line) -> PinpointRow | Diagnostic:
    location = Location(file=str(file), line=line.number)
    label = line.cells.get("locator", "")
    if line.surplus:
        problem = f"'{label}' has more cells than there are columns"
        return BROKEN_ROW.at(location, problem, hint="put quotation marks around a cell that holds a comma")
    for column in _REQUIRED:
        if not line.cells.get(column):
            return BROKEN_ROW.at(location, f"the row '{label}' has nothing in column '{column}'", hint=f"add {column}")
    first = page_label(line.cells["first_page"])
    last = page_label(line.cells.get("last_page", "")) or first
    if lies_before(last, first):
        problem = f"'{label}' ends on {page_words(last)}, before it begins on {page_words(first)}"
        return BROKEN_ROW.at(location, f"column 'last_page': {problem}", hint="correct one of the two pages")
    return PinpointRow(
        locator=label,
        first_page=first,
        last_page=last,
        called_on=page_label(line.cells.get("called_on", "")) or None,
        title=line.cells.get("title") or None,
        evidence=line.cells["evidence"],
        line=line.number,
    )


def _repeated(file: Path, second: PinpointRow, first: PinpointRow) -> Diagnostic:
    return DUPLICATE_ROW.at(
        Location(file=str(file), line=second.line),
        f"'{second.locator}' stands in this table already",
        hint="delete one of the two rows",
        related=(Location(file=str(file), line=first.line),),
    )


def _is_outside(row: PinpointRow, source: Source) -> bool:
    first, last = source.first_page, source.last_page
    return any(
        (first is not None and lies_before(page, first)) or (last is not None and lies_before(last, page))
        for page in (row.first_page, row.last_page)
    )
