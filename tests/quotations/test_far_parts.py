"""What dots join from far apart stands in the source, and on the pages cited or not."""

from quoting import found, judged, swaps

FILLER = "Nothing of this belongs to either part of it. " * 120
SOURCE = (
    f"(p. 1) Roads must be safe and sound for all. {FILLER}(p. 2) {FILLER}(p. 3) When a road is widely used, it wears."
)
WORDS = "Roads must be safe and sound . . . . When a road is widely used"
TOLD = "its parts stand far apart: page 1 and page 3"


def test_parts_on_the_pages_cited_are_verified_and_what_the_dots_leave_out_is_shown_by_its_ends() -> None:
    judgement = judged(SOURCE, WORDS, at=("1", "3"), phrase=True)
    assert (judgement.verdict, judgement.found_pages) == ("verified", ("1", "3"))
    assert f"QUO303 {TOLD}" in found(judgement)
    ((mark, left_out),) = swaps(judgement)
    assert mark == ". . . ."
    assert left_out.startswith("for all. Nothing")
    assert " … " in left_out
    assert len(left_out) < 1_000


def test_parts_that_do_not_all_stand_on_the_pages_cited_could_not_be_decided() -> None:
    judgement = judged(SOURCE, WORDS, at="1", phrase=True)
    assert (judgement.verdict, judgement.reason, judgement.severity) == ("undecided", TOLD, None)
    assert f"QUO303 {TOLD}" in found(judgement)


def test_the_parts_have_to_stand_in_order() -> None:
    turned = "When a road is widely used . . . . Roads must be safe and sound"
    assert judged(SOURCE, turned, at=("1", "3"), phrase=True).verdict == "not-found"


def test_a_part_of_a_word_or_two_stands_anywhere_and_tells_nothing() -> None:
    assert judged(SOURCE, "Roads must be safe and sound . . . widely used", at=("1", "3")).verdict == "altered"


def test_a_changed_part_is_told() -> None:
    changed = "Roads must be safe and sound . . . . When a road is seldom used"
    assert judged(SOURCE, changed, at=("1", "3"), phrase=True).verdict == "not-found"
