"""What is wrong in a bracket is told at its place with what to do, and nothing is written."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from front_door import FIRST_LINE, Desk, letter_of


class Bad(NamedTuple):
    """Words of a letter's first line with what must be said about them; the text begins in column 1."""

    text: str
    column: int
    code: str
    message: str
    hint: str


KEYS_AND_LOCATORS = (
    Bad("Words.[@ntia2042, 3]", 8, "SRC201", "no source has the key 'ntia2042'", "did you mean 'ntia2024'"),
    Bad("As @ntia2042 said.", 4, "SRC201", "no source has the key 'ntia2042'", "did you mean 'ntia2024'"),
    Bad("See ^[Words, [@zzz].]", 15, "SRC201", "no source has the key 'zzz'", "'comment-kit cite list'"),
    Bad("A.[@ntia2024 (citing [@zzz])]", 23, "SRC201", "no source has the key 'zzz'", "'comment-kit cite list'"),
    Bad(
        "Words.[@nist800-1, Practise 3.1]",
        8,
        "PIN101",
        "'Practise 3.1' is no page or known part of nist800-1",
        "did you mean 'Practice 3.1'",
    ),
    Bad("A.[@eo14110, § 4.66]", 4, "PIN101", "'§ 4.66' is no page", "did you mean '§ 4.6'"),
    Bad("A.[@ntia2024, somewhere]", 4, "PIN101", "'somewhere' is no page", "write a page, or add a row"),
    Bad("A.[@nist800-1, 99]", 4, "PIN102", "page 99 is outside nist800-1, which has pages 1-22", "look the page up"),
    Bad("A.[@eo14110, 75190]", 4, "PIN102", "page 75190 is outside eo14110", "look the page up"),
    Bad(
        "A.[@nist800-1, at 19, Appendix A]",
        4,
        "PIN103",
        "Appendix A of nist800-1 is not on page 19",
        "the pinpoint table has it on page 18",
    ),
    Bad(
        "A.[@eo14110, 75191, § 4.6(a)]", 4, "PIN103", "§ 4.6(a) of eo14110 is not on page 75191", "has it on page 75203"
    ),
    Bad("A.[@nist800-1, 3 n.48]", 4, "PIN103", "note 48 of nist800-1 is not on page 3", "has it on page 22"),
    Bad("A.[@nist800-1, 12-10]", 4, "PIN104", "pages 12-10 run backwards", "write the lower page first"),
)

BRACKETS = (
    Bad("Words.[@", 7, "LET302", "a bracket opens here and never closes", "close it with ']'"),
    Bad("Words.[@ntia2024, 3 and more.", 7, "LET302", "a bracket opens here and never closes", "close it"),
    Bad("Words.[see @ntia2024", 7, "LET302", "a bracket opens here and never closes", "close it"),
    Bad("Words.^[@ntia2024", 7, "LET302", "a bracket opens here and never closes", "close it"),
    Bad("Words.[@]", 8, "LET301", "'@' names no source", "each authority of a bracket is @key"),
    Bad("Words.[see@ntia2024]", 8, "LET301", "'see@ntia2024' names no source", "write 'see @ntia2024'"),
    Bad("Words.[@ntia2024](y)", 7, "LET303", "'[@ntia2024](...)' is both a citation and a link", "drop one of them"),
    Bad("Words.[foo @ntia2024]", 8, "SIG101", "'foo' is no signal", "words of your own stand in ^[a note]"),
    Bad("Words.[sea also @ntia2024]", 8, "SIG101", "'sea also' is no signal", "did you mean 'see also'?"),
    Bad("Words.[@ntia2024, ]", 17, "LET301", "a comma of '@ntia2024,' has no page", "or take the comma away"),
    Bad("Words.[@ntia2024,, 3]", 17, "LET301", "a comma of '@ntia2024,, 3' has no page", "or take the comma away"),
    Bad("Words.[@ntia2024;]", 18, "LET301", "a semicolon stands where no other authority follows", "each authority"),
    Bad("Words.[; @ntia2024]", 8, "LET301", "a semicolon stands where no other authority follows", "each authority"),
    Bad("Words.[@ntia2024; and 4]", 19, "LET301", "'and 4' names no source", "each authority of a bracket is @key"),
    Bad("Words.[@ntia2024 3]", 17, "LET301", "a comma is missing in '@ntia2024 3'", "write '@ntia2024, 3'"),
    Bad(
        "Words.[@ntia2024 @eo14110]",
        17,
        "LET301",
        "two sources stand here without a semicolon",
        "write '@ntia2024; @eo14110'",
    ),
    Bad("Words.[@ntia2024, 3 (so]", 21, "LET301", "the round bracket of '(so' never closes", "close it with ')'"),
    Bad("Words.[@ntia2024, 3 (so) yes]", 26, "LET301", "'yes' stands behind the parenthetical", "the order is"),
    Bad("Words.[@ntia2024, 3]{form=full", 21, "LET301", "this curly bracket cannot be read", "write {form=full}"),
    Bad("Words.[@ntia2024, 3]{form = full}", 21, "LET301", "this curly bracket cannot be read", "write {form=full}"),
)

