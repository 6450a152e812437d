"""Pages in the words of messages."""

import pytest

from comment_kit.model.page_words import page_words, pages_words


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


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([], ""),
        (["8"], "page 8"),
        (["8", "8"], "page 8"),
        (["8", "9"], "pages 8 and 9"),
        (["8", "9", "12", "20"], "pages 8, 9, 12 and 20"),
        (["8", "9", "12", "20", "21"], "pages 8, 9, 12 and 2 more"),
        ([str(page) for page in range(1, 18)], "pages 1, 2, 3 and 14 more"),
        (["8", "9-10"], "page 8 and pages 9-10"),
        (["sheet 1", "8"], "sheet 1 and page 8"),
    ],
)
def test_many_places_are_counted_from_the_fourth_on(places: list[str], words: str) -> None:
    assert pages_words((each.split("-")[0], each.split("-")[-1]) for each in places) == words
