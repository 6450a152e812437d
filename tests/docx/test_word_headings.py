"""Headings count themselves, stand in the contents, and are found by cross-references."""

from docx_letters import HERE, PLAIN, Draft, call, division, head, inlines, number, para, words
from docx_reading import printed
from msgspec.structs import replace

from comment_kit.model.layout import Numeral
from comment_kit.model.letter import CrossReference, Heading

STYLES = "//w:body/w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]/w:pPr/w:pStyle/@w:val"


def arguments() -> Draft:
    draft = Draft().add(division("contents", para("Contents", role="contents-title")))
    draft.add(head(1, "Introduction"), head(1, "First", "I."), head(2, "Inner", "A."), head(1, "Second", "II."))
    return draft


def reference(target: str, *content: str) -> CrossReference:
    return CrossReference(target=target, location=HERE, words=tuple(words(each) for each in content))


def test_one_list_of_many_levels_counts_the_headings_of_all_levels() -> None:
    word = printed(arguments().letter())
    heads = "//w:abstractNum[w:lvl/w:pStyle]"
    assert word.all(f"{heads}/w:multiLevelType/@w:val", "numbering") == ["multilevel"]
    assert word.all(f"{heads}/w:lvl/w:pStyle/@w:val", "numbering") == ["Heading1", "Heading2", "Heading3"]
    assert word.all(f"{heads}/w:lvl/w:numFmt/@w:val", "numbering") == ["upperRoman", "upperLetter", "decimal"]
    assert word.all(f"{heads}/w:lvl/w:lvlText/@w:val", "numbering") == ["%1.", "%2.", "%3."]
    assert word.all("//w:style[@w:styleId='Heading2']/w:pPr/w:numPr/w:ilvl/@w:val", "styles") == ["1"]


def test_the_template_decides_the_numerals() -> None:
    word = printed(arguments().letter(), replace(PLAIN, heading_numerals=(Numeral.ARABIC, Numeral.LOWER_ROMAN)))
    assert word.all("//w:lvl[w:pStyle]/w:numFmt/@w:val", "numbering") == ["decimal", "lowerRoman"]


def test_an_unnumbered_heading_keeps_its_level_and_has_no_number() -> None:
    word = printed(arguments().letter())
    assert word.all(STYLES) == ["Heading1Unnumbered", "Heading1", "Heading2", "Heading1"]
    unnumbered = "//w:style[@w:styleId='Heading1Unnumbered']"
    assert word.one(f"{unnumbered}/w:pPr/w:numPr/w:numId/@w:val", "styles") == "0"
    assert word.one(f"{unnumbered}/w:pPr/w:outlineLvl/@w:val", "styles") == "0"
    assert word.one(f"{unnumbered}/w:basedOn/@w:val", "styles") == "Heading1"


def test_a_template_without_numerals_has_plain_headings() -> None:
    word = printed(Draft().add(head(1, "Words")).letter(), replace(PLAIN, heading_numerals=()))
    assert word.all(STYLES) == ["Heading1"]
    assert word.count("//w:style[@w:styleId='Heading1']//w:numPr", "styles") == 0


def test_the_contents_are_one_field_with_an_entry_for_each_heading() -> None:
    word = printed(arguments().letter(), pages={"introduction": 3, "first": 4, "inner": 4, "second": 12})
    entries = word.all("//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'TOC') and w:hyperlink]/w:hyperlink")
    instruction = " PAGEREF _Toc00000{} \\h "
    assert entries == [
        f"Introduction{instruction.format(1)}3",
        f"I.First{instruction.format(2)}4",
        f"A.Inner{instruction.format(3)}4",
        f"II.Second{instruction.format(4)}12",
    ]
    assert word.instructions()[0] == ' TOC \\o "1-3" \\h \\z \\u '
    assert word.all("//w:hyperlink/@w:anchor") == word.all("//w:bookmarkStart[starts-with(@w:name, '_Toc')]/@w:name")


def test_the_numbers_of_the_contents_stand_at_the_right_edge_behind_dots() -> None:
    word = printed(arguments().letter())
    stop = "//w:style[@w:styleId='TOC1']/w:pPr/w:tabs/w:tab[@w:val='right']"
    assert word.one(f"{stop}/@w:leader", "styles") == "dot"
    assert word.one(f"{stop}/@w:pos", "styles") == "9360"


def test_a_letter_without_headings_has_no_field_of_contents() -> None:
    word = printed(Draft().add(division("contents", para("Contents", role="contents-title"))).text("Words.").letter())
    assert word.instructions() == []


def test_the_mark_of_a_note_in_a_heading_stays_out_of_the_contents() -> None:
    heading = Heading(level=1, content=(*inlines("Title"), call("n")), location=HERE, id="title", label="I.")
    draft = Draft().add(division("contents"), heading).note("n", "A note.")
    word = printed(draft.letter())
    assert word.one("//w:hyperlink").startswith("I.Title PAGEREF")
    assert word.count("//w:footnoteReference") == 1


def test_a_reference_to_a_part_is_a_live_number_behind_its_word() -> None:
    word = printed(arguments().text("See ", reference("inner"), ".").letter())
    assert word.instructions()[-1] == " REF _RefPart3 \\w \\h "
    assert word.all("//w:body/w:p")[-1] == "See Section\u00a0 REF _RefPart3 \\w \\h I.A."
    assert word.all("//w:bookmarkStart[@w:name='_RefPart3']/following-sibling::w:r[1]") == ["Inner"]


def test_a_reference_to_an_unnumbered_part_prints_its_words() -> None:
    word = printed(arguments().text("See the ", reference("introduction"), ".").letter())
    assert word.all("//w:body/w:p")[-1] == "See the  REF _RefPart1 \\h Introduction."


def test_a_reference_with_words_of_its_own_is_a_link_inside_the_letter() -> None:
    word = printed(arguments().text("See ", reference("second", "what follows"), ".").letter())
    assert word.one("//w:hyperlink[@w:anchor='_RefPart4']") == "what follows"


def test_a_reference_to_a_note_is_its_live_number() -> None:
    draft = Draft().noted("Words.", "A note.").text("See note ", reference("fn-1"), ".")
    assert printed(draft.letter()).instructions()[-1] == " NOTEREF _RefFn1 \\h "


def test_a_number_that_refers_to_nothing_is_printed_as_it_is() -> None:
    word = printed(Draft().text("See ", number("12", "gone"), " and ", reference("gone", "words"), ".").letter())
    assert word.instructions() == []
    assert word.all("//w:body/w:p") == ["See 12 and words."]


def test_headings_deeper_than_the_template_knows_take_its_last_level() -> None:
    deep = Heading(level=6, content=inlines("Deep"), location=HERE, id="deep")
    assert printed(Draft().add(deep).letter()).all(STYLES) == ["Heading3"]
