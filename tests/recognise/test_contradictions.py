"""A citation of which two parts name two sources names none, and says which two."""

from __future__ import annotations

import pytest
from printed_forms import entry, shipped
from typed_letters import cites, letter_of_notes, only

from comment_kit.model.recognition import Contradiction
from comment_kit.model.sources import Library
from comment_kit.recognise import recognise

NIST_PDF = "https://nvlpubs.nist.gov/nistpubs/ai/NIST.AI.800-1.ipd.pdf"
ORDER = "Exec. Order No. 14110"
PAGE = "88 Fed. Reg. 75191"
TITLE = "Safe, Secure, and Trustworthy Development and Use of Artificial Intelligence"


def contradiction(note: str, library: Library) -> Contradiction | None:
    """Return what contradicts itself in the one citation of a note."""
    (unknown,) = recognise(letter_of_notes({1: note}), library).unknown
    return unknown.contradiction


@pytest.mark.parametrize(
    ("note", "words", "own", "other"),
    [
        (
            "Exec. Order No. 14,111, § 4.6, 88 Fed. Reg. 75191, 75203 (Oct. 30, 2023).",
            PAGE, ORDER, "Exec. Order No. 14,111",
        ),
        (
            "Exec. Order No. 14,110, § 4.6, 89 Fed. Reg. 75191, 75203 (Oct. 30, 2023).",
            "Exec. Order No. 14,110", PAGE, "89 Fed. Reg. 75191",
        ),
        (
            "Exec. Order No. 14,110, § 4.6, 88 Fed. Reg. 75119, 75203 (Oct. 30, 2023).",
            "Exec. Order No. 14,110", PAGE, "88 Fed. Reg. 75119",
        ),
        (
            "Exec. Order No. 14,110, § 4.6, 88 Fed. Reg. 75191, 75203 (Oct. 30, 2024).",
            "Exec. Order No. 14,110", "2023-10-30", "Oct. 30, 2024",
        ),
        ("Exec. Order No. 14,110, § 4.6, 89 Fed. Reg. at 75203.", "Exec. Order No. 14,110", PAGE, "89 Fed. Reg."),
        ("Exec. Order No. 14,110, FR Doc. 2023-24284.", "Exec. Order No. 14,110", "FR Doc. 2023-24283",
         "FR Doc. 2023-24284"),
        ("Clean Water Rule, 88 Fed. Reg. 75191, 75203 (Nov. 1, 2023).", PAGE, TITLE, "Clean Water Rule"),
        # a number that goes on, a draft
        ("Exec. Order No. 14,110-A, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "Exec. Order No. 14,110", ORDER,
         "Exec. Order No. 14,110-A"),
        ("Draft Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "Exec. Order No. 14,110", ORDER,
         "Draft Exec. Order No. 14,110"),
        # a page inside it where its first one should stand, before a pinpoint
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75192, 75205 (Nov. 1, 2023).", "Exec. Order No. 14,110", PAGE,
         "88 Fed. Reg. 75192"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75,192, 75,191.", "Exec. Order No. 14,110", PAGE, "88 Fed. Reg. 75,192"),
        (f"{TITLE}, 88 Fed. Reg. 75192, 75205 (Nov. 1, 2023).", TITLE, PAGE, "88 Fed. Reg. 75192"),
        ("88 Fed. Reg. 75192, at 75205 (Nov. 1, 2023).", "75205", PAGE, "88 Fed. Reg. 75192"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75,192-93, 75,205 (Nov. 1, 2023).", "Exec. Order No. 14,110", PAGE,
         "88 Fed. Reg. 75,192"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75192 & 75205.", "Exec. Order No. 14,110", PAGE, "88 Fed. Reg. 75192"),
        # a month or a day of neither its signing nor its publication
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Feb. 2023).", "Exec. Order No. 14,110", "2023-10-30",
         "Feb. 2023"),
        ("Exec. Order No. 14,110 of Dec. 1, 2023, 88 Fed. Reg. 75191.", "Exec. Order No. 14,110", "2023-10-30",
         "Dec. 1, 2023"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191, Dec. 1, 2023.", "Exec. Order No. 14,110", "2023-10-30",
         "Dec. 1, 2023"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (signed Dec. 1, 2023).", "Exec. Order No. 14,110", "2023-10-30",
         "signed Dec. 1, 2023"),
        # an order that is not called executive
        ("Order No. 14,111, 88 Fed. Reg. 75191 (Nov. 1, 2023).", PAGE, ORDER, "Order No. 14,111"),
        ("Order 14111, 88 Fed. Reg. 75191 (Nov. 1, 2023).", PAGE, ORDER, "Order 14111"),
    ],
)  # fmt: skip
def test_of_a_paper_of_the_register_each_part_is_held_against_the_rest(
    note: str, words: str, own: str, other: str
) -> None:
    assert contradiction(note, shipped()) == Contradiction(words=words, key="eo14110", own=own, other=other)


