"""Typed characters become those of a printer, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.model.text import Span, plain
from comment_kit.typography import typeset, typeset_words

CASES = {
    '"Hello," she said.': "“Hello,” she said.",
    "NIST's view of '90s rules": "NIST’s view of ’90s rules",
    "\"'Nested' quotation\"": "“‘Nested’ quotation”",
    "\"a quotation 'inside'\"": "“a quotation ‘inside’”",
    'the "[t]heir" of ("one")': "the “[t]heir” of (“one”)",
    '"we must---"': "“we must—”",
    "risks---all of them---and 10--12": "risks—all of them—and 10–12",
    'an "open---"closed" model': "an “open—“closed” model",
    'he said so."': "he said so.”",
    "5 U.S.C. § 553(c), §§ 4 and ¶ 3": "5 U.S.C. §\u00a0553(c), §§\u00a04 and ¶\u00a03",
    "(c) (r) (tm) +- stay": "(c) (r) (tm) +- stay",
    "four.... dots": "four.... dots",
}


@pytest.mark.parametrize(("typed", "printed"), CASES.items())
def test_characters_are_set(typed: str, printed: str) -> None:
    assert typeset_words(typed) == printed


def test_three_dots_become_the_ellipsis_of_the_style() -> None:
    assert typeset_words("risks ... includ[ing]", ellipsis="…") == "risks … includ[ing]"
    assert typeset_words("risks ... go", ellipsis=". . .") == "risks . . . go"
    assert typeset_words("risks ... go", ellipsis=r"\1") == r"risks \1 go"


def test_at_and_a_page_stay_on_one_line_in_notes_alone() -> None:
    assert typeset_words("at 12, at iv", in_note=True) == "at\u00a012, at\u00a0iv"
    assert typeset_words("at 12") == "at 12"


def test_a_mark_turns_by_what_stands_before_and_behind_it() -> None:
    assert typeset_words('"', before="k") == "”"
    assert typeset_words('"', before=" ", after="k") == "“"
    assert typeset_words('said "', after=" ") == "said ”"


def test_marks_turn_across_spans() -> None:
    spans = (Span(text='He said "'), Span(text="Id.", italic=True), Span(text='" and left'))
    assert plain(typeset(spans)) == "He said “Id.” and left"


def test_code_and_printed_addresses_stay_as_typed() -> None:
    code = Span(text='"--x"', code=True)
    address = Span(text="https://a.example/--b", url="https://a.example/--b")
    assert typeset((code, address)) == (code, address)


@given(st.text(alphabet="a\"' -.", max_size=30))
def test_every_straight_mark_becomes_curly(words: str) -> None:
    printed = typeset_words(words)
    assert '"' not in printed
    assert "'" not in printed


@given(st.text(alphabet="ab \"'", max_size=30))
def test_nothing_but_marks_changes(words: str) -> None:
    printed = typeset_words(words)
    assert printed.translate(str.maketrans("“”‘’", "\"\"''")) == words
