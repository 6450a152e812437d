"""A short name that the letter defined takes every place that a designation takes, and prose takes it for no source."""

from __future__ import annotations

import pytest
from printed_forms import shipped
from typed_letters import cites, letter_of_notes, letter_with_text, seen

from comment_kit.model.citations import Form
from comment_kit.recognise import recognise

DRAFT = (
    "NIST AI 800-1, *Managing Misuse Risk for Dual-Use Foundation Models* (Initial Public Draft, July 2024) "
    "[hereinafter NIST Draft]."
)
ORDER = "Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (Nov. 1, 2023) [hereinafter AI EO]."


@pytest.mark.parametrize(
    ("printed", "locator"),
    [
        ("NIST Draft.", None),
        ("NIST Draft (emphasis added).", None),
        ("NIST Draft at 18.", "at 18"),
        ("NIST Draft, at p. 18.", "at 18"),
        ("NIST Draft, p. 18.", "18"),
        ("NIST Draft, page 18.", "page 18"),
        ("NIST Draft (p. 18).", "18"),
        ("NIST Draft, 18.", "18"),
        ("NIST Draft 18.", "18"),
        ("NIST Draft 18, 20.", "18, 20"),
        ("See NIST Draft 18-19 (so).", "18-19"),
        ("NIST Draft, Practice 5.1.", "Practice 5.1"),
        ("NIST Draft, Introduction.", "Introduction"),
        ("NIST Draft, Appendix A, at 18.", "Appendix A, at 18"),
        ("NIST Draft app. A, at 18.", "app. A, at 18"),
        ("NIST Draft, Practice 5.3, at 13.", "Practice 5.3, at 13"),
        ("NIST Draft, Practice 4.2(6), at 11.", "Practice 4.2(6), at 11"),
        ("NIST Draft, glossary, at 18.", "at 18"),
        ("NIST Draft at sheet 5.", "at sheet 5"),
        ("NIST Draft, sheet 5.", "sheet 5"),
        ("NIST Draft, the foreword.", None),
        ("NIST Draft n.4.", "n.4"),
        ("Practice 5.3 of the NIST Draft.", "Practice 5.3"),
        ("See Practice 5.3 of the NIST Draft, at 13.", "Practice 5.3, at 13"),
        ("See Practice 5.3 of the NIST Draft (at 13) (so).", "Practice 5.3, at 13"),
    ],
)
def test_a_defined_name_takes_every_place_and_id_follows_it(printed: str, locator: str | None) -> None:
    *_, short, again = seen(letter_of_notes({1: ORDER, 2: DRAFT, 3: printed, 4: "*Id.*"}), shipped())
    assert [(each.key, each.form) for each in (short, again)] == [("nist800-1", Form.SHORT), ("nist800-1", Form.ID)]
    assert short.citation.locator == locator


@pytest.mark.parametrize(
    ("printed", "page"),
    [("Order 14110, § 4.1.", "75196-75197"), ("See Order 13960, 85 Fed. Reg. 78,939 (Dec. 8, 2020).", None)],
)
def test_the_number_behind_the_name_of_an_order_is_no_page(printed: str, page: str | None) -> None:
    named = "Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (Nov. 1, 2023) [hereinafter Order]."
    read = seen(letter_of_notes({1: named, 2: printed, 3: "Order, 75,203."}), shipped())
    assert [each.page for each in read] == [None, page, "75203"]
    assert read[2].key == "eo14110"


def test_a_section_of_a_defined_order_is_a_place_in_it() -> None:
    short = seen(letter_of_notes({1: ORDER, 2: DRAFT, 3: "AI EO, sec. 1."}), shipped())[-1]
    assert (short.key, short.form, short.page) == ("eo14110", Form.SHORT, "75191")


@pytest.mark.parametrize(
    "prose",
    [
        "The NIST Draft 18 months later was the same.",
        "NIST Draft 18 months later was the same.",
        "AI EO, Section 4 aside, asks for no such thing.",
        "NIST Draft Practice 5.1 aside, nothing asks for that.",
        "NIST Draft, Introduction and all, says nothing of that.",
    ],
)
def test_prose_that_begins_with_a_defined_name_cites_nothing(prose: str) -> None:
    assert cites(ORDER, DRAFT, prose, library=shipped()) == [("eo14110", "full"), ("nist800-1", "full")]


