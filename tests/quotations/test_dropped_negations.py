"""A *not* that a quotation drops or puts in is told as dropped or put in, whatever else changed beside it."""

import pytest
from quoting import changes, judged

DROPPED = {
    "Agencies may publish the weights of models.": ("may not publish", [("", "not")]),
    "Agencies may release the weights of models.": ("may not publish", [("", "not"), ("release", "publish")]),
    "Agencies must publish the weights of models.": ("may not publish", [("must", "may"), ("", "not")]),
    "Agencies may not publish the weights of models.": ("may publish", [("not", "")]),
    "Agencies may never release the weights of models.": ("may publish", [("never", ""), ("release", "publish")]),
    "Agencies may never publish the weights of models.": ("may not publish", [("never", "not")]),
}


@pytest.mark.parametrize("written", DROPPED)
def test_the_negation_is_a_difference_of_its_own(written: str) -> None:
    words, told = DROPPED[written]
    judgement = judged(f"(p. 6) Agencies {words} the weights of models.", written, at="6")
    assert (changes(judgement), judgement.severity) == (told, "error")


def test_a_negation_that_a_quotation_breaks_off_before_is_left_out_and_weighs_like_one() -> None:
    judgement = judged("(p. 6) Weights are public. The board may not.", "The board may.", at="6")
    assert (changes(judgement), judgement.severity) == ([("", "not")], "error")


def test_other_words_after_the_end_are_told_without_the_stop_of_both() -> None:
    judgement = judged("(p. 6) Weights are public in some ways.", "Weights are public.", at="6")
    assert (changes(judgement), judgement.severity) == ([("", "in some ways")], "warning")
