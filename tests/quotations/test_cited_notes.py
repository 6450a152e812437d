"""A quotation that is cited to a note of its source is judged by the words of that note."""

import pytest
from msgspec.structs import replace
from page_texts import source_text
from quoting import quotation

from comment_kit.model.pages import Lettering, SourceText
from comment_kit.model.quotations import CitedPlace, Judgement, Place, Verdict
from comment_kit.quotations import judge, prepare

BODY = """(p. 7) Ferries cross at noon on every day. They carry no cattle at all.
(p. 8) The mill stands by the river.
(p. 9) Endnotes begin here."""
NOTES = ("The office received forty letters.", "The mill asked for an exception.", "See the second report.")


def source(*, known: bool = True, endnotes: bool = False, lettering: Lettering = Lettering.PRINTED) -> SourceText:
    """Return a source with notes 1 and 2 on page 7 and note 3 on page 8, or with all of them on page 9."""
    text = source_text(BODY, lettering=lettering)
    starts = [sum(len(note) + 1 for note in NOTES[:at]) for at in range(len(NOTES))]
    sheets = (0, 0, 0) if endnotes else (0, starts[2], len(" ".join(NOTES)))
    openings = {start: str(number) for number, start in enumerate(starts, 1)} if known else {}
    return replace(text, notes=replace(text.notes, text=" ".join(NOTES), sheets=sheets, openings=openings, breaks={}))


def judged(
    words: str, *notes: tuple[str, str], page: str = "7", own: str | None = None, text: SourceText | None = None
) -> Judgement:
    own_pages = ((own, own),) if own else ()
    place = CitedPlace(pages=((page, page), *own_pages), notes=notes, own_pages=own_pages)
    return judge(quotation(words, phrase=True), prepare(text or source()), place)


def test_the_words_of_the_note_cited_are_verified() -> None:
    assert judged("received forty letters", ("1", "1")).verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    ("words", "notes", "reason"),
    [
        ("received forty letters", ("2", "2"), "the words stand in note 1, not in note 2"),
        ("cross at noon", ("1", "1"), "the words stand in the text of page 7, not in note 1"),
        ("cross at noon", ("1", "2"), "the words stand in the text of page 7, not in notes 1-2"),
        ("forty letters. The mill asked", ("3", "3"), "the words stand in note 1 and in note 2, not in note 3"),
    ],
)
def test_words_of_another_note_or_of_the_page_are_told(words: str, notes: tuple[str, str], reason: str) -> None:
    judgement = judged(words, notes)
    assert (judgement.verdict, judgement.place, judgement.reason) == (Verdict.ELSEWHERE, Place.ELSEWHERE, reason)


@pytest.mark.parametrize("notes", [("1", "2"), ("1", "3"), ("2", "3")])
def test_a_run_of_notes_holds_each_of_them(notes: tuple[str, str]) -> None:
    assert judged("asked for an exception", notes).verdict is Verdict.VERIFIED


def test_a_page_without_a_note_vouches_for_its_notes_too() -> None:
    assert judged("received forty letters").verdict is Verdict.VERIFIED


def test_a_page_that_is_cited_beside_a_note_vouches_for_its_text() -> None:
    assert judged("cross at noon", ("1", "1"), own="7").verdict is Verdict.VERIFIED
    assert judged("The mill stands", ("1", "1"), own="8").verdict is Verdict.VERIFIED


def test_a_note_is_found_by_the_page_that_calls_it_wherever_it_is_printed() -> None:
    text = source(endnotes=True)
    assert judged("received forty letters", ("1", "1"), text=text).verdict is Verdict.VERIFIED
    assert judged("received forty letters", ("2", "2"), text=text).reason == "the words stand in note 1, not in note 2"


@pytest.mark.parametrize("notes", [("9", "9"), ("1", "9"), ("*", "*")])
def test_a_note_that_the_text_does_not_have_leaves_the_quotation_open(notes: tuple[str, str]) -> None:
    judgement = judged("cross at noon", notes)
    assert (judgement.verdict, judgement.place) == (Verdict.UNDECIDED, Place.UNKNOWN)
    assert judgement.reason.startswith("the text at hand does not tell whether these are words of note")


def test_a_text_that_tells_no_numbers_of_notes_leaves_the_quotation_open() -> None:
    assert judged("received forty letters", ("1", "1"), text=source(known=False)).verdict is Verdict.UNDECIDED
    assert judged("cross at noon", ("1", "1"), text=source(known=False)).verdict is Verdict.UNDECIDED


def test_a_citation_that_goes_on_in_words_that_were_not_read_convicts_nobody() -> None:
    place = CitedPlace(pages=(("7", "7"),), notes=(("2", "2"),), unread="and the note behind it")
    judgement = judge(quotation("received forty letters", phrase=True), prepare(source()), place)
    assert judgement.verdict is Verdict.UNDECIDED


def test_numbers_that_a_machine_guessed_convict_nobody() -> None:
    guessed = source(lettering=Lettering.HIDDEN_OCR)
    assert judged("received forty letters", ("2", "2"), text=guessed).verdict is Verdict.UNDECIDED


def test_small_print_pages_behind_the_last_note_is_not_taken_for_its_words() -> None:
    text = source()
    far = "A table in small print."
    notes = replace(text.notes, text=f"{text.notes.text} {far}", sheets=(0, 60, 80, len(text.notes.text) + 1))
    text = replace(text, notes=notes, sheets=(*text.sheets, replace(text.sheets[2], index=4, label="10")), total=4)
    opened = replace(text, notes=replace(notes, openings={0: "1"}))
    assert judged("table in small print", ("1", "1"), page="10", text=opened).verdict is Verdict.UNDECIDED
