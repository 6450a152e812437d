"""Change one thing in a quotation that is right, and it is found out."""

from collections import Counter

import pytest
from documents import Quoted, dice, document, windows, with_marks
from mutations import mutants
from quoting import quotation

from comment_kit.model.pages import SourceText
from comment_kit.model.quotations import CitedPlace, Verdict
from comment_kit.quotations import Prepared, judge, prepare

ALWAYS = {
    "letter changed",
    "letter dropped",
    "letter added",
    "case changed",
    "word changed",
    "word added",
    "words swapped",
    "plural",
    "last word plural",
}
"""Where letters change outside brackets and away from dots, the change is found every time."""


def verdict(quoted: Quoted, prepared: Prepared) -> Verdict:
    place = CitedPlace(pages=((quoted.page, quoted.page),))
    return judge(quotation(quoted.words.replace("*", "\\*"), phrase=True), prepared, place).verdict


def survivors(text: SourceText, quoted: list[Quoted], seed: int) -> tuple[Counter[str], Counter[str]]:
    """Return how many mutants of each sort were made, and how many are verified as if nothing had happened."""
    prepared = prepare(text)
    made: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    thrown = dice(seed)
    for each in quoted:
        for mutant in mutants(each.words, thrown):
            made[mutant.sort] += 1
            missed[mutant.sort] += verdict(Quoted(mutant.words, each.page), prepared) is Verdict.VERIFIED
    return made, missed


@pytest.fixture(scope="module")
def source() -> SourceText:
    return document(20, dice(1))


def quotations_of(source: SourceText, *, marked: bool) -> list[Quoted]:
    thrown = dice(2)
    plain = list(windows(source, thrown, 40))
    return [with_marks(each, thrown) for each in plain] if marked else plain


@pytest.mark.parametrize("marked", [False, True], ids=["plain", "with brackets and dots"])
def test_a_quotation_that_is_right_is_verified(source: SourceText, *, marked: bool) -> None:
    prepared = prepare(source)
    wrong = [each for each in quotations_of(source, marked=marked) if verdict(each, prepared) is not Verdict.VERIFIED]
    assert wrong == []


@pytest.mark.parametrize("marked", [False, True], ids=["plain", "with brackets and dots"])
def test_a_changed_letter_is_found_every_time_and_all_else_nearly(source: SourceText, *, marked: bool) -> None:
    made, missed = survivors(source, quotations_of(source, marked=marked), 3)
    assert {sort: count for sort, count in missed.items() if sort in ALWAYS and count} == {}
    assert sum(missed.values()) <= 0.01 * sum(made.values()), missed
    assert len(made) >= (15 if marked else 13)


def test_a_moved_page_is_found_out(source: SourceText) -> None:
    prepared = prepare(source)
    for each in windows(source, dice(4), 25):
        judgement = judge(quotation(each.words, phrase=True), prepared)
        pages = {page for pages in judgement.all_pages for page in pages}
        for sheet in source.sheets:
            if sheet.printed not in pages:
                assert verdict(Quoted(each.words, sheet.printed), prepared) is Verdict.ELSEWHERE


def test_words_of_another_source_are_not_found(source: SourceText) -> None:
    other = prepare(document(10, dice(9)))
    found = Counter(verdict(each, other) for each in windows(source, dice(5), 60, least=14))
    assert found[Verdict.VERIFIED] == 0
