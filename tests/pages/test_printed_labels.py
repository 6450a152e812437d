"""The page number that a sheet prints is found where it counts with its neighbours, and never guessed beyond them."""

from collections.abc import Iterable

import pytest
from pdf_files import PdfPage, pdf

from comment_kit.model.pages import Confidence, PageText
from comment_kit.pages import read_pdf


def page(*numbers: tuple[float, float, str], words: str = "Some words stand on this page.") -> PdfPage:
    made = PdfPage().lines(72, 500, [words, "And others stand below them."])
    for x, y, printed in numbers:
        made.line(x, y, printed)
    return made


def feet(printed: Iterable[str | None]) -> PageText:
    return read_pdf(pdf(*(page((300, 40, each)) if each else page() for each in printed)))


def labels(text: PageText) -> list[str | None]:
    return [sheet.label for sheet in text.sheets]


def test_roman_front_matter_and_arabic_pages_are_two_runs() -> None:
    text = feet([None, "i", "ii", "iii", "iv", "1", "2", "3", "4"])
    assert labels(text) == [None, "i", "ii", "iii", "iv", "1", "2", "3", "4"]
    assert {sheet.confidence for sheet in text.sheets[1:]} == {Confidence.HIGH}
    assert {sheet.how for sheet in text.sheets[1:]} == {"printed at the foot"}
    assert text.sheets[0].printed == "sheet 1"


def test_a_cover_that_prints_no_number_has_none() -> None:
    assert labels(feet([None, "17", "18", "19", "20"])) == [None, "17", "18", "19", "20"]


def test_a_gap_inside_a_run_is_filled_and_said_so() -> None:
    text = feet(["1", "2", None, "4", "5", None])
    assert labels(text) == ["1", "2", "3", "4", "5", None]
    assert (text.sheets[2].confidence, text.sheets[2].how) == (
        Confidence.MIDDLE,
        "not printed, between numbered pages",
    )
    assert text.sheets[0].confidence is Confidence.MIDDLE


def test_two_numbers_make_no_run() -> None:
    text = feet(["5", "6", None, None])
    assert labels(text) == [None, None, None, None]
    assert text.sheets[0].confidence is Confidence.LOW


def test_the_same_label_may_stand_on_two_sheets() -> None:
    text = feet(["1", "2", "3", None, "1", "2", "3"])
    assert labels(text) == ["1", "2", "3", None, "1", "2", "3"]
    assert [sheet.index for sheet in text.labelled("2")] == [2, 6]


def test_a_number_inside_a_long_run_that_counts_by_itself_is_believed() -> None:
    text = feet([*map(str, range(1, 6)), "A-1", "A-2", "A-3", "9", "10", "11"])
    assert labels(text) == ["1", "2", "3", "4", "5", "A-1", "A-2", "A-3", "9", "10", "11"]


@pytest.mark.parametrize(
    "written",
    ["- {} -", "Page {}", "Page {} of 40", "p. {}", "{} | A Report", "A Report | {}", "[{}]", "A Report   {}"],
)
def test_numbers_are_known_in_each_way_of_writing(written: str) -> None:
    text = read_pdf(pdf(*(page((200, 40, written.format(number))) for number in range(7, 12))))
    assert labels(text) == ["7", "8", "9", "10", "11"]


@pytest.mark.parametrize("written", ["{} 4.1 A Section of it", "{} 4. A Chapter", "A Report of 2024 {}", "SR-05-78 {}"])
def test_numbers_are_known_beside_other_numbers(written: str) -> None:
    text = read_pdf(pdf(*(page((200, 740, written.format(number))) for number in range(7, 12))))
    assert labels(text) == ["7", "8", "9", "10", "11"]


def test_a_number_that_stands_alone_above_a_wide_margin_is_known() -> None:
    text = read_pdf(pdf(*(page((300, 140, str(number))) for number in range(7, 12))))
    assert labels(text) == ["7", "8", "9", "10", "11"]
    assert text.body.text == " ".join(["Some words stand on this page. And others stand below them."] * 5)
    near = [page((72, 152, "The last row but one."), (72, 140, str(number))) for number in range(7, 12)]
    assert labels(read_pdf(pdf(*near))) == [None] * 5


