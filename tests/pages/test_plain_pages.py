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


def test_the_call_of_a_note_at_the_foot_leaves_the_word_it_is_joined_to() -> None:
    words = "Large models1 are costly, and small ones\nare not.2 So 3 of 4 say."
    notes = "1 See the report.\n2 Another note,\nwhich runs on."
    text = read_plain(f"{words}\n\n{notes}\fMore of models3 is known.\n\n3 The last note.\f".encode())
    assert text.body.text == "Large models are costly, and small ones are not. So 3 of 4 say. More of models is known."
    called = [(text.body.text[:at].split()[-1], number) for at, number in text.body.calls.items()]
    assert called == [("models", "1"), ("not.", "2"), ("models", "3")]
    assert list(text.notes.openings.values()) == ["1", "2", "3"]
    assert text.notes.text == "See the report. Another note, which runs on. The last note."


@pytest.mark.parametrize(
    "page",
    [
        "The gpt4 of models1 and models1 again.\n\n1 See the report.",
        "The models12 are many.\n\nNo note stands here.",
        "The covid19 came.\n\n18 See the report.",
        "A list of models:\n1 Large ones.\n2 Small ones.",
        "The models1.5 are many.\n\n1 See the report.",
    ],
)
def test_a_number_that_may_be_a_part_of_its_word_stays(page: str) -> None:
    text = read_plain(page.encode())
    assert text.body.text == " ".join(page.split())
    assert not text.body.calls
