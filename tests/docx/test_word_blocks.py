"""Quotations, lists, tables, code, rules and types come out as Word's own things."""

import pytest
from docx_letters import HERE, Draft, call, division, head, inlines, link, para, set_citation, words
from docx_reading import Word, printed

from comment_kit.errors import CommentKitError
from comment_kit.model.letter import (
    Align,
    Block,
    BlockQuote,
    CodeBlock,
    CrossReference,
    Image,
    LineBreak,
    ListBlock,
    Mention,
    Table,
    ThematicBreak,
)


def quote(*blocks: Block) -> BlockQuote:
    return BlockQuote(blocks=blocks, location=HERE)


def bullets(*items: tuple[Block, ...]) -> ListBlock:
    return ListBlock(items=items, ordered=False, location=HERE)


def numbers(*items: tuple[Block, ...], start: int = 1) -> ListBlock:
    return ListBlock(items=items, ordered=True, start=start, location=HERE)


def table(*rows: tuple[str, ...], aligns: tuple[Align, ...] = ()) -> Table:
    cells = tuple(tuple(inlines(cell) if cell else () for cell in row) for row in rows)
    return Table(header=cells[0], rows=cells[1:], aligns=aligns, location=HERE)


def word_of(*blocks: Block) -> Word:
    return printed(Draft().add(*blocks).letter())


def styles(word: Word) -> list[str]:
    return word.all("//w:body/w:p/w:pPr/w:pStyle/@w:val")


def test_a_quotation_stands_in_on_both_sides_by_its_style() -> None:
    word = word_of(quote(para("Quoted words.")))
    assert styles(word) == ["BlockText"]
    assert word.all("//w:style[@w:styleId='BlockText']/w:pPr/w:ind/@*", "styles") == ["720", "720"]
    assert word.count("//w:body/w:p/w:pPr/w:ind") == 0


def test_a_quotation_in_a_quotation_stands_further_in() -> None:
    word = word_of(quote(para("Outer."), quote(para("Inner."))))
    assert word.all("//w:body/w:p/w:pPr/w:ind/@w:left") == ["1440"]
    assert word.all("//w:body/w:p/w:pPr/w:ind/@w:right") == ["1440"]


def test_each_list_has_a_number_of_its_own_and_begins_where_it_says() -> None:
    word = word_of(numbers((para("One"),), (para("Two"),)), numbers((para("Four"),), start=4))
    first, second, third = word.all("//w:body/w:p/w:pPr/w:numPr/w:numId/@w:val")
    assert first == second != third
    starts = [word.one(f"//w:num[@w:numId='{each}']//w:startOverride/@w:val", "numbering") for each in (first, third)]
    assert starts == ["1", "4"]


