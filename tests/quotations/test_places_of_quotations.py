"""Whether words stand on the page cited, in the right copy, and whether their letters are evidence."""

import pytest
from page_texts import source_text
from quoting import changes, found, judged, quotation

from comment_kit.model.pages import Lettering
from comment_kit.model.quotations import CitedPlace, Copy, Kind
from comment_kit.quotations import judge, prepare

REPORT = "(p. 6) The board shall report (p. 7) each spring. Costs rose. (p. 8) Weights are public. Costs rose."


def test_words_on_the_cited_page_are_verified() -> None:
    judgement = judged(REPORT, "Weights are public.", at="8")
    assert (judgement.verdict, judgement.place, judgement.severity) == ("verified", "on the cited page", None)
    assert judgement.found_pages == ("8",)


def test_words_on_another_page_are_elsewhere_with_the_page() -> None:
    judgement = judged(REPORT, "Weights are public.", at="6")
    assert (judgement.verdict, judgement.place, judgement.severity) == ("elsewhere", "elsewhere", "error")
    assert judgement.found_pages == ("8",)


def test_words_on_two_pages_are_verified_on_either_and_both_are_told() -> None:
    assert judged(REPORT, "Costs rose.", at="8").all_pages == (("8",), ("7",))
    assert judged(REPORT, "Costs rose.", at="7").all_pages == (("7",), ("8",))
    assert judged(REPORT, "Costs rose.", at="6").verdict == "elsewhere"


def test_long_words_are_found_in_their_own_case_behind_those_in_capitals() -> None:
    words = "The developer shall report each release"
    report = f"(p. 6) {words.upper()} at length. (p. 7) {words} in spring."
    assert judged(report, words, at="7").all_pages == (("7",),)
    capitals = judged(f"(p. 6) {words.upper()} at length.", words, at="6")
    assert (capitals.verdict, capitals.all_pages) == ("altered", (("6",),))


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("a sentence that nobody has written in any report", "not-found"),
        ("The board shall report each autumn. Costs rose.", "altered"),
    ],
)
def test_the_same_words_are_judged_alike_however_often_they_are_quoted(words: str, verdict: str) -> None:
    prepared = prepare(source_text(REPORT))
    first, second = (judge(quotation(words), prepared) for _ in range(2))
    assert first == second
    assert first.verdict == verdict


def test_words_over_a_page_break_stand_on_either_page() -> None:
    words = "The board shall report each spring."
    assert found(judged(REPORT, words, at="6")) == ["PIN202 the words run on to page 7"]
    assert found(judged(REPORT, words, at="7")) == ["PIN202 the words begin on page 6"]
    assert found(judged(REPORT, words, at=("6", "7"))) == []
    assert judged(REPORT, words, at="6").found_pages == ("6", "7")


def test_a_range_of_pages_holds_what_stands_between() -> None:
    assert judged(REPORT, "Costs rose.", at=("6", "8")).verdict == "verified"


def test_a_page_that_the_source_does_not_print_is_another_page() -> None:
    assert judged(REPORT, "Weights are public.", at="99").verdict == "elsewhere"


def test_without_a_page_the_words_alone_are_right() -> None:
    judgement = judged(REPORT, "Weights are public.", at=None)
    assert (judgement.verdict, judgement.place) == ("words-only", "unknown")
    assert judgement.found_pages == ("8",)


def test_a_page_whose_number_nobody_saw_is_not_known() -> None:
    text = source_text("Weights are public.", labels=(None,))
    judgement = judge(quotation("Weights are public."), prepare(text), CitedPlace(pages=(("6", "6"),)))
    assert (judgement.verdict, judgement.found_pages) == ("words-only", ("sheet 1",))


def test_a_sheet_without_a_number_can_be_cited_as_such() -> None:
    text = source_text("Weights are public.", labels=(None,))
    place = CitedPlace(pages=(("sheet 1", "sheet 1"),))
    assert judge(quotation("Weights are public."), prepare(text), place).verdict == "verified"


def test_a_source_without_pages_has_its_words_in_place() -> None:
    text = source_text("Weights are public.", labels=(None,))
    assert judge(quotation("Weights are public."), prepare(text), CitedPlace(paginated=False)).verdict == "verified"


def test_the_comma_of_thousands_makes_no_other_page() -> None:
    assert judged("(p. 75191) Weights are public.", "Weights are public.", at="75,191").verdict == "verified"


def test_words_of_another_edition_are_right_and_no_more() -> None:
    for copy, reason in ((Copy.ANOTHER, "another edition"), (Copy.NOT_BOUND, "not bound")):
        judgement = judged(REPORT, "Weights are public.", at="8", copy=copy)
        assert (judgement.verdict, judgement.copy) == ("words-only", copy)
        assert judgement.reason == f"the words are right; the copy is not: {reason}"


