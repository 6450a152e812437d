"""Several databases make one library: the first that has a key wins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bib_reading import GOOD, read_files

if TYPE_CHECKING:
    from pathlib import Path

LATER = (
    "@book{good, author={Roe, R.}, title={Later}, date={2021}}\n@book{other, author={Roe, R.}, title={O}, date={2021}}"
)
TABLE = "locator,first_page,last_page,called_on,title,evidence\n"


def test_the_first_place_wins_and_the_rest_is_shadowed(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"one/a.bib": GOOD, "two/b.bib": LATER, "c.bib": GOOD}, "one", "two", "c.bib")
    assert read.diagnostics == ()
    assert read.sources["good"].title == "Good"
    assert set(read.sources) == {"good", "other"}
    shadows = [str(location).replace(f"{tmp_path}/", "") for location in read.library.shadowed["good"]]
    assert shadows == ["two/b.bib:1", "c.bib:1"]


def test_a_broken_entry_never_brings_up_another_description_of_its_source(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"one/a.bib": "@book{good, title={Good}}", "two/b.bib": LATER}, "one", "two")
    assert "good" not in read.sources
    assert set(read.library.left_out) == {"good"}
    assert set(read.sources) == {"other"}


def test_a_file_that_two_places_name_is_read_once(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"one/a.bib": GOOD}, "one/a.bib", "one")
    assert read.diagnostics == ()
    assert read.library.shadowed == {}
    assert set(read.sources) == {"good"}


def test_a_folder_may_hold_both_formats_and_much_else(tmp_path: Path) -> None:
    item = '[{"id": "j", "type": "book", "title": "J", "author": [{"family": "D"}], "issued": {"raw": "2020"}}]'
    read = read_files(tmp_path, {"a.bib": GOOD, "b.JSON": item, "notes.txt": "x", "deep/c.bib": LATER})
    assert read.diagnostics == ()
    assert set(read.sources) == {"good", "j"}


def test_an_empty_folder_is_an_empty_library(tmp_path: Path) -> None:
    read = read_files(tmp_path, {})
    assert read.diagnostics == ()
    assert read.sources == {}


def test_findings_come_in_the_order_of_their_places(tmp_path: Path) -> None:
    bad = "@book{a, title={A}}\n@book{b, author={D, J},\n title={B} date={2020}}\n"
    read = read_files(tmp_path, {"one/a.bib": bad, "two/a.bib": bad}, "two", "one")
    assert read.said == [
        "SRC111 two/a.bib:1",
        "SRC111 two/a.bib:1",
        "SRC107 two/a.bib:3",
        "SRC111 one/a.bib:1",
        "SRC111 one/a.bib:1",
        "SRC107 one/a.bib:3",
    ]


def test_a_table_may_be_added_to_a_source_of_a_later_place(tmp_path: Path) -> None:
    files = {"one/pinpoints/good.csv": TABLE + "§ 1,3,3,,,official pdf\n", "two/a.bib": GOOD}
    read = read_files(tmp_path, files, "one", "two")
    assert read.diagnostics == ()
    assert read.library.tables["good"].rows["§1"].first_page == "3"


def test_the_first_table_of_a_key_wins(tmp_path: Path) -> None:
    files = {
        "one/a.bib": GOOD,
        "one/pinpoints/good.csv": TABLE + "§ 1,3,3,,,official pdf\n",
        "two/pinpoints/good.csv": TABLE + "§ 1,4,4,,,official pdf\n",
    }
    assert read_files(tmp_path, files, "one", "two").library.tables["good"].rows["§1"].first_page == "3"


def test_a_table_lends_no_pages_to_an_entry_before_it(tmp_path: Path) -> None:
    files = {"one/a.bib": GOOD, "two/b.bib": LATER, "two/pinpoints/good.csv": TABLE + "§ 1,3,3,,,official pdf\n"}
    assert read_files(tmp_path, files, "one", "two").library.tables == {}


def test_a_table_beside_a_single_file_belongs_to_it(tmp_path: Path) -> None:
    files = {"refs.bib": GOOD, "pinpoints/good.csv": TABLE + "§ 1,3,3,,,official pdf\n"}
    assert set(read_files(tmp_path, files, "refs.bib").library.tables) == {"good"}
