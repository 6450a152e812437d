"""The text of anybody's Word file is read as its reader sees it on the page."""

from __future__ import annotations

import pytest
from any_word import BEGIN, END, SEPARATE, en, field, fn, lines, p, r, read, shown, style, styled

from comment_kit.model.letter import Paragraph
from comment_kit.model.text import Span

BOTH_SIDES = '<w:ind w:left="720" w:right="720"/>'
VERSIONS = (
    "<mc:AlternateContent><mc:Choice Requires='x'>{}</mc:Choice><mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
)
BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"


def line(*content: str, **parts: object) -> str:
    """Return the one line of a file."""
    (only,) = lines(p(*content), **parts)
    return only


@pytest.mark.parametrize(
    "inside",
    [
        "<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
        "<w:smartTag w:uri='x' w:element='y'>{}</w:smartTag>",
        "<w:customXml w:uri='x' w:element='y'><w:customXmlPr/>{}</w:customXml>",
        "<w:bdo w:val='ltr'>{}</w:bdo>",
        "<w:dir w:val='ltr'>{}</w:dir>",
        "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
        "<w:fldSimple w:instr=' QUOTE '>{}</w:fldSimple>",
        "<w:ins w:id='1' w:author='x'>{}</w:ins>",
        "<w:moveTo w:id='1' w:author='x'>{}</w:moveTo>",
        "<w:ins><w:sdt><w:sdtContent><w:hyperlink w:anchor='x'>{}</w:hyperlink></w:sdtContent></w:sdt></w:ins>",
        VERSIONS.format("{}", "<w:r><w:t>no</w:t></w:r>"),
    ],
)
def test_words_and_marks_are_found_in_whatever_holds_them(inside: str) -> None:
    held = inside.format(r("held") + fn(1))
    assert line("Is ", held, " here.", footnotes={1: "A note."}) == "Is held^1 here."


@pytest.mark.parametrize(
    "inside",
    [
        "<w:del w:id='1' w:author='x'>{}</w:del>",
        "<w:moveFrom w:id='1' w:author='x'>{}</w:moveFrom>",
        "<w:ins w:id='1'><w:del w:id='2'>{}</w:del></w:ins>",
        VERSIONS.format("<w:r/>", "{}"),
        "<w:sdt><w:sdtPr>{}</w:sdtPr></w:sdt>",
    ],
)
def test_what_is_deleted_or_stands_twice_is_left_out(inside: str) -> None:
    letter = read(p("Is ", inside.format(r("held") + fn(1)), "here."), footnotes={1: "A note."}).letter
    assert letter.notes == {}
    assert line("Is ", inside.format(r("held")), "here.") == "Is here."


def test_text_in_the_run_of_a_mark_is_kept() -> None:
    mark = '<w:r><w:t>before</w:t><w:footnoteReference w:id="1"/><w:t>after</w:t></w:r>'
    assert line(mark, footnotes={1: "A note."}) == "before^1after"


def test_two_paragraphs_whose_end_is_deleted_are_one() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    body = (p("One ", properties=deleted), p("and two.", properties=styled("q")), p("Three."))
    assert lines(*body, styles=style("q", "Quote")) == ["> One and two.", "Three."]


DROP_CAP = '<w:keepNext/><w:framePr w:dropCap="drop" w:lines="3" w:wrap="around"/>'


def test_a_large_first_letter_in_a_frame_of_its_own_belongs_to_its_line() -> None:
    assert lines(p("\u201cT", properties=DROP_CAP), p("he Report,\u201d it says.")) == [
        "\u201cThe Report,\u201d it says."
    ]
    frame = '<w:framePr w:w="2000" w:hSpace="180" w:wrap="around"/>'
    assert lines(p("Aside.", properties=frame), p("Text.")) == ["Aside.", "Text."]


PAGE = '<w:r><w:br w:type="page"/></w:r>'


def test_a_sentence_that_a_page_begun_by_hand_cuts_in_two_is_one_line() -> None:
    assert lines(p("\u201cThese words", PAGE), p("go on.\u201d")) == ["\u201cThese words\ngo on.\u201d"]


