"""A broken entry costs that entry: told always, and an obstacle only where the letter cites it."""

from __future__ import annotations

import os

import pytest
from front_door import FRONT, Desk, letter_of

OWN = FRONT.replace("authors:", "bibliography: own.bib\nauthors:")
GOOD = "@book{good, author = {Doe, Jane}, title = {A Title}, publisher = {A Press}, date = {2020}}\n"

BROKEN = {
    "open brace": ("@book{bad, title = {A Title,\n", "SRC103", "its braces do not balance"),
    "no comma": (
        "@book{bad, author = {Doe, Jane}, title = {A} publisher = {P}, date = {2020}}\n",
        "SRC107",
        "runs into",
    ),
    "no date": ("@book{bad, author = {Doe, Jane}, title = {A}, publisher = {P}}\n", "SRC111", "has no 'date'"),
    "no such date": (GOOD.replace("good", "bad").replace("2020", "last year"), "SRC112", "is no date: 'last year'"),
    "no such kind": ("@poem{bad, author = {Doe, Jane}, title = {A}, date = {2020}}\n", "SRC110", "of no kind"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_entry_that_is_not_cited_is_told_and_the_file_is_written(desk: Desk, name: str) -> None:
    entry, code, message = BROKEN[name]
    desk.write("own.bib", f"{GOOD}\n{entry}")
    desk.write("letter.md", letter_of("Words.[@good, 3]", OWN))
    built = desk.build()
    assert built.code == 0
    assert built.lines[0].startswith(f"own.bib:3: {code} warning: ")
    assert message in built.lines[0]
    assert built.out == "wrote letter.docx\n"


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_entry_that_is_cited_is_told_at_both_places_and_nothing_is_written(desk: Desk, name: str) -> None:
    entry, code, message = BROKEN[name]
    desk.write("own.bib", f"{GOOD}\n{entry}")
    desk.write("letter.md", letter_of("Words.[@good, 3] More.[@bad, 3]", OWN))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0] == "letter.md:12:24: SRC201 the entry of 'bad' cannot be used"
    assert built.lines[1:3] == ["  see also: own.bib:3", "  hint: mend it: own.bib:3"]
    assert built.lines[3].startswith(f"own.bib:3: {code} ")
    assert message in built.lines[3]
    assert desk.holds() == before


def test_a_repeated_key_is_told_and_the_first_entry_is_cited(desk: Desk) -> None:
    desk.write("own.bib", GOOD + GOOD.replace("A Title", "Another"))
    desk.write("letter.md", letter_of("Words.[@good, 3]", OWN))
    built = desk.build("-o", "x.md")
    assert built.code == 0
    assert built.lines[0].startswith("own.bib:2: SRC105 warning: 'good' is the key of another entry already")
    assert "A Title" in (desk.folder / "x.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"", bytes(100), b"@@@ {{{", "caf\xe9".encode("latin-1"), os.urandom(500)])
def test_a_database_that_is_none_costs_nothing_but_itself(desk: Desk, content: bytes) -> None:
    desk.write("own.bib", content)
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]", OWN))
    built = desk.build()
    assert built.code == 0
    assert "Traceback" not in built.err
    assert built.out == "wrote letter.docx\n"


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random"])
def test_a_device_is_no_database(desk: Desk, device: str) -> None:
    (desk.folder / "own.bib").symlink_to(device)
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]", OWN))
    built = desk.build_apart()
    assert built.code == 0
    assert built.lines[0] == "letter.md:7: SRC101 warning: 'bibliography' names 'own.bib': this is no file"


def test_a_database_that_is_missing_is_told(desk: Desk) -> None:
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]", OWN))
    built = desk.build()
    assert built.code == 0
    assert built.lines[0] == "letter.md:7: SRC101 warning: 'bibliography' names 'own.bib': there is no such file"


def test_a_wrong_line_of_a_pinpoint_table_is_told(desk: Desk) -> None:
    desk.write("comment-kit.toml", "")
    desk.write("citations/own.bib", GOOD)
    header = "locator,first_page,last_page,called_on,title,evidence\n"
    desk.write("citations/pinpoints/good.csv", f"{header}Chapter 1,ten,1,,,\nChapter 2,,,,,official pdf\n")
    desk.write("letter.md", letter_of("Words.[@good, 3]"))
    built = desk.build()
    assert built.code == 0
    assert "citations/pinpoints/good.csv:3: " in built.err
    assert " warning: " in built.lines[0]
