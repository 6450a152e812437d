"""Whatever characters an entry holds, they are printed as they are and never read as markup or Jinja."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from printed_forms import STYLES, resolution, style

from comment_kit.library import read_kinds
from comment_kit.model.citations import Form
from comment_kit.model.dates import PartialDate
from comment_kit.model.places import Location
from comment_kit.model.sources import Kind, Library, Name, Source
from comment_kit.model.text import plain
from comment_kit.resources import shelf
from comment_kit.styles import Printer

KINDS = {record.kind.name: record.kind for record in read_kinds([shelf("templates") / "kinds"])[0].values()}

TITLES = (
    "All *stars* and **more**",
    "A [bracket]{.smallcaps} and (round)",
    "{curly} {{ jinja }} {% raw %}",
    "Less < than > and <https://example.org>",
    "One | two @three #4 ~ ^ $5 = `code`",
    "[4]{note=fn-1}",
    "Back\\slash \\* here",
    "A [half and a *third and a {quarter",
    "AT&T &amp; Sons <b>bold</b>",
)


def book(title: str, kind: Kind = KINDS["book"], **fields: str) -> Library:
    source = Source(
        key="k",
        kind=kind,
        fields={"title": title, "author": "x", "date": "2020", **fields},
        authors=(Name(family=title, body=True),),
        date=PartialDate(year=2020),
        location=Location(file="a.bib", line=1),
    )
    return Library(sources={"k": source})


def words(library: Library, name: str, form: Form = Form.FULL, *, defined: str | None = None) -> str:
    made = resolution(library, "k", None, form, name=defined)
    return plain(Printer(library=library, style=style(name)).citation(made))


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("title", TITLES)
def test_a_title_is_printed_as_it_stands(title: str, name: str) -> None:
    assert words(book(title), name).count(title) == 2


@pytest.mark.parametrize("title", TITLES)
def test_a_name_used_again_is_printed_as_it_stands(title: str) -> None:
    assert words(book(title), "bluebook", Form.SUPRA) == f"{title}, supra note 1"
    assert words(book("T"), "bluebook", Form.FULL, defined=title) == f"T, T (2020) [hereinafter {title}]"


def test_quotation_marks_turn_and_inner_ones_become_single() -> None:
    assert "So-Called “Open” Models" in words(book('So-Called "Open" Models'), "bluebook")
    assert "“So-Called ‘Open’ Models,” 2020" in words(book('So-Called "Open" Models', KINDS["report"]), "policy-letter")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a_(b)*c*[d]{e}<f>|g@h#i~j",
        "https://example.org/with space",
        "https://example.org/%20;a=1&b=2",
    ],
)
def test_an_address_is_one_link_to_itself(address: str) -> None:
    library = book("T", KINDS["report"], url=address)
    text = Printer(library=library, style=style()).citation(resolution(library, "k"))
    (link,) = [span for span in text if span.url]
    assert link.text == link.url == address.replace(" ", "%20")


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="'\"-."), min_size=1
    )
)
def test_any_title_survives(title: str) -> None:
    assert words(book(title), "comment-letter").startswith(f"{title}, {title}")
