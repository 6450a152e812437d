"""A field that is misspelled is told; one that another program keeps for itself is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bib_reading import read_bib, read_files

if TYPE_CHECKING:
    from pathlib import Path

ENTRY = """\
@report{{k,
  title = {{T}}, institution = {{I}}, date = {{2020}},
  {field} = {{5}}
}}
"""
SLIPS = {
    "shorttitel": "shorttitle",
    "shortitle": "shorttitle",
    "Short-Title": "shorttitle",
    "shortauhtor": "shortauthor",
    "authors": "author",
    "publsher": "publisher",
    "shorthamd": "shorthand",
    "frdco": "frdoc",
    "pagetotals": "pagetotal",
    "revokd": "revoked",
    "urldates": "urldate",
    "nubmer": "number",
}


@pytest.mark.parametrize("typed", SLIPS)
def test_a_field_that_is_one_slip_away_from_one_that_is_printed_is_told(tmp_path: Path, typed: str) -> None:
    read = read_bib(tmp_path, ENTRY.format(field=typed))
    assert read.said == ["SRC118 a.bib:3"]
    assert read.messages == [f"nothing reads the field '{typed.lower()}' of 'k'"]
    assert read.hints == [f"did you mean '{SLIPS[typed]}'?"]
    assert set(read.sources) == {"k"}


def test_a_misspelled_field_explains_the_one_that_is_missing(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@report{k,\n titel = {T},\n insitution = {I},\n date = {2020},\n}\n")
    assert read.said == ["SRC111 a.bib:1", "SRC111 a.bib:1", "SRC118 a.bib:2", "SRC118 a.bib:3"]
    assert read.hints[2:] == ["did you mean 'title'?", "did you mean 'institution'?"]


OTHERS = """
    abstract annotation annote bdsk-url-1 bookauthor comment copyright creationdate date-added date-modified day
    editora editortype eventtitleaddon file groups howpublished indextitle issuesubtitle journalsubtitle keyword
    keywords langid langidopts lccn library mendeley-tags modificationdate mrnumber nameaddon note notes
    numpages options origtitle owner pmcid pmid preface priority printed qualityassured ranking readstatus rights
    shorthandintro sortname sorttitle sortyear tags timestamp usera verba xref zmnumber docketno filer
"""


@pytest.mark.parametrize("name", OTHERS.split())
def test_a_field_that_another_program_keeps_is_passed_over(tmp_path: Path, name: str) -> None:
    assert read_bib(tmp_path, ENTRY.format(field=name)).said == []


def test_a_field_beside_the_one_that_it_is_like_is_no_slip(tmp_path: Path) -> None:
    assert read_bib(tmp_path, ENTRY.format(field="titles")).said == []
    assert read_bib(tmp_path, ENTRY.format(field="titlex")).said == []


def test_an_inherited_slip_is_told_once_where_it_stands(tmp_path: Path) -> None:
    parent = "@xdata{p,\n publsher = {P}}\n"
    child = "@book{c, author={Doe, Jane}, title={C}, date={2020}, xdata={p}}\n"
    assert read_files(tmp_path, {"a.bib": parent + child}).said == ["SRC118 a.bib:2"]
