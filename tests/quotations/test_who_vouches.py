"""Which citation vouches for a quotation, rule by rule."""

import pytest
from quoted_letters import found, letter, told

from comment_kit.model.citations import Form
from comment_kit.model.quotations import Link
from comment_kit.model.resolutions import Cited, Position, Resolution
from comment_kit.quotations import quotations

NAMES = {"NTIA": "report", "the Report": "report", "the draft": "draft", "the Proposing Release": "release"}


def link(text: str, **notes: str) -> list[Link | None]:
    return [each.voucher.link if each.voucher else None for each in found(text, NAMES, **notes) if each.judged]


def test_a_call_that_touches_the_closing_mark_vouches() -> None:
    text = "It says “open weights help firms,”^1 and the draft says “closed weights help nobody.”^2"
    assert told(text, n1="{report}.", n2="{draft}.") == [
        "open weights help firms, <- report (1.1)",
        "closed weights help nobody. <- draft (2.1)",
    ]


@pytest.mark.parametrize("end", ["”^1.", "”.^1", "”; ^1", ".” ^1", "” (emphasis added).^1", "”—^1", "”)^1"])
def test_punctuation_and_a_blank_may_stand_between_the_mark_and_the_call(end: str) -> None:
    assert link(f"They found that (“open weights help firms{end}", n1="{report}.") == [Link.TOUCHING]


def test_quotations_share_the_next_call_of_their_sentence_back_to_the_call_before() -> None:
    text = "“Open weights help”^1 but “closed weights harm firms” and “other tools help as well” too.^2"
    assert told(text, n1="{a}.", n2="{b}.") == [
        "Open weights help <- a (1.1)",
        "closed weights harm firms <- b (2.1)",
        "other tools help as well <- b (2.1)",
    ]


def test_a_call_of_the_next_sentence_vouches_for_nothing_before_it() -> None:
    assert told("It says “open weights help all firms” there. Costs rose.^1", n1="{report}.") == [
        "open weights help all firms <- nobody"
    ]


@pytest.mark.parametrize("behind", ["The draft asks for more.^1", "NTIA says “costs rose in all firms.”^1"])
def test_a_full_stop_inside_the_marks_ends_the_sentence(behind: str) -> None:
    text = f"As one of them put it, “open weights help all firms.” {behind}"
    assert told(text, NAMES, n1="{report}.")[0] == "open weights help all firms. <- nobody"


@pytest.mark.parametrize(
    "words", ["“Do open weights help firms?” NTIA asks.^1", "“Open weights help Acme Co.” in May.^1"]
)
def test_a_question_and_an_abbreviation_inside_the_marks_do_not_end_it(words: str) -> None:
    assert [each.endswith("(1.1)") for each in told(words, n1="{report}.")] == [True]


def test_a_sentence_does_not_end_at_an_abbreviation() -> None:
    text = "It says “open weights help all firms” in No. 5 of vol. 88 Fed. Reg. at last, J. Doe says.^1"
    assert told(text, n1="{report}.") == ["open weights help all firms <- report (1.1)"]


def test_a_named_speaker_beats_a_later_call_that_does_not_touch() -> None:
    text = "In the Proposing Release, it noted that “open weights help firms” as others had shown.^1"
    assert told(text, NAMES, n1="{study}.") == ["open weights help firms <- release"]
    assert link(text, n1="{study}.") == [Link.SPEAKER]


def test_a_named_speaker_takes_no_quotation_from_a_call_that_touches_it() -> None:
    assert told("NTIA notes that “open weights help firms.”^1", NAMES, n1="{study}.") == [
        "open weights help firms. <- study (1.1)"
    ]


def test_a_source_merely_mentioned_is_no_speaker() -> None:
    text = "Unlike the draft, we think that “open weights help firms” as shown.^1"
    assert told(text, NAMES, n1="{study}.") == ["open weights help firms <- study (1.1)"]


