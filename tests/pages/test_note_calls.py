"""Note calls leave the words and are remembered; notes stand in a stream of their own."""

from pdf_files import WIDTH, PdfPage, pdf

from comment_kit.model.pages import Break, PageText, Stream
from comment_kit.pages import read_pdf

BODY = [
    "The body of this page is set in ten points,",
    "so that most of its letters are of that size",
    "and the smaller ones below can be told apart.",
]


def read(*pages: PdfPage) -> PageText:
    return read_pdf(pdf(*pages))


def called(stream: Stream) -> list[tuple[str, str]]:
    """Return the words before each call with the number called."""
    return [(stream.text[:offset].rpartition(" ")[2], number) for offset, number in stream.calls.items()]


def test_a_call_leaves_the_words_and_is_remembered_where_it_stood() -> None:
    text = read(PdfPage().lines(72, 600, [*BODY, "These models.^9^ They are large,^10^ and new.^11^"]))
    assert text.body.text.endswith("These models. They are large, and new.")
    assert called(text.body) == [("models.", "9"), ("large,", "10"), ("new.", "11")]


def test_a_call_at_the_end_of_a_line_belongs_to_that_line() -> None:
    text = read(PdfPage().lines(72, 600, [*BODY, "The first sentence.^1^", "The second begins here."]))
    assert called(text.body) == [("sentence.", "1")]
    assert "sentence. The second" in text.body.text


def test_a_call_that_is_drawn_by_itself_behind_a_lone_stop_begins_no_note() -> None:
    # PDFium parts what stands nowhere at one height: a raised number and the stop before it, where a font changes.
    row = PdfPage().lines(72, 600, BODY).line(72, 560, "The use of models").line(72 + 17 * 6, 560, ".")
    row.line(72 + 18 * 6, 565.5, "1", size=5.8).line(72 + 18 * 6 + 4, 560, " The end of it.")
    text = read(row.line(72, 548, "It goes on in the next row of this page."))
    assert called(text.body) == [("models.", "1")]
    assert text.body.text.endswith("The use of models. The end of it. It goes on in the next row of this page.")
    assert dict(text.all.openings) == {}


def test_several_calls_in_one_place_are_several() -> None:
    text = read(PdfPage().lines(72, 600, [*BODY, "As others say,^1, 2^ it is so."]))
    assert called(text.body) == [("say,", "1, 2")]
    assert text.body.text.endswith("As others say, it is so.")


def test_stars_daggers_and_small_roman_numbers_call_notes_too() -> None:
    text = read(PdfPage().lines(72, 600, [*BODY, "The author^*^ thanks the board^\u2020^ and us.^ii^"]))
    assert called(text.body) == [("author", "*"), ("board", "\u2020"), ("us.", "ii")]


def test_an_exponent_is_part_of_its_number() -> None:
    text = read(PdfPage().lines(72, 600, [*BODY, "more than 10^26^ operations.^1^ And 10^23^ others."]))
    assert text.body.text.endswith("more than 1026 operations. And 1023 others.")
    assert called(text.body) == [("operations.", "1")]


def test_powers_of_units_and_raised_minus_signs_are_no_calls() -> None:
    rows = ["no more than 12 µg/m^3^ of air", "and 80 km^2^ of land, or", "in 10-^6^ of all cases.^1^"]
    text = read(PdfPage().lines(72, 600, [*BODY, *rows]))
    assert text.body.text.endswith("12 µg/m3 of air and 80 km2 of land, or in 10-6 of all cases.")
    assert called(text.body) == [("cases.", "1")]


def test_a_call_behind_a_unit_is_one_where_it_is_due() -> None:
    text = read(PdfPage().lines(72, 600, [*BODY, "It is the first.^1^", "It is 12 km^2^ long.^3^"]))
    assert called(text.body) == [("first.", "1"), ("km", "2"), ("long.", "3")]


