"""What a PDF draws becomes running text: columns, pages, broken words, turned and unseen lines."""

from pdf_files import FULL_PICTURE, PdfPage, pdf

from comment_kit.model.pages import Break, Lettering
from comment_kit.pages import read_pdf


def test_columns_are_read_one_after_another_as_the_file_draws_them() -> None:
    page = PdfPage()
    for x, rows in (
        (40, ["The first", "column goes"]),
        (230, ["on in the", "second and"]),
        (420, ["ends in the", "third."]),
    ):
        page.lines(x, 600, rows)
    text = read_pdf(pdf(page))
    assert text.body.text == "The first column goes on in the second and ends in the third."


def test_a_sentence_runs_on_over_the_pages_and_each_letter_knows_its_sheet() -> None:
    text = read_pdf(pdf(PdfPage().line(72, 400, "The sentence goes"), PdfPage().line(72, 600, "on here.")))
    assert text.body.text == "The sentence goes on here."
    assert text.body.sheets == (0, 18)
    assert [text.body.sheet_at(text.body.text.index(word)) for word in ("goes", "on")] == [1, 2]
    assert text.body.reach(13, 20) == (1, 2)
    assert dict(text.body.breaks) == {17: Break.SPACE}


def test_letters_that_slant_stand_upright_on_their_line() -> None:
    page = PdfPage().line(72, 600, "A program may make").line(72, 588, "italics by slanting", turn="1 0 0.33 1")
    page.line(72, 576, "its letters.").line(30, 300, "A stamp", turn="0 1 -1 0").line(
        300, 300, "DRAFT", turn="1 1 -1 1"
    )
    text = read_pdf(pdf(page))
    assert text.body.text == "A program may make italics by slanting its letters."
    assert text.removed == {"lines turned against the page": 2}


CODES = ["The \x1crst modi\x1ces a di\x1berent", "speci\x1ccation \x16 pages 4\x156."]


def test_ligatures_without_a_name_are_read_in_the_order_of_their_font() -> None:
    text = read_pdf(pdf(PdfPage().lines(72, 600, CODES)))
    assert text.body.text == "The first modifies a different specification \u2014 pages 4\u20136."
    oldest = read_pdf(pdf(PdfPage().lines(72, 600, ["Meta\x0cles", "speci\x0ced", "di\x0berently"])))
    assert oldest.body.text == "Metafiles specified differently"


def test_signs_of_formulas_are_no_ligatures() -> None:
    text = read_pdf(pdf(PdfPage().lines(72, 600, ["sin \x1c and cos \x1d", "are a\x1cb, \x1cfor\x1d example."])))
    assert text.body.text == "sin and cos are ab, for example."


def test_a_hyphen_at_a_line_end_is_kept_and_marked() -> None:
    text = read_pdf(pdf(PdfPage().lines(72, 600, ["These are long-", "term ques-", "tions."])))
    assert text.body.text == "These are long-term ques-tions."
    assert {offset: kind for offset, kind in text.body.breaks.items() if kind is Break.HYPHEN} == {
        14: Break.HYPHEN,
        24: Break.HYPHEN,
    }


def test_after_a_dash_a_line_may_end_without_a_space() -> None:
    text = read_pdf(pdf(PdfPage().lines(72, 600, ["the risks\u2014", "including these"])))
    assert text.body.text == "the risks\u2014including these"
    assert text.body.breaks[10] is Break.EDGE


def test_what_runs_against_the_page_or_lies_outside_it_is_left_out() -> None:
    page = PdfPage().line(72, 600, "The text of the page stands here.")
    page.line(20, 100, "printed on DSK120 with NOTICES", size=6, turn="0 1 -1 0").line(72, -85, "unseen")
    text = read_pdf(pdf(page))
    assert text.body.text == "The text of the page stands here."
    assert text.removed == {"lines turned against the page": 1, "lines outside the page": 1}
    assert "printed on DSK120" in text.front


def test_a_page_that_lies_on_its_side_is_set_up_by_its_letters() -> None:
    side = PdfPage(rotate=270)
    for place, row in enumerate(["A scan lies on", "its side, and", "reads well."]):
        side.line(300 + place * 12, 700, row, turn="0 -1 1 0")
    text = read_pdf(pdf(side))
    assert text.body.text == "A scan lies on its side, and reads well."
    assert text.removed == {}


def test_letters_behind_a_picture_are_no_evidence_and_a_picture_alone_has_none() -> None:
    hidden = PdfPage().raw(FULL_PICTURE).raw("3 Tr").line(72, 600, "Guessed letters.")
    text = read_pdf(pdf(hidden, PdfPage().raw(FULL_PICTURE), PdfPage(), PdfPage().line(72, 600, "Printed.")))
    assert [sheet.lettering for sheet in text.sheets] == [
        Lettering.HIDDEN_OCR,
        Lettering.SCAN,
        Lettering.EMPTY,
        Lettering.PRINTED,
    ]
    assert text.hidden_ocr
    assert [sheet.index for sheet in text.unread()] == [2]
    assert text.body.text == "Guessed letters. Printed."


def test_text_under_a_black_box_is_read_and_remarked() -> None:
    covered = PdfPage().line(72, 600, "the name of the witness").box(70, 597, 200, 14)
    title = PdfPage().box(70, 597, 200, 14).raw("1 g").line(72, 600, "white on black").raw("0 g")
    ruled = PdfPage().line(72, 600, "over a rule").box(70, 597, 200, 1)
    text = read_pdf(pdf(covered, title, ruled))
    assert text.covered == (1,)
    assert "the name of the witness" in text.body.text


def test_ligatures_tabs_and_bullets_are_what_a_reader_would_type() -> None:
    text = read_pdf(pdf(PdfPage().line(72, 600, "\u201cIt\u2019s  one\u201d \u2022 two")))
    assert text.body.text == "\u201cIt\u2019s one\u201d \u2022 two"


def test_the_first_letters_of_a_page_break_belong_to_the_new_sheet() -> None:
    text = read_pdf(pdf(PdfPage().line(72, 60, "a ques-"), PdfPage().line(72, 700, "tion")))
    assert text.body.text == "a ques-tion"
    assert text.body.on_sheet(1) == "a ques-"
    assert text.body.on_sheet(2) == "tion"
