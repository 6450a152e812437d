"""Numbers of lines, running heads, feet and production lines leave the text; nothing else does."""

from pdf_files import WIDTH, PdfPage, pdf

from comment_kit.pages import read_pdf

WORDS = [
    "Actors should manage these",
    "risks as well, consistent",
    "with relevant guidelines,",
    "such as those in the",
    "framework and its profile.",
    "These developers contribute",
    "most to determining how",
    "models are made.",
]


def numbered(rows: list[str], *, late: bool = False) -> PdfPage:
    """Return a page with a number beside each row; ``late`` draws the number behind the words."""
    page = PdfPage()
    for place, row in enumerate(rows):
        y = 600 - 14 * place
        number = (54 - len(str(place + 1)) * WIDTH * 10, y, str(place + 1))
        if late:
            page.line(72, y, row).line(*number)
        else:
            page.line(*number).line(72, y, row)
    return page


def test_numbers_of_lines_leave_the_text() -> None:
    text = read_pdf(pdf(numbered(WORDS), numbered(WORDS)))
    assert text.body.text == " ".join([*WORDS, *WORDS])
    assert text.removed == {"line numbers": 16}


def test_a_number_drawn_behind_its_line_leaves_the_text_too() -> None:
    text = read_pdf(pdf(numbered(WORDS), numbered(WORDS, late=True), numbered(WORDS)))
    assert text.body.text == " ".join(WORDS * 3)
    assert text.removed == {"line numbers": 24}


def test_a_list_in_the_text_is_no_column_of_line_numbers() -> None:
    rows = [f"{place}. {row}" for place, row in enumerate(WORDS, start=1)]
    text = read_pdf(pdf(PdfPage().lines(72, 600, rows)))
    assert text.body.text == " ".join(rows)
    assert text.removed == {}


def test_a_table_whose_rows_count_up_on_one_page_of_many_keeps_its_numbers() -> None:
    plain = [PdfPage().lines(72, 600, WORDS) for _ in range(4)]
    text = read_pdf(pdf(*plain, numbered(WORDS)))
    assert "1 Actors should manage these 2 risks" in text.body.text


def test_small_numbers_on_the_line_are_numbers_of_lines_too() -> None:
    page = PdfPage()
    for place, row in enumerate(WORDS, start=1):
        page.line(50, 600 - 14 * place, str(place), size=5).line(72, 600 - 14 * place, row)
    text = read_pdf(pdf(page))
    assert text.body.text == " ".join(WORDS)
    assert text.removed == {"line numbers": 8}


def test_numbers_at_every_fifth_line_leave_the_text() -> None:
    rows = WORDS * 5
    page = PdfPage().lines(72, 700, rows)
    for number in range(5, 41, 5):
        page.line(50, 712 - 12 * number, str(number))
    assert read_pdf(pdf(page)).body.text == " ".join(rows)


def test_a_table_that_counts_by_fives_keeps_its_numbers() -> None:
    page = PdfPage()
    for place, row in enumerate(WORDS, start=1):
        page.line(50, 600 - 14 * place, str(5 * place)).line(72, 600 - 14 * place, row)
    text = read_pdf(pdf(page.lines(72, 400, WORDS * 3)))
    assert text.removed == {}


def test_a_letter_raised_at_the_beginning_of_a_line_is_the_number_of_none() -> None:
    text = read_pdf(pdf(PdfPage().line(72, 600, "An index:").line(72, 562, "l", size=8).line(78, 560, "i")))
    assert text.body.text.startswith("An index:")
    assert text.removed == {}


def test_heads_that_return_are_taken_off_on_odd_and_even_pages() -> None:
    pages = []
    for number in range(10, 18):
        head = f"{number}   A Report on Open Models" if number % 2 == 0 else f"Example Institute   {number}"
        pages.append(PdfPage().line(72, 750, head).lines(72, 600, [f"Page {number} says something."]))
    text = read_pdf(pdf(*pages))
    assert text.body.text == " ".join(f"Page {number} says something." for number in range(10, 18))
    assert text.removed == {"running heads": 8}
    assert text.front.partition("\f")[2] == "10 A Report on Open Models\nExample Institute 11"


def test_page_numbers_at_the_foot_are_taken_off_and_footnotes_are_not() -> None:
    pages = [
        PdfPage()
        .lines(72, 600, [*WORDS, f"It was said so before.^{number}^"])
        .line(72, 90, f"^{number}^ See the note of this page.", size=8)
        .line(300, 40, str(number))
        for number in range(1, 6)
    ]
    text = read_pdf(pdf(*pages))
    assert text.removed == {"page numbers": 5}
    assert text.notes.text == " ".join(["See the note of this page."] * 5)
    assert [sheet.label for sheet in text.sheets] == ["1", "2", "3", "4", "5"]


def test_the_print_shops_line_is_known_even_on_a_single_page() -> None:
    page = PdfPage().lines(72, 600, WORDS)
    page.line(45, 20, "VerDate Sep<11>2014 23:02 Oct 31, 2023 Jkt 262001 PO 00000 Frm 00004 Fmt 4705 Sfmt 4790", size=5)
    text = read_pdf(pdf(page))
    assert text.body.text == " ".join(WORDS)
    assert text.removed == {"production lines": 1}


def test_a_courts_stamp_is_taken_off() -> None:
    pages = [
        PdfPage()
        .line(150, 775, f"Case: 23-10001   Document: 44   Date Filed: 05/01/2024   Page: {number} of 3", size=8)
        .lines(72, 600, [f"The brief, part {number}."])
        for number in (1, 2, 3)
    ]
    text = read_pdf(pdf(*pages))
    assert text.body.text == "The brief, part 1. The brief, part 2. The brief, part 3."
    assert [sheet.label for sheet in text.sheets] == [None, None, None]
