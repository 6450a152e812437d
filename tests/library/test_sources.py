"""What an entry says of its document becomes dates, changes of status and a span of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bib_reading import GOOD, read_bib, read_files

from comment_kit.model.dates import PartialDate
from comment_kit.model.sources import Change, Source, StatusChange

if TYPE_CHECKING:
    from pathlib import Path


def report(folder: Path, fields: str) -> Source:
    return read_bib(folder, f"@report{{k, title={{T}}, institution={{I}}, date={{2020}}, {fields}}}").sources["k"]


@pytest.mark.parametrize(("fields", "span"), [
    ("frpages={75191--75226}", ("75191", "75226")),
    ("frpages={75,191–75,226}", ("75191", "75226")),
    ("frpages={64878}", ("64878", "64878")),
    ("frpage={75,191}", ("75191", None)),
    ("pages={1240--41}", ("1240", "1241")),
    ("pages={1183-1250}", ("1183", "1250")),
    ("pages={A20}", ("A20", None)),
    ("pages={iv--xii}", ("iv", "xii")),
    ("pages={A-1 -- A-12}", (None, None)),
    ("pages={see below}", (None, None)),
    ("pagetotal={22}", ("1", "22")),
    ("pagetotal={xii, 350 pages}", ("1", "350")),
    ("pagetotal={many}", (None, None)),
    ("pages={5--9}, pagetotal={300}", ("5", "9")),
    ("title-is-all={x}", (None, None)),
])  # fmt: skip
def test_the_span_of_a_document_comes_from_the_nearest_field(
    tmp_path: Path, fields: str, span: tuple[str | None, str | None]
) -> None:
    source = report(tmp_path, fields)
    assert (source.first_page, source.last_page) == span


def test_pages_are_kept_as_their_sheets_print_them(tmp_path: Path) -> None:
    source = report(tmp_path, "frpage={75,191}, frpages={75,191--75,226}, pages={3---9}")
    assert (source.get("frpage"), source.get("frpages"), source.get("pages")) == ("75191", "75191-75226", "3-9")


def test_the_day_of_publication_stands_in_for_another(tmp_path: Path) -> None:
    read = read_bib(
        tmp_path, "@legislation{k, entrysubtype={notice}, title={T}, frvolume={89}, frpage={1}, frdate={2024-08-08}}"
    )
    assert read.sources["k"].date == PartialDate(year=2024, month=8, day=8)


def test_whatever_happened_since_is_told_with_its_day_and_authority(tmp_path: Path) -> None:
    source = report(tmp_path, "superseded={2025-01}, withdrawn={2026}, withdrawnby={good, at 12}")
    assert source.changes == (
        StatusChange(change=Change.SUPERSEDED, date=PartialDate(year=2025, month=1)),
        StatusChange(change=Change.WITHDRAWN, date=PartialDate(year=2026), by_key="good", by_locator="at 12"),
    )


def test_a_change_without_its_day_costs_the_entry(tmp_path: Path) -> None:
    read = read_bib(
        tmp_path, f"@report{{k, title={{T}}, institution={{I}}, date={{2020}},\n revokedby={{good}}}}\n{GOOD}"
    )
    assert read.said == ["SRC114 a.bib:2"]
    assert read.messages == ["'k' says by what it was revoked, but not when"]
    assert read.hints == ["add revoked = {2025-01-20}, with the right day"]
    assert set(read.sources) == {"good"}


def test_an_authority_that_no_database_holds_is_said(tmp_path: Path) -> None:
    read = read_bib(
        tmp_path, "@report{k, title={T}, institution={I}, date={2020}, revoked={2021}, revokedby={gone, § 2}}"
    )
    assert read.said == ["SRC114 a.bib:1"]
    assert read.messages == ["'k' was revoked by 'gone', which is in no database"]
    assert set(read.sources) == {"k"}


def test_an_authority_may_stand_in_another_database(tmp_path: Path) -> None:
    entry = "@report{k, title={T}, institution={I}, date={2020}, revoked={2021}, revokedby={good}}"
    assert read_files(tmp_path, {"a.bib": entry, "b.bib": GOOD}, "a.bib", "b.bib").diagnostics == ()


def test_a_source_says_where_it_stands_and_what_to_call_it(tmp_path: Path) -> None:
    source = report(tmp_path, "shorttitle={Short}, shorthand={AI 1}")
    assert source.location.file == str(tmp_path / "a.bib")
    assert source.location.line == 1
    assert source.short_name == "AI 1"