@pytest.mark.parametrize(
    "text",
    [
        "NTIA notes, however, that “open weights help firms” in part.^1",
        "According to NTIA, “open weights help firms” in part.^1",
        "As the Report itself says, “open weights help firms” in part.^1",
        "“Open weights help firms,” NTIA says in its foreword.^1",
        "“Open weights help firms,” says the Report in its foreword.^1",
        "@report concludes that “open weights help firms” in part.^1",
    ],
)
def test_a_speaker_may_be_named_in_many_ways(text: str) -> None:
    assert [each.voucher.key for each in found(text, NAMES, n1="{study}.") if each.voucher] == ["report"]


def test_the_speakers_own_citation_vouches_where_the_sentence_has_one() -> None:
    text = "NTIA is old,^1 and NTIA notes that “open weights help firms” as shown.^2"
    assert told(text, NAMES, n1="{report}.", n2="{study}.") == ["open weights help firms <- report (1.1)"]


def test_the_page_of_another_sentence_is_no_page_of_the_speakers_words() -> None:
    text = "It is old.^1 NTIA notes that “open weights help firms” as shown.^2"
    assert told(text, NAMES, n1="{report}.", n2="{study}.") == ["open weights help firms <- report"]
    text = "It is old.^1\n\nNTIA notes that “open weights help firms” as shown.^2"
    assert told(text, NAMES, n1="{report}.", n2="{study}.") == ["open weights help firms <- report"]


def test_an_id_behind_the_words_may_be_the_speakers() -> None:
    text = "NTIA notes that “open weights help firms” as shown.^1"
    assert told(text, NAMES, n1="{id}.") == ["open weights help firms <- None (1.1)"]


def test_the_source_that_the_sentence_names_vouches_among_several_of_one_note() -> None:
    text = "NTIA notes that “open weights help firms.”^1"
    assert told(text, NAMES, n1="{study; report}.") == ["open weights help firms. <- report (1.2)"]


def test_a_second_citation_of_the_note_is_kept() -> None:
    (only,) = found("It “weighs benefits and risks.”^1", n1="{order; statute}.")
    assert only.voucher is not None
    assert (only.voucher.key, [each.key for each in only.others]) == ("order", ["statute"])
    assert only.others[0].link is Link.SAME_NOTE


def test_quoting_names_another_source() -> None:
    (only,) = found("It “weighs benefits and risks.”^1", NAMES, n1="{order (quoting NTIA)}.")
    assert [(each.key, each.link) for each in only.others] == [("report", Link.QUOTED_THERE)]
    assert only.remarks == ("quoting NTIA",)


def test_citing_names_no_other_source() -> None:
    (only,) = found("It “weighs benefits and risks.”^1", NAMES, n1="{order (citing NTIA)}.")
    assert only.others == ()


def test_the_other_citations_of_the_paragraph_are_nearby() -> None:
    quotation = found("It is old.^1 It “weighs benefits and risks.”^2", n1="{report}.", n2="{draft}.")[0]
    assert [(each.key, each.link) for each in quotation.nearby] == [("report", Link.NEARBY)]


def test_a_call_to_a_note_that_cites_nothing_leaves_it_undecided() -> None:
    text = "It says “open weights help”^1 and more.^2"
    assert told(text, n1="A note of words.", n2="{report}.") == []
    assert told("It says “open weights help all”^1 and more.^2", n1="A note of words.", n2="{report}.") == [
        "open weights help all <- nobody"
    ]


def test_the_resolution_names_the_source_of_an_id() -> None:
    written = letter("It “weighs benefits and risks.”^1", n1="{id}.")
    at = Cited(note_id="1", note_number=1, index=1)
    citation = found("It “weighs benefits and risks.”^1", n1="{id}.")[0].voucher.citation  # type: ignore[union-attr]
    assert citation is not None
    resolved = Resolution(citation=citation, at=at, key="report", position=Position.REPEAT, form=Form.ID)
    (only,) = quotations(written, resolutions=(resolved,))
    assert only.voucher is not None
    assert (only.voucher.key, only.voucher.at) == ("report", at)


# ---- notes, parentheticals, blocks ----