def test_another_edition_convicts_nobody() -> None:
    assert judged(REPORT, "Weights are secret.", at="8", copy=Copy.ANOTHER).verdict == "undecided"
    assert judged(REPORT, "Nobody knows of any harm.", at="8", copy=Copy.ANOTHER).verdict == "undecided"
    assert judged(REPORT, "Weights are public.", at="6", copy=Copy.ANOTHER).verdict == "words-only"


def test_a_source_without_text_is_not_decided() -> None:
    for source in (None, prepare(source_text(""))):
        judgement = judge(quotation("Weights are public."), source)
        assert (judgement.verdict, judgement.words, judgement.severity) == ("undecided", "no text", None)
        assert judgement.reason == "there is no text of the source to look in"


@pytest.mark.parametrize("words", ["Weights are secret today.", "Nobody knows of any harm."])
def test_letters_guessed_from_a_picture_never_convict(words: str) -> None:
    text = source_text("Weights are public today.", lettering=Lettering.HIDDEN_OCR)
    judgement = judge(quotation(words), prepare(text), CitedPlace(pages=(("1", "1"),)))
    assert (judgement.verdict, judgement.severity) == ("undecided", None)


def test_letters_guessed_from_a_picture_may_verify() -> None:
    text = source_text("Weights are public today.", lettering=Lettering.HIDDEN_OCR)
    place = CitedPlace(pages=(("1", "1"),))
    assert judge(quotation("Weights are public today."), prepare(text), place).verdict == "verified"


def test_what_stands_on_no_page_read_may_stand_on_one_that_was_not() -> None:
    text = source_text("Weights are public today.", total=9)
    judgement = judge(quotation("Nobody knows of any harm."), prepare(text))
    assert (judgement.verdict, judgement.reason) == ("undecided", "not every page of the source was read")


def test_what_does_not_stand_on_a_cited_page_that_was_read_is_not_found() -> None:
    text = source_text("(p. 6) Weights are public today. (p. 7) Costs rose.", total=9)
    judgement = judge(quotation("Nobody knows of any harm."), prepare(text), CitedPlace(pages=(("6", "6"),)))
    assert judgement.verdict == "not-found"


def test_words_over_two_sheets_without_numbers_are_named_by_sheet() -> None:
    text = source_text("(p. 6) The board shall (p. 7) report.", labels=(None, None))
    place = CitedPlace(pages=(("sheet 1", "sheet 1"),))
    judgement = judge(quotation("The board shall report."), prepare(text), place)
    assert found(judgement) == ["PIN202 the words run on to sheet 2"]
    assert judgement.remarks[0].hint == "cite sheet 1 and sheet 2"


def test_a_miss_of_a_word_or_two_is_silent() -> None:
    for words in ("open gates", "Weights secret"):
        judgement = judged(REPORT, words, at="8", kind=Kind.SHORT)
        assert (judgement.verdict, judgement.severity, judgement.remarks) == ("undecided", None, ())


def test_a_word_or_two_that_stand_on_the_page_are_verified() -> None:
    assert judged(REPORT, "Weights", at="8", kind=Kind.SHORT, phrase=True).verdict == "verified"


def test_a_phrase_that_stands_everywhere_stands_on_the_cited_page_too() -> None:
    source = "".join(f"(p. {page}) Open weights help firms. {'Costs rose in May. ' * 60}" for page in range(1, 100))
    assert judged(source, "Open weights help", at="97", phrase=True).verdict == "verified"
    assert judged(source, "Open weights help", at="97", phrase=True).found_pages == ("97",)


def test_altered_words_that_stand_everywhere_are_laid_beside_the_cited_page() -> None:
    said = (
        "The agency received comments on this matter and considered each of them with care before it adopted the rule."
    )
    source = "".join(f"(p. {page}) {said} {'Costs rose in May. ' * 150}" for page in range(1, 131))
    for page in ("2", "55", "129"):
        judgement = judged(source, said.replace("care", "haste"), at=page)
        assert (judgement.verdict, judgement.found_pages) == ("altered", (page,))
        assert changes(judgement) == [("haste", "care")]


def test_altered_words_are_laid_beside_the_likest_of_passages_that_stand_near_by() -> None:
    source = "".join(
        f"(p. {page}) Words in between. {'Costs rose. ' * 20}The papers can help provide transparency about how "
        f"Practice 1.{page} is implemented: a list follows here."
        for page in (1, 2, 3)
    )
    judgement = judged(source, "The papers can help provide clarity about how Practice 1.2 is implemented", at="2")
    assert changes(judgement) == [("clarity", "transparency")]
    assert judgement.found_pages == ("2",)
