"""Comments to the checker are found wherever they stand, each with the paragraph it speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comment_kit.check.directives import directives_in, without_directives

IGNORE = "<!-- ck: ignore QUO so -->"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{IGNORE} One\ntwo\n\nthree", (1, 2)),
        (f"One\ntwo {IGNORE}\n\nthree", (1, 2)),
        (f"One\n{IGNORE}\n\nthree", (1, 2)),
        (f"{IGNORE}\nOne\n\nthree", (1, 2)),
        (f"{IGNORE}\n\nOne\n\nthree", (3, 3)),
        (f"{IGNORE}\n\n{IGNORE}\n\n\nOne\ntwo", (6, 7)),
        (f"One\n\n{IGNORE}", (3, 3)),
        (f"One\n \t\n{IGNORE} two", (3, 3)),
        ("<!-- ck: ignore QUO\nso --> One\ntwo\n\nthree", (1, 3)),
    ],
)
def test_a_comment_speaks_of_its_paragraph_or_of_the_next(text: str, lines: tuple[int, int]) -> None:
    for end in ("\n", "\r\n", "\r"):
        assert directives_in(text.replace("\n", end), "a.md")[0].lines == lines


def test_a_comment_says_where_it_stands_and_what() -> None:
    (found,) = directives_in("One.\n\nTwo <!--CK:  Ignore  QUO301,PIN\n  so it is-->.", "a.md")
    assert (found.verb, found.rest) == ("ignore", "QUO301,PIN so it is")
    assert (str(found.location), found.written) == ("a.md:3:5", "<!--CK:  Ignore  QUO301,PIN\n  so it is-->")


def test_other_comments_and_those_that_never_close_say_nothing() -> None:
    assert directives_in("<!-- a remark --> <!-- check: ck --> One <!-- ck: ignore QUO so", "a.md") == ()


def test_a_text_without_its_comments_keeps_its_lines() -> None:
    assert without_directives(f"a {IGNORE} b\r\n<!-- ck: ignore QUO\nso -->c") == "a  b\n\nc"


@given(st.lists(st.sampled_from((IGNORE, "<!-- ck:", "-->", "<!--", "words", "\n", "\n\n", "\r\n", "-", " ", "\x00"))))
def test_any_text_is_answered(parts: list[str]) -> None:
    text = "".join(parts)
    count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    for found in directives_in(text, "a.md"):
        first, last = found.lines
        assert 1 <= first <= last <= count
        assert found.location.line <= last
