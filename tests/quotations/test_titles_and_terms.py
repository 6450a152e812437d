"""What looks like a title, a name or a term is none for being long, and is looked up where a note is tied to it."""

import pytest
from page_texts import source_text
from quoted_letters import letter
from quoting import judged

from comment_kit.model.quotations import Kind
from comment_kit.quotations import quotations

SENTENCE = "the Secretary of Commerce, acting through the Director of the Office, and the Secretary of Defense"
TERM = "a structured testing effort to find bugs and vulnerabilities"


def kind(text: str, *titles: str, note: str = "{report}.") -> Kind:
    (only,) = quotations(letter(text, n1=note), titles=titles)
    return only.kind


@pytest.mark.parametrize(
    "words",
    [
        SENTENCE,
        "a companion resource to the Risk Management Framework, AI 100-9, for AI",
        "Order 9 of May 2 (Support for Underserved Communities Through the Federal Government)",
        "The Board must Weigh Open Models",
    ],
)
def test_a_sentence_full_of_capitals_is_a_quotation(words: str) -> None:
    assert kind(f"It binds “{words}.”^1") is Kind.QUOTATION


@pytest.mark.parametrize(
    "before",
    [
        "is known as",
        "was dubbed",
        "is called",
        "a part titled",
        "it named",
        "the term",
        "the so-called",
        "it is a test (the",
    ],
)
def test_a_name_of_more_than_six_words_is_a_quotation(before: str) -> None:
    assert kind(f"What {before} “{TERM}”) is useful.^1") is Kind.QUOTATION


@pytest.mark.parametrize(
    "text",
    [
        "It says “Artificial Intelligence Must Be Safe.”^1",
        "It shouts “OPEN MODELS ARE WELCOME.”^1",
        "This is called “a moratorium on models.”^1",
        "It is the so-called “a moratorium on models.”^1",
        "Order 9 (entitled “Support for Underserved Communities Through All of the Federal Government”).^1",
        "We mean “Support for Underserved Communities Through All of the Federal Government” here.^1",
    ],
)
def test_what_may_be_a_name_is_looked_up_where_a_note_is_tied_to_it(text: str) -> None:
    assert kind(text) is Kind.DOUBTFUL


def test_a_title_that_a_source_bears_is_no_quotation() -> None:
    title = "Managing Misuse Risk for Dual-Use Foundation Models: A Draft for All of Us"
    text = "We read “Managing Misuse Risk for Dual-Use Foundation Models.”^1"
    assert (kind(text), kind(text, title)) == (Kind.DOUBTFUL, Kind.TITLE)
    assert kind(f"We read “{title}.”^1", title) is Kind.TITLE


def test_a_title_that_the_note_prints_is_no_quotation() -> None:
    assert kind("He wrote “How Open Models Help.”^1", note="Jo Doe, How Open Models Help, {report}.") is Kind.TITLE


def test_words_in_a_note_do_not_print_themselves() -> None:
    (only,) = quotations(letter("We read it.^1", n1="It says “Open Models Must Be Free.” {report}."), titles=())
    assert only.kind is Kind.DOUBTFUL
    (only,) = quotations(letter("We read it.^1", n1="{report (“Open Models Must Be Free”)}."), titles=())
    assert only.kind is Kind.DOUBTFUL


def test_so_called_words_are_scare_quotes_where_no_note_is_tied_to_them() -> None:
    assert kind("The so-called “marginal risk is everything” school is wrong.^1") is Kind.SHORT
    assert [each.kind for each in quotations(letter("The so-called “marginal risk is everything” school."))] == [
        Kind.SCARE
    ]


def test_a_miss_of_a_name_could_not_be_decided_and_counts() -> None:
    judgement = judged("(p. 1) Open models must be safe.", "Open Models Must Be Free", kind=Kind.DOUBTFUL)
    assert (judgement.verdict, judgement.severity, judgement.differences) == ("undecided", None, ())
    assert judgement.reason == "the source does not have these words, which may be a title, a name or a term"
    judgement = judged("(p. 1) Costs rose.", "The Board of Bridges", kind=Kind.DOUBTFUL)
    assert (judgement.verdict, judgement.words) == ("undecided", "not found")


def test_a_name_that_the_source_has_is_verified_on_its_page_alone() -> None:
    source = "(p. 1) The Board of Bridges met. (p. 2) Costs rose."
    assert judged(source, "The Board of Bridges", kind=Kind.DOUBTFUL).verdict == "verified"
    assert judged(source, "The Board of Bridges", at="2", kind=Kind.DOUBTFUL).verdict == "words-only"
    assert source_text(source).total == 2


def test_the_words_behind_definition_of_are_a_term() -> None:
    assert kind("We quote its definition of “large road bridge.”^1") is Kind.DOUBTFUL
    assert kind("Its definition of “large road bridge” is new.^1") is Kind.DOUBTFUL


def test_a_term_stands_where_the_source_prints_it_as_a_heading() -> None:
    source = "(p. 1) A large road bridge is costly. (p. 2) Glossary Large Road Bridge A bridge that is wide."
    judgement = judged(source, "large road bridge", at="2", kind=Kind.DOUBTFUL)
    assert (judgement.verdict, judgement.found_text) == ("verified", "Large Road Bridge")
    assert judged(source, "large road bridge", at="2").verdict == "elsewhere"
    assert judged(source, "large road bridge", at="1", kind=Kind.DOUBTFUL).found_text == "large road bridge"
