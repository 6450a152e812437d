"""A letter is read from its PDF as its reader sees it: paragraphs, calls, notes, quotations set off."""

from __future__ import annotations

import textwrap

import pytest
from pdf_files import OFFICE, PdfPage, pdf
from printed_pages import PrintedPage

from comment_kit.model.letter import Block, BlockQuote, NoteCall, Paragraph, notes_in_order
from comment_kit.model.text import Span
from comment_kit.pages import PrintedLetter, read_letter_pdf

LONG = (
    "The agency asked for comment on a rule that would change how each of the firms it oversees keeps the records of "
    "its trades, and for how long; we think that the change is a good one, and that two words of it are not."
)
MORE = (
    "A second paragraph says as much again in other words, so that the margins of the page can be seen, and ends where "
    "its writer wanted it to end, which is in the middle of a row."
)


def read(*pages: PrintedPage) -> PrintedLetter:
    """Return the letter that ``pages`` print."""
    return read_letter_pdf(pdf(*(each.page for each in pages)), "letter.pdf", time_limit=60)


def shown(printed: PrintedLetter) -> list[str]:
    """Return each paragraph as one line, calls as ^1, those of a block quotation behind "> "."""
    return [line for block in printed.letter.blocks for line in _shown(block, printed)]


def _shown(block: Block, printed: PrintedLetter) -> list[str]:
    if isinstance(block, BlockQuote):
        return ["> " + " / ".join(line for each in block.blocks for line in _shown(each, printed))]
    assert isinstance(block, Paragraph)
    notes = printed.letter.notes
    line = "".join(
        part.text if isinstance(part, Span) else f"^{notes[part.note].number or notes[part.note].mark}"
        for part in block.content
        if isinstance(part, (Span, NoteCall))
    )
    return [line]


def feet(printed: PrintedLetter) -> list[str]:
    """Return the notes as they are called, "1: words"."""
    return [
        f"{each.printed}: {' / '.join(line for block in each.note.blocks for line in _shown(block, printed))}"
        for each in notes_in_order(printed.letter)
    ]


# ---- paragraphs ----


def test_paragraphs_are_told_by_the_room_between_them() -> None:
    assert shown(read(PrintedPage().text(LONG).text(MORE).text(LONG))) == [LONG, MORE, LONG]


def test_paragraphs_without_room_between_them_are_told_by_their_first_row() -> None:
    page = PrintedPage()
    for _ in range(2):
        page.text(LONG, first=5, gap=0).text(MORE, first=5, gap=0)
    assert shown(read(page)) == [LONG, MORE, LONG, MORE]


def test_paragraphs_with_neither_are_told_by_a_row_that_was_ended_early() -> None:
    assert shown(read(PrintedPage().text(LONG, gap=0).text(MORE, gap=0).text(LONG))) == [LONG, MORE, LONG]


def test_a_paragraph_goes_on_over_a_page() -> None:
    above, below = textwrap.wrap(LONG, 78)[:2], textwrap.wrap(LONG, 78)[2:]
    first, second = PrintedPage().text(MORE).rows(above), PrintedPage().rows(below).text(MORE)
    assert shown(read(first, second)) == [MORE, LONG, MORE]


def test_a_paragraph_that_ends_with_its_page_goes_on_nowhere() -> None:
    assert shown(read(PrintedPage().text(LONG).text(MORE), PrintedPage().text(LONG))) == [LONG, MORE, LONG]


def test_pages_bound_in_the_middle_have_margins_of_their_own() -> None:
    left = PrintedPage().text(LONG).text(MORE).text(LONG).text(MORE)
    right = PrintedPage(page=PdfPage())
    for row in [*textwrap.wrap(LONG, 78), *textwrap.wrap(MORE, 78)] * 2:
        right.page.line(100, right.y, row)
        right.y -= 14
    assert shown(read(left, right)) == [LONG, MORE, LONG, MORE] * 2


def test_the_lines_of_an_address_stand_each_alone() -> None:
    page = PrintedPage().text(LONG).rows(["Your Name", "Associate Counsel", "Example Institute"], gap=20, indent=40)
    assert shown(read(page.text(MORE))) == [LONG, "Your Name", "Associate Counsel", "Example Institute", MORE]


@pytest.mark.parametrize("words", [LONG, LONG[:118]])
def test_the_date_of_a_short_letter_stands_alone_among_its_addresses(words: str) -> None:
    cover = ["Example Institute", "1 Main Street", "September 9, 2024", "Office of the Secretary", "Washington, DC"]
    assert shown(read(PrintedPage().rows(cover).text(words))) == [*cover, words]