def test_in_a_note_the_citation_before_the_bracket_vouches() -> None:
    text = "One.^1"
    assert told(text, n1="See {report} (“open weights help firms”); {draft} (“closed weights harm firms”).") == [
        "open weights help firms <- report (1.1)",
        "closed weights harm firms <- draft (1.2)",
    ]


def test_a_parenthetical_is_vouched_for_by_its_citation() -> None:
    (only,) = found("One.^1", n1="{draft; report (finding that “open weights help firms”)}.")
    assert only.voucher is not None
    assert (only.voucher.key, only.voucher.at, only.setting) == (
        "report",
        Cited(note_id="1", note_number=1, index=2),
        "parenthetical",
    )
    assert only.note == Cited(note_id="1", note_number=1, index=0)


def test_in_a_note_the_citation_behind_the_words_vouches() -> None:
    assert told("One.^1", n1="The agency said that “open weights help firms.” {report}. So it is.") == [
        "open weights help firms. <- report (1.1)"
    ]


def test_in_a_note_the_citation_before_the_words_vouches_where_it_is_the_only_one() -> None:
    assert told("One.^1", n1="{report}. There it says that “open weights help firms.”") == [
        "open weights help firms. <- report (1.1)"
    ]


def test_the_call_at_the_end_of_a_block_vouches() -> None:
    text = "It says:^1\n\n> Open weights help firms.^2"
    assert told(text, n1="{report}.", n2="{draft}.") == ["Open weights help firms. <- draft (2.1)"]


def test_else_the_call_that_ends_the_sentence_before_the_block() -> None:
    text = "One.^1 It says:^2\n\n> Open weights help firms."
    assert told(text, n1="{report}.", n2="{draft}.") == ["Open weights help firms. <- draft (2.1)"]
    assert link(text, n1="{report}.", n2="{draft}.") == [Link.LEAD]


def test_a_block_without_any_call_is_vouched_for_by_nobody() -> None:
    assert told("One.^1 We ask this:\n\n> Open weights help firms.", n1="{report}.") == [
        "Open weights help firms. <- nobody"
    ]


# ---- what the quotation says of itself ----


@pytest.mark.parametrize(
    ("before", "phrase"),
    [
        ("They found that ", True),
        ("They found, ", False),
        ("They say ", False),
        ("", False),
        ("It is so: ", False),
        ("the ", True),
    ],
)
def test_a_quotation_worked_into_the_sentence_is_a_phrase(before: str, phrase: bool) -> None:  # noqa: FBT001
    assert [each.phrase for each in found(f"{before}“Open weights help firms.”^1", n1="{report}.")] == [phrase]


def test_the_parentheticals_that_speak_of_it_are_kept() -> None:
    text = "It “weighs benefits and risks” (emphasis added).^1"
    (only,) = found(text, n1="{report (citation omitted)} (footnote omitted).")
    assert only.remarks == ("emphasis added", "citation omitted", "footnote omitted")


def test_a_remark_may_be_about_another_quotation_of_the_same_citation() -> None:
    text = "It “weighs benefits and risks” and “counts the costs of all.”^1"
    assert [each.alone for each in found(text, n1="{report (emphasis added)}.")] == [False, False]
    assert [each.alone for each in found("It “weighs benefits and risks.”^1", n1="{report}.")] == [True]


# ---- their order ----


def test_the_quotations_of_a_note_stand_where_the_note_is_called() -> None:
    text = (
        "It says “open weights help firms”^1 and later “closed weights harm firms.”^2\n\n"
        "> Other tools help as well.^3\n\nNothing “more is said of it.”^1"
    )
    note = "See {{{0}}} (“the words of note {1} itself”)."
    notes = {f"n{number}": note.format("report", number) for number in (1, 2, 3)}
    assert [each.text for each in found(text, n4="See {draft} (“the words that nobody calls”).", **notes)] == [
        "open weights help firms",
        "the words of note 1 itself",
        "closed weights harm firms.",
        "the words of note 2 itself",
        "Other tools help as well.",
        "the words of note 3 itself",
        "more is said of it.",
    ]
