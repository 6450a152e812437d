"""Pages as printed, and the span between the first and the last of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.library.spans import lies_before, page_label, page_range, read_span, says_pages


@pytest.mark.parametrize(("written", "label"), [
    ("75,203", "75203"),
    ("1,234,567", "1234567"),
    (" iv ", "iv"),
    ("12, 345", "12, 345"),
    ("sheet 5", "sheet 5"),
])  # fmt: skip
def test_a_thousands_comma_is_no_part_of_a_page(written: str, label: str) -> None:
    assert page_label(written) == label


@pytest.mark.parametrize("dash", ["-", "--", "---", "–", "—", " -- "])
def test_a_range_has_one_hyphen(dash: str) -> None:
    assert page_range(f"75,191{dash}75,226") == "75191-75226"


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_numbers_are_ordered_as_numbers(one: int, other: int) -> None:
    assert lies_before(str(one), str(other)) is (one < other)


@pytest.mark.parametrize(("page", "other"), [("iv", "12"), ("A-1", "A-2"), ("²", "3"), ("3", "sheet 5")])
def test_what_is_no_number_is_not_ordered(page: str, other: str) -> None:
    assert not lies_before(page, other)


def test_a_number_may_be_of_any_length() -> None:
    assert lies_before("9", "9" * 9000)


@pytest.mark.parametrize("field", ["pages", "frpage", "statpage"])
def test_a_first_page_alone_is_half_a_span(field: str) -> None:
    assert read_span({field: "1,177"}) == ("1177", None)


@pytest.mark.parametrize("written", ["177--203", "iv--xii", "A-12", "e1014", "1--5, 7--9", "xii, 345", "75,191-75,226"])
def test_pages_have_numbers(written: str) -> None:
    assert says_pages(written)


@pytest.mark.parametrize("written", ["abc", "x--y", "--", "forthcoming"])
def test_pages_without_numbers_are_none(written: str) -> None:
    assert not says_pages(written)