def test_points_of_a_list_stand_each_alone_and_go_on_below_their_words() -> None:
    page = PrintedPage().text(LONG)
    for number in "12":
        rows = textwrap.wrap(f"{number}. {LONG}", 74)
        page.rows([f"   {rows[0]}", *(f"      {row}" for row in rows[1:])], gap=0)
    assert shown(read(page.text(MORE))) == [LONG, f"1. {LONG}", f"2. {LONG}", MORE]


def test_the_lines_of_the_contents_are_left_out() -> None:
    page = PrintedPage().rows(["Introduction" + "." * 60 + "3", "Conclusion" + ". " * 30 + " iv"]).text(LONG)
    assert shown(read(page)) == [LONG]


def test_a_title_is_no_running_text() -> None:
    page = PrintedPage().rows(["COMMENTS"], size=16, indent=20).text(LONG)
    assert [block.role for block in read(page).letter.blocks if isinstance(block, Paragraph)] == ["title", ""]


# ---- quotations set off ----


def test_what_stands_in_on_both_sides_is_a_quotation() -> None:
    page = PrintedPage().text(LONG).text(MORE, inset=6).text(LONG)
    assert shown(read(page)) == [LONG, f"> {MORE}", LONG]


def test_the_paragraphs_of_one_quotation_stand_together_until_a_note_is_called() -> None:
    page = PrintedPage().text(LONG).text(MORE, inset=6).text(MORE + "^1^", inset=6).text(MORE, inset=6).text(LONG)
    assert shown(read(page.note("1", "A note."))) == [LONG, f"> {MORE} / {MORE}^1", f"> {MORE}", LONG]


@pytest.mark.parametrize("left", [5, 10])
def test_what_stands_in_on_the_left_alone_is_no_quotation(left: int) -> None:
    assert shown(read(PrintedPage().text(LONG).text(MORE, left=left).text(LONG))) == [LONG, MORE, LONG]


def test_a_title_in_the_middle_is_no_quotation() -> None:
    rows = ["B. A title of some length that needs a second row to be printed", "in the middle of its page"]
    page = PrintedPage().text(LONG).rows([rows[0].center(78), rows[1].center(78)]).text(LONG)
    assert not any(line.startswith(">") for line in shown(read(page)))


def test_a_quotation_set_small_is_no_note() -> None:
    page = PrintedPage().text(LONG + "^1^")
    for row in textwrap.wrap(MORE, 60):
        page.page.line(110, page.y, row, size=7.5)
        page.y -= 12
    page.y -= 20
    printed = read(page.text(LONG).note("1", "A note."))
    assert MORE in " ".join(shown(printed)).replace("> ", "")
    assert feet(printed) == ["1: A note."]


# ---- notes ----


def test_notes_are_joined_with_their_calls() -> None:
    page = PrintedPage().text(f"One.^1^ {LONG}^2^").text(MORE).note("1", "See this.").note("2", "Id. at 5.")
    printed = read(page)
    assert shown(printed) == [f"One.^1 {LONG}^2", MORE]
    assert feet(printed) == ["1: See this.", "2: Id. at 5."]


def test_notes_as_large_as_the_text_are_told_by_numbers_that_count_on() -> None:
    pages = [PrintedPage().text(f"{LONG}^{number}^").text(MORE) for number in (1, 2)]
    printed = read(pages[0].note("1", "See this.", size=10), pages[1].note("2", "Id. at 5.", size=10))
    assert shown(printed) == [f"{LONG}^1", MORE, f"{LONG}^2", MORE]
    assert feet(printed) == ["1: See this.", "2: Id. at 5."]


def test_notes_that_say_more_than_the_text_are_notes_on_each_page() -> None:
    long = " ".join([MORE] * 4)
    first = PrintedPage(foot=300).text(f"{LONG}^1^").text(f"{MORE}^2^").note("1", long).note("2", f"{long} And")
    second = PrintedPage(foot=300).text(f"{LONG}^3^").note("", "so it goes on.").note("3", f"{long} {long}")
    printed = read(first, second)
    assert shown(printed) == [f"{LONG}^1", f"{MORE}^2", f"{LONG}^3"]
    assert [note.replace(" / ", " ") for note in feet(printed)] == [
        f"1: {long}",
        f"2: {long} And so it goes on.",
        f"3: {long} {long}",
    ]


