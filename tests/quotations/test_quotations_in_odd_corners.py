"""Corners of real letters and sources: lists, tables, covers, glued brackets, a source that misquotes another."""

import pytest
from msgspec.structs import replace
from page_texts import source_text
from quoted_letters import HERE, inlines, letter
from quoting import changes, judged, quotation, swaps

from comment_kit.model.citations import Citation, Parenthetical, StringCite
from comment_kit.model.letter import (
    Align,
    Block,
    BlockQuote,
    CrossReference,
    Division,
    Footnote,
    LineBreak,
    ListBlock,
    Mention,
    Paragraph,
    Table,
)
from comment_kit.model.quotations import Kind, Link, Verdict, Voucher
from comment_kit.model.text import Span
from comment_kit.quotations import decided, judge, prepare, quotations


def paragraph(written: str) -> Paragraph:
    return Paragraph(content=inlines(written), location=HERE)


def quoted(*blocks: Block, **notes: str) -> list[str]:
    return [each.text for each in quotations(letter(blocks, **notes))]


def test_where_a_source_misquotes_another_the_second_citation_decides() -> None:
    order = judged("It weighs the cost of regulation.", "the cost of regulating", phrase=True)
    statute = judged("It weighs the cost of regulating.", "the cost of regulating", phrase=True)
    assert (order.verdict, statute.verdict) == ("altered", "verified")
    first, second = Voucher(link=Link.TOUCHING, key="order"), Voucher(link=Link.SAME_NOTE, key="statute")
    assert decided((first, second), (order, statute)) == 1
    assert decided((first, second), (statute, order)) == 0
    assert decided((first, second), (order, order)) == 0
    astray = replace(statute, verdict=Verdict.ELSEWHERE)
    assert decided((first, second, second), (order, astray, statute)) == 2


def test_a_source_that_a_note_cites_twice_has_the_words_by_either_of_its_places() -> None:
    right = judged("Roads are paved.", "Roads are paved")
    astray = replace(right, verdict=Verdict.ELSEWHERE)
    first, again = Voucher(link=Link.TOUCHING, key="order"), Voucher(link=Link.SAME_NOTE, key="order")
    assert decided((first, again), (astray, right)) == 1
    assert decided((first, again), (right, astray)) == 0
    assert decided((first, again), (astray, astray)) == 0
    for other in (replace(again, key="statute"), replace(again, link=Link.QUOTED_THERE), replace(again, key=None)):
        assert decided((replace(first, key=other.key and "order"), other), (astray, right)) == 0


def test_lists_and_tables_hold_quotations() -> None:
    items = ((paragraph("They say “open weights help.”"),), (paragraph("And “closed ones harm.”"),))
    table = Table(
        header=(inlines("“what helps whom”"),),
        rows=((inlines("“costs rose in May”"),),),
        aligns=(Align.LEFT,),
        location=HERE,
    )
    assert quoted(ListBlock(items=items, ordered=False, location=HERE), table) == [
        "open weights help.",
        "closed ones harm.",
        "what helps whom",
        "costs rose in May",
    ]


def test_a_list_in_a_block_belongs_to_the_block() -> None:
    items = ((paragraph("Name the model;"),), (paragraph("state its size.^1"),))
    block = BlockQuote(blocks=(ListBlock(items=items, ordered=False, location=HERE),), location=HERE)
    (only,) = quotations(letter((paragraph("It asks:"), block), n1="{report}."))
    assert only.text == "Name the model;\nstate its size."
    assert only.voucher is not None
    assert only.voucher.link is Link.BLOCK_END


def test_the_cover_quotes_nobody() -> None:
    cover = Division(name="cover", blocks=(paragraph("Comments on “open weights for all firms”"),), location=HERE)
    assert [each.kind for each in quotations(letter((cover,)))] == [Kind.HEADING]


def test_a_line_break_in_the_words_is_a_blank_and_a_cross_reference_its_words() -> None:
    content = (
        Span(text="They say “open"),
        LineBreak(),
        Span(text="weights of "),
        CrossReference(target="x", words=(Span(text="Part II"),), location=HERE),
        Span(text=" help”."),
    )
    assert quoted(Paragraph(content=content, location=HERE)) == ["open weights of Part II help"]


def test_a_citation_in_running_text_vouches() -> None:
    (only,) = quotations(letter("They say “open weights help firms” {report} here."))
    assert only.voucher is not None
    assert (only.voucher.key, only.voucher.at) == ("report", None)


def test_a_mention_behind_quoting_names_the_source() -> None:
    said = Parenthetical(content=(Span(text="quoting "), Mention(key="statute", location=HERE)))
    cited = Citation(key="order", parentheticals=(said,), location=HERE)
    note = Paragraph(content=(StringCite(citations=(cited,), location=HERE),), location=HERE)
    written = replace(
        letter("It “weighs benefits and risks.”^1"), notes={"1": Footnote(id="1", blocks=(note,), location=HERE)}
    )
    (only,) = quotations(written)
    assert [(each.key, each.link) for each in only.others] == [("statute", Link.QUOTED_THERE)]


@pytest.mark.parametrize(
    ("source", "words", "shown"),
    [
        ("The agency oversees markets.", "agency oversee[ing]", [("[ing]", "s")]),
        ("They agreed that a marginal test is sound.", "agreed that []marginal test is sound", [("[]", "a")]),
        ("They agreed that submarginal tests are sound.", "agreed that []marginal tests", [("[]", "sub")]),
        ("It is unsafe to release.", "[in]safe to release", [("[in]", "un")]),
        ("The licence is void.", "The licen[s]e is void.", [("[s]", "c")]),
    ],
)
def test_a_glued_bracket_stands_for_letters_of_its_word(source: str, words: str, shown: list[tuple[str, str]]) -> None:
    judgement = judged(source, words, phrase=True)
    assert (judgement.verdict, swaps(judgement)) == ("verified", shown)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Predeployment tests are rare here.", "[d]eployment tests are rare"),
        ("The of\ufb01ce met twice in May.", "The of met twice in May."),
        ("The in\ufb01nite model of all is here.", "nite model of all is here"),
        ("It is safe to release weights.", "It is [s]afety to release weights."),
    ],
)
def test_a_bracket_or_a_ligature_makes_no_new_word(source: str, words: str) -> None:
    assert judged(source, words, phrase=True).verdict == "altered"


def test_a_word_cut_by_a_line_is_whole_where_the_writer_has_it_so() -> None:
    judgement = judged("The self-\nregulatory bodies must file.", "The selfregulatory bodies may file.")
    assert changes(judgement) == [("may", "must")]


def test_words_about_a_bracket_that_reaches_too_far_are_shown() -> None:
    source = f"The {'very ' * 40}old rule binds all of us."
    judgement = judged(source, "The [aged] rule binds all of us.")
    assert judgement.verdict == "altered"
    assert judgement.differences


def test_a_word_that_stands_so_a_little_before_too_is_no_difference() -> None:
    between = "and nobody says how such a thing should be done at all by anybody, or when, or to what end"
    source = f"All manage misuse risks, {between}. This is about misuse risk from dual-use foundation models. And more."
    assert changes(judged(source, "misuse risk from triple-use foundation models")) == [("triple", "dual")]


def test_words_that_are_struck_through_are_quoted_from_nowhere() -> None:
    source = prepare(source_text("Agencies shall report all serious harms."))
    words = (Span(text="Agencies shall report "), Span(text="all ", strike=True), Span(text="serious harms"))
    judgement = judge(replace(quotation("x"), words=words), source)
    assert judgement.verdict is Verdict.UNDECIDED
    assert judgement.reason == "some of its words are struck through"