BARRIERS = "Removing Barriers to American Leadership in Artificial Intelligence"


def test_the_title_of_another_order_is_held_against_the_number() -> None:
    found = contradiction(f"Exec. Order No. 14,110, {BARRIERS}, 88 Fed. Reg. 75191 (2023).", shipped())
    assert found == Contradiction(
        words="Exec. Order No. 14,110", key="eo14110", own=TITLE, other=BARRIERS, other_key="eo14179"
    )


@pytest.mark.parametrize(
    "note",
    [
        f"Exec. Order No. 14,110, 88 Fed. Reg. 75191, and {BARRIERS}, 90 Fed. Reg. 8741.",
        f"Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023), *replaced by* {BARRIERS}, 90 Fed. Reg. 8741.",
        f"Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023) (replaced by {BARRIERS}).",
    ],
)
def test_the_title_of_another_order_that_is_cited_beside_it_contradicts_nothing(note: str) -> None:
    assert not [each for each in recognise(letter_of_notes({1: note}), shipped()).unknown if each.contradiction]


def test_two_sources_of_the_library_are_both_told() -> None:
    assert contradiction("Exec. Order No. 14,110, 90 Fed. Reg. 8237 (Oct. 30, 2023).", shipped()) == Contradiction(
        words="Exec. Order No. 14,110", key="eo14110", own=PAGE, other="90 Fed. Reg. 8237", other_key="eo14148"
    )


@pytest.mark.parametrize(
    ("note", "own", "other"),
    [
        (
            f"NIST AI 800-1, at 2 (second public draft Jan. 2025), {NIST_PDF}.",
            "initial public draft", "second draft",
        ),
        (f"NIST AI 800-1 Rev. 1, at 2 (2025), {NIST_PDF}.", "initial public draft", "Rev. 1"),
        (
            f"OpenAI, *Preparedness Framework* 2 (2023), {NIST_PDF}.",
            "Managing Misuse Risk for Dual-Use Foundation Models", "Preparedness Framework",
        ),
    ],
)  # fmt: skip
def test_an_address_is_held_against_the_edition_and_the_title(note: str, own: str, other: str) -> None:
    found = contradiction(note, shipped())
    assert found is not None
    assert (found.key, found.own, found.other) == ("nist800-1", own, other)


MISUSE = "Managing Misuse Risk for Dual-Use Foundation Models"
NUMBER = "NIST AI 800-1"


@pytest.mark.parametrize(
    ("note", "key", "own", "other"),
    [
        (f"NIST, NIST AI 800-10, {MISUSE} 3 (July 2024).", "nist800-1", NUMBER, "NIST AI 800-10"),
        (f"NIST, NIST AI 800-1A, {MISUSE} 3 (July 2024).", "nist800-1", NUMBER, "NIST AI 800-1A"),
        (f"NIST, NIST AI 100-1, {MISUSE} 3 (July 2024).", "nist800-1", NUMBER, "NIST AI 100-1"),
        (f"NIST, {MISUSE}, NIST SP 800-53, at 3 (July 2024).", "nist800-1", NUMBER, "NIST SP 800-53"),
        ("NIST, NIST AI 800-1, A Wholly Other Title 3 (July 2024).", "nist800-1", MISUSE, "A Wholly Other Title"),
        (f"NIST, AI 100-1, {MISUSE} 3 (July 2024).", "nist800-1", NUMBER, "NIST, AI 100-1"),
        (f"NIST, AI 800-10, {MISUSE} 3 (July 2024).", "nist800-1", NUMBER, "NIST, AI 800-10"),
        (f"AI 100-1, {MISUSE} 3 (July 2024).", "nist800-1", NUMBER, "AI 100-1"),
        (f"NIST Special Publication 800-53, {MISUSE} 3 (July 2024).", "nist800-1", NUMBER,
         "NIST Special Publication 800-53"),
        # a title set apart may be short, or share words of every paper of its kind
        ("NIST AI 800-1, *Secure Software* 3 (July 2024).", "nist800-1", MISUSE, "Secure Software"),
        ('NIST AI 800-1, "Generative Profile," at 3 (July 2024).', "nist800-1", MISUSE, "Generative Profile"),
        ("NIST AI 800-1, *AI Risk Management Framework* 3 (July 2024).", "nist800-1", MISUSE,
         "AI Risk Management Framework"),
        ("NIST AI 800-1, *Secure Software Development Practices* 3 (July 2024).", "nist800-1", MISUSE,
         "Secure Software Development Practices"),
        ("Proclamation No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110", ORDER, "Proclamation No. 14,110"),
        ("Exec. Order No. 14,110A, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110", ORDER, "Exec. Order No. 14,110A"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Dec. 1, 2023).", "eo14110", "2023-10-30", "Dec. 1, 2023"),
    ],
)  # fmt: skip
def test_the_name_of_another_paper_is_held_against_what_names_the_source(
    note: str, key: str, own: str, other: str
) -> None:
    found = contradiction(note, shipped())
    assert found is not None
    assert (found.key, found.own, found.other) == (key, own, other)