def test_notes_as_large_as_the_text_go_on_over_a_page() -> None:
    first = PrintedPage().text(f"{LONG}^1^").text(f"{MORE}^2^").note("1", "See this.", size=10)
    first.note("2", "A long note that goes on and on until the page ends and", size=10)
    second = PrintedPage().text(f"{LONG}^3^").text(MORE).note("", "is not ended yet.", size=10)
    second.note("3", "Id.", size=10)
    printed = read(first, second)
    assert shown(printed) == [f"{LONG}^1", f"{MORE}^2", f"{LONG}^3", MORE]
    assert [note.replace(" / ", " ") for note in feet(printed)] == [
        "1: See this.",
        "2: A long note that goes on and on until the page ends and is not ended yet.",
        "3: Id.",
    ]


def test_alike_rows_of_notes_that_end_pages_at_one_height_are_no_running_feet() -> None:
    pages = [PrintedPage(foot=90).text(f"{number} is so. {LONG}^{number}^").text(MORE) for number in (1, 2, 3)]
    for number, page in enumerate(pages, start=1):
        page.note(str(number), f"See the {['first', 'second', 'third'][number - 1]} part of this.")
        page.note("", "It is in 88 Fed. Reg. 75191.").page.line(300, 40, str(number))
    assert [note.replace(" / ", " ") for note in feet(read(*pages))] == [
        "1: See the first part of this. It is in 88 Fed. Reg. 75191.",
        "2: See the second part of this. It is in 88 Fed. Reg. 75191.",
        "3: See the third part of this. It is in 88 Fed. Reg. 75191.",
    ]


def test_a_row_of_text_that_ends_with_the_number_of_its_page_is_no_running_head() -> None:
    row = "The letter of the institute, where all of it was said before, is on its page 3"
    pages = [PrintedPage().text(LONG), PrintedPage().text(MORE), PrintedPage().rows([row, "and goes on from there."])]
    for number, page in enumerate(pages[:2], start=1):
        page.page.line(300, 40, str(number))
    assert shown(read(*pages)) == [LONG, MORE, f"{row} and goes on from there."]


def test_a_running_foot_may_have_two_rows() -> None:
    said = [LONG, MORE, "The third page says less than the others, and stands alone."]
    pages = [PrintedPage().text(f"{words}^{number}^") for number, words in enumerate(said, start=1)]
    for number, page in enumerate(pages, start=1):
        page.note(str(number), "Id.").page.line(72, 40, "Example Institute").line(72, 30, "1 Main Street, Washington")
    assert shown(read(*pages)) == [f"{words}^{number}" for number, words in enumerate(said, start=1)]


def test_a_note_as_large_as_the_text_that_breaks_off_goes_on_at_the_foot_of_a_page_without_others() -> None:
    first = PrintedPage().text(f"{LONG}^1^").text(f"{MORE}^2^").note("1", "See this.", size=10)
    first.note("2", "A long note that goes on and on until the page ends and", size=10)
    printed = read(first, PrintedPage().text(LONG).text(MORE).note("", "is not ended yet.", size=10))
    assert shown(printed) == [f"{LONG}^1", f"{MORE}^2", LONG, MORE]
    assert [note.replace(" / ", " ") for note in feet(printed)] == [
        "1: See this.",
        "2: A long note that goes on and on until the page ends and is not ended yet.",
    ]


def test_a_page_may_be_all_notes() -> None:
    first = PrintedPage().text(f"{LONG}^1^").text(f"{MORE}^2^")
    first.note("1", "A note that goes on and on until the page ends")
    second = PrintedPage().note("", "and is not ended yet.").note("2", "Id.")
    printed = read(first, second)
    assert shown(printed) == [f"{LONG}^1", f"{MORE}^2"]
    assert [note.replace(" / ", " ") for note in feet(printed)] == [
        "1: A note that goes on and on until the page ends and is not ended yet.",
        "2: Id.",
    ]


def test_two_calls_behind_one_word_are_two() -> None:
    printed = read(PrintedPage().text(f"{LONG}^1^^2^").text(MORE).note("1", "One.").note("2", "Two."))
    assert feet(printed) == ["1: One.", "2: Two."]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    first = (
        PrintedPage().text(f"{LONG}^1^").text(MORE).note("1", "A long note that goes on and on until the page ends and")
    )
    second = PrintedPage().text(f"{LONG}^2^").text(MORE).note("", "is not ended yet.").note("2", "Id.")
    (one, two) = feet(read(first, second))
    assert one.replace(" / ", " ") == "1: A long note that goes on and on until the page ends and is not ended yet."
    assert two == "2: Id."