@pytest.mark.parametrize(
    "body",
    [
        [p("A sentence.", PAGE), p("another line.")],
        [p("Some words", PAGE), p("Another line.")],
        [p(PAGE), p("another line.")],
        [p("Some words", '<w:r><w:br w:type="column"/></w:r>'), p("another line.")],
        [p("Some words"), p("another line.")],
    ],
)
def test_what_follows_the_break_of_a_page_is_else_a_line_of_its_own(body: list[str]) -> None:
    assert lines(*body)[-1].casefold() == "another line."


def test_a_field_that_begins_among_deleted_words_is_deleted_to_its_end() -> None:
    # As LibreOffice saves the deletion of a field.
    code = "<w:r><w:delInstrText> NOTEREF _Ref1 </w:delInstrText></w:r>"
    body = p("note ", f"<w:del>{BEGIN}{code}</w:del>", SEPARATE, "4", END, "1, at 5.")
    assert lines(body) == ["note 1, at 5."]
    whole = p("note ", f"<w:del>{BEGIN}{code}{SEPARATE}{END}</w:del>", "1, at 5.")
    assert lines(whole) == ["note 1, at 5."]


def test_blanks_at_the_edges_are_read_only_where_the_file_asks_to_keep_them() -> None:
    kept = '<w:r><w:t xml:space="preserve">three </w:t></w:r>'
    assert lines(p("<w:r><w:t>one </w:t></w:r>", "<w:r><w:t>\n two\u00a0</w:t></w:r>", kept, "four")) == [
        "onetwo\u00a0three four"
    ]


def test_a_row_of_a_table_that_is_deleted_is_not_read() -> None:
    row = "<w:tr>{}<w:tc>{}</w:tc></w:tr>"
    rows = row.format("<w:trPr><w:del/></w:trPr>", p("old", fn(1))) + row.format("", p("new", fn(2)))
    assert lines(f"<w:tbl>{rows}</w:tbl>", footnotes=NOTES) == ["new^1"]


def test_marks_of_direction_print_nothing() -> None:
    assert lines(p("\u202a\u201cwords.\u201d\u202c\u200f")) == ["\u201cwords.\u201d"]


def test_a_deleted_end_joins_nothing_over_the_edge_of_a_cell() -> None:
    deleted = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    cell = f"<w:tbl><w:tr><w:tc>{p('Cell.', properties=deleted)}</w:tc></w:tr></w:tbl>"
    assert lines(cell, p("Text.", properties=deleted)) == ["Cell.", "Text."]


def test_tables_are_read_cell_by_cell_and_tables_in_tables_too() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{p('inner')}</w:tc></w:tr></w:tbl>"
    rows = f"<w:tr><w:tc>{p('a', fn(1))}</w:tc><w:tc>{p('b')}{inner}{p('c')}</w:tc></w:tr>"
    held = f"<w:sdt><w:sdtContent><w:tr><w:tc>{p('d')}</w:tc></w:tr></w:sdtContent></w:sdt>"
    assert lines(f"<w:tbl>{rows}{held}</w:tbl>", footnotes={1: "x"}) == ["a^1", "b", "inner", "c", "d"]


def test_a_text_box_follows_its_paragraph_once() -> None:
    box = f"<w:drawing><w:txbxContent>{p('In the box.')}</w:txbxContent></w:drawing>"
    versions = f"<w:r>{VERSIONS.format(box, BOX.format(p('In the box.')))}</w:r>"
    assert lines(p("Before", versions, "after."), p("Next.")) == ["Beforeafter.", "In the box.", "Next."]


def test_an_old_text_box_is_read_and_a_deleted_one_is_not() -> None:
    nested = BOX.format(p("Outer.", BOX.format(p("Inner."))))
    assert lines(p("Text.", nested)) == ["Text.", "Outer.", "Inner."]
    assert lines(p("Text.", f"<w:del w:id='1'>{nested}</w:del>")) == ["Text."]


def test_of_alternate_paragraphs_the_choice_is_read() -> None:
    body = (
        f"<mc:AlternateContent><mc:Choice Requires='x'>{p('One.')}</mc:Choice>"
        f"<mc:Choice Requires='y'>{p('Two.')}</mc:Choice><mc:Fallback>{p('Three.')}</mc:Fallback></mc:AlternateContent>"
    )
    assert lines(body) == ["One."]


def test_paragraphs_in_content_controls_and_custom_xml_are_read() -> None:
    body = f"<w:sdt><w:sdtContent><w:customXml>{p('Held.')}</w:customXml></w:sdtContent></w:sdt>"
    assert lines(body, p("Free.")) == ["Held.", "Free."]


