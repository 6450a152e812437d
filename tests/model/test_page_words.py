"""Pages in the words of messages."""

import pytest

from comment_kit.model.page_words import page_words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        (("7",), "page 7"),
        (("7", "7"), "page 7"),
        (("7", "8"), "pages 7-8"),
        (("8, 9",), "pages 8, 9"),
        (("A-12",), "page A-12"),
        (("sheet 5",), "sheet 5"),
        (("sheet 5", "sheet 6"), "sheets 5-6"),
        (("sheet 5", "1"), "sheet 5 to page 1"),
    ],
)
def test_a_sheet_without_a_number_is_no_page(printed: tuple[str, ...], words: str) -> None:
    assert page_words(*printed) == words