def test_where_an_exponent_begins_is_remembered() -> None:
    body = read(PdfPage().lines(72, 600, [*BODY, "more than 10^26^ operations.^1^ And 10^23^ others."])).body
    begun = [offset for offset, kind in body.breaks.items() if kind is Break.EDGE]
    assert [(body.text[:each].rpartition(" ")[2], body.text[each:].partition(" ")[0]) for each in begun] == [
        ("10", "26"),
        ("10", "23"),
    ]


def test_a_call_due_behind_a_number_is_a_call() -> None:
    text = read(PdfPage().lines(72, 600, [*BODY, "It began.^1^ Executive Order 14110^2^ says so."]))
    assert called(text.body) == [("began.", "1"), ("14110", "2")]
    assert text.body.text.endswith("Executive Order 14110 says so.")


def test_a_call_that_the_file_draws_as_a_piece_of_its_own_goes_back_to_its_line() -> None:
    page = PdfPage().lines(72, 600, BODY)
    page.line(72, 550, "Section 3(k) of Executive Order 14110,")
    end = 72 + len("Section 3(k) of Executive Order 14110,") * WIDTH * 10
    page.line(end, 550, "^5^").line(end + 12, 550, "this includes models.")
    text = read(page)
    assert called(text.body) == [("14110,", "5")]
    assert text.body.text.endswith("Executive Order 14110, this includes models.")


def test_notes_do_not_cut_the_sentence_that_runs_on_over_the_page() -> None:
    first = PdfPage().lines(72, 600, [*BODY, "A sentence runs^1^"])
    first.lines(72, 100, ["^1^ See the first", "note at 5."], size=8)
    second = PdfPage().lines(72, 600, ["on here.^2^ And the page goes on for a while.", *BODY])
    second.line(72, 100, "^2^ Id. at 6.", size=8)
    text = read(first, second)
    assert "A sentence runs on here. And" in text.body.text
    assert text.notes.text == "See the first note at 5. Id. at 6."
    assert dict(text.notes.openings) == {0: "1", 25: "2"}
    assert [text.notes.sheet_at(offset) for offset in (0, 25)] == [1, 2]
    assert "A sentence runs See the first note at 5. on here." in text.all.text
    assert list(text.all.calls.values()) == ["1", "2"]
    assert list(text.all.openings.values()) == ["1", "2"]


def test_extracts_between_the_two_sizes_stay_in_the_body() -> None:
    page = PdfPage().lines(72, 600, [*BODY, "It says:^1^"]).line(90, 540, "An extract is set smaller.", size=9)
    page.line(72, 100, "^1^ See the note.", size=8)
    text = read(page)
    assert text.body.text.endswith("It says: An extract is set smaller.")
    assert text.notes.text == "See the note."


def test_notes_whose_numbers_are_not_raised_are_known_by_counting_on() -> None:
    page = PdfPage().lines(72, 600, [*BODY, "One.^1^ Two.^2^ Three.^3^"])
    page.lines(72, 120, ["1 See one.", "2 See two, where it is", "said at length.", "3 See three."], size=8)
    text = read(page)
    assert text.notes.text == "See one. See two, where it is said at length. See three."
    assert list(text.notes.openings.values()) == ["1", "2", "3"]


def test_a_call_glued_to_a_word_and_a_number_drawn_by_itself_are_known() -> None:
    page = PdfPage().lines(72, 600, [*BODY, "Your Name^i^ thanks the board^ii^ of six."])
    page.line(72, 103, "i", size=5).line(80, 100, "Your Name writes for others.", size=8)
    page.line(72, 93, "ii", size=5).line(80, 90, "It has six members.", size=8)
    text = read(page)
    assert called(text.body) == [("Name", "i"), ("board", "ii")]
    assert text.body.text.endswith("Your Name thanks the board of six.")
    assert text.notes.text == "Your Name writes for others. It has six members."
    assert list(text.notes.openings.values()) == ["i", "ii"]