# ---- fields ----


def test_the_result_of_a_field_is_read_and_its_instruction_is_not() -> None:
    assert line("Page ", field(" PAGE ", "3"), ".") == "Page 3."


def test_an_instruction_may_be_split_over_runs_and_hold_fields() -> None:
    inner = field(" MERGEFIELD Name ", "hidden")
    code = "<w:r><w:instrText> IF </w:instrText></w:r>" + inner + '<w:r><w:instrText> = "x" "y" </w:instrText></w:r>'
    assert line("A ", BEGIN, code, SEPARATE, r("y"), END, ".") == "A y."


def test_a_field_in_the_result_of_a_field_is_read() -> None:
    assert line(field(" ADDIN ZOTERO_ITEM {} ", "See ", field(" NOTEREF x ", "4"), ".")) == "See 4."


def test_a_field_without_a_result_shows_nothing() -> None:
    entry = f"{BEGIN}<w:r><w:instrText> TA \\l One </w:instrText></w:r>{END}"
    assert line("Before", entry, "after.") == "Beforeafter."


def test_a_field_may_run_over_paragraphs() -> None:
    first = p(BEGIN, "<w:r><w:instrText> ADDIN X </w:instrText></w:r>", SEPARATE, "One.")
    assert lines(first, p("Two.", END, "More.")) == ["One.", "Two.More."]


def test_ends_of_fields_that_never_began_are_passed_over() -> None:
    stray = '<w:fldSimple w:instr=" PAGE "><w:r><w:fldChar w:fldCharType="end"/><w:t>3</w:t></w:r></w:fldSimple>'
    assert line(END, SEPARATE, "Text ", stray, END, ".") == "Text 3."


def test_a_link_is_known_by_its_element_and_by_its_field() -> None:
    element = f'<w:hyperlink r:id="rIdL">{r("here")}</w:hyperlink>'
    assert line(element, " or", links={"rIdL": "https://example.org/a"}) == "here<https://example.org/a> or"
    assert line(field(' HYPERLINK "https://example.org/b" ', "there")) == "there<https://example.org/b>"
    assert line(field(' HYPERLINK \\l "part" ', "there")) == "there"


def test_a_number_that_a_field_prints_says_what_it_refers_to() -> None:
    (block,) = read(p("supra note ", field(' NOTEREF "_Ref1" \\h ', "4"))).letter.blocks
    assert isinstance(block, Paragraph)
    assert block.content == (Span(text="supra note "), Span(text="4", refers_to="_Ref1"))


def test_what_word_says_of_a_lost_bookmark_stays_in_the_text() -> None:
    note = p(r("See note "), field(" NOTEREF _Ref1 \\h ", r("Error! Bookmark not defined.", "<w:b/>")), r("."))
    letter = read(p("Text.", fn(1)), footnotes={1: note}).letter
    (paragraph,) = letter.notes["footnote-1"].blocks
    assert isinstance(paragraph, Paragraph)
    assert [part.text for part in paragraph.content if isinstance(part, Span)] == [
        "See note ",
        "Error! Bookmark not defined.",
        ".",
    ]


# ---- characters ----


def test_odd_characters_are_read_as_they_print() -> None:
    parts = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:br/><w:t>d</w:t><w:cr/></w:r>"
    assert line(parts, ".") == "a\tb\u2011c\nd\n."


def test_a_break_at_the_edge_of_a_paragraph_is_no_part_of_it() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = p(page, "One.", page), p("Two", page, "three."), p(page), p(page, fn(1), page)
    assert lines(*body, footnotes={1: "A note."}) == ["One.", "Two\nthree.", "^1"]


@pytest.mark.parametrize(
    ("symbol", "seen"),
    [
        ('w:font="Times New Roman" w:char="2020"', "\u2020"),
        ('w:font="Symbol" w:char="F02A"', "*"),
        ('w:font="Symbol" w:char="F061"', ""),
        ('w:font="Wingdings" w:char="F04A"', ""),
        ('w:font="Symbol" w:char="no number"', ""),
        ('w:font="Symbol"', ""),
    ],
)
def test_a_symbol_is_read_where_it_is_one_of_everybodys(symbol: str, seen: str) -> None:
    assert line("x", f"<w:r><w:sym {symbol}/></w:r>", "y") == f"x{seen}y"


