"""Where a part may begin: behind a clause that has ended, or as a heading at the beginning of a line."""

import pytest
from page_texts import source_text
from sectioned_documents import pinpoint_table

from comment_kit.model.pages import Lettering
from comment_kit.sections import Sections, sections_of


def found(written: str, *labels: str, **titles: str) -> dict[str, str]:
    """Return the first words of each part that was found on a page written in the notation of page texts."""
    text = source_text(f"(p. 7) {written}")
    table = pinpoint_table(
        dict.fromkeys(labels, ("7",)), {key.replace("_", " "): title for key, title in titles.items()}
    )
    return first_words(sections_of(text, table), text.body.text)


def first_words(sections: Sections, text: str) -> dict[str, str]:
    return {each.label: " ".join(text[each.start : each.end].split()[:3]) for each in sections.stretches}


def test_a_letter_is_told_from_a_roman_number_by_the_order_of_the_parts() -> None:
    page = (
        "Sec. 1. All. (h) Hills. (i) Islands. (ii) is no letter. (j) Jungles, namely: (i) wet; and (ii) dry."
        " (k) Keys. (i) Big; (ii) small."
    )
    labels = "§ 1", "§ 1(h)", "§ 1(i)", "§ 1(j)", "§ 1(j)(i)", "§ 1(j)(ii)", "§ 1(k)"
    assert found(page, *labels) == {
        "§ 1": "Sec. 1. All.",
        "§ 1(h)": "(h) Hills.",
        "§ 1(i)": "(i) Islands. (ii)",
        "§ 1(j)": "(j) Jungles, namely:",
        "§ 1(j)(i)": "(i) wet; and",
        "§ 1(j)(ii)": "(ii) dry.",
        "§ 1(k)": "(k) Keys. (i)",
    }


@pytest.mark.parametrize(
    "reference",
    [
        "as under paragraph (b) of it",
        "as under paragraphs (a), (b) and (c)",
        "as under paragraph\n(b) of it",
        "(see (b) below)",
    ],
)
def test_a_part_that_is_only_referred_to_does_not_begin_there(reference: str) -> None:
    page = f"Sec. 1. All. (a) Boats, {reference}. (b) Bridges."
    assert found(page, "§ 1", "§ 1(a)", "§ 1(b)")["§ 1(b)"] == "(b) Bridges."
    assert "§ 1(b)" not in found(f"Sec. 1. All. (a) Boats, {reference}.", "§ 1", "§ 1(a)", "§ 1(b)")


def test_a_part_behind_a_heading_without_a_stop_begins_a_line_with_a_capital() -> None:
    assert found("Sec. 1. Boats\n(a) Every boat.", "§ 1", "§ 1(a)")["§ 1(a)"] == "(a) Every boat."


def test_where_two_places_fit_none_is_chosen() -> None:
    page = "Sec. 1. All. (a) Boats. It says: (b) Nothing. Then: (b) Bridges. (c) Fords."
    assert list(found(page, "§ 1", "§ 1(a)", "§ 1(b)", "§ 1(c)")) == ["§ 1", "§ 1(a)", "§ 1(c)"]


def test_a_lettered_part_is_found_only_inside_its_own_section() -> None:
    page = "Sec. 1. All. (a) Boats.\nSec. 2. None. (a) Fords."
    assert list(found(page, "§ 2(a)")) == []
    assert list(found("All. (a) Boats.", "§ 1", "§ 1(a)")) == []
    assert list(found("Sec. 2. All. (a) Boats.", "§ 1", "§ 1(a)")) == []


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Section 4. Words", "§ 4"),
        ("SEC. 4. WORDS", "§ 4"),
        ("§ 4. Words", "§ 4"),
        ("§ 4 — Words", "Section 4"),
        ("4.1. Words", "§ 4.1"),
        ("Practice 6.3: Words", "Practice 6.3"),
        ("APPENDIX A\nWords", "Appendix A"),
        ("¶ 12. Words", "¶ 12"),
    ],
)
def test_headings_are_spelled_in_many_ways(heading: str, label: str) -> None:
    assert list(found(f"Before it.\n{heading}", label)) == [label]


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Section 4 of this order says", "§ 4"),
        ("Section 4(a) begins", "§ 4"),
        ("Section 4.1. Words", "§ 4"),
        ("Section 41. Words", "§ 4"),
        ("4. An item of a list", "§ 4"),
        ("Practice 6.3 is implemented", "Practice 6.3"),
        ("Appendix A outlines safeguards", "Appendix A"),
    ],
)
def test_what_only_looks_like_a_heading_is_none(line: str, label: str) -> None:
    assert found(f"Before it.\n{line}", label) == {}


def test_a_heading_begins_a_line() -> None:
    assert found("Before it: Practice 6.3: Words", "Practice 6.3") == {}


def test_a_title_in_the_table_must_stand_behind_the_number() -> None:
    page = "Before it.\n1. Scope of the order\nWords.\n2. Boats and\nbridges"
    labels = "Section 1", "Section 2"
    titles = {"Section 1": "Scope of the Order", "Section 2": "Boats and bridges"}
    text = source_text(f"(p. 7) {page}")
    sections = sections_of(text, pinpoint_table(dict.fromkeys(labels, ("7",)), titles))
    assert first_words(sections, text.body.text) == {"Section 1": "1. Scope of", "Section 2": "2. Boats and"}
    others = {"Section 1": "Reach", "Section 2": "Rivers"}
    assert sections_of(text, pinpoint_table(dict.fromkeys(labels, ("7",)), others)).stretches == ()


def test_a_part_whose_end_was_not_found_reaches_to_the_next_that_was_and_is_not_closed() -> None:
    text = source_text("(p. 7) Sec. 1. All. (a) Boats. Lost. (c) Fords.\nSec. 2. None.")
    table = pinpoint_table(dict.fromkeys(("§ 1", "§ 1(a)", "§ 1(b)", "§ 1(c)", "§ 2"), ("7",)))
    found = sections_of(text, table)
    assert [
        (each.label, text.body.text[each.start : each.end].strip(), each.is_closed) for each in found.stretches
    ] == [
        ("§ 1", "Sec. 1. All. (a) Boats. Lost. (c) Fords.", True),
        ("§ 1(a)", "(a) Boats. Lost.", False),
        ("§ 1(c)", "(c) Fords.", True),
        ("§ 2", "Sec. 2. None.", True),
    ]
    assert found.of("§1(A)") == found.stretches[1]
    assert found.of("§ 1(b)") is None


def test_letters_that_a_machine_guessed_begin_no_part() -> None:
    text = source_text("(p. 7) Sec. 1. All.", lettering=Lettering.HIDDEN_OCR)
    assert sections_of(text, pinpoint_table({"§ 1": ("7",)})).stretches == ()


def test_a_table_that_goes_back_and_forth_between_pages_tells_nothing() -> None:
    text = source_text("(p. 7) Sec. 1. All.\n(p. 8) Sec. 2. None.")
    assert sections_of(text, pinpoint_table({"§ 2": ("8",), "§ 1": ("7",)})).stretches == ()
    assert len(sections_of(text, pinpoint_table({"§ 1": ("7",), "§ 2": ("8",)})).stretches) == 2


def test_a_part_on_a_page_that_two_sheets_print_has_no_stretch() -> None:
    text = source_text("(p. 7) Sec. 1. All.\n(p. 8) Sec. 2. None.", labels=("7", "7"))
    assert sections_of(text, pinpoint_table({"§ 1": ("7",)})).stretches == ()


def test_a_source_without_a_table_has_no_stretches() -> None:
    assert sections_of(source_text("Sec. 1. All."), None).stretches == ()
