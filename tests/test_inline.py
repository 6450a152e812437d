"""The small markup of citation forms, and values that it must not touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.inline import protect, read_inline, unprotect
from comment_kit.model.text import Span, plain

CASES = {
    "roman": (Span(text="roman"),),
    "*Id.* at 3": (Span(text="Id.", italic=True), Span(text=" at 3")),
    "**bold**": (Span(text="bold", bold=True),),
    "[U.S. AI Safety Inst.]{.smallcaps}": (Span(text="U.S. AI Safety Inst.", small_caps=True),),
    "*supra* note [4]{note=fn-x}": (
        Span(text="supra", italic=True),
        Span(text=" note "),
        Span(text="4", refers_to="fn-x"),
    ),
    "[words](https://a.example/b)": (Span(text="words", url="https://a.example/b"),),
    "<https://a.example/b_c*d>": (Span(text="https://a.example/b_c*d", url="https://a.example/b_c*d"),),
    r"\*not italic\*": (Span(text="*not italic*"),),
    "[t]heir": (Span(text="[t]heir"),),
    "[never closed": (Span(text="[never closed"),),
}


@pytest.mark.parametrize(("markup", "words"), CASES.items())
def test_markup_becomes_words_with_their_type(markup: str, words: tuple[Span, ...]) -> None:
    assert read_inline(markup) == words


@given(st.text(max_size=40))
def test_a_protected_value_is_read_as_itself(value: str) -> None:
    value = unprotect(value)
    assert plain(read_inline(protect(value))) == value


@given(st.text(max_size=40))
def test_protecting_twice_is_protecting_once(value: str) -> None:
    assert protect(protect(value)) == protect(value)


def test_a_long_run_of_open_brackets_is_read_in_time() -> None:
    assert plain(read_inline("[" * 5_000)) == "[" * 5_000
