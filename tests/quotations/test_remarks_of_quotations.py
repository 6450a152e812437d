"""What is said beside a verdict: emphasis, brackets, dots, notes, and words that may turn the sense."""

import pytest
from page_texts import source_text
from quoting import found, judged, quotation, swaps

from comment_kit.model.quotations import CitedPlace
from comment_kit.quotations import FINDINGS, judge, prepare
from comment_kit.quotations.findings import ALTERED, CONTEXT, ELSEWHERE, NOT_FOUND

LIKELY = "Harm must be likely before release is barred."


def test_emphasis_added_is_to_be_said() -> None:
    assert found(judged(LIKELY, "Harm must be *likely* before release.")) == [
        "QUO306 the source does not emphasize “likely”"
    ]
    assert found(judged(LIKELY, "Harm must be *likely* before release", said="emphasis added")) == []


def test_emphasis_of_the_source_is_to_be_kept_or_its_loss_said() -> None:
    source = "Harm must be *likely* before release is barred."
    assert found(judged(source, "Harm must be *likely* before release", phrase=True)) == []
    assert found(judged(source, "Harm must be likely before release", phrase=True)) == [
        "QUO307 the source emphasizes “likely”"
    ]
    assert found(judged(source, "Harm must be likely before release", said="emphasis omitted")) == []


def test_emphasis_is_not_decided_where_the_text_carries_no_type() -> None:
    text = prepare(source_text(LIKELY, fonts=False))
    judgement = judge(quotation("Harm must be *likely* before release"), text, CitedPlace(pages=(("1", "1"),)))
    assert found(judgement) == [
        "QUO308 could not decide whether the source emphasizes “likely”: the text added shows no italics"
    ]


def test_emphasis_that_is_said_and_not_there() -> None:
    assert found(judged(LIKELY, "Harm must be likely before release", said="emphasis added")) == [
        "QUO309 (emphasis added) is said, but no emphasis was added"
    ]


@pytest.mark.parametrize("italic", ["*e.g.*, one", "*See id.* one", "*One v. Two* one", "*The Law of Things* one"])
def test_italics_that_convention_sets_are_no_emphasis(italic: str) -> None:
    plain = italic.replace("*", "")
    assert found(judged(f"It cites {plain} case in all.", f"cites {italic} case", phrase=True)) == []


def test_a_quotation_set_wholly_in_italics_emphasizes_nothing() -> None:
    assert found(judged(LIKELY, "*Harm must be likely before release*", phrase=True)) == []


def test_a_bracket_around_what_the_source_has_is_needless() -> None:
    assert found(judged("The draft favors closed systems.", "[T]he draft favors closed systems.")) == [
        "QUO304 needless bracket: the source has “T” where the quotation has “[T]”"
    ]


def test_a_bracket_of_the_source_is_the_writers_too() -> None:
    assert found(judged("It is [h]ow to act.", "It is [h]ow to act.")) == []
    assert found(judged("It is [h]ow to act.", "It is how to act.")) == ["QUO310 the source has a bracket here: “[h]”"]
    assert found(judged("It is [h]ow to act.", "It is how to act.", said="cleaned up")) == []


def test_dots_where_nothing_was_left_out() -> None:
    assert found(judged("It is safe to act.", "It is safe . . . to act.")) == [
        "QUO305 “. . .” stands where the source leaves nothing out"
    ]
    assert found(judged("It is safe . . . to act.", "It is safe . . . to act.")) == []


def test_dots_at_the_start() -> None:
    assert found(judged("In most cases the draft is open.", ". . . the draft is open.")) == [
        "FRM301 the quotation begins with dots"
    ]


def test_the_number_of_dots_is_a_hint() -> None:
    source = "The board met twice. Minutes were kept. It issued no order, in May, at all."
    assert found(judged(source, "The board met twice . . . It issued no order")) == [
        "FRM303 four dots belong here: a sentence ends in what is left out after “board met twice”"
    ]
    assert found(judged(source, "The board met twice. . . . It issued no order")) == []
    assert found(judged(source, "It issued no order . . . . at all.")) == [
        "FRM303 three dots belong here: no sentence ends in what is left out after “issued no order”"
    ]


def test_empty_brackets_for_a_word() -> None:
    assert found(judged("They agreed that a test is sound.", "They agreed that [] test is sound.")) == [
        "FRM302 “[]” stands for the words “a”"
    ]
    assert found(judged("They agreed to test it.", "They agree[] to test it.")) == []