def test_a_line_without_letters_is_as_large_as_the_others_of_its_note() -> None:
    rows = ["See the notice of the agency, 88 Fed. Reg. 75191", "(2023)."]
    first = PrintedPage().text(f"{LONG}^1^").text(MORE).note("1", rows[0])
    second = PrintedPage().text(f"{LONG}^2^").text(MORE).note("", rows[1]).note("2", "Id.")
    printed = read_letter_pdf(pdf(first.page, second.page, font=OFFICE), "letter.pdf", time_limit=60)
    assert [note.replace(" / ", " ") for note in feet(printed)] == [f"1: {' '.join(rows)}", "2: Id."]


def test_a_number_within_a_note_begins_none() -> None:
    rows = ["See the report of the agency, volume two, and compare id. at", "2 (describing the risk)."]
    page = PrintedPage().text(f"{LONG}^1^").text(f"{MORE}^2^").text(f"{LONG}^3^")
    page.note("1", rows[0]).note("", rows[1]).note("2", "Id.").note("3", "Id.")
    assert feet(read(page)) == [f"1: {' '.join(rows)}", "2: Id.", "3: Id."]


def test_a_number_within_a_note_begins_none_where_the_others_are_not_raised() -> None:
    page = PrintedPage().text(f"{LONG}^1^").text(f"{MORE}^2^").text(f"{LONG}^3^").text(f"{LONG}^4^")
    rows = ["1 See one.", "2 See the report of the agency, and compare id. at", "3 (describing the risk).", "3 Id."]
    for row in [*rows, "4 See others."]:
        page.note("", row)
    assert feet(read(page)) == ["1: See one.", " ".join(rows[1:3]).replace("2 ", "2: ", 1), "3: Id.", "4: See others."]


def test_the_stop_behind_the_number_of_a_note_is_none_of_its_words() -> None:
    page = PrintedPage().text(f"{LONG}^1^").text(f"{MORE}^2^").note("1", ". See this.").note("2", ". Id. at 5.")
    assert feet(read(page)) == ["1: See this.", "2: Id. at 5."]


def test_the_number_of_a_section_may_be_broken_between_its_parts() -> None:
    rows = ["We have read the notice and all that was said of it, and 42 U.S.C. § 7607(d)", "(3), too."]
    assert shown(read(PrintedPage().text(MORE).rows(rows)))[1] == rows[0] + rows[1]
    rows = [rows[0], "(2018) as it is."]
    assert shown(read(PrintedPage().text(MORE).rows(rows)))[1] == " ".join(rows)


def test_the_page_numbers_of_a_letter_of_two_pages_are_no_text_below_its_notes() -> None:
    first = PrintedPage().text(LONG).text(f"{MORE}^1^").note("1", "A long note that goes on until the page ends and")
    second = PrintedPage().text(f"{LONG}^2^").note("", "is not ended yet.").note("2", "Id.")
    for number, page in enumerate((first, second), start=1):
        page.page.line(300, 40, f"- {number} -")
    printed = read(first, second)
    assert shown(printed) == [LONG, f"{MORE}^1", f"{LONG}^2"]
    assert [note.replace(" / ", " ") for note in feet(printed)] == [
        "1: A long note that goes on until the page ends and is not ended yet.",
        "2: Id.",
    ]


def test_a_note_may_stand_on_the_page_behind_its_call() -> None:
    printed = read(PrintedPage().text(LONG).text(f"{MORE}^1^"), PrintedPage().text(LONG).note("1", "Late."))
    assert shown(printed)[1] == f"{MORE}^1"
    assert feet(printed) == ["1: Late."]


def test_a_mark_of_the_author_is_no_number() -> None:
    page = PrintedPage().rows(["Your Name^*^"]).text(f"{LONG}^1^").text(MORE)
    printed = read(page.note("*", "Your Name is a fellow.").note("1", "A note."))
    assert feet(printed) == ["*: Your Name is a fellow.", "1: A note."]
    assert [each.number for each in notes_in_order(printed.letter)] == [None, 1]


def test_notes_counted_anew_on_each_page_are_called_by_their_own() -> None:
    pages = [PrintedPage().text(f"{LONG}^1^").text(MORE).note("1", f"Of page {number}.") for number in (1, 2)]
    printed = read(*pages)
    assert feet(printed) == ["1: Of page 1.", "1: Of page 2."]
    assert [line[-2:] for line in shown(printed)] == ["^1", "w.", "^1", "w."]