def test_bullets_and_numbers_are_real_lists() -> None:
    word = word_of(bullets((para("One"),)))
    number = word.one("//w:body/w:p/w:pPr/w:numPr/w:numId/@w:val")
    abstract = word.one(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "numbering")
    kinds = word.all(f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl/w:numFmt/@w:val", "numbering")
    assert kinds == ["bullet"] * 9


def test_a_list_in_a_list_is_of_the_next_level_and_further_paragraphs_stand_under_their_item() -> None:
    word = word_of(bullets((para("One"), para("More of one"), numbers((para("Inner"),)))))
    assert word.all("//w:body/w:p/w:pPr/w:numPr/w:ilvl/@w:val") == ["0", "1"]
    assert word.all("//w:body/w:p/w:pPr/w:ind/@w:left") == ["720", "720", "1080"]


def test_an_item_that_begins_with_a_list_still_has_its_own_bullet() -> None:
    word = word_of(bullets((bullets((para("Inner"),)),)))
    assert word.all("//w:body/w:p/w:pPr/w:numPr/w:ilvl/@w:val") == ["0", "1"]


def test_lists_deeper_than_word_has_levels_stay_at_its_last() -> None:
    inner: Block = para("Deep")
    for _ in range(12):
        inner = bullets((inner,))
    assert word_of(inner).all("//w:body/w:p/w:pPr/w:numPr/w:ilvl/@w:val")[-1] == "8"


def test_blocks_nested_without_end_are_refused_in_one_sentence() -> None:
    inner: Block = para("Deep")
    for _ in range(200):
        inner = quote(inner)
    with pytest.raises(CommentKitError, match="nested more than 50 deep"):
        word_of(inner)


def test_the_header_row_of_a_table_is_marked_and_repeated() -> None:
    word = word_of(table(("Practice", "Page"), ("3.1", "8"), ("3.2", "9")))
    assert word.all("//w:tr/w:trPr/w:tblHeader/ancestor::w:tr") == ["PracticePage"]
    assert word.count("//w:tr[w:trPr/w:cantSplit]") == 3
    assert word.one("//w:tblLook/@w:firstRow") == "1"


def test_the_columns_of_a_table_stand_as_they_were_aligned_and_fill_the_width() -> None:
    word = word_of(table(("A", "B", "C"), ("1", "2", "3"), aligns=(Align.LEFT, Align.CENTER, Align.RIGHT)))
    assert word.all("//w:tr[2]/w:tc/w:p/w:pPr/w:jc/@w:val") == ["center", "right"]
    assert word.all("//w:gridCol/@w:w") == ["3120", "3120", "3120"]


def test_a_column_is_as_wide_as_its_longest_cell_asks() -> None:
    reference = CrossReference(target="nothing", location=HERE)
    cells = (
        inlines("x" * 48),
        (set_citation("a", "x" * 24),),
        (Image(path="a.png", alt="", location=HERE),),
        (reference,),
    )
    word = word_of(Table(header=cells, rows=(), aligns=(), location=HERE))
    assert word.all("//w:gridCol/@w:w") == ["4361", "2180", "2180", "636"]


def test_a_row_that_is_too_short_is_filled_and_every_cell_ends_with_a_paragraph() -> None:
    word = word_of(table(("A", "B"), ("1",)))
    assert word.count("//w:tc") == 4
    assert word.count("//w:tc[w:p]") == 4


def test_a_table_without_words_in_its_header_has_no_header_row() -> None:
    assert word_of(table(("", ""), ("1", "2"))).count("//w:tblHeader") == 0


def test_a_table_without_columns_is_nothing() -> None:
    assert word_of(Table(header=(), rows=(), aligns=(), location=HERE), para("Words.")).count("//w:tbl") == 0


def test_two_tables_in_a_row_stay_two() -> None:
    word = word_of(table(("A",), ("1",)), table(("B",), ("2",)))
    assert word.count("//w:body/w:tbl/following-sibling::*[1][self::w:p]") == 2


def test_code_keeps_its_lines_and_spaces() -> None:
    word = word_of(CodeBlock(text="if x:\n    go()\n", location=HERE))
    assert styles(word) == ["SourceCode"]
    assert word.all("//w:body/w:p/w:r/w:t") == ["if x:", "    go()"]
    assert word.count("//w:body/w:p/w:r/w:br") == 1
    assert word.count("//w:t[@xml:space='preserve']") == 1


def test_code_in_a_list_stands_under_its_item() -> None:
    word = word_of(bullets((para("Item"), CodeBlock(text="go()", location=HERE))))
    assert word.all("//w:body/w:p/w:pPr/w:ind/@w:left") == ["720", "720"]


def test_a_rule_is_a_paragraph_with_a_line_below() -> None:
    word = word_of(para("Above."), ThematicBreak(location=HERE), para("Below."))
    assert styles(word) == ["BodyText", "SectionRule", "BodyText"]
    assert word.count("//w:style[@w:styleId='SectionRule']/w:pPr/w:pBdr/w:bottom", "styles") == 1


def test_every_type_stands_on_its_run() -> None:
    kinds = ("bold", "italic", "small_caps", "strike", "superscript", "subscript", "code")
    word = word_of(para(*(words(kind, **{kind: True}) for kind in kinds)))
    names = ("w:b", "w:i", "w:smallCaps", "w:strike", "w:vertAlign[@w:val='superscript']",
             "w:vertAlign[@w:val='subscript']", "w:rFonts[@w:ascii='Courier New']")  # fmt: skip
    assert [word.one(f"//w:r[w:rPr/{name}]/w:t") for name in names] == list(kinds)


def test_characters_that_fall_out_of_the_font_are_elements() -> None:
    word = word_of(para("a\tb\u2011c\u00add\ne", LineBreak(), "f"))
    assert word.all("//w:body/w:p/w:r/w:t") == ["a", "b", "c", "d", " ", "e", "f"]
    for name in ("tab", "noBreakHyphen", "softHyphen", "br"):
        assert word.count(f"//w:body/w:p/w:r/w:{name}") == 1


def test_hard_spaces_and_spaces_at_the_edge_of_a_run_are_kept() -> None:
    word = word_of(para("§\u00a04 ", words("italic", italic=True), " end"))
    assert word.all("//w:t") == ["§\u00a04 ", "italic", " end"]
    assert word.count("//w:t[@xml:space='preserve']") == 2


def test_characters_that_no_file_may_hold_are_left_out() -> None:
    assert word_of(para("a\x00b\x0bc\ud800d\uffff")).all("//w:body/w:p") == ["abcd"]


def test_a_link_is_one_link_and_its_address_stands_once_for_the_part() -> None:
    address = "https://example.org/a"
    two = (words("one ", url=address), words("two", url=address, italic=True))
    word = word_of(para(*two), para(link(address)))
    assert word.all("//w:hyperlink") == ["one two", address]
    assert len(set(word.all("//w:hyperlink/@r:id"))) == 1
    assert list(word.relations().values()).count(address) == 1


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/100%", "https://example.org/100%25"),
        ("https://example.org/%20", "https://example.org/%20"),
        ("https://example.org/é", "https://example.org/%C3%A9"),
        ("mailto:you@example.org", "mailto:you@example.org"),
    ],
)
def test_an_address_is_made_one_that_word_accepts(written: str, target: str) -> None:
    assert target in word_of(para(words("here", url=written))).relations().values()


@pytest.mark.parametrize("written", ["http://", "javascript:alert(1)", "file:///etc/passwd", "http://[", "no address"])
def test_an_address_that_leads_nowhere_on_the_web_is_printed_without_a_link(written: str) -> None:
    word = word_of(para(words("here", url=written)))
    assert word.count("//w:hyperlink") == 0
    assert word.all("//w:body/w:p") == ["here"]


def test_a_heading_inside_a_note_is_a_paragraph_of_it() -> None:
    draft = Draft().note_of("n", head(1, "Title")).text("Words.", call("n"))
    word = printed(draft.letter())
    assert word.all("//w:footnote[not(@w:type)]/w:p", "footnotes") == [" Title"]
    assert word.all("//w:footnote[not(@w:type)]/w:p/w:pPr/w:pStyle/@w:val", "footnotes") == ["FootnoteText"]


def test_a_division_that_nobody_knows_is_set_as_text() -> None:
    assert styles(word_of(division("aside", para("Words.")))) == ["BodyText"]


def test_what_the_style_left_unset_is_our_own_fault_and_says_so() -> None:
    with pytest.raises(TypeError, match="the style has left Mention unset"):
        word_of(para(Mention(key="report", location=HERE)))
