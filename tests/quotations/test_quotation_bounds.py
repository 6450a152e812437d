"""What one quotation may cost, be it honest or hostile."""

import time

import pytest
from documents import dice, document, windows
from msgspec.structs import replace
from quoted_letters import found
from quoting import quotation

from comment_kit.model.quotations import Verdict
from comment_kit.model.text import Span
from comment_kit.quotations import Prepared, judge, prepare

HOSTILE = {
    "a million letters": "a" * 1_000_000,
    "a hundred thousand words": "the agency " * 50_000,
    "ten thousand brackets": "a [b] " * 10_000,
    "ten thousand empty brackets": "the[] " * 10_000,
    "ten thousand glued brackets": "e[x]" * 10_000,
    "brackets never closed": "[" * 1_000_000,
    "dots alone": ". " * 500_000,
    "dots between words": "the . . . " * 10_000,
    "blanks": " " * 1_000_000,
    "one word of brackets": "a[b]" * 500 + "c",
    "brackets at the end": "the " + "[x] " * 20_000,
}
LIMIT = 8.0
"""Seconds of the processor, on a machine that does other things as well."""


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(document(60, dice(1)))


def seconds(begun: float) -> float:
    return time.process_time() - begun


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_quotation_ends_quickly(prepared: Prepared, words: str) -> None:
    hostile = replace(quotation("x"), words=(Span(text=words),))
    judge(quotation("x"), prepared)
    begun = time.process_time()
    assert isinstance(judge(hostile, prepared).verdict, Verdict)
    assert seconds(begun) < LIMIT


def test_an_honest_quotation_costs_little(prepared: Prepared) -> None:
    quoted = [each.words for each in windows(prepared.text, dice(2), 40)]
    for words in quoted:
        judge(quotation(words), prepared)
    begun = time.process_time()
    for words in quoted:
        judge(quotation(words), prepared)
    assert seconds(begun) / len(quoted) < 0.02  # ten times what it takes
    begun = time.process_time()
    for words in quoted:
        judge(quotation(words.replace("the", "zebra")), prepared)
    assert seconds(begun) / len(quoted) < 0.3


def test_time_grows_no_faster_than_the_letter() -> None:
    def spent(count: int) -> float:
        text = "They say “open weights help firms”^1 and “closed ones harm” too.^1 " * count
        begun = time.process_time()
        assert len(found(text, {"NTIA": "report"}, n1="{report}.")) == 2 * count
        return seconds(begun)

    spent(50)
    small, large = spent(200), spent(1_600)
    assert large < 24 * small + 0.5
