"""Names of persons and bodies, as BibTeX and biblatex write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from bib_reading import read_bib

from comment_kit.library.names import looks_like_a_body, read_people
from comment_kit.model.sources import Name

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("written", "name"), [
    ("Jane Doe", Name(family="Doe", given="Jane")),
    ("Doe, Jane Q.", Name(family="Doe", given="Jane Q.")),
    ("Kathryn A. Watts", Name(family="Watts", given="Kathryn A.")),
    ("John von Neumann", Name(family="von Neumann", given="John")),
    ("von Neumann, John", Name(family="von Neumann", given="John")),
    ("Ludwig van der Beethoven", Name(family="van der Beethoven", given="Ludwig")),
    ('"von" Doe, Jane', Name(family='"von" Doe', given="Jane")),
    ("de la {V}all{\\'e}e Poussin, Charles", Name(family="de la Vallée Poussin", given="Charles")),
    ("King, Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
    ("King, Martin Luther, Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
    ("Martin Luther King Jr.", Name(family="King", given="Martin Luther", suffix="Jr.")),
    ("King Jr., Martin Luther", Name(family="King", given="Martin Luther", suffix="Jr.")),
    ("Ford, III", Name(family="Ford", suffix="III")),
    ("{National Institute of Standards and Technology}",
     Name(family="National Institute of Standards and Technology", body=True)),
    ("{{OpenAI}}", Name(family="OpenAI", body=True)),
    ("OpenAI", Name(family="OpenAI")),
    ("{AT\\&T}", Name(family="AT&T", body=True)),
    ("family=Berg, given=Anna, prefix=van den", Name(family="van den Berg", given="Anna")),
    ("given=Anna, family=Berg, suffix=Jr.", Name(family="Berg", given="Anna", suffix="Jr.")),
    ("{A} B {C}", Name(family="C", given="A B")),
    ("Doe, X, Jane, Q.", Name(family="Doe", given="Jane, Q.", suffix="X")),
    ("D.~E. Knuth", Name(family="Knuth", given="D. E.")),
])  # fmt: skip
def test_a_name_is_taken_apart_as_biblatex_does(written: str, name: Name) -> None:
    assert read_people(written).names == (name,)


def test_others_are_not_a_name() -> None:
    people = read_people("Srikumar, Madhulika and others")
    assert people.names == (Name(family="Srikumar", given="Madhulika"),)
    assert people.more


def test_and_inside_braces_joins_nothing() -> None:
    assert len(read_people("{Standards and Technology} and {Barnes and Noble} AND Jane Doe").names) == 3


@pytest.mark.parametrize("written", ["", ",", "{}", " and ", "and"])
def test_a_name_without_letters_is_none(written: str) -> None:
    assert len([name for name in read_people(written).names if name.family != "and"]) == 0


@pytest.mark.parametrize(("written", "body"), [
    ("National Institute of Standards", True),
    ("Food & Drug Administration", True),
    ("Environmental Protection Agency", True),
    ("{National Institute of Standards}", False),
    ("Jane Doe", False),
    ("Doe, Jane of York", False),
    ("OpenAI", False),
])  # fmt: skip
def test_bodies_are_known_by_their_words(written: str, body: bool) -> None:  # noqa: FBT001
    assert looks_like_a_body(written) is body


def test_a_body_without_braces_is_said(tmp_path: Path) -> None:
    author = "National Institute of Standards and Technology"
    read = read_bib(tmp_path, f"@report{{k, title={{T}}, date={{2020}},\n author = {{{author}}}}}")
    assert read.said == ["SRC113 a.bib:2"]
    assert read.messages == ["in 'author' of 'k', 'National Institute of Standards' is read as a person's name"]
    assert read.hints == ["if it is an institution, write {{National Institute of Standards}}"]
    assert set(read.sources) == {"k"}


def test_editors_are_read_like_authors(tmp_path: Path) -> None:
    read = read_bib(tmp_path, "@book{k, title={T}, date={2020}, editor={Roe, Rita and others}}")
    assert read.sources["k"].editors == (Name(family="Roe", given="Rita"),)
    assert read.sources["k"].more_editors
    assert read.sources["k"].authors == ()
