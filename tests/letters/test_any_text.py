"""Whatever a person gives to be read, a letter comes back, soon, and never an exception."""

import time
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from letter_readings import FORMAL, SHIPPED, read, remarks

from comment_kit.errors import CommentKitError
from comment_kit.letters import Setting, read_text, write_markdown
from comment_kit.letters.reading import MOST_CHARACTERS
from comment_kit.model.letter import citations_in, notes_in_order, walk

PIECES = st.sampled_from([
    *("word", " ", "\n", "\n\n", "    ", "# ", "## ", "- ", "1. ", "> ", "| a | b |\n|---|---|\n", "---", "==="),
    *("[", "]", "(", ")", "{", "}", "[@a", "[see @a, 3; @b]", "@a", ";", ",", "{form=full}", "{#id}", "```"),
    *("^[", "[^a]", "[^a]: ", "[](#id)", "![x](y)", "<!--", "-->", "<b>", "*", "**", "_", "`", "~", "^", "$", "\\"),
    *('"', "'", "“", "”", "...", "--", "§ ", "::: cover\n", ":::\n", ":::", "{{ vars.x }}", "{% if 1 %}"),
    *("{% endif %}", "{## x ##}", "{{", "}}", "{%", "https://a.example", "<https://a.example>", "{.smallcaps}"),
    *("\x00", "\t", "\r\n", "\U000f0000", "é"),
])  # fmt: skip
MADE = st.lists(PIECES, max_size=40).map("".join)


def whole(text: str) -> None:
    """Read ``text`` in each way; every part must have a place inside it."""
    for setting in (None, Setting(templates=SHIPPED)):
        letter, diagnostics = read(text, setting)
        count = text.count("\n") + text.count("\r") + 1
        for each in diagnostics:
            assert each.message
            assert each.location.file != "letter.md" or 0 <= each.location.line <= count
        called = {note.note.id for note in notes_in_order(letter)}
        assert called <= set(letter.notes)
        for note in letter.notes.values():
            assert all(each.location.line > 0 for each in citations_in(note.blocks))
        assert list(walk(letter.blocks)) is not None
        write_markdown(letter)


@settings(max_examples=300, deadline=None)
@given(MADE)
@example("[@x, 3 (a " * 200 + ")]" * 200)
@example(">" * 10_000)
@example("- " * 10_000)
@example("[" * 10_000 + "]" * 10_000)
@example("*" * 10_000)
@example("::: cover\n" * 200)
@example("^[" * 2_000 + "]" * 2_000)
@example("{" * 10_000)
@example("\ud800")
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    whole(text)
    whole(FORMAL + text)


@given(st.text(max_size=200))
def test_no_characters_are_too_odd_to_be_read(text: str) -> None:
    whole(text)


@settings(max_examples=150, deadline=None)
@given(MADE)
def test_every_citation_stands_where_it_is_said_to(text: str) -> None:
    if "{{" in text or "\r" in text or "\x00" in text or "\U000f0000" in text:
        return
    letter, _ = read(text)
    lines = text.split("\n")
    for note in letter.notes.values():
        for each in citations_in(note.blocks):
            found = lines[each.location.line - 1][each.location.column - 1 :]
            assert found.startswith(f"@{each.key}")


# ---- size ----

LARGE = {
    "brackets": "[" * 50_000_000,
    "words": "word " * 10_000_000,
    "marks": "[@x] " * 400_000,
    "lines": "- a\n" * 600_000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_what_is_too_large_for_a_letter_is_refused_at_once(text: str) -> None:
    before = time.process_time()
    _, diagnostics = read(text)
    assert time.process_time() - before < 5
    assert diagnostics[0].code == "LET101"
    assert "are too many for a letter" in diagnostics[0].message


LONG = {
    "open brackets": "[" * 100_000,
    "open citations": "[@x " * 5_000,
    "open notes": "^[" * 10_000,
    "open pictures": "![" * 20_000,
    "open comments": "<!-- " * 20_000,
    "open comments in lines": "<!--\n" * 10_000,
    "open tags": "<a " * 20_000,
    "open links": "[a](b " * 10_000,
    "closing brackets": "]" * 50_000,
    "semicolons": "[@x" + "; @y" * 5_000 + "]",
    "round brackets": "[@x, 3 " + "(" * 20_000 + "]",
    "quotation marks": '"' * 50_000,
    "single marks": "'" * 50_000,
    "stars": "*a " * 20_000,
    "backticks": "`" * 1_000 + " ``" * 20_000,
    "signs of references": "[a](#b) " * 5_000,
    "divisions": "::: cover\n" * 10_000,
    "headings": "# a\n" * 5_000,
    "notes": "[^a]: b\n" * 5_000,
    "expressions": "{{ 1 }}" * 10_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_reading_takes_as_long_as_the_text(text: str) -> None:
    before = time.process_time()
    read(text)
    assert time.process_time() - before < 15


TOO_MUCH = {
    "100,000 characters without a break": ("Words.\n\n" + "x" * 100_001, 3),
    "300,000 changes of type, links and citations": ("*a* b " * 10_000 + "\n\n", 31),
    "32,767 notes": ("a[@x]b[@x]c[@x]d[@x]\n\n" * 8_192, 16_383),
    "20,000 paragraphs, items and cells": ("a\n\n" * 20_002, 40_003),
}


@pytest.mark.parametrize("what", TOO_MUCH)
def test_more_than_any_letter_holds_is_told_where_it_becomes_too_much(what: str) -> None:
    text, line = TOO_MUCH[what]
    text = text * 16 if "links" in what else text
    _, diagnostics = read(text)
    assert [(each.code, each.location.line) for each in diagnostics] == [("LET101", line)]
    assert diagnostics[0].message == f"more than {what} are too many for a letter"


# ---- files ----


def test_a_file_is_read_as_text(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbfa\r\nb")
    assert read_text(tmp_path / "a.md") == "a\r\nb"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"one\ntwo \xff\n", "the letter is not UTF-8 text: line 2 holds a byte that UTF-8 does not"),
        (b"PK\x03\x04\xff", "this is a Word file, and a letter is written in Markdown"),
        (b"%PDF-1.7\n%\xff", "this is a PDF, and a letter is written in Markdown"),
        (b"x" * (4 * MOST_CHARACTERS + 1), "more than 20,000,000 bytes are too many for a letter"),
    ],
)
def test_a_file_that_is_no_letter_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    (tmp_path / "a.md").write_bytes(content)
    with pytest.raises(CommentKitError) as caught:
        read_text(tmp_path / "a.md")
    assert caught.value.problem.startswith(problem)
    assert caught.value.where == str(tmp_path / "a.md")


@pytest.mark.parametrize("name", ["nothing.md", "."])
def test_a_file_that_cannot_be_opened_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(CommentKitError, match="the letter cannot be read: "):
        read_text(tmp_path / name)


def test_line_ends_and_tabs_of_any_system_are_fine() -> None:
    assert remarks("a\r\n\r\n-\tb\r\n\r\rc") == []