def test_a_number_above_words_that_stand_at_every_foot_is_known() -> None:
    pages = [page((300, 60, str(number)), (270, 40, "UNCLASSIFIED")) for number in range(7, 12)]
    text = read_pdf(pdf(*pages))
    assert labels(text) == ["7", "8", "9", "10", "11"]
    assert text.body.text == " ".join(["Some words stand on this page. And others stand below them."] * 5)
    own = [page((300, 60, str(number)), (270, 40, f"Row of table {'abcde'[number]}")) for number in range(5)]
    assert labels(read_pdf(pdf(*own))) == [None] * 5


def test_rows_of_contents_number_no_pages() -> None:
    contents = [page((72, y, f"Chapter {place} . . . . . {place + 20}")) for place, y in enumerate((745, 722, 700))]
    text = read_pdf(pdf(*contents))
    assert labels(text) == [None] * 3
    assert "Chapter 1 . . . . . 21" in text.body.text


def test_the_number_of_a_section_does_not_hide_the_page_that_has_it() -> None:
    pages = [page((400, 740, f"Page {number} of 7")) for number in range(1, 8)]
    pages[0].line(72, 700, "1 Introduction")
    assert labels(read_pdf(pdf(page(), *pages))) == [None, *map(str, range(1, 8))]


def test_numbers_of_sections_yield_to_the_count_of_all_pages() -> None:
    heads = {2: "1 Purpose", 3: "2 Means", 4: "3 Ends", 6: "A Head"}
    pages = [page((280, 40, f"Page {number} of 12")) for number in range(1, 13)]
    for number, head in heads.items():
        pages[number - 1].line(72, 740, head)
    assert labels(read_pdf(pdf(*pages))) == [str(number) for number in range(1, 13)]


def test_the_sheets_of_a_print_out_are_not_pages_of_the_source() -> None:
    text = read_pdf(pdf(*(page((500, 40, f"{number}/4")) for number in range(1, 5))))
    assert labels(text) == [None, None, None, None]


def test_numbers_of_notes_are_not_numbers_of_pages() -> None:
    pages = [
        page(words=f"A page with one note.^{number}^").line(72, 60, f"^{number}^ See the report at 5.", size=8)
        for number in range(1, 6)
    ]
    assert labels(read_pdf(pdf(*pages))) == [None] * 5


def test_the_registers_head_names_even_a_single_page() -> None:
    head = "64878   Federal Register / Vol. 89, No. 153 / Thursday, August 8, 2024 / Notices"
    text = read_pdf(pdf(PdfPage().line(45, 750, head, size=8).lines(45, 600, ["A notice of one page."])))
    assert labels(text) == ["64878"]
    assert text.sheets[0].confidence is Confidence.HIGH
    assert text.body.text == "A notice of one page."


def test_an_exhibits_cover_does_not_shift_the_register() -> None:
    pages = [page(words="EXHIBIT A")]
    for number in range(17086, 17091):
        head = "Federal Register / Vol. 88, No. 54 / Tuesday, March 21, 2023 / Notices"
        head = f"{number}   {head}" if number % 2 == 0 else f"{head}   {number}"
        pages.append(PdfPage().line(45, 750, head, size=8).lines(45, 600, ["Text of the notice."]))
    assert labels(read_pdf(pdf(*pages))) == [None, "17086", "17087", "17088", "17089", "17090"]


def test_the_files_own_labels_stand_only_where_nothing_is_printed() -> None:
    lettered = "0 << /S /r >> 2 << /S /D >>"
    silent = read_pdf(pdf(*(page() for _ in range(4)), labels=lettered))
    assert labels(silent) == ["i", "ii", "1", "2"]
    assert {sheet.confidence for sheet in silent.sheets} == {Confidence.LOW}
    printed = read_pdf(pdf(*(page((300, 40, str(number))) for number in range(9, 13)), labels=lettered))
    assert labels(printed) == ["9", "10", "11", "12"]


def test_a_label_is_found_with_and_without_the_comma_of_thousands() -> None:
    text = feet(["75191", "75192", "75193"])
    assert [sheet.index for sheet in text.labelled("75,192")] == [2]
    assert [sheet.index for sheet in text.labelled("sheet 3")] == []
    assert [sheet.index for sheet in feet([None, "1", "2", "3"]).labelled("sheet 1")] == [1]
