"""A citation is named by what it says, never by guess."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import source
from printed_forms import entry, shipped
from typed_letters import cites, letter_of_notes, only, seen

from comment_kit.model.sources import Kind, Library, Recall
from comment_kit.recognise import recognise

NTIA_PDF = "https://www.ntia.gov/sites/default/files/publications/ntia-ai-open-model-report.pdf"


@pytest.mark.parametrize(
    ("note", "key", "locator"),
    [
        # numbers of an order, its pages, its sections
        ("Exec. Order No. 14,110, § 4.6(a), 88 Fed. Reg. 75191, 75203 (Oct. 30, 2023).", "eo14110", "§ 4.6(a), 75203"),
        ("Executive Order 14110, 88 Fed. Reg. 75,191, 75,203 (2023).", "eo14110", "75203"),
        ("E.O. 14,110 § 4.6(a).", "eo14110", "§ 4.6(a)"),
        ("EO 14110, § 4.6.", "eo14110", "§ 4.6"),
        ("88 FR 75191, 75203 (Nov. 1, 2023).", "eo14110", "75203"),
        ("88 Fed. Reg. at 75,203.", "eo14110", "at 75203"),
        ("88 Fed. Reg. 75203.", "eo14110", "75203"),
        # an order by its number alone, a run of sections, lines of a page, a page in letters
        ("Order 14110, § 1.", "eo14110", "§ 1"),
        ("*See* Order No. 14,110, § 1.", "eo14110", "§ 1"),
        ("Exec. Order No. 14,110 §§ 2, 4.6, and 10.1(b)(iv).", "eo14110", "§§ 2, 4.6, 10.1(b)(iv)"),
        ("NIST AI 800-1 at 4, ll. 3-4 (July 2024).", "nist800-1", "at 4"),
        ("NIST AI 800-1, at page eighteen (July 2024).", "nist800-1", "18"),
        # a span in place of the first page is a place, unless it is the whole document
        ("88 Fed. Reg. 75,203-04.", "eo14110", "75203-75204"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75,191-75,193 (Oct. 30, 2023).", "eo14110", "75191-75193"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191-226, 75203 (Oct. 30, 2023).", "eo14110", "75203"),
        ("FR Doc. 2023-24283, at 75203.", "eo14110", "at 75203"),
        # bodies in any abbreviation, the title, a docket beside it
        ("NTIA, Dual-Use Foundation Models with Widely Available Model Weights 10 (2024).", "ntia2024", "10"),
        (
            "Dual-Use Foundation Models With Widely Available Model Weights, at 10-11 (July 2024).",
            "ntia2024",
            "at 10-11",
        ),
        (
            (
                "Nat'l Telecomms. & Info. Admin., NTIA Docket No. 240216-0052, Dual Use Foundation Artificial "
                "Intelligence Models With Widely Available Model Weights, 89 FR 14059, 14,062 (Feb. 26, 2024)."
            ),
            "ntia-rfc-2024",
            "14062",
        ),
        ("NIST AI 800-1, pp. 5-6.", "nist800-1", "5-6"),
        # a sign of the draft and a Roman page are no sentence
        ("Managing Misuse Risk for Dual-Use Foundation Models, NIST AI 800-1 ipd, at ii (2024).", "nist800-1", "at ii"),
        # a number on the page is no page
        ("NIST AI 800-1, at 1, lines 2-4 (July 2024).", "nist800-1", "at 1"),
        ("NIST AI 800-1, 9, Lines 1-22 (July 2024).", "nist800-1", "9"),
        ("NIST AI 800-1, at 5, lines 3 to 4 (July 2024).", "nist800-1", "at 5"),
        ("NIST AI 800-1, at 5, line numbers 3-4 (July 2024).", "nist800-1", "at 5"),
        ("NIST AI 800-1, at 5, bullets 3 and 4 (July 2024).", "nist800-1", "at 5"),
        ("NIST AI 800-1, at 5, cmt. 3 (July 2024).", "nist800-1", "at 5"),
        ("NIST AI 800-1, at 5, recommendation 3 (July 2024).", "nist800-1", "at 5"),
        ("NIST AI 800–1 at 22 n.48.", "nist800-1", "22 n.48"),
        # addresses, however written
        (f"See {NTIA_PDF.replace('https://www.', 'http://')}#page=12.", "ntia2024", None),
        (f"Report 12 (2024), {NTIA_PDF}?utm_source=x.", "ntia2024", "12"),
        ("https://www.federalregister.gov/d/2024-17614.", "rfc2024", None),
        ("Tamirisa et al. (2024), arXiv:2408.00761.", "tamirisa2024", None),
        ("https://arxiv.org/pdf/2408.00761v1.", "tamirisa2024", None),
        ("https://doi.org/10.48550/arXiv.2408.00761.", "tamirisa2024", None),
        # a line's end swallowed a hyphen of the address
        (
            "https://partnershiponai.org/resource/risk-mitigation-strategies-for-theopen-foundation-model-value-chain/.",
            "srikumar2024",
            None,
        ),
    ],
)
def test_a_source_is_named_however_it_is_spelled(note: str, key: str, locator: str | None) -> None:
    citation = only(note, library=shipped())
    assert (citation.key, citation.locator) == (key, locator)


@pytest.mark.parametrize(
    ("note", "key", "page"),
    [
        (f"NTIA, Dual-Use Fundation Models with Wide Available Model Wieghts 47 (2024), {NTIA_PDF}.", "ntia2024", "47"),
        ("Exec. Ordr 14110, Safe AI, 88 Fed. Reg. 75191, 75203 (2023).", "eo14110", "75203"),
        ("NTIA, Dual-Use Foundation Modles with Widely Available Model Weights 47 (2024).", "ntia2024", "47"),
        ("Dual Use Foundation Artifical Intelligence Models With Widely Available Model Weights (2024), at 14060.",
         "ntia-rfc-2024", "14060"),
    ],
)  # fmt: skip
def test_a_misprinted_title_is_named_by_the_rest_or_by_its_letters(note: str, key: str, page: str) -> None:
    (found,) = seen(letter_of_notes({1: note}), shipped())
    assert (found.key, found.page) == (key, page)


# ---- left open ----

REPORT = Kind(name="report", recall=Recall.SUPRA)
DRAFTS = Library(
    sources={
        each.key: each
        for each in (
            source("draft", REPORT, title="Managing Misuse", shorthand="AI 800-1", stage="initial public draft"),
            source("draft2", REPORT, title="Managing Misuse", shorthand="AI 800-1", stage="second public draft"),
        )
    }
)


def test_two_drafts_under_one_number_are_left_open_with_both_listed() -> None:
    done = recognise(letter_of_notes({1: "AI 800-1 at 5."}), DRAFTS)
    (unknown,) = done.unknown
    assert unknown.citation.key == "?AI 800-1"
    assert unknown.candidates == ("draft", "draft2")


def test_the_stage_that_is_printed_tells_two_drafts_apart() -> None:
    assert cites("AI 800-1, Managing Misuse 5 (second public draft 2024).", library=DRAFTS) == [("draft2", "full")]


def test_a_designation_means_the_draft_that_the_letter_cited() -> None:
    notes = ("AI 800-1, Managing Misuse 5 (second public draft 2024).", "A note of words.", "AI 800-1 at 6.")
    assert cites(*notes, library=DRAFTS) == [("draft2", "full"), ("draft2", "short")]


@pytest.mark.parametrize(
    ("note", "candidates"),
    [
        ("Exec. Order No. 14,110, 90 Fed. Reg. 8237 (Oct. 30, 2023).", ("eo14110", "eo14148")),
        (
            "Risk Mitigation Strategies for the Open Foundation Model Value Chain (2024), " + NTIA_PDF + ".",
            ("ntia2024", "srikumar2024"),
        ),
        (
            "NIST AI 800-1, Managing Misuse Risk for Dual-Use Foundation Models (second public draft 2025).",
            ("nist800-1",),
        ),
        ("Tamper-Resistant Safeguards for Open-Weight LLMs, https://arxiv.org/abs/2408.00761v4.", ("tamirisa2024",)),
        (
            (
                "Dual Use Foundation Artificial Intelligence Models With Widely Available Model Weights, 89 Fed. "
                "Reg. 55555 (Feb. 26, 2024)."
            ),
            ("ntia-rfc-2024",),
        ),
    ],
)
def test_words_that_contradict_one_another_are_no_source_by_guess(note: str, candidates: tuple[str, ...]) -> None:
    done = recognise(letter_of_notes({1: note}), shipped())
    (unknown,) = done.unknown
    assert unknown.citation.key is not None
    assert unknown.citation.key.startswith("?")
    assert unknown.candidates == candidates


def test_the_book_in_which_a_chapter_stands_is_not_what_is_cited(tmp_path: Path) -> None:
    library = entry(
        tmp_path, "@collection{book, title = {Lawyers in Practice}, date = {2012}, editor = {Levin, Leslie}}"
    )
    (found,) = seen(
        letter_of_notes({1: "Sung Hui Kim, *The Ethics of Practice*, *in* ^^Lawyers in Practice^^ 5 (2012)."}), library
    )
    assert found.key == "?Sung Hui Kim, The Ethics of Practice, in Lawyers in Practice"


def test_what_ended_an_authority_is_no_citation_of_its_own() -> None:
    notes = (
        (
            "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023), *revoked by*, Exec. Order No. 14,148, "
            "§ 2(ggg), 90 Fed. Reg. 8237, 8240 (Jan. 20, 2025)."
        ),
        "*Id.* at 75203.",
    )
    assert cites(*notes, library=shipped()) == [("eo14110", "full"), ("eo14110", "id")]


# ---- codes ----

CODES = """
@legislation{apa, entrysubtype = {named act}, title = {Administrative Procedure Act}, section = {4},
  usctitle = {5}, uscsection = {553}}
