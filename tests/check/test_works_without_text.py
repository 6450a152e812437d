"""Words that may be those of a work whose text nobody has are neither verified by another work nor held against it."""

from pathlib import Path

import pytest
from quoting_letters import BENDS, FORTY, RIVERS, ROADS, Desk, letter_of, make_desk, quoting

from comment_kit.cli import main

BOOK = "Henry Thoreau, Walden 3 (1854)"
NEW = "a road is the shortest way between two towns that want no river"
ON_ROADS = ROADS.format(page="1").rstrip(".")


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def told(desk: Desk, *paragraphs: tuple[str, str]) -> tuple[list[str], list[str]]:
    """Return the verdicts of the quotations, and the codes of what is said beside them."""
    checked = desk.check(letter_of(*paragraphs))
    verdicts = [each["verdict"] for each in checked["quotations"]]
    return verdicts, [each["code"] for each in checked["diagnostics"] if each["code"] != "QUO303"]


@pytest.mark.parametrize(
    "note",
    [
        "Example Institute, Comment on On Roads, at 1 (2024).",
        "Letter from Example Institute to Road Office re On Roads, at 1 (2024).",
        "Henry Thoreau, A Critique of On Roads, 12 J.L. & Tech. 101, 115 (2024).",
    ],
)
def test_a_work_about_a_source_is_not_verified_by_that_source_nor_is_its_id(desk: Desk, note: str) -> None:
    assert told(desk, (quoting(FORTY), note), (quoting(NEW), "*Id.* at 46.")) == (["undecided", "undecided"], [])
    assert "NOT CLEARED: 2 of 2 quotations (2 unknown source)" in desk.run()[1]


def test_another_edition_is_not_verified_by_the_librarys(desk: Desk) -> None:
    note = "Road Office, On Roads, Rev. 2, at 1 (2024)."
    assert told(desk, (quoting(FORTY), note)) == (["undecided"], ["SRC213"])


def test_a_bare_name_is_open_where_two_editions_of_it_were_cited(desk: Desk) -> None:
    notes = ("Road Office, On Roads, Rev. 2, at 1 (2024).", "Road Office, On Roads 1 (2024).", "On Roads, at 1.")
    assert told(desk, *((quoting(FORTY), note) for note in notes))[0] == ["undecided", "verified", "undecided"]
    printed = desk.run()[1].replace("\u00a0", " ")
    assert "ANT110 warning: note 3: “On Roads, at 1” may be “On Roads (Rev. 2)” or 'roads'" in printed


def test_a_citation_that_contradicts_itself_verifies_nothing(desk: Desk) -> None:
    note = "Bridges and Tunnels Abroad 1 (2024), https://example.org/roads."
    assert told(desk, (quoting(FORTY), note)) == (["undecided"], ["SRC214"])


ORDER = """
@legislation{order, entrysubtype = {executive order}, number = {99001}, title = {Building Bridges}, frvolume = {89},
  frpages = {200--202}, frpage = {200}, date = {2024-01-04}, frdate = {2024-01-08}}
"""


@pytest.mark.parametrize(
    ("note", "verdict", "codes"),
    [
        ("Exec. Order No. 99,001, 89 Fed. Reg. 200, 201 (Jan. 8, 2024).", "verified", []),
        ("89 Fed. Reg. 201.", "verified", []),
        ("Exec. Order No. 99,001, 89 Fed. Reg. 201, 202 (Jan. 8, 2024).", "undecided", ["SRC214"]),
        ("Exec. Order No. 99,001, 89 Fed. Reg. 202, 201 (Jan. 8, 2024).", "undecided", ["SRC214"]),
        ("Exec. Order No. 99,001, 89 Fed. Reg. 200, 201 (Jan. 9, 2024).", "undecided", ["SRC214"]),
        ("Exec. Order No. 99,001A, 89 Fed. Reg. 200, 201 (Jan. 8, 2024).", "undecided", ["SRC214"]),
        ("Proclamation No. 99,001, 89 Fed. Reg. 200, 201 (Jan. 8, 2024).", "undecided", ["SRC214"]),
        ("Correction to Exec. Order No. 99,001, 89 Fed. Reg. 200, 201 (Jan. 8, 2024).", "undecided", []),
    ],
)
def test_a_citation_that_may_be_of_another_paper_than_the_order_verifies_nothing(
    desk: Desk, note: str, verdict: str, codes: list[str]
) -> None:
    words = "Ferries shall go at night wherever a bridge is closed"
    (desk.folder / "citations" / "order.bib").write_text(ORDER, encoding="utf-8")
    pages = ("Building Bridges", words, "Sec. 2. Bridges shall be painted.")
    feeds = "\n" * 30
    text = "\f".join(f"{page}.{feeds}{number:>40}\n" for number, page in enumerate(pages, start=200))
    (desk.folder / "order.txt").write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["sources", "add", "order", str(desk.folder / "order.txt"), "--project", str(desk.folder)])
    assert told(desk, (quoting(words), note)) == ([verdict], codes)


def test_a_line_of_a_page_is_no_page(desk: Desk) -> None:
    note = "Road Office, On Roads, at 2, lines 1-3 (2024)."
    assert told(desk, (quoting(FORTY), note)) == (["elsewhere"], ["PIN201"])


# ---- strings ----


@pytest.mark.parametrize(
    "note",
    [
        f"{ON_ROADS}; {BOOK}.",
        f"{BOOK}; {ON_ROADS}.",
        f"See {ON_ROADS}; see, e.g., {BOOK}.",
        f"{ON_ROADS}; {RIVERS.format(page='2')}",
    ],
)
def test_words_that_one_source_of_a_string_lacks_may_be_those_of_one_without_text(desk: Desk, note: str) -> None:
    assert told(desk, (quoting(NEW), note)) == (["undecided"], [])


def test_they_are_verified_where_the_source_at_hand_has_them(desk: Desk) -> None:
    assert told(desk, (quoting(FORTY), f"{ON_ROADS}; {BOOK}.")) == (["verified"], [])
    assert told(desk, (quoting(FORTY), f"{BOOK}; {ON_ROADS}.")) == (["verified"], [])


def test_a_slip_in_words_of_the_source_at_hand_is_told(desk: Desk) -> None:
    words = FORTY.replace("forty", "fifty")
    assert told(desk, (quoting(words), f"{ON_ROADS}; {BOOK}.")) == (["altered"], ["QUO301"])


@pytest.mark.parametrize("signal", ["see also", "cf.", "but see", "see generally"])
def test_what_a_string_brings_in_besides_is_not_what_is_quoted(desk: Desk, signal: str) -> None:
    verdicts, codes = told(desk, (quoting(NEW), f"{ON_ROADS}; {signal} {BOOK} (on roads)."))
    assert (verdicts, codes) == (["not-found"], ["QUO302"])


def test_the_source_that_the_sentence_names_must_have_the_words(desk: Desk) -> None:
    text = f"On Roads says that “{NEW}.”"
    assert told(desk, (text, f"{ON_ROADS}; {BOOK}.")) == (["not-found"], ["QUO302"])


def test_where_every_source_of_a_string_can_be_looked_in_words_of_none_are_told(desk: Desk) -> None:
    assert told(desk, (quoting(NEW), f"{ON_ROADS}; {ROADS.format(page='2')}")) == (["not-found"], ["QUO302"])
    assert told(desk, (quoting(BENDS), RIVERS.format(page="2")))[0] == ["undecided"]
