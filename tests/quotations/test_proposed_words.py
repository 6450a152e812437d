"""A letter sets words that it proposes in marks as it sets those of the source, and cites what it would change."""

import pytest
from quoted_letters import letter
from quoting import judged

from comment_kit.model.quotations import Kind
from comment_kit.quotations import quotations

PROPOSED = "only when risks are as low as practicable"


def kinds(text: str) -> list[Kind]:
    return [each.kind for each in quotations(letter(text, n1="{report}."))]


@pytest.mark.parametrize(
    "before",
    [
        "We suggest replacing “risks are managed” with",
        "Please replace this by",
        "The sentence should read:",
        "It should instead say",
        "We urge the agency to revise the sentence to read",
        "The draft would be better if the words were there: insert",
        "We ask the agency to add the following sentence:",
        "Amend the practice to state",
    ],
)
def test_words_that_a_letter_proposes_are_in_doubt(before: str) -> None:
    assert kinds(f"{before} “{PROPOSED}.”^1")[-1] is Kind.PROPOSED


@pytest.mark.parametrize(
    "before",
    ["The report adds that it is so", "It was changed to this effect, and says", "The agency read", "It is to be done"],
)
def test_other_words_are_the_sources(before: str) -> None:
    assert kinds(f"{before} “{PROPOSED}.”^1") == [Kind.QUOTATION]


def test_proposed_words_that_stand_nowhere_are_not_decided_and_those_that_stand_there_are_verified() -> None:
    source = "Take actions only when risks are adequately managed."
    verdict = judged(source, "only when risks are as low as practicable", kind=Kind.PROPOSED).verdict
    assert verdict.value == "undecided"
    assert judged(source, "only when risks are adequately managed", kind=Kind.PROPOSED).verdict.value == "verified"
