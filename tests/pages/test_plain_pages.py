"""Text files: pages between form feeds, with the heads and numbers that a typist's page has."""

import pytest

from comment_kit.errors import CommentKitError
from comment_kit.pages import read_plain


def test_form_feeds_divide_pages_and_sentences_run_on() -> None:
    text = read_plain(b"The sentence runs\f on over the page.\f")
    assert [sheet.index for sheet in text.sheets] == [1, 2]
    assert text.body.text == "The sentence runs on over the page."
    assert text.body.sheets == (0, 18)
    assert text.format == "text"


def test_heads_and_page_numbers_leave_the_text() -> None:
    words = {3: "cats", 4: "dogs", 5: "owls", 6: "bees", 7: "elks"}
    pages = [f"   A REPORT ON MODELS\n\nPage {n} has {words[n]},\nand more.\n\n        {n}\n" for n in words]
    text = read_plain("\f".join(pages).encode())
    assert [sheet.label for sheet in text.sheets] == ["3", "4", "5", "6", "7"]
    assert text.body.text == " ".join(f"Page {n} has {word}, and more." for n, word in words.items())
    assert text.removed == {"running heads": 5, "page numbers": 5}


def test_a_pleadings_line_numbers_leave_the_text() -> None:
    rows = [f"{n:>2}   the words of line {chr(96 + n)}" for n in range(1, 13)]
    text = read_plain("\f".join(["\n".join(rows)] * 2).encode())
    assert text.body.text.startswith("the words of line a the words of line b")
    assert text.removed == {"line numbers": 24}


def test_a_file_in_windows_letters_is_read() -> None:
    assert (
        read_plain("\u201cquoted\u201d \u2014 caf\u00e9".encode("cp1252")).body.text
        == "\u201cquoted\u201d \u2014 caf\u00e9"
    )


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(CommentKitError, match="this is no text"):
        read_plain(b"\x7fELF\0\0\0")
