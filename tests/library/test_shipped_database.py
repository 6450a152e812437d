"""The database that ships: every entry whole, every table as long as its document is."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from bib_reading import Read, read_bib, shipped_kinds

from comment_kit.library import read_library
from comment_kit.library.tables import COLUMNS
from comment_kit.model.dates import PartialDate
from comment_kit.model.pinpoints import PinpointRow, label_key
from comment_kit.model.sources import Change, Name, StatusChange
from comment_kit.resources import shelf

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = shelf("citations")


@pytest.fixture(scope="module")
def shipped() -> Read:
    library, diagnostics = read_library([FOLDER], shipped_kinds())
    return Read(library=library, diagnostics=diagnostics, folder=FOLDER)


def row(shipped: Read, key: str, locator: str) -> PinpointRow:
    return shipped.library.tables[key].rows[label_key(locator)]


def test_nothing_is_wrong_in_it(shipped: Read) -> None:
    assert shipped.diagnostics == ()
    assert shipped.library.left_out == {}


def test_it_holds_these_sources_each_of_its_kind(shipped: Read) -> None:
    assert {key: source.kind.name for key, source in shipped.sources.items()} == {
        "eo14110": "executive order",
        "eo14148": "executive order",
        "eo14179": "executive order",
        "nist800-1": "guidance",
        "nist-news-2024": "press release",
        "rfc2024": "request for comments",
        "ntia-rfc-2024": "request for comments",
        "ntia2024": "agency report",
        "srikumar2024": "web page",
        "tamirisa2024": "preprint",
    }


def test_each_table_has_a_row_for_every_part_that_is_known(shipped: Read) -> None:
    assert {key: len(table.rows) for key, table in shipped.library.tables.items()} == {
        "eo14110": 434,
        "eo14148": 90,
        "eo14179": 14,
        "nist800-1": 89,
        "ntia2024": 6,
    }


def test_the_order_was_signed_published_and_revoked_on_three_days(shipped: Read) -> None:
    order = shipped.sources["eo14110"]
    assert order.date == PartialDate(year=2023, month=10, day=30)
    assert order.get("frdate") == "2023-11-01"
    assert order.changes == (
        StatusChange(
            change=Change.REVOKED,
            date=PartialDate(year=2025, month=1, day=20),
            by_key="eo14148",
            by_locator="§ 2(ggg)",
        ),
    )
    assert row(shipped, "eo14148", "§ 2(ggg)").first_page == "8240"


def test_orders_and_notices_lie_between_their_pages(shipped: Read) -> None:
    spans = {key: (source.first_page, source.last_page) for key, source in shipped.sources.items()}
    assert spans["eo14110"] == ("75191", "75226")
    assert spans["eo14148"] == ("8237", "8241")
    assert spans["eo14179"] == ("8741", "8742")
    assert spans["rfc2024"] == ("64878", "64878")
    assert spans["ntia-rfc-2024"] == ("14059", "14063")
    assert spans["nist800-1"] == ("1", "22")
    assert spans["ntia2024"] == (None, None)


def test_the_draft_has_the_smaller_body_first_and_bears_its_designation(shipped: Read) -> None:
    draft = shipped.sources["nist800-1"]
    assert draft.authors == (
        Name(family="U.S. AI Safety Institute", body=True),
        Name(family="National Institute of Standards and Technology", body=True),
    )
    assert draft.get("shortauthor") == "U.S. AI Safety Inst. and Nat'l Inst. of Standards & Tech."
    assert draft.get("shorthand") == "NIST AI 800-1"
    assert draft.get("stage") == "initial public draft"
    assert draft.changes == (StatusChange(change=Change.SUPERSEDED, date=PartialDate(year=2025, month=1, day=15)),)


@pytest.mark.parametrize(("key", "family", "given"), [
    ("srikumar2024", "Srikumar", "Madhulika"),
    ("tamirisa2024", "Tamirisa", "Rishub"),
])  # fmt: skip
def test_authors_whose_names_are_not_known_are_not_guessed(shipped: Read, key: str, family: str, given: str) -> None:
    source = shipped.sources[key]
    assert source.authors == (Name(family=family, given=given),)
    assert source.more_authors


@pytest.mark.parametrize(("key", "locator", "first", "last"), [
    ("eo14110", "§ 2", "75191", "75193"),
    ("eo14110", "§ 4.1(b)", "75196", "75197"),
    ("eo14110", "§ 4.6(a)", "75203", "75203"),
    ("eo14179", "§ 5(a)", "8741", "8741"),
    ("nist800-1", "Introduction", "sheet 5", "sheet 5"),
    ("nist800-1", "Section 3", "2", "3"),
    ("nist800-1", "Section 4", "4", "17"),
    ("nist800-1", "Objective 6", "13", "16"),
    ("nist800-1", "Practice 3.1", "8", "8"),
    ("nist800-1", "Practice 3.3", "9", "9"),
    ("nist800-1", "Practice 4.1", "9", "11"),
    ("nist800-1", "Practice 6.2", "14", "15"),
    ("nist800-1", "Appendix B", "19", "19"),
    ("nist800-1", "Table 1", "19", "19"),
    ("nist800-1", "n.18", "20", "21"),
    ("ntia2024", "n.30", "10", "10"),
])  # fmt: skip
def test_a_part_stands_on_the_pages_of_its_table(shipped: Read, key: str, locator: str, first: str, last: str) -> None:
    part = row(shipped, key, locator)
    assert (part.first_page, part.last_page) == (first, last)


@pytest.mark.parametrize(("note", "text", "call"), [
    ("n.i", "sheet 5", "sheet 5"),
    ("n.4", "20", "sheet 5"),
    ("n.5", "20", "1"),
    ("n.34", "21", "16"),
    ("n.35", "22", "16"),
    ("n.48", "22", "19"),
    ("n.50", "22", "19"),
])  # fmt: skip
def test_a_note_of_the_draft_has_its_words_and_its_mark_on_two_pages(
    shipped: Read, note: str, text: str, call: str
) -> None:
    part = row(shipped, "nist800-1", note)
    assert (part.first_page, part.called_on) == (text, call)


def test_every_row_says_how_its_page_is_known(shipped: Read) -> None:
    evidence = {key: {row.evidence for row in table.rows.values()} for key, table in shipped.library.tables.items()}
    assert evidence.pop("ntia2024") == {"as cited in a filed comment"}
    assert set().union(*evidence.values()) == {"official pdf"}


def test_a_part_lies_inside_the_part_that_holds_it(shipped: Read) -> None:
    for key in ("eo14110", "eo14148", "eo14179"):
        rows = shipped.library.tables[key].rows
        for part in rows.values():
            whole = rows.get(label_key(part.locator.rpartition("(")[0]))
            if whole:
                assert int(whole.first_page) <= int(part.first_page), part
                assert int(part.last_page) <= int(whole.last_page), part


def test_practices_lie_inside_their_objectives(shipped: Read) -> None:
    rows = shipped.library.tables["nist800-1"].rows.values()
    practices = [each for each in rows if each.locator.startswith("Practice")]
    assert len(practices) == 21
    for practice in practices:
        objective = row(shipped, "nist800-1", f"Objective {practice.locator.split()[1].split('.')[0]}")
        assert int(objective.first_page) <= int(practice.first_page)
        assert int(practice.last_page) <= int(objective.last_page)


def test_what_was_revoked_was_so_before_the_day_the_file_was_written(shipped: Read) -> None:
    for source in shipped.sources.values():
        for change in source.changes:
            assert date(change.date.year, change.date.month or 1, change.date.day or 1) < date(2025, 2, 1)


README = (FOLDER / "README.md").read_text(encoding="utf-8")


def test_the_readme_explains_every_field_that_an_entry_has(shipped: Read) -> None:
    used = {name for source in shipped.sources.values() for name in source.fields}
    explained = set(re.findall(r"`([a-z]+)`", README.split("## Fields")[1].split("## Kinds")[0]))
    assert used <= explained


def test_the_readme_explains_every_column_of_a_table() -> None:
    assert f"`{','.join(COLUMNS)}`" in README


def test_the_entry_in_the_readme_loads(tmp_path: Path) -> None:
    entry = README.split("```bibtex")[1].split("```")[0]
    read = read_bib(tmp_path, entry)
    assert read.diagnostics == ()
    assert read.sources["eo14148"].kind.name == "executive order"
