"""CSL-JSON, as reference managers export it, gives the same sources as a .bib file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from bib_reading import Read, read_files

from comment_kit.model.dates import PartialDate
from comment_kit.model.sources import Name, Source

if TYPE_CHECKING:
    from pathlib import Path


def read_items(folder: Path, *items: Any) -> Read:  # noqa: ANN401 - anything may stand in a file
    return read_files(folder, {"a.json": json.dumps(items, indent=1)})


def the_source(folder: Path, **item: Any) -> Source:  # noqa: ANN401
    read = read_items(folder, {"id": "k", **item})
    assert read.diagnostics == (), read.messages
    return read.sources["k"]


JANE = {"family": "Doe", "given": "Jane"}
DAY = {"date-parts": [[2024, 7, 26]]}


@pytest.mark.parametrize(("item", "kind", "fields"), [
    ({"type": "article-journal", "container-title": "J. Law", "volume": 91, "page": "1183-1250", "author": [JANE]},
     "article", {"journaltitle": "J. Law", "volume": "91", "pages": "1183-1250"}),
    ({"type": "article-newspaper", "container-title": "N.Y. Times", "page": "A20"},
     "newspaper", {"journaltitle": "N.Y. Times", "pages": "A20"}),
    ({"type": "article-magazine", "container-title": "Wired"}, "magazine", {"journaltitle": "Wired"}),
    ({"type": "webpage", "container-title": "NIST", "URL": "https://x.org/a_b--c"},
     "web page", {"site": "NIST", "url": "https://x.org/a_b--c"}),
    ({"type": "webpage", "container-title": "NIST", "genre": "Press Release", "URL": "u"},
     "press release", {"site": "NIST"}),
    ({"type": "post-weblog", "container-title": "Blog", "URL": "u"}, "web page", {"site": "Blog"}),
    ({"type": "report", "publisher": "NIST", "number": "NIST AI 800-1", "genre": "Guidance"},
     "guidance", {"institution": "NIST", "number": "NIST AI 800-1"}),
    ({"type": "report", "publisher": "RAND", "genre": "Research Report"}, "report", {"institution": "RAND"}),
    ({"type": "article", "publisher": "arXiv", "number": "arXiv:2408.00761", "author": [JANE], "DOI": "10.4/x",
      "URL": "http://arxiv.org/abs/2408.00761"},
     "preprint", {"eprint": "2408.00761", "eprinttype": "arXiv", "doi": "10.4/x"}),
    ({"type": "book", "author": [JANE], "publisher": "P", "publisher-place": "Boston", "edition": "2"},
     "book", {"publisher": "P", "location": "Boston", "edition": "2"}),
    ({"type": "chapter", "author": [JANE], "editor": [JANE], "container-title": "The Book", "page": "3-9"},
     "chapter", {"booktitle": "The Book", "pages": "3-9"}),
    ({"type": "legal_case", "container-title": "U.S.", "volume": "463", "page": "29", "authority": "Supreme Court",
      "number": "82-354"},
     "case", {"reporter": "U.S.", "volume": "463", "pages": "29", "court": "Supreme Court", "docket": "82-354"}),
    ({"type": "legislation", "container-title": "U.S.C.", "volume": "5", "section": "§ 553"},
     "statute", {"usctitle": "5", "uscsection": "553"}),
    ({"type": "legislation", "container-title": "C.F.R.", "volume": "12", "section": "1026.2"},
     "regulation", {"cfrtitle": "12", "cfrsection": "1026.2", "cfryear": "2024"}),
    ({"type": "regulation", "container-title": "Federal Register", "volume": "89", "page": "64878-64880",
      "note": "tex.kind: notice"},
     "notice", {"frvolume": "89", "frpage": "64878", "frpages": "64878-64880"}),
    ({"type": "legislation", "container-title": "Stat.", "volume": "132", "page": "5194", "number": "115-391"},
     "public law", {"statvolume": "132", "statpage": "5194", "number": "115-391"}),
    ({"type": "bill", "number": "H.R. 5793", "chapter-number": "110th Congress"},
     "bill", {"congress": "110", "number": "H.R. 5793"}),
    ({"type": "hearing", "chapter-number": "110th Cong., 2d Sess."}, "hearing", {"congress": "110"}),
    ({"type": "personal_communication", "author": [JANE], "note": "Recipient: the President"},
     "letter", {"recipient": "the President"}),
    ({"type": "document", "note": "kind: executive order\nfrvolume: 88\nfrpage: 75,191", "number": "14110"},
     "executive order", {"frvolume": "88", "frpage": "75191"}),
])  # fmt: skip
def test_each_type_of_item_becomes_a_kind(
    tmp_path: Path, item: dict[str, Any], kind: str, fields: dict[str, str]
) -> None:
    source = the_source(tmp_path, title="T", issued=DAY, **item)
    assert source.kind.name == kind
    assert {name: source.get(name) for name in fields} == fields


@pytest.mark.parametrize(("issued", "day"), [
    ({"date-parts": [[2024, 7, 26]]}, PartialDate(year=2024, month=7, day=26)),
    ({"date-parts": [["2024", "7"]]}, PartialDate(year=2024, month=7)),
    ({"date-parts": [[2024], [2025]]}, PartialDate(year=2024)),
    ({"raw": "2024-07"}, PartialDate(year=2024, month=7)),
    ({"literal": "2024"}, PartialDate(year=2024)),
    ("2024-07-26", PartialDate(year=2024, month=7, day=26)),
])  # fmt: skip
def test_dates_come_in_parts_or_words(tmp_path: Path, issued: object, day: PartialDate) -> None:
    assert the_source(tmp_path, type="book", title="T", author=[JANE], issued=issued).date == day


def test_names_keep_their_particles_and_bodies(tmp_path: Path) -> None:
    people = [
        {"family": "Neumann", "given": "John", "non-dropping-particle": "von", "suffix": "Jr."},
        {"literal": "National Institute of Standards and Technology"},
        {"given": "Plato"},
        {"literal": "others"},
        {},
        "nobody",
    ]
    source = the_source(tmp_path, type="book", title="T", author=people, issued=DAY)
    assert source.authors == (
        Name(family="von Neumann", given="John", suffix="Jr."),
        Name(family="National Institute of Standards and Technology", body=True),
        Name(family="Plato"),
    )
    assert source.more_authors


def test_markup_and_unprintable_characters_go(tmp_path: Path) -> None:
    title = '<i>Roe</i> on <span class="nocase">AI</span>: 1 < 2 \ue000\ud800'
    assert the_source(tmp_path, type="book", title=title, author=[JANE], issued=DAY).title == "Roe on AI: 1 < 2"


def test_better_bibtex_keys_come_first(tmp_path: Path) -> None:
    item = {"id": "http://zotero.org/users/1/items/X", "citation-key": "doe2024", "type": "book", "title": "T"}
    read = read_items(tmp_path, {**item, "author": [JANE], "issued": DAY})
    assert set(read.sources) == {"doe2024"}


def test_an_item_says_its_line(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.json": '[\n{"id": "a", "type": "book"},\n\n{"id": "b c"}\n]'})
    assert read.said == ["SRC111 a.json:2", "SRC111 a.json:2", "SRC111 a.json:2", "SRC104 a.json:4"]
    assert read.messages[3] == "this item has no usable id: 'b c'"


def test_a_name_that_stands_twice_costs_the_item(tmp_path: Path) -> None:
    read = read_files(tmp_path, {"a.json": '[{"id": "a", "type": "book", "title": "T", "title": "U"}]'})
    assert read.said == ["SRC106 a.json:1"]
    assert read.messages == ["'a' has 'title' twice"]


BOOK = json.dumps({"id": "good", "type": "book", "title": "T", "author": [JANE], "issued": DAY})


@pytest.mark.parametrize(("text", "code", "line"), [
    (f"[{BOOK},\n{{bad}}]", "SRC103", 2),
    (f"[{BOOK}\n{BOOK}]", "SRC103", 2),
    (f"[{BOOK},\n", "SRC103", 2),
    (f"[{BOOK},\n 7]", "SRC103", 2),
    (f"[{BOOK},\n" + "[" * 100_000, "SRC103", 2),
])  # fmt: skip
def test_what_stands_before_a_fault_is_used(tmp_path: Path, text: str, code: str, line: int) -> None:
    read = read_files(tmp_path, {"a.json": text})
    assert read.said == [f"{code} a.json:{line}"]
    assert set(read.sources) == {"good"}


@pytest.mark.parametrize("text", ['{"items": []}', "null", "title: T"])
def test_json_of_another_sort_is_no_database(tmp_path: Path, text: str) -> None:
    read = read_files(tmp_path, {"a.json": text})
    assert read.said == ["SRC101 a.json:1"]
    assert read.hints == ["export as CSL JSON or Better CSL JSON"]


@pytest.mark.parametrize("text", ["", "[]", " [ ] "])
def test_an_empty_file_is_an_empty_database(tmp_path: Path, text: str) -> None:
    assert read_files(tmp_path, {"a.json": text}).diagnostics == ()
