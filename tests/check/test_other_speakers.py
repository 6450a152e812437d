"""Words that a sentence gives to somebody whom the letter never cites are not held against the source it does cite."""

from pathlib import Path

import pytest
from quoting_letters import FORTY, RIVERS, ROADS, Desk, letter_of, make_desk

NOTE = ROADS.format(page="at 1")
HIS = "if you have built castles in the air, your work need not be lost"


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return make_desk(tmp_path, capsys)


def judged(desk: Desk, text: str, note: str = NOTE) -> tuple[str, list[str]]:
    """Return the verdict of the one quotation, and the codes of all findings but those of its surroundings."""
    checked = desk.check(letter_of((text, note)))
    (quotation,) = checked["quotations"]
    return quotation["verdict"], [each["code"] for each in checked["diagnostics"] if each["code"] != "QUO303"]


@pytest.mark.parametrize(
    "text",
    [
        f"As Henry Thoreau puts it, “{HIS},” and money is spent on roads everywhere.",
        f"As the Sage of Concord has put it, “{HIS},” and money is spent on roads everywhere.",
        f"According to Henry Thoreau, “{HIS},” while the draft was open.",
        f"In Henry Thoreau’s words, “{HIS},” while the draft was open.",
        f"Henry Thoreau once wrote that “{HIS},” long before the draft.",
        f"“{HIS.capitalize()},” wrote Henry Thoreau long before the draft.",
        f"“{HIS.capitalize()},” as Henry Thoreau wrote long before the draft.",
        f"“{HIS.capitalize()},” Henry Thoreau once said, long before the draft.",
    ],
)
def test_the_words_of_somebody_whom_nothing_cites_could_not_be_decided(desk: Desk, text: str) -> None:
    assert judged(desk, text) == ("undecided", [])
    assert "NOT CLEARED: 1 of 1 quotations (1 undecided)" in desk.run()[1]


def test_they_are_verified_where_the_noted_source_has_them(desk: Desk) -> None:
    text = f"As Henry Thoreau tells it, “{FORTY},” which is many for roads."
    assert judged(desk, text) == ("verified", [])


def test_a_word_changed_in_them_is_told_where_the_noted_source_plainly_has_the_passage(desk: Desk) -> None:
    text = f"As Henry Thoreau tells it, “{FORTY.replace('forty', 'fifty')},” which is many for roads."
    assert judged(desk, text) == ("altered", ["QUO301"])


def test_a_note_that_touches_the_closing_mark_vouches_whoever_speaks(desk: Desk) -> None:
    assert judged(desk, f"As Henry Thoreau puts it, “{HIS}.”") == ("not-found", ["QUO302"])


@pytest.mark.parametrize(
    "text",
    [
        f"As the Road Office puts it, “{HIS},” and so do others.",
        f"The Office said that “{HIS},” and so do others.",
        f"The Report says, “{HIS},” and so do others.",
        f"We have said that “{HIS},” and so do others.",
        f"In May it was said that “{HIS},” and so do others.",
        f"As noted above, “{HIS},” and so do others.",
        f"Henry Thoreau disagrees, but “{HIS},” and so do others.",
        f"Moreover, it says “{HIS},” and so do others.",
        f"Only later it states that “{HIS},” and so do others.",
        f"Rightly, the draft says “{HIS},” and so do others.",
        f"Language there says “{HIS},” and so do others.",
        f"Quoting Congress, the Report says “{HIS},” and so do others.",
        f"Today the agency says “{HIS},” and so do others.",
        f"“{HIS.capitalize()},” it says in Table 1, and so do others.",
    ],
)
def test_the_noted_source_its_body_and_those_without_a_name_are_nobody_else(desk: Desk, text: str) -> None:
    assert judged(desk, text) == ("not-found", ["QUO302"])


def test_in_a_note_they_are_not_held_against_the_citation_before_them(desk: Desk) -> None:
    note = f"{NOTE} As Henry Thoreau puts it, “{HIS}.”"
    assert judged(desk, "Roads are long.", note) == ("undecided", [])


STRING = f"{NOTE[:-1]}; {RIVERS.format(page='at 2')}"
SMITH = "Smith, A Book 5 (2020)"
"""A source that no database has."""


@pytest.mark.parametrize(
    ("text", "note", "author"),
    [
        (f"The River Office writes that “{FORTY}.”", STRING, "rivers"),
        (f"The River Office writes that “{FORTY}” and more.", STRING, "rivers"),
        (f"Smith says “{FORTY}.”", f"{SMITH}; *see* {NOTE}", SMITH.removesuffix(" 5 (2020)")),
        (f"As Smith notes, “{FORTY}.”", f"{NOTE[:-1]}; *see also* {SMITH}.", SMITH.removesuffix(" 5 (2020)")),
    ],
)
def test_words_that_only_the_other_source_of_a_string_has_are_not_the_authors(
    desk: Desk, text: str, note: str, author: str
) -> None:
    checked = desk.check(letter_of((text, note)))
    (quotation,) = checked["quotations"]
    reason = f"the sentence gives the words to “{author}”, cited beside it, in which they were not found"
    assert (quotation["verdict"], quotation["reason"]) == ("undecided", reason)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        (f"The Road Office writes that “{FORTY}.”", STRING),
        (f"It says that “{FORTY}.”", STRING),
        (f"The River Office is told that “{FORTY}.”", STRING),
        (f"The River Office was expressly directed that “{FORTY}.”", STRING),
        (f"Smith aside, “{FORTY}.”", f"{SMITH}; *see* {NOTE}"),
        (f"The River Office writes that “{FORTY}.”", f"{RIVERS.format(page='at 2')[:-1]} (quoting {NOTE[:-1]})."),
    ],
)
def test_words_of_a_string_whose_speaker_has_them_or_is_nobody_are_verified(desk: Desk, text: str, note: str) -> None:
    assert judged(desk, text, note)[0] == "verified"


@pytest.mark.parametrize("signal", ["But see", "Contra", "But cf."])
def test_words_whose_note_cites_the_contrary_are_not_held_against_it(desk: Desk, signal: str) -> None:
    assert judged(desk, f"Critics reply that “{HIS}.”", f"*{signal}* {NOTE}") == ("undecided", [])
    assert judged(desk, f"Critics reply that “{FORTY}.”", f"*{signal}* {NOTE}")[0] == "verified"


def test_under_another_signal_they_are(desk: Desk) -> None:
    assert judged(desk, f"Critics reply that “{HIS}.”", f"*See* {NOTE}") == ("not-found", ["QUO302"])
