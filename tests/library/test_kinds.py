"""Kinds of source are files, and an entry finds its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bib_reading import read_bib, shipped_kinds

from comment_kit.library import EntryPattern, KindRecord, read_kinds, read_library
from comment_kit.model.sources import Kind, Recall

if TYPE_CHECKING:
    from pathlib import Path

MEMO = """
name = "Staff Memo"
recall = "short anywhere"
form = "memo"
required = [["title"], ["date", "year"]]
family = ["title"]
paginated = false
italic_title = true
description = "A memo."
[[entry]]
type = "Report"
subtype = "Staff-Memo"
has = ["Number"]
"""


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_file_says_all_there_is_to_a_kind(tmp_path: Path) -> None:
    kinds, diagnostics = read_kinds([write(tmp_path, memo=MEMO)])
    assert diagnostics == ()
    assert kinds == {
        "staff memo": KindRecord(
            kind=Kind(
                name="Staff Memo",
                recall=Recall.SHORT_ANYWHERE,
                required=(("title",), ("date", "year")),
                form="memo",
                italic_title=True,
                family=("title",),
                paginated=False,
                description="A memo.",
            ),
            entries=(EntryPattern(type="report", subtype="staff memo", has=("number",)),),
        )
    }


def test_a_name_and_a_recall_are_enough(tmp_path: Path) -> None:
    kinds, diagnostics = read_kinds([write(tmp_path, a='name = "space law"\nrecall = "supra"')])
    assert diagnostics == ()
    assert kinds["space law"].kind == Kind(name="space law", recall=Recall.SUPRA, form="space-law")


def test_the_first_folder_with_a_name_wins(tmp_path: Path) -> None:
    own = write(tmp_path / "own", x='name = "Report"\nrecall = "short"')
    kit = write(tmp_path / "kit", report='name = "report"\nrecall = "supra"', web='name = "web page"\nrecall="supra"')
    kinds, _ = read_kinds([own, kit, tmp_path / "gone"])
    assert kinds["report"].kind.recall is Recall.SHORT
    assert set(kinds) == {"report", "web page"}


@pytest.mark.parametrize(("text", "problem"), [
    ("name = ", None),
    ('recall = "supra"', "'name' must be text"),
    ('name = ""\nrecall = "supra"', "'name' must be text"),
    ('name = "x"\nrecall = "ibid"', "'recall' is 'ibid', not one of \"supra\", \"short\", \"short anywhere\""),
    ('name = "x"\nrecall = "supra"\nrequired = ["title"]', "'required' must hold lists of field names"),
    ('name = "x"\nrecall = "supra"\nrequired = "title"', "'required' must be a list"),
    ('name = "x"\nrecall = "supra"\npaginated = "no"', "'paginated' must be true or false"),
    ('name = "x"\nrecall = "supra"\nentry = ["report"]', "each 'entry' must be a table: [[entry]]"),
    ('name = "x"\nrecall = "supra"\n[[entry]]\nhas = ["a"]', "'type' must be text"),
])  # fmt: skip
def test_a_broken_file_costs_its_kind(tmp_path: Path, text: str, problem: str | None) -> None:
    kinds, diagnostics = read_kinds([write(tmp_path, a=text, b='name = "good"\nrecall = "supra"')])
    assert set(kinds) == {"good"}
    assert [each.code for each in diagnostics] == ["SRC115"]
    assert diagnostics[0].location.file == str(tmp_path / "a.toml")
    assert problem is None or diagnostics[0].message == f"the kind cannot be read: {problem}"


def test_a_file_that_is_not_utf_8_costs_its_kind(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b'name = "caf\xe9"')
    assert [each.code for each in read_kinds([tmp_path])[1]] == ["SRC115"]


FR = "title={T}, date={2024-01-02}, frvolume={89}, frpage={1}"


@pytest.mark.parametrize(("entry", "kind"), [
    (f"@misc{{k, kind={{proposed rule}}, {FR}}}", "proposed rule"),
    (f"@misc{{k, kind={{Proposed-Rule}}, {FR}}}", "proposed rule"),
    (f"@book{{k, entrysubtype={{final rule}}, {FR}}}", "final rule"),
    (f"@legislation{{k, type={{Request for Comment}}, {FR}}}", "request for comments"),
    ("@article{k, author={D, J}, title={T}, journaltitle={J}, date={2020}}", "article"),
    ("@article{k, title={T}, journaltitle={J}, date={2020}, entrysubtype={newspaper}}", "newspaper"),
    ("@report{k, title={T}, institution={I}, date={2020}, type={Report}}", "report"),
    ("@report{k, title={T}, institution={I}, date={2020}, type={Press Release}}", "press release"),
    ("@book{k, title={T}, author={D, J}, date={2020}, type={Letter}}", "book"),
    ("@legislation{k, usctitle={5}, uscsection={553}}", "statute"),
    ("@legislation{k, cfrtitle={12}, cfrsection={1026.2}, cfryear={2024}}", "regulation"),
    ("@report{k, chamber={H.R.}, number={110-803}, date={2008}}", "committee report"),
])  # fmt: skip
def test_an_entry_is_of_the_kind_that_it_names_or_fits_most_closely(tmp_path: Path, entry: str, kind: str) -> None:
    read = read_bib(tmp_path, entry)
    assert read.diagnostics == ()
    assert read.sources["k"].kind.name == kind


def test_an_entry_without_a_name_for_its_kind_is_told_what_it_could_be(tmp_path: Path) -> None:
    read = read_bib(tmp_path, f"@legislation{{k, {FR}}}")
    assert read.said == ["SRC110 a.bib:1"]
    assert read.messages == ["'k' is of no kind that is known: @legislation"]
    assert (read.hints[0] or "").startswith("add kind = {...}; the nearest are 'correction', 'final rule', 'notice'")


def test_a_users_own_kind_is_recognised(tmp_path: Path) -> None:
    kinds, _ = read_kinds([write(tmp_path / "kinds", memo=MEMO)])
    (tmp_path / "a.bib").write_text("@report{k, entrysubtype={staff memo}, title={T}, date={2020}}")
    library, diagnostics = read_library([tmp_path / "a.bib"], {**kinds, **shipped_kinds()})
    assert diagnostics == ()
    assert library.sources["k"].kind.name == "Staff Memo"


def test_every_shipped_kind_can_be_named_by_an_entry(tmp_path: Path) -> None:
    kinds = shipped_kinds()
    assert len(kinds) >= 30
    for record in kinds.values():
        required = {choice[0]: "2020" for choice in record.kind.required} | {"kind": record.kind.name}
        fields = ",".join(f"{name}={{{value}}}" for name, value in required.items())
        read = read_bib(tmp_path, f"@misc{{k, {fields}}}")
        assert read.messages == []
        assert read.sources["k"].kind == record.kind
