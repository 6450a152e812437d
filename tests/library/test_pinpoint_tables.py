"""A pinpoint table says where each part stands; a bad row costs that row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bib_reading import GOOD, Read, read_files

from comment_kit.model.pinpoints import PinpointRow

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "locator,first_page,last_page,called_on,title,evidence\n"
ROW = "§ 1,3,4,,One,official pdf\n"
BOOK = GOOD.replace("date=", "pagetotal={300}, date=")


def table(folder: Path, text: str | bytes) -> Read:
    return read_files(folder, {"a.bib": BOOK, "pinpoints/good.csv": text})


def test_a_row_says_label_pages_title_and_evidence(tmp_path: Path) -> None:
    rows = table(tmp_path, HEAD + 'n.5,205,,19,,official pdf\n§ 2(a),sheet 5,sheet 6,,"A, B",official pdf\n')
    assert rows.diagnostics == ()
    assert rows.library.tables["good"].rows == {
        "n.5": PinpointRow(
            locator="n.5", first_page="205", last_page="205", called_on="19", evidence="official pdf", line=2
        ),
        "§2(a)": PinpointRow(
            locator="§ 2(a)", first_page="sheet 5", last_page="sheet 6", title="A, B", evidence="official pdf", line=3
        ),
    }


def test_a_page_may_have_a_thousands_comma(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.bib": GOOD, "pinpoints/good.csv": HEAD + '§ 1,"75,203","75,204",,,official pdf\n'})
    row = read.library.tables["good"].rows["§1"]
    assert (row.first_page, row.last_page) == ("75203", "75204")


def test_columns_may_stand_in_any_order_and_be_left_out(tmp_path: Path) -> None:
    read = table(tmp_path, "Evidence, FIRST_PAGE,locator\nofficial pdf,3,§ 1\n\n , ,\n")
    assert read.diagnostics == ()
    assert read.library.tables["good"].rows["§1"].last_page == "3"


@pytest.mark.parametrize(("row", "problem"), [
    (",3,3,,,official pdf", "the row '' has nothing in column 'locator'"),
    ("§ 2,,3,,,official pdf", "the row '§ 2' has nothing in column 'first_page'"),
    ("§ 2,3,3,,One,", "the row '§ 2' has nothing in column 'evidence'"),
    ("§ 2,3", "the row '§ 2' has nothing in column 'evidence'"),
    ("§ 2,3,3,,One, two,official pdf", "'§ 2' has more cells than there are columns"),
    ("§ 2,9,8,,,official pdf", "column 'last_page': '§ 2' ends on page 8, before it begins on page 9"),
])  # fmt: skip
def test_a_bad_row_is_left_out_with_its_column(tmp_path: Path, row: str, problem: str) -> None:
    read = table(tmp_path, f"{HEAD}{ROW}{row}\n§ 3,5,5,,,official pdf\n")
    assert read.said == ["PIN302 pinpoints/good.csv:3"]
    assert read.messages == [problem]
    assert list(read.library.tables["good"].rows) == ["§1", "§3"]


def test_a_label_that_stands_twice_keeps_its_first_row(tmp_path: Path) -> None:
    read = table(tmp_path, HEAD + ROW + "§1,9,9,,,official pdf\n")
    assert read.said == ["PIN303 pinpoints/good.csv:3"]
    assert read.messages == ["'§1' stands in this table already"]
    assert read.diagnostics[0].related[0].line == 2
    assert read.library.tables["good"].rows["§1"].first_page == "3"


@pytest.mark.parametrize(("text", "problem"), [
    ("", "the table has no column 'locator', 'first_page', 'evidence'"),
    ("locator;first_page;evidence\n", "the table has no column 'locator', 'first_page', 'evidence'"),
    ("locator,page,evidence\n", "the table has no column 'first_page'"),
])  # fmt: skip
def test_a_table_without_columns_is_empty(tmp_path: Path, text: str, problem: str) -> None:
    read = table(tmp_path, text)
    assert read.said == ["PIN301 pinpoints/good.csv:1"]
    assert read.messages == [problem]
    assert read.library.tables["good"].rows == {}


def test_an_unclosed_quotation_mark_costs_what_follows(tmp_path: Path) -> None:
    read = table(tmp_path, HEAD + ROW + '§ 2,5,5,,"One,official pdf\n§ 3,6,6,,,official pdf\n')
    assert [each.code for each in read.diagnostics] == ["PIN301"]
    assert list(read.library.tables["good"].rows) == ["§1"]


def test_a_table_may_come_from_a_spreadsheet(tmp_path: Path) -> None:
    read = table(tmp_path, b"\xef\xbb\xbf" + (HEAD + ROW).replace("\n", "\r\n").encode())
    assert read.diagnostics == ()
    assert read.library.tables["good"].rows["§1"].title == "One"


def test_a_table_without_source_is_said(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.bib": GOOD, "pinpoints/godo.csv": HEAD + ROW})
    assert read.said == ["PIN304 pinpoints/godo.csv"]
    assert read.messages == ["no database has an entry 'godo' to which this table could belong"]


def test_a_row_outside_the_document_is_left_out(tmp_path: Path) -> None:
    read = table(tmp_path, HEAD + ROW + "§ 2,299,301,,,official pdf\n§ 3,iv,iv,,,official pdf\n")
    assert read.said == ["PIN305 pinpoints/good.csv:3"]
    assert read.messages == ["'§ 2' is on pages 299-301, but 'good' has pages 1-300"]
    assert list(read.library.tables["good"].rows) == ["§1", "§3"]
