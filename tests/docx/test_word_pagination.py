"""The pages of headings, as estimated and as an outline has them."""

import pytest
from docx_letters import HERE, PLAIN, Draft, call, division, head, inlines, para
from docx_samples import FORMAL, formal_comment, policy_letter
from msgspec.structs import replace

from comment_kit.docx import LAST_PAGE, estimate_pages, headings_pages
from comment_kit.errors import CommentKitError
from comment_kit.model.letter import Image, Table
from comment_kit.pages import outline_pages, page_count

PAGE = "word " * 750
"""A little more than a page holds in the size of the text, and two thirds of one in the size of the notes."""
APART = replace(PLAIN, settings={"body_starts_at_one": True})


def parts() -> Draft:
    return Draft().add(head(1, "First", "I."), head(2, "Inner", "A."), head(1, "Last"))


def test_a_letter_of_one_page_has_all_on_it() -> None:
    assert estimate_pages(parts().letter(), PLAIN) == {"first": 1, "inner": 1, "last": 1, LAST_PAGE: 1}


def test_text_notes_and_pictures_fill_pages() -> None:
    draft = Draft().text(PAGE).add(head(1, "Second")).noted(PAGE, PAGE, PAGE).add(head(1, "Fourth"))
    assert estimate_pages(draft.letter(), PLAIN) == {"second": 2, "fourth": 4, LAST_PAGE: 4}
    pictures = Draft()
    for _ in range(5):
        pictures.text(Image(path="a.png", alt="A chart.", location=HERE))
    assert estimate_pages(pictures.letter(), PLAIN) == {LAST_PAGE: 2}


def test_a_note_called_twice_takes_its_room_once() -> None:
    draft = Draft().note("n", PAGE, PAGE).text("Once.", call("n"), call("n"), call("none")).add(head(1, "Second"))
    assert estimate_pages(draft.letter(), PLAIN)["second"] == 2


def test_a_long_table_fills_pages() -> None:
    table = Table(header=(inlines("A"),), rows=((inlines("b"),),) * 40, aligns=(), location=HERE)
    assert estimate_pages(Draft().add(table, head(1, "After")).letter(), PLAIN)["after"] == 2


def test_cover_and_contents_stand_on_pages_of_their_own() -> None:
    draft = Draft().add(division("cover", para("Comments")), division("contents"), *parts().blocks)
    assert estimate_pages(draft.letter(), PLAIN)["first"] == 3
    assert estimate_pages(draft.letter(), APART)["first"] == 1


def test_a_page_break_begins_a_page() -> None:
    draft = Draft().text("Words.").add(division("pagebreak"), head(1, "Second"), division("footer", para(PAGE)))
    assert estimate_pages(draft.letter(), PLAIN) == {"second": 2, LAST_PAGE: 2}


def test_every_kind_of_block_takes_room() -> None:
    assert estimate_pages(formal_comment(), FORMAL)[LAST_PAGE] > 4
    assert estimate_pages(policy_letter(), PLAIN)[LAST_PAGE] > 0


def test_the_outline_gives_the_pages_whatever_labels_it_has() -> None:
    outline = (("I. First", 2), ("A. Inner", 2), ("Something else", 3), ("Last", 4))
    assert headings_pages(outline, parts().letter(), PLAIN) == {"first": 2, "inner": 2, "last": 4}


def test_a_heading_that_the_outline_lacks_is_left_out() -> None:
    assert headings_pages((("I. First", 2),), parts().letter(), PLAIN) == {"first": 2}


def test_pages_in_front_are_taken_off_where_they_are_counted_apart() -> None:
    outline = (("I. First", 3), ("A. Inner", 4), ("Last", 5))
    fronted = Draft().add(division("cover", para("Comments"))).add(*parts().blocks)
    assert headings_pages(outline, fronted.letter(), APART, sheets=6) == {
        "first": 1,
        "inner": 2,
        "last": 3,
        LAST_PAGE: 4,
    }
    assert headings_pages(outline, parts().letter(), APART)["last"] == 5


def test_what_is_no_pdf_is_said_in_one_sentence() -> None:
    for read in (outline_pages, page_count):
        with pytest.raises(CommentKitError, match="the PDF cannot be read"):
            read(b"words")