@pytest.mark.parametrize(
    "note",
    [
        "Correction to Exec. Order No. 14,110, 88 Fed. Reg. 75191, 75191 (Nov. 1, 2023).",
        "Amendment to Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023).",
        f"U.S. Dep't of Energy, {MISUSE} 3 (July 2024).",
    ],
)
def test_a_paper_about_the_source_and_one_of_another_department_are_other_papers(note: str) -> None:
    assert str(only(note, library=shipped()).key).startswith("?")


@pytest.mark.parametrize(
    ("note", "key"),
    [
        # either date of an order, and the year of a compilation, are lawful
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023).", "eo14110"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110"),
        ("Exec. Order No. 14,110, 3 C.F.R. 657 (2024).", "eo14110"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (2023) (revoked 2025).", "eo14110"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023) (as amended 2024).", "eo14110"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Nov. 2023).", "eo14110"),
        ("Exec. Order No. 14,110 of Oct. 30, 2023, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110"),
        ("Exec. Order No. 14,110 of October 30, 2023, 88 Fed. Reg. 75191.", "eo14110"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75191, as cited on Dec. 1, 2023.", "eo14110"),
        # an order called by its number alone, and pages that are no number of an order
        ("Order 14110, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110"),
        ("AI Order 75,192, 88 Fed. Reg. at 75,192.", "eo14110"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75,191-92, 75,205 (Nov. 1, 2023).", "eo14110"),
        # a page inside it, commas, a short title
        ("Exec. Order No. 14,110, 88 Fed. Reg. 75,203 (Oct. 30, 2023).", "eo14110"),
        ("88 Fed. Reg. 75192.", "eo14110"),
        ("88 Fed. Reg. 75192, 75205.", "eo14110"),
        ("88 Fed. Reg. at 75192, 75205.", "eo14110"),
        ("Exec. Order No. 14,110, 88 Fed. Reg. at 75192, 75205.", "eo14110"),
        ("AI Order, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110"),
        ("White House, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110"),
        ("Off. of the Press Sec'y, 88 Fed. Reg. 75191 (Nov. 1, 2023).", "eo14110"),
        ("Safe, Secure, and Trusty Development of Artificial Intelligence, 88 Fed. Reg. 75191 (2023).", "eo14110"),
        ("Request for Views, 89 Fed. Reg. 64878 (Aug. 8, 2024).", "rfc2024"),
        (f"AISI, Misuse Risk Draft 3 (2024), {NIST_PDF}.", "nist800-1"),
        (f"Fed. Guidance 3 (2024), {NIST_PDF}.", "nist800-1"),
        # a draft's sign, a bureau's department, a body and a place behind the number
        (f"NIST AI 800-1 ipd, {MISUSE} 3 (July 2024).", "nist800-1"),
        (f"NIST.AI.800-1.ipd, {MISUSE} 3 (July 2024).", "nist800-1"),
        (f"U.S. Dep't of Com., Nat'l Inst. of Standards & Tech., {MISUSE} 3 (July 2024).", "nist800-1"),
        (f"U.S. Dep't of Com., NIST AI 800-1, {MISUSE} 3 (July 2024).", "nist800-1"),
        ("NIST AI 800-1, U.S. AI Safety Institute 3 (July 2024).", "nist800-1"),
        ("NIST AI 800-1, Practice 3.1, at 8 (July 2024).", "nist800-1"),
        (f"NIST Special Publication AI 800-1, {MISUSE} 8 (July 2024).", "nist800-1"),
        ("NIST AI 800-1, *Managing Misuse Risk* 8 (July 2024).", "nist800-1"),
        ("NIST AI 800-1, *Misuse Safeguards* 8 (July 2024).", "nist800-1"),
        ('NIST AI 800-1, "Practice 5.1: Verify Staff Identity," at 8 (July 2024).', "nist800-1"),
        ("NIST AI 800-1, replacing NIST AI 100-1, at 8 (July 2024).", "nist800-1"),
    ],
)
def test_what_is_lawful_contradicts_nothing(note: str, key: str) -> None:
    assert only(note, library=shipped()).key == key


