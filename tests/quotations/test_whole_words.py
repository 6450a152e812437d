"""The words by which the sources that may have a quotation are told from the others."""

import pytest

from comment_kit.model.places import Location
from comment_kit.model.quotations import Quotation
from comment_kit.model.text import Span
from comment_kit.quotations import whole_words


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("one two three four", ("two", "three")),
        ("oversee[ing] the risks of models that are open", ("risks", "of", "models", "that", "are")),
        ("short . . . the longest run of words is this one", ("longest", "run", "of", "words", "is", "this")),
        ("an agency's own self-made ﬁnding stands", ("agency", "s", "own", "self", "made", "finding")),
        ("a b c d e f g h i j k l", ("b", "c", "d", "e", "f", "g", "h", "i")),
        ("two words", ()),
        ("[T]hat", ()),
        ("", ()),
    ],
)
def test_the_words_inside_the_longest_run_are_whole(words: str, whole: tuple[str, ...]) -> None:
    assert whole_words(Quotation(words=(Span(text=words),), location=Location(file="letter.md"))) == whole
