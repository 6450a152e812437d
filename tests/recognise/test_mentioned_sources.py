"""A work that only mentions a source is not that source; words that lead to a source leave it the source."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import cites, letter_of_notes, letter_with_text, only, seen

from comment_kit.recognise import recognise

NIST_PDF = "https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.800-1.ipd.pdf"


@pytest.mark.parametrize(
    ("note", "key", "locator"),
    [
        (
            "R Street Inst., Comment on NIST AI 800-1, at 2 (Sept. 9, 2024).",
            "?R Street Inst., Comment on NIST AI 800-1",
            "at 2",
        ),
        (
            "Letter from OpenAI to NIST re NIST AI 800-1, at 2 (Sept. 9, 2024).",
            "?Letter from OpenAI to NIST re NIST AI 800-1",
            "at 2",
        ),
        (
            "OMB, Guidance on Executive Order 14110, 88 Fed. Reg. 75191 (2023).",
            "?OMB, Guidance on Executive Order 14110, 88 Fed. Reg. 75191",
            None,
        ),
        (
            "U.K. AI Safety Inst., Managing Misuse Risk for Dual-Use Foundation Models, at 12 (2024).",
            "?U.K. AI Safety Inst., Managing Misuse Risk for Dual-Use Foundation Models",
            "at 12",
        ),
        ("Comment on NIST AI 800-1, at 2.", "?Comment on NIST AI 800-1", "at 2"),
        ("See Response to NIST AI 800-1, at 2.", "?Response to NIST AI 800-1", "at 2"),
        ("Review of NIST AI 800-1, at 2.", "?Review of NIST AI 800-1", "at 2"),
        (
            "Jane Roe, A Critique of NIST AI 800-1, 12 J.L. & Tech. 101, 115 (2024).",
            "?Jane Roe, A Critique of NIST AI 800-1, 12 J.L. & Tech.",
            "115",
        ),
        (
            'Jane Roe, "A Critique of NIST AI 800-1," 12 J.L. & Tech. 101, 115 (2024).',
            "?Jane Roe, A Critique of NIST AI 800-1, 12 J.L. & Tech.",
            "115",
        ),
        ("NIST AI 800-1 and Its Discontents, at 4 (2024).", "?NIST AI 800-1 and Its Discontents", "at 4"),
        ("NIST AI 800-1 Comment of R Street Inst., at 4 (2024).", "?NIST AI 800-1 Comment of R Street Inst.", "at 4"),
        (
            "Cong. Rsch. Serv., R47843, Highlights of the 2023 Executive Order 14110, at 4 (2024).",
            "?Cong. Rsch. Serv., R47843, Highlights of the 2023 Executive Order 14110",
            "at 4",
        ),
        (
            "White House, Fact Sheet: Executive Order 14110 (Oct. 30, 2023).",
            "?White House, Fact Sheet: Executive Order 14110",
            None,
        ),
        ("Executive Order 14110 Fact Sheet (Oct. 30, 2023).", "?Executive Order 14110 Fact Sheet", None),
        ("Implementing Executive Order 14110, at 3 (2024).", "?Implementing Executive Order 14110", "at 3"),
        ("OMB Memorandum M-24-10, implementing Executive Order 14110, at 3.", "?OMB Memorandum M-24-10", "at 3"),
        (
            "Press Release, NIST, NIST Releases NIST AI 800-1 for Comment (July 26, 2024).",
            "?Press Release, NIST, NIST Releases NIST AI 800-1 for Comment",
            None,
        ),
        (
            "R Street Inst., Comment on NIST AI 800-1, NIST-2024-0002-0017, at 2 (Sept. 9, 2024).",
            "?NIST-2024-0002-0017",
            "at 2",
        ),
        (
            "R Street Inst., Comment on Executive Order 14110, 88 Fed. Reg. 75191, at 2 (Dec. 1, 2023).",
            "?R Street Inst., Comment on Executive Order 14110, 88 Fed. Reg. 75191",
            "at 2",
        ),
        ("Request for Comments on NIST AI 800-1, 89 Fed. Reg. 61000, 61001 (2024).", "?89 Fed. Reg. 61000", "61001"),
        (
            "R Street Inst., Comment on Managing Misuse Risk for Dual-Use Foundation Models, at 5 (2024).",
            "?R Street Inst., Comment on Managing Misuse Risk for Dual-Use Foundation Models",
            "at 5",
        ),
    ],
)
def test_another_work_that_mentions_a_source_is_a_source_of_its_own(note: str, key: str, locator: str | None) -> None:
    citation = only(note, library=shipped())
    assert (citation.key, citation.locator) == (key, locator)


@pytest.mark.parametrize(
    ("note", "key"),
    [
        # its authors, their parents, their initials
        ("AI Safety Inst., Managing Misuse Risk for Dual-Use Foundation Models, NIST AI 800-1, at 1.", "nist800-1"),
        ("Nat'l Inst. of Standards & Tech., NIST AI 800-1, at 3 (2024).", "nist800-1"),
        ("U.S. Dep't of Com., Nat'l Inst. of Standards & Tech., NIST AI 800-1, at 3 (2024).", "nist800-1"),
        ("NIST, U.S. Artificial Intelligence Safety Institute, NIST AI 800-1, at 3 (2024).", "nist800-1"),
        ("NIST, Draft Guidance, NIST AI 800-1, at 3.", "nist800-1"),
        ("NIST, Initial Public Draft of NIST AI 800-1, at 3.", "nist800-1"),
        ("Managing the Misuse Risk of Dual-Use Models, NIST AI 800-1, at 3 (2024).", "nist800-1"),
        ("The President's Exec. Order No. 14,110, § 4.6.", "eo14110"),
        ("President Biden's Executive Order 14110, § 4.6.", "eo14110"),
        ("Exec. Off. of the President, Exec. Order No. 14,110, § 4.6.", "eo14110"),
        ("Joseph R. Biden, Exec. Order No. 14,110, § 4.6 (2023).", "eo14110"),
        ("White House, Executive Order 14110 (Oct. 30, 2023).", "eo14110"),
        # signals, introductory words, places
        ("Compare NIST AI 800-1, at 3, with Exec. Order No. 14,110, § 4.6.", "nist800-1"),
        ("For instance, NIST AI 800-1, at 3.", "nist800-1"),
        ("Similarly, NIST AI 800-1, at 3.", "nist800-1"),
        ("Section 4.6 of Executive Order 14110.", "eo14110"),
        ("Sections 4.6 and 10.1 of Executive Order 14110.", "eo14110"),
        ("Practice 3.1 of NIST AI 800-1.", "nist800-1"),
        ("Appendix D to NIST AI 800-1, at 20.", "nist800-1"),
        ("NIST AI 800-1 Practice 3.1, at 8.", "nist800-1"),
        ("NIST AI 800-1 Appendix D, at 20.", "nist800-1"),
        ("Quoted in NIST AI 800-1, at 3.", "nist800-1"),
        # prose
        ("As NIST AI 800-1 puts it at 4, much is unknown; NIST AI 800-1, at 4.", "nist800-1"),
        ("The Draft, NIST AI 800-1, at 3, says that this is hard to do.", "nist800-1"),
        ("In response to Executive Order 14110, § 4.6, the agency asked for views on many things.", "eo14110"),
        ("Congress never gave such a power, as NIST AI 800-1, at 3, says.", "nist800-1"),
        # its own address or page, whatever stands before
        (f"Report 12 (2024), {NIST_PDF}.", "nist800-1"),
        ("Advancing Trustworthy AI, Exec. Order 14110, 88 Fed. Reg. 75191 (2023).", "eo14110"),
        ("Notice, 89 Fed. Reg. 64878 (Aug. 8, 2024).", "rfc2024"),
        ("NIST, Request for Comments on AI Draft, 89 Fed. Reg. 64878 (Aug. 8, 2024).", "rfc2024"),
    ],
)
def test_words_that_lead_to_a_source_leave_it_the_source(note: str, key: str) -> None:
    (found, *_) = seen(letter_of_notes({1: note}), shipped())
    assert found.key == key


@pytest.mark.parametrize(
    "note",
    [
        "In its comment on NIST AI 800-1, at 3, one company says that this is hard to do.",
        "OpenAI's letter to NIST regarding NIST AI 800-1, at 3, says that this is hard to do.",
        "Ms. Roe's critique of Executive Order 14110, § 4.6, says that this is hard to do.",
    ],
)
def test_prose_of_a_work_about_a_source_is_no_citation_of_it(note: str) -> None:
    (found,) = seen(letter_of_notes({1: note}), shipped())
    assert found.key is not None
    assert found.key.startswith("?")


def test_what_refers_back_to_the_work_finds_it() -> None:
    found = cites(
        "R Street Inst., Comment on NIST AI 800-1, at 45 (Sept. 9, 2024).",
        "*Id.* at 46.",
        "NIST AI 800-1, at 3.",
        "R Street Inst., *supra* note 1, at 47.",
        library=shipped(),
    )
    comment = "?R Street Inst., Comment on NIST AI 800-1"
    assert found == [(comment, "full"), (comment, "id"), ("nist800-1", "short"), (comment, "supra")]


def test_a_work_quoted_by_another_is_not_the_source_that_it_mentions() -> None:
    note = "Jane Roe, Openness 3 (2024) (quoting R Street Inst., Comment on NIST AI 800-1, at 5)."
    done = recognise(letter_of_notes({1: note}), shipped())
    assert "nist800-1" not in str(done.letter.notes)


def test_a_name_given_to_a_comment_in_the_text_is_not_given_to_what_it_comments_on() -> None:
    letter = letter_with_text('We agree with the comment on NIST AI 800-1 ("R Street Comment").')
    (name,) = recognise(letter, shipped()).names
    assert (name.name, name.key) == ("R Street Comment", None)