# ---- hidden text ----


def test_hidden_text_is_left_out() -> None:
    assert line("Seen", r(" hidden", "<w:vanish/>"), r(" again", '<w:vanish w:val="0"/>')) == "Seen again"


def test_text_hidden_by_a_style_is_left_out() -> None:
    styles = (
        style("Own", "Own", look="<w:vanish/>")
        + style("Child", "Child", based="Own")
        + '<w:style w:type="character" w:styleId="Say"><w:name w:val="Say"/><w:rPr><w:vanish w:val="0"/></w:rPr>'
        "</w:style>"
    )
    hidden = p("Hidden.", r("Not.", '<w:rStyle w:val="Say"/>'), properties=styled("Child"))
    assert lines(hidden, p(r("Hidden.", '<w:rStyle w:val="Own"/>'), "Seen."), styles=styles) == ["Not.", "Seen."]


def test_a_hidden_mark_calls_no_note_and_takes_no_number() -> None:
    hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    letter = read(p("Text", hidden, fn(2)), footnotes={1: "Hidden.", 2: "Seen."})
    assert lines(p("Text", hidden, fn(2)), footnotes={1: "Hidden.", 2: "Seen."}) == ["Text^1"]
    assert letter.facts.uncalled == ()


# ---- what a paragraph is ----


def test_headings_are_known_by_their_styles_in_any_language() -> None:
    styles = (
        style("berschrift1", "heading 1")
        + style("Part", "Part Title", based="berschrift1")
        + style("Deep", "Own", properties='<w:outlineLvl w:val="1"/>')
        + style("Body", "Body Text", properties='<w:outlineLvl w:val="9"/>')
    )
    body = [p(name, properties=styled(name)) for name in ("berschrift1", "Deep", "Body", "Undefined")]
    assert lines(*body, styles=styles) == ["# berschrift1", "## Deep", "Body", "Undefined"]


def test_a_style_takes_its_level_from_the_one_it_is_based_on() -> None:
    styles = style("H", "Our Head", properties='<w:outlineLvl w:val="0"/>') + style("K", "Kind", based="H")
    assert lines(p("Head", properties=styled("K")), styles=styles) == ["# Head"]


def test_headings_are_known_by_their_own_level_in_the_outline() -> None:
    assert lines(p("Head", properties='<w:outlineLvl w:val="2"/>')) == ["### Head"]
    text = p("Text", properties=styled("h") + '<w:outlineLvl w:val="9"/>')
    assert lines(text, styles=style("h", "heading 1")) == ["Text"]


def test_styles_based_on_each_other_in_a_ring_are_read() -> None:
    ring = style("a", "A", based="b") + style("b", "B", based="a", properties='<w:outlineLvl w:val="0"/>')
    assert lines(p("One", properties=styled("a")), p("Two", properties=styled("b")), styles=ring) == ["# One", "# Two"]


@pytest.mark.parametrize("name", ["Quote", "Intense Quote", "Block Text", "Quotations", "Blockquote", "Extract"])
def test_a_block_quotation_is_known_by_its_style(name: str) -> None:
    assert lines(p("Quoted.", properties=styled("q")), styles=style("q", name)) == ["> Quoted."]


@pytest.mark.parametrize(
    "indent",
    [
        BOTH_SIDES,
        '<w:ind w:start="0.5in" w:end="1.27cm"/>',
        '<w:ind w:left="36pt" w:right="36pt" w:firstLine="360"/>',
        '<w:ind w:left="360" w:right="360"/>',
    ],
)
def test_a_block_quotation_is_known_by_its_indent(indent: str) -> None:
    assert lines(p("Quoted.", properties=indent)) == ["> Quoted."]
    assert lines(p("Quoted.", properties=styled("own")), styles=style("own", "Own", properties=indent)) == ["> Quoted."]


@pytest.mark.parametrize(
    "indent",
    [
        '<w:ind w:left="720"/>',
        '<w:ind w:left="720" w:right="100"/>',
        '<w:ind w:left="x" w:right="y"/>',
        f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>{BOTH_SIDES}',
        f'{styled("own")}<w:ind w:left="0"/>',
        styled("listed"),
    ],
)
def test_text_that_is_indented_otherwise_is_no_quotation(indent: str) -> None:
    listed = f'<w:numPr><w:numId w:val="3"/></w:numPr>{BOTH_SIDES}'
    styles = style("own", "Own", properties=BOTH_SIDES) + style("listed", "Listed", properties=listed)
    assert lines(p("Text.", properties=indent), styles=styles) == ["Text."]