@legislation{s553, entrysubtype = {statute}, usctitle = {5}, uscsection = {553}}
@legislation{note, entrysubtype = {statute}, usctitle = {42}, uscsection = {7401 note}}
@legislation{z14, entrysubtype = {regulation}, cfrtitle = {9}, cfrsection = {54.1}, cfryear = {2014}}
@legislation{z24, entrysubtype = {regulation}, cfrtitle = {9}, cfrsection = {54.1}, cfryear = {2024}}
@legislation{part, entrysubtype = {regulation}, cfrtitle = {47}, cfrpart = {64}, cfryear = {2024}}
"""


@pytest.mark.parametrize(
    ("note", "key", "locator"),
    [
        ("5 U.S.C. § 553(c).", "s553", "§ 553(c)"),
        ("5 U.S.C. § 553.", "s553", None),
        ("5 USC 553(c).", "s553", "§ 553(c)"),
        ("Administrative Procedure Act § 4, 5 U.S.C. § 553(c).", "apa", "§ 553(c)"),
        ("5 U.S.C. § 551.", "?5 U.S.C. § 551", None),
        ("5 U.S.C. §§ 551–559.", "?5 U.S.C. § 551", "§§ 551–559"),
        ("42 U.S.C. § 7401 note.", "note", None),
        ("42 U.S.C. § 7401.", "?42 U.S.C. § 7401", None),
        ("9 C.F.R. § 54.1 (2014).", "z14", None),
        ("9 CFR 54.1(b) (2024).", "z24", "§ 54.1(b)"),
        ("9 C.F.R. § 54.1 (2019).", "?9 C.F.R. § 54.1", None),
        ("47 C.F.R. pt. 64 (2024).", "part", None),
        ("47 C.F.R. § 64.1200(a) (2024).", "part", "§ 64.1200(a)"),
    ],
)
def test_a_section_of_a_code_is_the_entry_for_it_and_for_no_other(
    note: str, key: str, locator: str | None, tmp_path: Path
) -> None:
    citation = only(note, library=entry(tmp_path, CODES))
    assert (citation.key, citation.locator) == (key, locator)