def test_a_note_whose_call_is_not_seen_is_read_in_its_turn_and_told() -> None:
    page = PrintedPage().text(f"One.^1^ {LONG}").text(f"{MORE}^3^")
    printed = read(page.note("1", "First.").note("2", "Second.").note("3", "Id."))
    assert printed.unseen == ("2",)
    assert shown(printed) == [f"One.^1^2 {LONG}", f"{MORE}^3"]
    assert feet(printed) == ["1: First.", "2: Second.", "3: Id."]


@pytest.mark.parametrize("caret", ["^", ""])
def test_notes_at_the_end_of_a_letter_may_count_in_roman_numbers(caret: str) -> None:
    text = PrintedPage().text(f"{LONG}^i^").text(f"{MORE}^ii^").text(f"{LONG}^iii^")
    end = PrintedPage()
    for row in ["i@ See this.", "ii@ Compare id. at 5.", "iii@ Id."]:
        end.note("", row.replace("@", "") if not caret else f"^{row.replace('@', '^')}")
    printed = read(text, end)
    assert shown(printed) == [f"{LONG}^1", f"{MORE}^2", f"{LONG}^3"]
    assert feet(printed) == ["i: See this.", "ii: Compare id. at 5.", "iii: Id."]
    assert [each.number for each in notes_in_order(printed.letter)] == [1, 2, 3]


def test_roman_numbers_without_notes_are_told() -> None:
    printed = read(PrintedPage().text(f"{LONG}^i^").text(f"{MORE}^ii^"))
    assert (printed.missing, printed.unsure_from) == (("i", "ii"), 1)


def test_a_roman_number_behind_a_year_calls_its_note() -> None:
    printed = read(PrintedPage().text(f"{LONG}^i^").rows(["it was 2023.^ii^"]).text(f"{MORE}^iii^"))
    assert printed.missing == ("i", "ii", "iii")


def test_a_lone_raised_letter_calls_no_note() -> None:
    assert read(PrintedPage().text(f"{LONG}^i^").text(MORE)).missing == ()


def test_a_number_that_is_due_and_has_no_note_is_told() -> None:
    printed = read(PrintedPage().text(f"{LONG}^1^").text(f"{MORE}^2^").note("1", "First."))
    assert printed.missing == ("2",)
    assert feet(printed) == ["1: First."]


def test_an_exponent_stays_raised_in_the_text() -> None:
    printed = read(PrintedPage().text(f"Some 10^26^ operations.^1^ {LONG}").text(MORE).note("1", "First."))
    assert shown(printed)[0] == f"Some 10²⁶ operations.^1 {LONG}"
    assert printed.missing == ()


# ---- words ----


def test_a_word_broken_by_a_hyphen_may_have_one_or_not() -> None:
    page = (
        PrintedPage()
        .text("Long-term plans. " + LONG)
        .rows(
            [
                "A plan for the agency to keep its records safe over the whole of the long-",
                "term, and in over-",
                "sight of no one.",
            ]
        )
    )
    last = shown(read(page))[1:]
    assert " ".join(last).replace("\u00ad", "~") == (
        "A plan for the agency to keep its records safe over the whole of the long-~term, and in over~sight of no one."
    )


def test_an_address_keeps_its_hyphen() -> None:
    page = (
        PrintedPage()
        .text(LONG)
        .rows(
            [
                "See https://www.example.org/a-very-long-address-that-is-broken-at-its-last-",
                "hyphen.pdf for more of this.",
            ]
        )
    )
    assert shown(read(page))[1] == (
        "See https://www.example.org/a-very-long-address-that-is-broken-at-its-last-hyphen.pdf for more of this."
    )


# ---- what could not be read ----


def test_a_page_that_is_a_picture_is_told() -> None:
    scan = PrintedPage(page=PdfPage().raw("q 612 0 0 792 0 0 cm /Im1 Do Q"))
    printed = read(PrintedPage().text(LONG), scan)
    assert (printed.read, printed.total, printed.scanned, printed.guessed) == (2, 2, (2,), False)
    assert shown(printed) == [LONG]


def test_nothing_is_read_of_an_empty_page() -> None:
    printed = read(PrintedPage())
    assert (printed.letter.blocks, dict(printed.letter.notes)) == ((), {})