def test_a_popular_name_that_the_letter_gave_is_no_other_title() -> None:
    notes = (
        'Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023) ("Blue Paper").',
        "Blue Paper, 88 Fed. Reg. 75191 (Oct. 30, 2023).",
    )
    assert [key for key, _ in cites(*notes, library=shipped())] == ["eo14110", "eo14110"]


def test_two_orders_that_one_sentence_names_are_no_contradiction() -> None:
    note = (
        "Exec. Order No. 14,110, 88 Fed. Reg. 75191 (Oct. 30, 2023), and Exec. Order No. 14,148, "
        "90 Fed. Reg. 8237 (Jan. 20, 2025)."
    )
    assert contradiction(note, shipped()) is None


CASE = """
@jurisdiction{lujan, title = {Lujan v. Defenders of Wildlife}, volume = {504}, reporter = {U.S.}, pages = {555--606},
  date = {1992}, court = {U.S.}}
"""


def test_a_parallel_reporter_contradicts_nothing_and_another_case_does(tmp_path: object) -> None:
    library = entry(tmp_path, CASE)  # type: ignore[arg-type]
    assert only("Lujan v. Defs. of Wildlife, 504 U.S. 555, 112 S. Ct. 2130 (1992).", library=library).key == "lujan"
    found = contradiction("Massachusetts v. EPA, 504 U.S. 555, 560 (1992).", library)
    assert found is not None
    assert (found.key, found.other) == ("lujan", "Massachusetts v. EPA")


def test_what_refers_back_to_it_is_undecided_as_well() -> None:
    notes = ("Exec. Order No. 14,111, 88 Fed. Reg. 75191 (Oct. 30, 2023).", "*Id.* at 75203.")
    keys = [key for key, _ in cites(*notes, library=shipped())]
    assert keys == ["?Exec. Order No. 14,111, 88 Fed. Reg. 75191 (Oct. 30, 2023)"] * 2


NAMES = {
    1: "Exec. Order No. 14110, 88 Fed. Reg. 75191 (Nov. 1, 2023) [hereinafter AI EO].",
    2: "NIST AI 800-1, Managing Misuse Risk for Dual-Use Foundation Models (initial public draft 2024) "
    "[hereinafter NIST Draft].",
}


@pytest.mark.parametrize(
    ("note", "words", "own", "other"),
    [
        ("NIST Draft at 12 (second public draft).", "NIST Draft", "initial public draft", "second draft"),
        ("NIST Draft at 12 (revised draft).", "NIST Draft", "initial public draft", "revised draft"),
        ("NIST Draft at 12 (2025).", "NIST Draft", "2024-07", "2025"),
        ("AI EO § 4.6(a) (2022).", "AI EO", "2023-10-30", "2022"),
    ],
)
def test_a_date_or_a_draft_beside_a_short_name_is_held_against_its_source(
    note: str, words: str, own: str, other: str
) -> None:
    (unknown,) = recognise(letter_of_notes({**NAMES, 3: note}), shipped()).unknown
    found = unknown.contradiction
    assert found is not None
    assert (found.words, found.own, found.other) == (words, own, other)


@pytest.mark.parametrize(
    "note",
    [
        "NIST Draft at 12 (initial public draft).",
        "NIST Draft at 12 (July 2024).",
        "NIST Draft at 12 (citing a report (2019)).",
        "NIST Draft at 12 (comparing the second public draft of 2025).",
        "AI EO § 4.6(a) (2023).",
        "AI EO § 4.6(a), 3 C.F.R. 657 (2024).",
        "AI EO § 4.6(a) (last visited Mar. 3, 2024).",
        "AI EO § 4.6(a) (as of Jan. 2024).",
    ],
)
def test_what_else_may_stand_beside_a_short_name_contradicts_nothing(note: str) -> None:
    assert not recognise(letter_of_notes({**NAMES, 3: note}), shipped()).unknown
