"""Which words of a letter are quoted, and which of them are judged."""

import pytest
from quoted_letters import found

from comment_kit.model.quotations import Kind, Setting
from comment_kit.model.text import Span


def texts(text: str, **notes: str) -> list[str]:
    return [each.text for each in found(text, **notes)]


def kinds(text: str, **notes: str) -> list[Kind]:
    return [each.kind for each in found(text, **notes)]


@pytest.mark.parametrize(
    "text",
    [
        "They say “open weights help” here.",
        'They say "open weights help" here.',
        "They say ``open weights help'' here.",
        "They say ‘‘open weights help’’ here.",
        "They say («open weights help») here.",
        'They say—"open weights help"—here.',
        '"open weights help"^1 here.',
    ],
)
def test_words_stand_in_marks_of_any_shape(text: str) -> None:
    assert texts(text, n1="{report}.") == ["open weights help"]


def test_marks_within_marks_belong_to_the_words() -> None:
    assert texts("They say “it is ‘a modest step’ at most.”") == ["it is ‘a modest step’ at most."]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They say “it is “a modest step” at most.”^1", "it is “a modest step” at most."),
        ('They say "it is "a modest step," at most."^1', 'it is "a modest step," at most.'),
        ("They say “it is “a” or “no” step”^1 here.", "it is “a” or “no” step"),
    ],
)
def test_the_same_marks_within_marks_belong_to_the_words_where_a_call_touches_the_last(text: str, words: str) -> None:
    assert texts(text, n1="{report}.") == [words]


def test_a_closing_mark_too_many_that_no_call_touches_ends_nothing() -> None:
    assert texts("The Funds (“ORF') say “open weights help” here” again.^1", n1="{report}.") == ["open weights help"]


@pytest.mark.parametrize(
    "text",
    [
        "They say “open weights help everyone.^1 Costs fell.",
        "They say “open weights help everyone^1 and “no” more.",
        "They say “open weights help everyone,^1 too.",
    ],
)
def test_the_words_behind_an_opening_mark_that_none_closes_are_kept_up_to_the_first_call(text: str) -> None:
    assert texts(text, n1="{report}.")[0].rstrip(".,") == "open weights help everyone"
    assert kinds(text, n1="{report}.")[0] is Kind.UNCLOSED


@pytest.mark.parametrize(
    "text",
    [
        "The Funds (“ORF') say that open weights help.^1",
        "They say “so what.^1",
        "They say “open weights help everyone, and no note follows.",
    ],
)
def test_an_opening_mark_of_a_term_of_two_words_or_without_a_call_opens_nothing(text: str) -> None:
    assert texts(text, n1="{report}.") == []


def test_the_sentence_before_a_closing_mark_that_none_opens_is_kept_where_a_call_touches_it() -> None:
    text = "Costs fell. They say open weights help.”^1 So it is.”"
    assert texts(text, n1="{report}.") == ["They say open weights help."]
    assert kinds(text, n1="{report}.") == [Kind.UNOPENED]


@pytest.mark.parametrize(
    "text", ['It is 5 feet and 6"^1 long.', "They say open weights help.” So.^1", "Two words”^1 so."]
)
def test_other_closing_marks_that_none_opens_end_nothing(text: str) -> None:
    assert texts(text, n1="{report}.") == []


def test_a_closing_mark_behind_a_blank_and_before_a_word_opens() -> None:
    assert texts("They say ”open weights help” here.") == ["open weights help"]
    assert texts("They say ”[o]pen weights help”^1 here.", n1="{report}.") == ["[o]pen weights help"]


def test_an_opening_mark_ends_one_that_was_never_closed() -> None:
    assert texts("The Funds (“ORF') say “open weights help” here.") == ["open weights help"]


def test_no_quotation_runs_on_over_its_paragraph() -> None:
    assert texts("They say “open weights help.\n\nCosts rose” here.") == []


