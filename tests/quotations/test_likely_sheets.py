"""A long source with a concordance is not read from end to end for a quotation that was altered, and says the same."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

import pytest
from documents import dice, document
from msgspec.structs import replace
from mutations import mutants
from quoting import quotation

from comment_kit.model.pages import SourceText, Stream
from comment_kit.model.quotations import CitedPlace, Judgement, Verdict
from comment_kit.quotations import Prepared, judge, prepare
from comment_kit.quotations.likely import likely_sheets
from comment_kit.quotations.pattern import parse

_WORD = re.compile(r"[^\W_]+")
_NOWHERE = "zebras graze beside seven quiet rivers while herons sleep under distant willows"
_SYLLABLES = tuple(a + b for a in "bdfgklmnprst" for b in "aeio")


class Words:
    """Where each word of a text stands, as the store knows it."""

    def __init__(self, text: SourceText) -> None:
        self._sheets: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self.asked: list[str] = []
        ends = (*text.all.sheets[1:], len(text.all.text))
        for sheet, start, end in zip(text.sheets, text.all.sheets, ends, strict=True):
            for word in _WORD.findall(text.all.text[start:end].casefold()):
                self._sheets[word][sheet.index] = None

    def sheets(self, word: str, most: int) -> Sequence[int]:
        """Return the first sheets that have ``word``, and remember that it was asked for."""
        self.asked.append(word)
        return tuple(self._sheets.get(word, ()))[:most]


def judged(words: str, page: str, prepared: Prepared) -> Judgement:
    return judge(quotation(words, phrase=True), prepared, CitedPlace(pages=((page, page),)))


def sentences(count: int) -> list[str]:
    """Return sentences of sixteen words, of which each stands in a few."""
    thrown = dice(8)
    words = ["".join(thrown.choices(_SYLLABLES, k=thrown.randint(2, 4))) for _ in range(400)]
    return [" ".join(thrown.choices(words, k=16)).capitalize() + ". " for _ in range(count)]


@pytest.fixture(scope="module")
def source() -> SourceText:
    """Eighty sheets of words that stand everywhere, each with a sentence of rarer words before them."""
    plain = document(80, dice(7))
    ends = (*plain.all.sheets[1:], len(plain.all.text))
    pages = zip(sentences(80), plain.all.sheets, ends, strict=True)
    texts = [sentence + plain.all.text[start:end] for sentence, start, end in pages]
    stream = Stream(text="".join(texts), sheets=tuple(accumulate(map(len, texts[:-1]), initial=0)))
    return replace(plain, body=stream, all=stream, notes=Stream())


def test_each_altered_quotation_is_judged_as_by_reading_the_whole(source: SourceText) -> None:
    whole, quick, thrown = prepare(source), prepare(source, Words(source).sheets), dice(9)
    pages = list(enumerate(sentences(80), 100))[::8]
    altered = [(each.words, str(page)) for page, words in pages for each in mutants(words, thrown)]
    verdicts = [judged(*each, quick) for each in altered]
    assert verdicts == [judged(*each, whole) for each in altered]
    assert sum(each.verdict is Verdict.ALTERED for each in verdicts) > len(altered) / 2


def test_the_sheet_that_shares_the_rarest_words_is_looked_at_and_few_others(source: SourceText) -> None:
    words = sentences(80)[50].replace(" ", " other ", 1)
    sheets = likely_sheets(prepare(source, Words(source).sheets), parse(words), frozenset({3}))
    assert sheets is not None
    assert {3, 51, 52} <= sheets
    assert len(sheets) <= 33


def test_an_altered_passage_is_found_on_its_page_wherever_it_is_cited(source: SourceText) -> None:
    words = sentences(80)[50].replace(" ", " other ", 1)
    said = judged(words, "103", prepare(source, Words(source).sheets))
    assert said.verdict is Verdict.ALTERED
    assert said.found_pages == ("150",)


def test_words_that_stand_nowhere_together_are_not_found(source: SourceText) -> None:
    words = " ".join(each.split()[3] for each in sentences(80)[::8])
    prepared = prepare(source, Words(source).sheets)
    assert likely_sheets(prepared, parse(words), frozenset()) is not None
    assert judged(words, "103", prepared).verdict is Verdict.NOT_FOUND


@pytest.mark.parametrize(
    "words",
    ["zebras graze", _NOWHERE, "the agency may publish the report"],
    ids=["too few words", "words that the source has not", "words that stand everywhere"],
)
def test_a_quotation_whose_words_tell_nothing_is_looked_for_everywhere(source: SourceText, words: str) -> None:
    prepared = prepare(source, Words(source).sheets)
    assert likely_sheets(prepared, parse(words), frozenset()) is None
    assert judged(words, "101", prepared) == judged(words, "101", prepare(source))


def test_a_short_source_is_read_from_end_to_end() -> None:
    short = document(20, dice(1))
    known = Words(short)
    assert likely_sheets(prepare(short, known.sheets), parse(_NOWHERE), frozenset()) is None
    assert known.asked == []


def test_words_that_a_bracket_cuts_are_not_asked_for(source: SourceText) -> None:
    known = Words(source)
    likely_sheets(
        prepare(source, known.sheets),
        parse("[T]he agency oversee[ing] every model [quickly] . . . reports"),
        frozenset(),
    )
    assert known.asked == ["agency", "every", "model", "reports"]
