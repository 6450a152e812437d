"""Words that were read from a letter are found where its writer typed them."""

from hypothesis import given
from hypothesis import strategies as st

from comment_kit.letters import SourceWords
from comment_kit.model.places import Location

SOURCE = """\
A title

> It *said* -- "so
> it is" ... and "so it is" too.

"so it is"
"""
PARAGRAPH = Location(file="letter.md", line=3, column=3)


def place(words: str, *, before: str = "", times: int = 1) -> str:
    source = SourceWords(SOURCE)
    return [str(source.place(words, PARAGRAPH, before=before)) for _ in range(times)][-1]


def test_words_are_found_through_markup_and_marks_that_were_set() -> None:
    assert place("“so it is”") == "letter.md:3:16"
    assert place("said\u2014“so it is” . . . and") == "letter.md:3:7"


def test_words_that_stand_there_twice_are_told_one_after_the_other_and_never_of_another_paragraph() -> None:
    assert place("“so it is”", times=2) == "letter.md:4:18"
    assert place("“so it is”", times=3) == "letter.md:3:16"


def test_what_stands_before_tells_words_from_others_alike() -> None:
    assert place("“so it is”", before="and ") == "letter.md:4:18"


def test_words_that_are_not_found_leave_the_place_of_their_paragraph() -> None:
    assert place("“no such words”") == "letter.md:3:3"
    assert str(SourceWords("").place("words", PARAGRAPH)) == "letter.md:3:3"
    assert SourceWords(SOURCE).place("A title", Location(file="letter.docx")) == Location(file="letter.docx")


def test_words_behind_a_note_are_found_by_their_beginning() -> None:
    source = SourceWords('It says "a road that is measured where it^[A note.] bends".')
    words = "“a road that is measured where it bends”"
    assert str(source.place(words, Location(file="letter.md", line=1, column=1))) == "letter.md:1:9"


@given(st.text(), st.text(min_size=1), st.integers(1, 5), st.integers(1, 5))
def test_any_text_gives_a_place_in_it(text: str, words: str, line: int, column: int) -> None:
    found = SourceWords(text).place(words, Location(file="letter.md", line=line, column=column))
    lines = text.split("\n")
    assert found.line == line or len(lines[found.line - 1]) >= found.column