def test_the_paragraphs_of_one_quotation_stand_together_until_its_note() -> None:
    quoted = [
        p("One.", properties=BOTH_SIDES),
        p("Two.", fn(1), " ", properties=BOTH_SIDES),
        p("Another.", properties=BOTH_SIDES),
    ]
    expected = ["Text.", "> One. / Two.^1 ", "> Another.", "More."]
    assert lines(p("Text."), *quoted, p("More."), footnotes={1: "A note."}) == expected
    assert lines(p("Text."), *quoted, footnotes={1: "A note."}) == expected[:-1]


def test_a_style_is_of_quotations_where_it_is_based_on_such_a_one_and_not_set_back_to_the_margin() -> None:
    back = '<w:ind w:left="0" w:right="0"/>'
    styles = style("q", "Quote") + style("own", "Own", based="q") + style("out", "Out", based="own", properties=back)
    body = [p("One.", properties=styled("own")), p("Two.", properties=styled("out"))]
    assert lines(*body, styles=styles) == ["> One.", "Two."]


LEFT = '<w:ind w:left="720"/>'
NOTES = {1: "A note.", 2: "Another."}


@pytest.mark.parametrize("properties", [LEFT, styled("own"), '<w:ind w:start="0.5in" w:firstLine="360"/>'])
def test_a_paragraph_indented_on_the_left_is_a_quotation_where_a_note_at_its_end_vouches(properties: str) -> None:
    quoted = p("Models are cheap.", fn(1), properties=properties)
    styles = style("own", "Own", properties=LEFT)
    found = lines(p("The text says this:"), quoted, p("More."), styles=styles, footnotes=NOTES)
    assert found == ["The text says this:", "> Models are cheap.^1", "More."]


def framed(*cells: str) -> str:
    """Return a table of one row."""
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def test_a_paragraph_in_a_table_of_one_cell_is_a_quotation_where_a_note_at_its_end_vouches() -> None:
    quoted = p("Models are cheap.", fn(1))
    found = lines(p("The text says this:"), framed(quoted), p("More."), footnotes=NOTES)
    assert found == ["The text says this:", "> Models are cheap.^1", "More."]


@pytest.mark.parametrize(
    "body",
    [
        [p("The text:"), framed(p("Models.", fn(1)), p("Cheap.")), p("More.")],
        [p("The text:"), framed(p("Models."), p("Cheap.", fn(1))), p("More.")],
        [p("The text:"), framed(p("One.") + p("Two.", fn(1))), p("More.")],
        [p("The text:"), p("Set in.", properties=LEFT), p("More.")],
        [p("The text:"), p("One.", fn(1), " Two.", properties=LEFT), p("More.")],
        [p("The text:"), p("One.", fn(1), " Two.", fn(2), properties=LEFT), p("More.")],
        [p("The text:"), p("First.", fn(1), properties=LEFT), p("Second.", fn(2), properties=LEFT), p("More.")],
        [p("The text:"), p("(a) First.", fn(1), properties=LEFT), p("More.")],
        [p("The text:"), p("1. First.", fn(1), properties=LEFT), p("More.")],
        [p("The text:"), p("\u2022 First.", fn(1), properties=LEFT), p("More.")],
        [p("The text:"), p("First.", fn(1), properties='<w:ind w:left="720" w:hanging="360"/>'), p("More.")],
        [p("The text:"), p("First.", fn(1), properties=f'<w:numPr><w:numId w:val="3"/></w:numPr>{LEFT}'), p("More.")],
        [p("The text:"), p("It says \u201cwords.\u201d", fn(1), properties=LEFT), p("More.")],
        [p("The text:"), p("A little.", fn(1), properties='<w:ind w:left="360"/>'), p("More.")],
        [p("Head", properties='<w:outlineLvl w:val="0"/>'), p("Set in.", fn(1), properties=LEFT), p("More of it.")],
        [p("Set in before all the other words.", fn(1), properties=LEFT), p("Short.")],
        [p("All of the text", properties=LEFT), p("is set in.", fn(1), properties=LEFT)],
    ],
)
def test_text_without_such_a_note_and_points_of_a_list_are_no_quotations(body: list[str]) -> None:
    assert not [line for line in lines(*body, footnotes=NOTES) if line.startswith(">")]