def test_a_note_called_in_the_middle() -> None:
    source = "Open models¹² diffuse skill.¹³"
    assert found(judged(source, "Open models diffuse skill.")) == [
        "FRM304 the source calls its note 12 inside these words"
    ]
    assert found(judged(source, "Open models diffuse skill.", said="footnote omitted")) == []
    assert found(judged(source, "diffuse skill.", phrase=True)) == []


def test_a_heading_joined_to_a_later_sentence() -> None:
    source = "Practice 9: Watch for leaks. Firms should look at least weekly."
    assert "QUO311 stitched from a heading (“Practice 9:”) and a later sentence" in found(
        judged(source, "Watch for leaks. . . . at least weekly.")
    )


CONTEXTS = {
    "swallowed by dots": ("The Office shall not delay review.", "The Office shall . . . delay review.", ("not",)),
    "swallowed by brackets": ("The Office shall not delay review.", "The Office shall [] delay review.", ("not",)),
    "replaced by a bracket": ("Filers may attach exhibits.", "Filers [must] attach exhibits.", ("may",)),
    "before the words": ("No firm is asked whether tests were run.", "tests were run", ("no", "whether")),
    "behind the words": ("Weights are public, but only if tested.", "Weights are public", ("but", "only", "if")),
    "at the head of the next sentence": ("Weights are public. But few are.", "Weights are public.", ("but",)),
    "attributed to others": ("Some commenters said that weights are safe.", "weights are safe", ("some commenters",)),
    "of a proposal": ("The proposed rule would bar release.", "bar release", ("proposed",)),
}
NO_CONTEXTS = {
    "a sentence before": ("It was not so. Weights are public today.", "Weights are public today."),
    "a month": ("In May 2024 weights were public.", "weights were public"),
    "a number": ("Order No. 7 says that weights are public.", "weights are public"),
    "more than twelve words off": (f"It is not {'very ' * 20}clear that weights are public.", "weights are public"),
    "quoted itself": ("Weights are not public today.", "Weights are not public today."),
}


@pytest.mark.parametrize(("source", "words", "turning"), CONTEXTS.values(), ids=CONTEXTS)
def test_words_that_may_turn_the_sense_are_told(source: str, words: str, turning: tuple[str, ...]) -> None:
    judgement = judged(source, words, phrase=True)
    assert (judgement.verdict, judgement.context) == ("verified", turning)
    remark = next(remark for remark in judgement.remarks if remark.finding is CONTEXT)
    listed = ", ".join(f"“{word}”" for word in turning)
    assert remark.message == f"what is left out, or stands beside these words, holds {listed}"


@pytest.mark.parametrize(("source", "words"), NO_CONTEXTS.values(), ids=NO_CONTEXTS)
def test_what_does_not_turn_the_sense_is_not_told(source: str, words: str) -> None:
    judgement = judged(source, words, phrase=True)
    assert (judgement.verdict, judgement.context) == ("verified", ())


def test_the_codes_of_this_room_are_its_own() -> None:
    assert {each.code for each in FINDINGS} == {
        *(f"QUO3{number:02}" for number in range(1, 12)),
        *(f"FRM30{number}" for number in range(1, 5)),
        "PIN201",
        "PIN202",
        "PIN206",
    }
    assert [each.severity for each in (ALTERED, NOT_FOUND, ELSEWHERE)] == ["error"] * 3


def test_a_negative_that_a_bracket_puts_in_is_told() -> None:
    source = "(p. 1) Agencies shall, as appropriate, adhere to these principles. No firm may object."
    said = "the bracket “[not]” puts in “not”, which the source does not have there"
    assert f"QUO303 {said}" in found(judged(source, "shall [not], as appropriate, adhere"))
    assert not [each for each in found(judged(source, "[none] may object")) if "puts in" in each]
    assert not [each for each in found(judged(source, "[N]o firm may object")) if each.startswith("QUO303")]


def test_a_capital_in_brackets_that_is_a_word_stands_for_that_word() -> None:
    judgement = judged(
        "(p. 1) In the end, and in every other respect that matters to us now, a report is due.", "[A] report is due"
    )
    assert swaps(judgement) == [("[A]", "a")]


def test_emphasis_that_is_said_and_not_there_is_told_whatever_the_source_shows() -> None:
    prepared = prepare(source_text("(p. 1) Roads must be safe.", fonts=False))
    said = quotation("Roads must be safe.", said="emphasis added")
    assert found(judge(said, prepared)) == ["QUO309 (emphasis added) is said, but no emphasis was added"]
    said = quotation("Roads must be *safe*.", said="emphasis added")
    assert found(judge(said, prepared)) == []
