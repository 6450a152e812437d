"""Words that end inside a quotation of their source are closed by the writer, who puts the stop there too."""

import pytest
from quoting import changes, judged

SOURCE = (
    "(p. 1) It directs the Office to “Establish guidelines (except for the Board’s own), and so on,” as “others” do."
)


@pytest.mark.parametrize(
    "words",
    [
        "directs the Office to ‘Establish guidelines.’",
        "directs the Office to ‘Establish guidelines’",
        "directs the Office to ‘Establish guidelines’.",
        "directs the Office to ‘Establish guidelines,’",
        "directs the Office to 'Establish guidelines.'",
        "directs the Office to ‘Establish guidelines (except for the Board’s own)’.",
        "directs the Office to ‘Establish guidelines (except for the Board’s own), and so on,’ as ‘others’",
        "‘Establish guidelines’",
    ],
)
def test_the_writer_closes_what_the_source_leaves_open(words: str) -> None:
    assert judged(SOURCE, words, phrase=True).verdict == "verified"


@pytest.mark.parametrize(
    "words",
    [
        "directs the Office to Establish guidelines’",
        "directs the Office to Establish guidelines",
        "It directs the Office’",
        "directs the Office to ‘Establish guidelines (except for the Board’s own), and so on,’ as others’",
        "directs the ‘Office to Establish guidelines’",
    ],
)
def test_marks_that_pair_with_none_of_the_source_are_changes(words: str) -> None:
    judgement = judged(SOURCE, words, phrase=True)
    assert (judgement.verdict, judgement.reason) == ("altered", "inner quotation marks changed")
    assert changes(judgement)