def test_the_lines_of_the_contents_are_left_out() -> None:
    contents = p("Introduction", field(" PAGEREF _Toc1 ", "3"), properties=styled("TOC1"))
    by_style = [p("Contents", properties=styled("TOCHeading")), contents]
    styles = style("TOC1", "toc 1") + style("TOCHeading", "TOC Heading")
    assert lines(*by_style, p("Introduction"), styles=styles) == ["Introduction"]
    code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>"
    by_field = [p(BEGIN, code, SEPARATE, "Introduction 3"), p("Conclusion 9", END)]
    assert lines(*by_field, p("Introduction")) == ["Introduction"]


def test_empty_paragraphs_are_left_out() -> None:
    assert lines(p(), p("Text."), "<w:p/>") == ["Text."]


def test_a_file_without_text_is_an_empty_letter() -> None:
    assert lines() == []


def test_a_paragraph_is_placed_by_its_first_words_without_marks_and_hidden_words() -> None:
    words = ("Your", fn(1, "*"), r(" hidden", "<w:vanish/>"), " Name is one two three four five six.", en(2))
    (block,) = read(p(*words), footnotes={1: "x"}, endnotes={2: "y"}).letter.blocks
    assert block.location.words == "Your Name is one two three four five"
    assert str(block.location) == "letter.docx, at “Your Name is one two three four five”"


def test_a_document_that_is_taken_in_when_the_file_is_opened_is_said_to_be_unread() -> None:
    found = read(p("Words."), '<w:altChunk r:id="rId9"/>')
    assert shown(found.letter) == ["Words."]
    (remark,) = found.facts.remarks
    assert remark == (
        "could not decide: the file holds a document inside it whose text is not read; open the letter in Word, save "
        "it, and check that"
    )


def test_what_a_run_and_a_paragraph_were_before_a_tracked_change_of_type_is_no_text_and_no_type() -> None:
    was = "<w:rPrChange w:id='1'><w:rPr><w:i/><w:vanish/></w:rPr></w:rPrChange>"
    indent = "<w:outlineLvl w:val='0'/><w:ind w:left='900' w:right='900'/>"
    before = f"<w:pPrChange w:id='2'><w:pPr>{indent}</w:pPr></w:pPrChange>"
    assert lines(p(r("Plain words.", was), properties=before)) == ["Plain words."]


MATH = "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>{}</m:oMath>"
TWO = "<m:r><m:t>2</m:t></m:r>"
TEN = "<m:r><w:rPr><w:i/></w:rPr><m:t>10</m:t></m:r>"


@pytest.mark.parametrize(
    ("formula", "seen"),
    [
        (TEN, "a 10 b"),
        (f"<m:sSup><m:e>{TEN}</m:e><m:sup>{TWO}</m:sup></m:sSup>", "a 10^2 b"),
        (f"<m:f><m:num>{TEN}</m:num><m:den>{TWO}</m:den></m:f>", "a 10/2 b"),
        (f"<m:rad><m:deg/><m:e>{TWO}</m:e></m:rad>", "a \u221a2 b"),
        (f"<m:d><m:dPr/><m:e>{TEN}</m:e></m:d>{TWO}", "a (10)2 b"),
        (f"<w:del>{TEN}</w:del>{TWO}", "a 2 b"),
    ],
)
def test_a_formula_is_read_in_one_line(formula: str, seen: str) -> None:
    (block,) = read(p(r("a "), MATH.format(formula), r(" b"))).letter.blocks
    assert isinstance(block, Paragraph)
    spans = [span for span in block.content if isinstance(span, Span)]
    assert "".join(f"^{span.text}" if span.superscript else span.text for span in spans) == seen


@pytest.mark.parametrize("name", ["strike", "dstrike"])
def test_a_line_through_words_is_seen(name: str) -> None:
    (block,) = read(p(r("kept "), f"<w:r><w:rPr><w:{name}/></w:rPr><w:t>gone</w:t></w:r>")).letter.blocks
    assert isinstance(block, Paragraph)
    assert block.content == (Span(text="kept "), Span(text="gone", strike=True))
