"""Laws that hold for every quotation: a changed word and a moved page are found out."""

from itertools import pairwise

from documents import dice, document, windows
from hypothesis import given, settings
from hypothesis import strategies as st
from quoting import quotation

from comment_kit.model.quotations import CitedPlace, Verdict, Words
from comment_kit.quotations import judge, prepare
from comment_kit.quotations.pattern import parse

SOURCE = document(12, dice(7))
PREPARED = prepare(SOURCE)
PAGES = [sheet.printed for sheet in SOURCE.sheets]
SEEDS = st.integers(min_value=0, max_value=10**9)


@given(seed=SEEDS, word=st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12), at=st.integers(0, 39))
@settings(max_examples=120, deadline=None)
def test_a_word_that_the_source_does_not_have_there_is_found_out(seed: int, word: str, at: int) -> None:
    (quoted,) = windows(SOURCE, dice(seed), 1)
    words = quoted.words.split(" ")
    at %= len(words)
    if words[at].strip(".,").casefold() == word:
        return
    words[at] = word
    place = CitedPlace(pages=((quoted.page, quoted.page),))
    judgement = judge(quotation(" ".join(words), phrase=True), PREPARED, place)
    if judgement.words is Words.SAME:
        # Only where the source does say so, somewhere, may it pass.
        assert " ".join(words).rstrip(".,") in SOURCE.body.text.replace("-\n", "-")
    else:
        assert judgement.verdict in {Verdict.ALTERED, Verdict.NOT_FOUND}


@given(seed=SEEDS, page=st.sampled_from(PAGES))
@settings(max_examples=120, deadline=None)
def test_a_moved_pinpoint_is_found_out(seed: int, page: str) -> None:
    (quoted,) = windows(SOURCE, dice(seed), 1)
    judgement = judge(quotation(quoted.words, phrase=True), PREPARED, CitedPlace(pages=((page, page),)))
    stands = page in {each for pages in judgement.all_pages for each in pages} or page in judgement.found_pages
    assert judgement.verdict is (Verdict.VERIFIED if stands else Verdict.ELSEWHERE)


@given(words=st.text(alphabet="ab .[]\u2026*\"'\u2019-(),", max_size=80))
@settings(max_examples=300, deadline=None)
def test_every_character_of_a_quotation_is_in_one_literal_or_gap_at_most(words: str) -> None:
    pattern = parse(words)
    pieces = [(literal.start, literal.end) for literal in pattern.literals]
    pieces += [(gap.start, gap.start + len(gap.mark)) for run in pattern.gaps for gap in run]
    pieces.sort()
    assert all(left[1] <= right[0] for left, right in pairwise(pieces))
    assert len(pattern.gaps) == len(pattern.literals) + 1


@given(words=st.text(alphabet="ab .[]\u2026*\"'\u2019-(),\n", max_size=120))
@settings(max_examples=200, deadline=None)
def test_whatever_stands_between_marks_is_judged_without_fail(words: str) -> None:
    judgement = judge(quotation(words.replace("*", "")), PREPARED, CitedPlace(pages=(("101", "101"),)))
    assert isinstance(judgement.verdict, Verdict)
