"""A source that no database has is neither guessed nor dropped, and what refers back to it finds it again."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import cites, letter_of_notes, only, seen

from comment_kit.model.citations import Form
from comment_kit.model.sources import Library
from comment_kit.recognise import recognise

NONE = Library()


@pytest.mark.parametrize(
    ("note", "key", "locator"),
    [
        ("Foo Rule, 88 Fed. Reg. 12,345, 12,350 (Jan. 5, 2023).", "?88 Fed. Reg. 12345", "12350"),
        ("Foo Program; Notice of Meeting, 89 Fed. Reg. 10,000, 10,001 (2024).", "?89 Fed. Reg. 10000", "10001"),
        ("Exec. Order No. 13,960, § 5, 85 Fed. Reg. 78939 (Dec. 3, 2020).", "?Exec. Order No. 13960", "§ 5"),
        ("Pub. L. No. 115-391, § 401, 132 Stat. 5194, 5220 (2018).", "?Pub. L. No. 115-391", "§ 401, 5220"),
        ("15 U.S.C. §§ 45, 57a.", "?15 U.S.C. § 45", "§§ 45, 57a"),
        ("47 C.F.R. § 64.1200(a) (2024).", "?47 C.F.R. § 64.1200", "§ 64.1200(a)"),
        ("U.S. Const. art. I, § 8, cl. 3.", "?U.S. Const.", "art. I, § 8, cl. 3"),
        ("Fed. R. Civ. P. 12(b)(6).", "?Fed. R. Civ. P. 12", None),
        ("H.R. Rep. No. 110-803, at 105 (2008) (Conf. Rep.).", "?H.R. Rep. No. 110-803", "at 105"),
        ("S. 1094, 116th Cong. § 2 (2019).", "?S. 1094", "§ 2"),
        ("Off. of Mgmt. & Budget, Circular No. A-4, at 3 (2003).", "?OMB Circular A-4", "at 3"),
        ("Comment of Jane Doe, FDA-2018-N-2381-1373, at 2 (Aug. 23, 2018).", "?FDA-2018-N-2381-1373", "at 2"),
        ("Comment of Foo, NTIA-2023-0009-0226, at 3 (Mar. 27, 2024).", "?NTIA-2023-0009-0226", "at 3"),
        ("NIST AI 600-1, at 5 (2024).", "?NIST AI 600-1", "at 5"),
        ("Foo v. Bar, 123 F. Supp. 3d 456, 460 (D.D.C. 2015).", "?123 F. Supp. 3d 456", "460"),
        ("Jane Doe, *Openness*, 12 Harv. J.L. & Tech. 345, 350 (2020).", "?12 Harv. J.L. & Tech. 345", "350"),
        ("Protecting the Open Internet, 30 FCC Rcd. 5601, 5650, ¶ 100 (2015).", "?30 FCC Rcd. 5601", "5650, ¶ 100"),
        ("Restoring Freedom, Report and Order, 33 FCC Rcd 311, 350, ¶ 65 (2017).", "?33 FCC Rcd 311", "350, ¶ 65"),
        ("Transcript of Oral Argument at 12, Foo v. Bar (U.S. 2023).", "?Transcript of Oral Argument", "at 12"),
        ("16 C.F.R. §§ 1.9-1.10.", "?16 C.F.R. § 1.9", "§§ 1.9-1.10"),
        ("John Roe, Another Report 15 (2020).", "?John Roe, Another Report", "15"),
        ("Jane Doe, How we think (Jan. 2, 2024), https://example.org/risk.", "?Jane Doe, How we think", None),
        ("See https://example.org/page.", "?https://example.org/page", None),
    ],
)  # fmt: skip
def test_it_is_called_by_what_tells_it_from_every_other(note: str, key: str, locator: str | None) -> None:
    citation = only(note, library=NONE)
    assert (citation.key, citation.locator) == (key, locator)


def test_its_later_forms_find_it_again() -> None:
    found = cites(
        "See Foo Rule, 88 Fed. Reg. 12,345, 12,350 (Jan. 5, 2023) (citing Roe v. Wade, 410 U.S. 113 (1973)).",
        "*Id.*",
        "A note of words.",
        "88 Fed. Reg. at 12,360.",
        "Foo Rule, *supra* note 1, at 12361.",
        library=NONE,
    )
    assert found == [
        ("?88 Fed. Reg. 12345", "full"),
        ("?88 Fed. Reg. 12345", "id"),
        ("?88 Fed. Reg. 12345", "short"),
        ("?88 Fed. Reg. 12345", "supra"),
    ]


def test_the_pages_of_the_failing_examples_of_other_tools_are_right() -> None:
    notes = {1: "Foo, 88 Fed. Reg. 12,345, 12,350 (Jan. 5, 2023) (citing Roe).", 2: "Id.", 3: "88 Fed. Reg. at 12,360."}
    found = seen(letter_of_notes(notes), NONE)
    assert [each.page for each in found] == ["12350", "12350", "12360"]
    assert {each.key for each in found} == {"?88 Fed. Reg. 12345"}


def test_a_page_lies_in_the_nearest_document_cited_before_it_and_in_none_far_away() -> None:
    found = cites(
        "A, 88 Fed. Reg. 100 (Jan. 1, 2023); B, 88 Fed. Reg. 200 (Jan. 1, 2023).",
        "88 Fed. Reg. at 150; 88 Fed. Reg. at 250; 88 Fed. Reg. at 60000.",
        library=NONE,
    )
    assert [key for key, _ in found[2:]] == ["?88 Fed. Reg. 100", "?88 Fed. Reg. 200", "?88 Fed. Reg. at 60000"]


def test_a_page_that_the_library_knows_to_be_inside_a_document_needs_no_citation_before() -> None:
    notes = ("A, 88 Fed. Reg. 75000 (Jan. 1, 2023).", "88 Fed. Reg. at 75203.")
    assert [key for key, _ in cites(*notes, library=shipped())] == ["?88 Fed. Reg. 75000", "eo14110"]


def test_the_same_source_has_one_key_and_two_sources_have_two() -> None:
    found = cites(
        "Jane Doe, Some Title, Example Site (2020), https://example.org/a.",
        "Jane Doe, Other Title, Example Site (2020), https://example.org/b.",
        "See Jane Doe, Some Title, Example Site (2020), https://example.org/a; Doe, Some Title, *supra* note 1.",
        library=NONE,
    )
    assert found[0] == found[2]
    assert found[0][0] != found[1][0]
    assert found[3] == (found[0][0], "supra")


def test_a_short_name_may_turn_the_words_of_its_source_about() -> None:
    found = cites(
        "Dissenting Statement of Commissioner Jane Doe, Regarding Foo (Aug. 11, 2022).",
        "A note of words.",
        "Doe Dissent, supra note 1, at 2.",
        library=NONE,
    )
    assert found[0][0] == found[1][0]


def test_every_citation_of_it_is_listed() -> None:
    done = recognise(letter_of_notes({1: "Foo, 88 Fed. Reg. 5 (2023).", 2: "Id. at 6.", 3: "88 Fed. Reg. at 7."}), NONE)
    assert [(each.citation.location.note, each.citation.form) for each in done.unknown] == [
        ("1", Form.FULL),
        ("3", Form.SHORT),
    ]


def test_a_docket_by_its_number_is_a_source_that_id_finds() -> None:
    notes = {1: "Docket No. NIST-2024-0002.", 2: "Id.", 3: "We filed our views in Docket No. NIST-2024-0002."}
    done = recognise(letter_of_notes(notes), NONE)
    assert [(each.citation.key, each.citation.form) for each in done.unknown] == [
        ("?Docket No. NIST-2024-0002", Form.FULL)
    ]


@pytest.mark.parametrize(
    "words",
    [
        "This view is widely shared.",
        "NIST received many comments on the draft in 2024.",
        "In 2024 NIST released 14 guidelines. On July 26, 2024, NIST opened a docket.",
        "NIST AI 800-1 fails to apply the analysis that NTIA used.",
        "Executive Order 14110 tasked the Department with developing standards.",
        'The safeguard says: "Consider when it is appropriate to make weights widely available."',
        "We thank the agency for the extension; see the discussion above.",
        "Emphasis added.",
    ],
)
def test_words_that_cite_nothing_stay_words(words: str) -> None:
    done = recognise(letter_of_notes({1: words}), shipped())
    assert done.letter == letter_of_notes({1: words})
    assert done.unknown == ()


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("NIST AI 800-1 2pd at 4.", "?NIST AI 800-1 (second draft)"),
        ("NIST AI 800-1 at 4 (second public draft).", "?NIST AI 800-1 (second draft)"),
        (
            "Managing Misuse Risk for Dual-Use Foundation Models, Second Public Draft, at 4.",
            "?Managing Misuse Risk for Dual-Use Foundation Models (second draft)",
        ),
        ("NIST AI 800-1 ipd at 4.", "nist800-1"),
        ("NIST AI 800-1 at 4 (initial public draft).", "nist800-1"),
        ("NIST AI 800-1 at 4 (unlike the second public draft).", "nist800-1"),
    ],
)
def test_another_stage_of_a_draft_is_another_source(printed: str, key: str) -> None:
    done = recognise(letter_of_notes({1: printed}), shipped())
    assert only(printed, library=shipped()).key == key
    assert [each.candidates for each in done.unknown] == ([("nist800-1",)] if key.startswith("?") else [])


@pytest.mark.parametrize("note", ["Order No. 14,111, § 1.", "FERC Order No. 14110, § 1.", "Order No. 2222, § 1."])
def test_an_order_of_another_number_or_body_is_not_the_librarys(note: str) -> None:
    assert str(only(note, library=shipped()).key).startswith("?")


@pytest.mark.parametrize(
    ("note", "locator"),
    [
        ("GAO-24-105980, *Artificial Intelligence: Agencies Have Begun* 12 (Dec. 2023).", "12"),
        ("OMB Memorandum M-24-10, *Advancing Governance for Agency Use* 5, 17 (Mar. 28, 2024).", "5, 17"),
        ("Reyes, *Counting Compute*, 12 J. Tech. L. & Pol'y 200, 215 tbl.3 (2024).", "215, tbl. 3"),
        ("Reyes, *Counting Compute*, 12 Nature 200, 215 (2024).", "215"),
    ],
)
def test_the_pages_of_an_unknown_source_are_pages(note: str, locator: str) -> None:
    assert only(note, library=shipped()).locator == locator


def test_a_report_is_called_by_its_number_with_a_bare_page() -> None:
    notes = ("GAO, Artificial Intelligence, GAO-24-105980 (Dec. 2023).", "GAO-24-105980, 12.", "*Id.* at 13.")
    keys = [key for key, _ in cites(*notes, library=shipped())]
    assert keys == ["?GAO, Artificial Intelligence, GAO-24-105980"] * 3