def test_the_name_of_a_body_begins_a_full_citation() -> None:
    letter = letter_with_text(
        "The National Telecommunications and Information Administration (“NTIA”) spoke.[^a]",
        notes={"a": "NTIA, Dual-Use Foundation Models with Widely Available Model Weights 47 (2024)."},
    )
    assert [(each.key, each.form, each.page) for each in seen(letter, shipped())] == [("ntia2024", Form.FULL, "47")]


PLAIN_ORDER = "Exec. Order No. 14,110, 88 Fed. Reg. 75,191 (Nov. 1, 2023)."


@pytest.mark.parametrize("printed", ["Order at 75,191.", "AI EO at 75,191.", "AI EO, 75,191."])
def test_every_name_of_one_bracket_is_given_to_the_source_of_the_note_that_ends_the_sentence(printed: str) -> None:
    text = 'The AI Executive Order ("AI EO" or the "Order") matters.[^a] So it is.[^b]'
    letter = letter_with_text(text, notes={"a": PLAIN_ORDER, "b": printed})
    assert [(each.name, each.key) for each in recognise(letter, shipped()).names] == [
        ("AI EO", "eo14110"),
        ("Order", "eo14110"),
    ]
    assert [(each.key, each.form) for each in seen(letter, shipped())] == [
        ("eo14110", Form.FULL),
        ("eo14110", Form.SHORT),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'The NIST paper (the "Draft") builds on what the President ordered.[^a]',
        'The AI Executive Order (the "Order") matters. Another thing does too.[^a]',
        'The AI Executive Order (the "Order") and the NIST paper (the "Draft") matter.',
    ],
)
def test_a_note_gives_no_source_to_a_name_of_another_thing_or_sentence(text: str) -> None:
    names = recognise(letter_with_text(text, notes={"a": PLAIN_ORDER}), shipped()).names
    assert {each.key for each in names} == {None}


@pytest.mark.parametrize("bracket", ["(NIST Draft)", '("NIST Draft")', "[hereinafter NIST Draft]"])
@pytest.mark.parametrize("printed", ["NIST Draft at 18.", "NIST Draft, at p. 18.", "NIST Draft, p. 18."])
def test_the_name_in_brackets_wins_over_an_earlier_citation_that_is_like_it(bracket: str, printed: str) -> None:
    notes = (
        "Comments of the U.S. Chamber of Commerce, NIST AI 800-1 Draft (Sept. 9, 2024), at 2-3.",
        f"NIST AI 800-1, *Managing Misuse Risk for Dual-Use Foundation Models* (July 2024) {bracket}.",
        printed,
        "*Id.*",
    )
    assert cites(*notes, library=shipped())[1:] == [("nist800-1", "full"), ("nist800-1", "short"), ("nist800-1", "id")]


def test_a_name_without_marks_yields_to_the_same_name_in_marks() -> None:
    notes = (
        "NIST AI 800-1, *Managing Misuse Risk for Dual-Use Foundation Models* (July 2024) (Safety Report).",
        'NTIA, *Dual-Use Foundation Models with Widely Available Model Weights* 47 (2024) ("Safety Report").',
        "Safety Report, p. 10.",
    )
    assert cites(*notes, library=shipped())[-1] == ("ntia2024", "short")


@pytest.mark.parametrize(
    "printed", ["Draft at 8, Objective 3", "Draft, Objective 3, at 8", "The Draft, Objective 3, at 8"]
)
def test_an_article_inside_the_marks_is_no_part_of_the_name(printed: str) -> None:
    named = DRAFT.replace("[hereinafter NIST Draft]", '("the Draft")')
    *_, short = seen(letter_of_notes({1: ORDER, 2: named, 3: f"{printed}."}), shipped())
    assert (short.key, short.form) == ("nist800-1", Form.SHORT)
    assert [label.label for label in short.citation.pinpoint.labels] == ["Objective 3"]