def test_a_quotation_goes_on_where_the_next_paragraph_begins_with_a_mark() -> None:
    assert texts("“Open weights help.\n\n“Closed weights harm.\n\n“Costs rose.”^1", n1="{report}.") == [
        "Open weights help.\nClosed weights harm.\nCosts rose."
    ]


def test_a_quotation_over_paragraphs_is_vouched_for_by_the_call_at_its_end() -> None:
    (only,) = found("“Open weights help.\n\n“Costs rose.”^1", n1="{report}.")
    assert only.voucher is not None
    assert only.voucher.key == "report"


def test_several_sentences_are_one_quotation() -> None:
    assert texts("“Open weights help. Costs rose. Who pays?”^1", n1="{report}.") == [
        "Open weights help. Costs rose. Who pays?"
    ]


def test_italics_are_kept_and_calls_are_left_out() -> None:
    (only,) = found("They say “open *weights*^1 help.”^2", n1="{a}.", n2="{b}.")
    assert only.words == (Span(text="open "), Span(text="weights", italic=True), Span(text=" help."))


def test_a_block_is_a_quotation_without_marks() -> None:
    (only,) = found("They say:\n\n> Open “weights” help.\n> Costs rose.^1", n1="{report}.")
    assert (only.text, only.setting) == ("Open “weights” help.\nCosts rose.", Setting.BLOCK)


def test_marks_around_a_whole_block_are_no_part_of_it() -> None:
    assert texts("They say:\n\n> “Open weights help.”^1", n1="{report}.") == ["Open weights help."]


def test_a_quotation_in_a_note_stands_in_that_note() -> None:
    (only,) = found("One.^1", n1="The agency said that “open weights help firms.” {report}.")
    assert only.note is not None
    assert (only.note.note_number, only.text) == (1, "open weights help firms.")


# ---- kinds ----


@pytest.mark.parametrize(
    "text",
    [
        "The National Board of Review (the “Board of Review”) met.^1",
        "Small Firms of America (“SFA” or “we firms”) comment.^1",
        "Two groups (collectively, the “commenters of note”) agree.^1",
        "The draft (hereinafter “our small draft”) is long.^1",
    ],
)
def test_defined_terms_are_not_judged(text: str) -> None:
    assert set(kinds(text, n1="{report}.")) == {Kind.DEFINED_TERM}


@pytest.mark.parametrize(
    "text",
    [
        "In a report entitled “weights and who holds them” it is said.^1",
        "It defines the term “a model with open weights” twice.^1",
        "A notice called “the state of play” appeared.^1",
        "It is “Managing the Risk of Open Models” again.^1",
        "The “National Board” met.^1",
        "The “NIST” met.^1",
    ],
)
def test_titles_and_names_are_not_judged(text: str) -> None:
    assert kinds(text, n1="{report}.") == [Kind.TITLE]


def test_a_sentence_that_begins_with_a_capital_is_no_title() -> None:
    assert kinds("“Open weights help small firms.”^1", n1="{report}.") == [Kind.QUOTATION]


def test_a_word_or_two_are_looked_up_where_a_citation_is_in_reach() -> None:
    assert kinds("These “marginal risks” are “unique” here.^1", n1="{report}.") == [Kind.SHORT, Kind.SHORT]


def test_a_word_or_two_or_three_without_a_citation_are_scare_quotes() -> None:
    assert kinds("The so-called “safeguards” are “vague and weak” too.") == [Kind.SCARE, Kind.SCARE]


def test_three_words_with_a_citation_are_a_quotation() -> None:
    assert kinds("They are “vague and weak” too.^1", n1="{report}.") == [Kind.QUOTATION]


def test_a_heading_without_a_note_is_not_judged() -> None:
    assert kinds("# Why “open weights help all firms”") == [Kind.HEADING]
    assert kinds("# Why “open weights help all firms”^1", n1="{report}.") == [Kind.QUOTATION]
