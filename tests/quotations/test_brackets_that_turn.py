"""A bracket may change letters and words, and the sense with them: what it may turn is told."""

import pytest
from quoting import found, judged

NUMBERS = "The eight bodies shall meet in eighteen months, and six millions go to the seventh of them."
SOURCE = (
    "Within 270 days agencies shall report unlawful and unnecessary risks, without undue delay, on all substantial "
    "harms of AI."
)


@pytest.mark.parametrize(
    ("quoted", "told"),
    [
        ("Within 27[] days agencies", "the bracket “[]” changes a number: the source has “0” there"),
        ("Within [90] days agencies shall report", "the bracket “[90]” changes a number: the source has “270” there"),
        ("agencies [may] report unlawful", "the bracket “[may]” puts “may” for “shall”"),
        ("agencies shall report []lawful and", "the bracket “[]” takes “un” from a word"),
        ("with[] undue delay, on all", "the bracket “[]” takes “out” from a word"),
        ("With[out] 270 days agencies", "the bracket “[out]” takes “in” from a word"),
        ("agencies shall[n’t] report", "the bracket “[n’t]” puts in “n’t”, which the source does not have there"),
        (
            "agencies [except some] shall report",
            "the bracket “[except some]” puts in “except”, which the source does not have there",
        ),
        ("on all [in]substantial harms", "the bracket “[in]” puts a syllable before or behind a word"),
        (
            "agencies shall [not] report unlawful",
            "the bracket “[not]” puts in “not”, which the source does not have there",
        ),
    ],
)
def test_a_bracket_that_may_turn_the_sense_is_told(quoted: str, told: str) -> None:
    assert f"QUO303 {told}" in found(judged(SOURCE, quoted, phrase=True))


@pytest.mark.parametrize(
    ("quoted", "mark", "source"),
    [
        ("The eight[een] bodies shall meet", "[een]", "eight"),
        ("shall meet in eight[] months", "[]", "eighteen"),
        ("bodies shall meet in [thir]teen months", "[thir]", "eighteen"),
        ("bodies shall meet in [nine] months, and", "[nine]", "eighteen"),
        ("go to the seven[teen]th of them", "[teen]", "seventh"),
    ],
)
def test_a_bracket_that_makes_another_number_of_a_word_is_told(quoted: str, mark: str, source: str) -> None:
    told = f"QUO303 the bracket “{mark}” changes a number: the source has “{source}” there"
    assert told in found(judged(NUMBERS, quoted, phrase=True))


@pytest.mark.parametrize("quoted", ["and six million[] go to", "The [E]ight bodies", "[six] millions go to"])
def test_a_bracket_that_leaves_the_number_what_it_was_is_none_of_those(quoted: str) -> None:
    assert not [each for each in found(judged(NUMBERS, quoted, phrase=True)) if "changes a number" in each]


@pytest.mark.parametrize(
    "quoted",
    [
        "[w]ithin 270 days agencies",
        "agencies [must, the order says, and] shall report",
        "report[ing] unlawful and unnecessary risks",
        "Within 270 days [each of them] shall report",
        "unnecessary risks, without [any] delay",
    ],
)
def test_brackets_of_wording_turn_nothing(quoted: str) -> None:
    assert not [each for each in found(judged(SOURCE, quoted, phrase=True)) if "bracket “[" in each]


def test_what_dots_left_out_behind_a_bracket_is_not_the_brackets() -> None:
    source = "The offices report their findings within 270 days, and agencies of the State read them in spring."
    judgement = judged(source, "offices report[ed] . . . and agencies of the State read them", phrase=True)
    assert not [each for each in found(judgement) if each.startswith("QUO303 the bracket")]
    assert [(each.mark, each.source) for each in judgement.replaced] == [("[ed]", "")]
    assert [each.source for each in judgement.swallowed] == ["their findings within 270 days,"]


@pytest.mark.parametrize(
    "quoted", ["[anything at all] AI", "AI ... AI ... AI", "[the order] [bans] [all] harms", "[a] [b] on"]
)
def test_words_among_brackets_that_stand_behind_anything_are_not_verified(quoted: str) -> None:
    source = f"{SOURCE} The AI of today is the AI of tomorrow."
    assert judged(source, quoted, phrase=True).verdict.value != "verified"


def test_a_bracket_beside_words_enough_is_verified() -> None:
    assert (
        judged(SOURCE, "[The] agencies shall report ... on all [of the] harms", phrase=True).verdict.value == "verified"
    )