NOTES = (
    Bad("Words.^[]", 7, "NOT107", "this note has no words", "write them between the brackets"),
    Bad("Words.[^]", 7, "NOT101", "'[^]' calls a note without a name", "write [^name], or the note's words here: ^[wo"),
    Bad("Words.[^a b]", 7, "NOT101", "'[^a b]' calls no note: a note's name has no spaces", "write [^name], or the"),
    Bad("Words.[^a]", 7, "NOT101", "the note 'a' has no text", "write its text on a line: [^a]: ..."),
    Bad("Words.^[One ^[two].]", 13, "NOT106", "a note stands inside a note", "take off '^['"),
)

QUOTATION_MARKS = (
    Bad('He said "so and went.', 9, "LET206", "a quotation mark opens here", "close it, begin the next paragraph"),
    Bad(
        'Words.[@ntia2024, 3 ("so)]', 22, "LET206", "a quotation mark opens here and its parenthetical ends", "close it"
    ),
    Bad('Words.^[He said "so.]', 17, "LET206", "a quotation mark opens here", "close it"),
)

UNREAD_ATTRIBUTES = (
    Bad("Words.[@ntia2024, 3]{fom=full}", 7, "LET211", "a citation does not know 'fom'", "form=, pin=always"),
    Bad("Words.[@ntia2024, 3]{form=ful}", 7, "LET211", "a citation does not know 'form=ful'", "full, short, id and"),
    Bad("Words.[@ntia2024, 3]{pin=never}", 7, "LET211", "a citation does not know 'pin=never'", "write pin=always"),
    Bad("Words.[@ntia2024, 3]{.big}", 7, "LET211", "a citation does not know '.big'", "form=, pin=always"),
    Bad("Words.^[A note.]{colour=red}", 7, "LET211", "a note does not know 'colour'", "it takes mark= and an {#id}"),
)


@pytest.mark.parametrize("bad", [*KEYS_AND_LOCATORS, *BRACKETS, *NOTES, *QUOTATION_MARKS], ids=lambda bad: bad.text)
def test_an_error_in_the_text_is_told_at_its_place_and_nothing_is_written(desk: Desk, bad: Bad) -> None:
    desk.write("letter.md", letter_of(bad.text))
    before = desk.holds()
    built = desk.build()
    assert built.code == 1
    assert built.lines[0].startswith(f"letter.md:{FIRST_LINE}:{bad.column}: {bad.code} {bad.message}")
    assert built.lines[1].startswith("  hint: ")
    assert bad.hint in built.lines[1]
    assert built.lines[2:] == ["1 error", "nothing was written"]
    assert not built.out
    assert desk.holds() == before


@pytest.mark.parametrize("bad", UNREAD_ATTRIBUTES, ids=lambda bad: bad.text)
def test_what_has_no_effect_is_told_at_its_place_and_the_file_is_written(desk: Desk, bad: Bad) -> None:
    desk.write("letter.md", letter_of(bad.text))
    built = desk.build()
    assert built.code == 0
    assert built.lines[0].startswith(f"letter.md:{FIRST_LINE}:{bad.column}: {bad.code} warning: {bad.message}")
    assert bad.hint in built.lines[1]
    assert built.out == "wrote letter.docx\n"


def test_every_error_is_told_at_once_in_order_of_place(desk: Desk) -> None:
    desk.write("letter.md", letter_of("One.[@aaa, 3] Two.[@nist800-1, 99]\n\nThree.[@ntia2024;]"))
    built = desk.build()
    assert [line.split(" ")[:2] for line in built.lines if line.startswith("letter.md")] == [
        ["letter.md:11:6:", "SRC201"],
        ["letter.md:11:20:", "PIN102"],
        ["letter.md:13:18:", "LET301"],
    ]
    assert built.lines[-2:] == ["3 errors", "nothing was written"]


def test_an_error_leaves_the_file_of_the_build_before(desk: Desk) -> None:
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]"))
    assert desk.build().code == 0
    desk.write("letter.md", letter_of("Words.[@ntia2042, 3]"))
    before = desk.holds()
    assert desk.build().code == 1
    assert desk.holds() == before
    assert "letter.docx" in before


def test_an_error_made_by_a_loop_is_told_at_the_line_that_made_it(desk: Desk) -> None:
    front = "vars: {pages: [3, 99]}\n"
    body = "First.\n\n{% for page in vars.pages %}\nWords.[@nist800-1, {{ page }}]\n\n{% endfor %}"
    desk.write("letter.md", letter_of(body).replace("authors:", f"{front}authors:"))
    built = desk.build()
    assert built.code == 1
    assert built.lines[0].startswith("letter.md:15:8: PIN102 page 99 is outside nist800-1")
