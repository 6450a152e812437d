"""Words that stand on the page cited and not in the section cited are told; those that may stand in it never are."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_texts import source_text
from quoting import quotation
from sectioned_documents import MadeDocument, as_text, bound, made_document, pinpoint_table

from comment_kit.locators.labels import Labels
from comment_kit.model.quotations import Astray, CitedPlace, Copy, Judgement, Kind, Place, Verdict
from comment_kit.quotations import Prepared, judge, prepare


def prepared(document: MadeDocument) -> Prepared:
    return prepare(bound(as_text(document)), None, document.table())


def cited(source: Prepared, label: str, page: str | None = None, copy: Copy = Copy.RIGHT) -> CitedPlace:
    """Return the place of a printed citation of one part, or of a run of them, with its own pages or with one."""
    pin = Labels(key="order", table=source.table).read(label)
    assert pin is not None, label
    pages = (page or pin.first_page or "", page or pin.last_page or "")
    return CitedPlace(pages=(pages,), sections=(pin.rows,), copy=copy)


def words_of(document: MadeDocument, number: int) -> str:
    """Return the words of a part before those of any other, which nobody else has."""
    return " ".join(document.parts[number].words.rstrip(".;:").split()[:4])


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(min_value=0, max_value=10_000))
def test_words_of_each_part_are_told_under_every_other_of_the_page_and_never_under_its_own(seed: int) -> None:
    dice = random.Random(seed)
    document = made_document(dice)
    source = prepared(document)
    for number in dice.sample(range(len(document.parts)), 6):
        part = document.parts[number]
        quoted = quotation(words_of(document, number), phrase=True)
        page = str(document.page_at(document.begins[number]))
        for other, each in enumerate(document.parts):
            first, last = document.reach(other)
            if not first <= int(page) <= last:
                continue
            judgement = judge(quoted, source, cited(source, each.label, page))
            is_own = number in document.inside(other)
            assert (judgement.verdict is Verdict.VERIFIED) == is_own, (part.label, each.label, judgement.reason)
            if not is_own:
                assert judgement.astray == Astray(cited=(each.label,), found=(part.label,))


# ---- one page of an order, written out ----

ORDER = """(p. 7) Sec. 1. Boats. The office draws a map of boats.
Sec. 2. Bridges. For this section:
(a) A bridge of wood, as under section 1(b), is counted twice by:
(i) the clerk of roads; or
(ii) the clerk of rivers, who counts it in spring.
(b) A bridge of stone is counted once.
(i) The clerk of stones counts it.
2.1. Old bridges. An old bridge is counted once in a year.
(p. 8) A bridge that fell is never counted.
Sec. 3. Fords. No ford is counted once."""
LABELS = ("§ 1", "§ 2", "§ 2(a)", "§ 2(a)(i)", "§ 2(a)(ii)", "§ 2(b)", "§ 2(b)(i)", "§ 2.1")


@pytest.fixture(scope="module")
def order() -> Prepared:
    reach = dict.fromkeys(LABELS, ("7", "7")) | {"§ 2": ("7", "8"), "§ 2.1": ("7", "8"), "§ 3": ("8", "8")}
    return prepare(source_text(ORDER), None, pinpoint_table(reach))


def told(order: Prepared, words: str, label: str, page: str | None = "7", copy: Copy = Copy.RIGHT) -> Judgement:
    return judge(quotation(words, phrase=True), order, cited(order, label, page, copy))


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("counts it in spring", "§ 2(a)(ii)"),
        ("counts it in spring", "§ 2(a)"),
        ("counts it in spring", "§ 2"),
        ("A bridge of wood", "§ 2(a)"),
        ("Bridges. For this section", "§ 2"),
        ("An old bridge is counted", "§ 2"),
        ("An old bridge is counted", "§ 1-2"),
        ("An old bridge is counted", "§ 2(b)-2.1"),
        # It runs from one part into the next.
        ("who counts it in spring. (b) A bridge of stone", "§ 2(a)"),
        ("who counts it in spring. (b) A bridge of stone", "§ 2(b)"),
        ("counted twice by: ... counts it in spring", "§ 2(a)(ii)"),
        # Words that several parts have, of which one is cited.
        ("is counted once", "§ 2(b)"),
        ("is counted once", "§ 2.1"),
    ],
)
def test_what_may_stand_in_the_section_cited_is_verified(order: Prepared, words: str, label: str) -> None:
    assert told(order, words, label).verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    ("words", "label", "reason"),
    [
        ("counts it in spring", "§ 1", "the words stand in § 2(a)(ii), not in § 1"),
        ("counts it in spring", "§ 2(a)(i)", "the words stand in § 2(a)(ii), not in § 2(a)(i)"),
        ("counts it in spring", "§ 2(b)", "the words stand in § 2(a)(ii), not in § 2(b)"),
        ("A bridge of wood", "§ 2(a)(i)", "the words stand in § 2(a), not in § 2(a)(i)"),
        ("Bridges. For this section", "§ 2.1", "the words stand in § 2, not in § 2.1"),
        ("An old bridge is counted", "§ 2(a)-2(b)", "the words stand in § 2.1, not in § 2(a) to § 2(b)"),
        ("is counted once", "§ 1", "the words stand in § 2(b) and in § 2.1, not in § 1"),
        (
            "who counts it in spring. (b) A bridge of stone",
            "§ 2.1",
            "the words stand in § 2(a)(ii) and in § 2(b), not in § 2.1",
        ),
    ],
)
def test_what_stands_in_another_section_of_the_page_is_told(
    order: Prepared, words: str, label: str, reason: str
) -> None:
    judgement = told(order, words, label)
    assert (judgement.verdict, judgement.place, judgement.reason) == (Verdict.ELSEWHERE, Place.ELSEWHERE, reason)
    assert judgement.found_pages == ("7",)


def test_the_page_that_a_section_is_cited_with_bounds_where_words_are_looked_for(order: Prepared) -> None:
    assert told(order, "is counted once", "§ 3", None).verdict is Verdict.VERIFIED
    assert told(order, "is counted once", "§ 2.1", "8").reason == "the words stand in § 3, not in § 2.1"


def test_a_wrong_page_is_told_as_such_whatever_the_section(order: Prepared) -> None:
    judgement = told(order, "counts it in spring", "§ 3", "8")
    assert judgement.reason == "the words stand on another page than the one cited"
    assert judgement.astray is None


def test_a_section_that_is_not_on_the_page_leaves_the_quotation_open(order: Prepared) -> None:
    judgement = told(order, "counts it in spring", "§ 3", "7")
    assert (judgement.verdict, judgement.place) == (Verdict.UNDECIDED, Place.UNKNOWN)
    assert judgement.reason == "the page cited has no words of § 3, which is cited with it"


def test_a_page_that_is_cited_beside_the_one_of_the_section_vouches_for_itself(order: Prepared) -> None:
    place = CitedPlace(pages=(("7", "7"), ("8", "8")), sections=(("§ 3",),))
    assert judge(quotation("counts it in spring", phrase=True), order, place).verdict is Verdict.VERIFIED


def test_of_several_sections_any_may_have_the_words(order: Prepared) -> None:
    place = CitedPlace(pages=(("7", "7"),), sections=(("§ 1",), ("§ 2(a)(ii)",)))
    assert judge(quotation("counts it in spring", phrase=True), order, place).verdict is Verdict.VERIFIED
    other = CitedPlace(pages=(("7", "7"),), sections=(("§ 1",), ("§ 2(b)",)))
    judgement = judge(quotation("counts it in spring", phrase=True), order, other)
    assert judgement.reason == "the words stand in § 2(a)(ii), not in § 1 or § 2(b)"


@pytest.mark.parametrize(
    "place",
    [
        CitedPlace(pages=(("7", "7"),)),
        CitedPlace(pages=(("7", "7"),), sections=((),)),
        CitedPlace(pages=(("7", "7"),), sections=(("§ 1",), ())),
        CitedPlace(pages=(("7", "7"),), sections=(("§ 99",),)),
        CitedPlace(pages=(("7", "7"),), sections=(("§ 1",),), unread="and the part behind it"),
    ],
    ids=["no section", "a part of no table", "one of them of no table", "a part not found", "more than could be read"],
)
def test_where_it_is_not_certain_what_is_cited_the_page_decides(order: Prepared, place: CitedPlace) -> None:
    assert judge(quotation("counts it in spring", phrase=True), order, place).verdict is Verdict.VERIFIED


def test_an_altered_quotation_is_altered_in_whatever_section_it_stands(order: Prepared) -> None:
    judgement = told(order, "the clerk of rivers, who always counts it in spring", "§ 1")
    assert judgement.verdict is Verdict.ALTERED
    assert judgement.astray is None


def test_what_may_be_a_name_is_left_open_in_another_section(order: Prepared) -> None:
    place = cited(order, "§ 1", "7")
    judgement = judge(quotation("clerk of rivers", kind=Kind.DOUBTFUL), order, place)
    assert judgement.verdict is Verdict.WORDS_ONLY
    assert judgement.reason == "the words stand in § 2(a)(ii), not in § 1, and may be a title, a name or a term"


def test_the_text_of_another_edition_convicts_no_section(order: Prepared) -> None:
    assert told(order, "counts it in spring", "§ 1", copy=Copy.ANOTHER).verdict is Verdict.WORDS_ONLY
