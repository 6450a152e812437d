"""Words in single marks are quoted where a note's call stands at their end; apostrophes are none."""

import pytest
from quoted_letters import found


def texts(text: str) -> list[str]:
    return [each.text for each in found(text, n1="{report}.", n2="{study}.")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It wants ‘open weights for all’.^1", "open weights for all"),
        ("It wants ‘open weights for all.’^1", "open weights for all."),
        ("It wants ‘open weights for all’^1 now.", "open weights for all"),
        ("It wants 'open weights for all'.^1", "open weights for all"),
        ("(‘[O]pen weights for all’^1)", "[O]pen weights for all"),
        ("It wants ‘the agency’s open weights’.^1", "the agency’s open weights"),
        ("It wants ‘the agencies’ open weights’.^1", "the agencies’ open weights"),
        ("It wants „open weights for all“.^1", "open weights for all"),
        ("It wants „open weights for all“ now.", "open weights for all"),
    ],
)
def test_words_in_single_or_low_marks_are_quoted(text: str, words: str) -> None:
    assert texts(text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "It is the agencies’.^1",
        "In the ‘90s these were the agencies’.^1",
        "The agency’s plan and the firms’ plans, or others’.^1",
        "A term is ‘open weights’.^1",
        "It wants ‘open weights for all’ now.^1",
        "It wants ‘open weights.^1 It is the firms’.^2",
    ],
)
def test_apostrophes_and_terms_are_no_quotations(text: str) -> None:
    assert texts(text) == []


def test_single_marks_within_double_ones_belong_to_their_words() -> None:
    assert texts("It says “we want ‘open weights for all.’”^1 It wants ‘closed weights for all’.^2") == [
        "we want ‘open weights for all.’",
        "closed weights for all",
    ]
    assert texts("It says “we want ‘open weights for all’^1 and more.”^2") == [
        "we want ‘open weights for all’ and more."
    ]
