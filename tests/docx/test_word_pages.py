"""Cover, contents, letterhead, signature, footers and drafts stand on the pages as the template says."""

from docx_letters import ABOUT, HERE, PLAIN, Draft, call, division, head, inlines, para
from docx_reading import Word, printed
from msgspec.structs import replace

from comment_kit.docx import LAST_PAGE
from comment_kit.model.layout import Layout, PageNumbers
from comment_kit.model.letter import BlockQuote, Table

HIDDEN = replace(PLAIN, number_first_page=False)
COVER = division("cover", para("Comments of", role="cover-lead"), para("Example Institute", role="organization"))
CONTENTS = division("contents", para("Contents", role="contents-title"))
FOOT = division("footer", para("Call us.", role="contact"), para("Our own views.", role="disclaimer"))


def footer(word: Word, pages: str) -> str | None:
    """Return the name of the part with the foot of the ``pages`` of the last section, or None."""
    found = word.all(f"/w:document/w:body/w:sectPr/w:footerReference[@w:type='{pages}']/@r:id")
    return word.relations()[found[0]].removesuffix(".xml") if found else None


def broken_before(word: Word) -> list[str]:
    return word.all("//w:p[w:pPr/w:pageBreakBefore]")


def test_the_body_begins_a_page_after_cover_and_contents() -> None:
    word = printed(Draft().add(COVER, CONTENTS, head(1, "First", "I.")).text("Words.").letter())
    assert [each.partition(" ")[0] for each in broken_before(word)] == ["Contents", "First"]


def test_a_page_break_that_the_template_writes_makes_no_second_one() -> None:
    breaks = division("pagebreak")
    word = printed(Draft().add(breaks, COVER, breaks, breaks, para("Words."), breaks).letter())
    assert broken_before(word) == ["Words."]


def test_a_table_that_begins_a_page_gets_a_paragraph_before_it() -> None:
    table = Table(header=(inlines("Head"),), rows=(), aligns=(), location=HERE)
    word = printed(Draft().add(COVER, table).letter())
    assert broken_before(word) == [""]
    assert word.count("//w:p[w:pPr/w:pageBreakBefore]/following-sibling::*[1][self::w:tbl]") == 1


def test_the_cover_stands_lower_than_the_top_of_its_page() -> None:
    word = printed(Draft().add(COVER).letter())
    before = int(word.one("//w:body/w:p[1]/w:pPr/w:spacing/@w:before"))
    assert 3000 < before < 6000


def test_a_cover_that_does_not_begin_with_a_paragraph_stays_where_it_is() -> None:
    table = Table(header=(inlines("Head"),), rows=(), aligns=(), location=HERE)
    assert printed(Draft().add(division("cover", table)).letter()).count("//w:tbl") == 1


def test_roles_are_styles_and_the_cover_has_its_own() -> None:
    word = printed(
        Draft().add(COVER, para("September 9, 2024", role="filing-date"), para("To", role="nobody")).letter()
    )
    assert word.all("//w:body/w:p/w:pPr/w:pStyle/@w:val") == ["CoverLead", "CoverOrganization", "Date", "BodyText"]


def test_the_first_page_bears_no_number_where_the_template_hides_it() -> None:
    word = printed(Draft().add(COVER).text("Words.").letter(), HIDDEN)
    first, other = footer(word, "first"), footer(word, "default")
    assert first is not None
    assert other is not None
    assert word.instructions(first) == []
    assert word.instructions(other) == [" PAGE "]
    assert word.count("/w:document/w:body/w:sectPr/w:titlePg") == 1


def test_page_x_of_y_counts_to_a_bookmark_at_the_end() -> None:
    layout = replace(PLAIN, page_numbers=PageNumbers.PAGE_OF_PAGES)
    word = printed(Draft().text("Words.").letter(), layout, pages={"a": 3, LAST_PAGE: 9})
    name = footer(word, "default")
    assert name is not None
    assert word.all("//w:t", name) == ["Page ", "1", " of ", "9"]
    assert word.instructions(name) == [" PAGE ", " PAGEREF _LastPage "]
    assert word.count("//w:body/w:p[last()]/w:bookmarkStart[@w:name='_LastPage']") == 1


def test_no_numbers_where_the_template_wants_none() -> None:
    word = printed(Draft().text("Words.").letter(), replace(PLAIN, page_numbers=PageNumbers.NONE))
    name = footer(word, "default")
    assert name is not None
    assert word.all("//w:t", name) == []


def test_contact_and_disclaimer_stand_at_the_foot_of_the_first_page_alone() -> None:
    word = printed(Draft().text("Words.").add(FOOT).letter())
    first, other = footer(word, "first"), footer(word, "default")
    assert first is not None
    assert other is not None
    assert word.all("//w:p/w:r/w:t", first) == ["Call us.", "Our own views.", "1"]
    assert word.all("//w:pPr/w:pStyle/@w:val", first) == ["Contact", "Disclaimer", "Footer"]
    assert word.all("//w:t", other) == ["1"]
    assert word.all("//w:body/w:p") == ["Words."]


def test_a_foot_for_all_pages_stands_on_all() -> None:
    foot = division("footer", para("Call us."), pages="all")
    word = printed(Draft().text("Words.").add(foot).letter())
    name = footer(word, "default")
    assert footer(word, "first") is None
    assert name is not None
    assert word.all("//w:t", name) == ["Call us.", "1"]


def test_a_note_called_in_a_foot_is_not_set_there() -> None:
    draft = Draft().note("n", "Lost.").text("Words.").add(division("footer", para("Call us.", call("n"))))
    word = printed(draft.letter())
    assert word.count("//w:footnoteReference") == 0
    assert word.count("//w:footnote[not(@w:type)]", "footnotes") == 0


def test_the_pages_in_front_may_be_counted_apart() -> None:
    layout = replace(HIDDEN, settings={"body_starts_at_one": True})
    word = printed(Draft().add(COVER, CONTENTS, head(1, "First", "I.")).text("Words.").letter(), layout)
    assert word.count("//w:p/w:pPr/w:sectPr") == 1
    assert word.one("/w:document/w:body/w:sectPr/w:pgNumType/@w:start") == "1"
    assert word.count("/w:document/w:body/w:sectPr/w:titlePg") == 0
    assert [each.partition(" ")[0] for each in broken_before(word)] == ["Contents"]
    front = word.one("//w:p/w:pPr/w:sectPr/w:footerReference[@w:type='default']/@r:id")
    assert word.all("//w:t", word.relations()[front].removesuffix(".xml")) == []


def test_a_front_that_ends_with_a_table_still_ends_its_section() -> None:
    table = Table(header=(inlines("Head"),), rows=(), aligns=(), location=HERE)
    layout = replace(PLAIN, settings={"body_starts_at_one": True})
    word = printed(
        Draft().add(division("cover", BlockQuote(blocks=(table,), location=HERE))).text("Words.").letter(), layout
    )
    assert word.count("//w:p/w:pPr/w:sectPr") == 1


def test_the_signature_stays_together_and_with_the_text_above_it() -> None:
    lines = (para("Respectfully submitted,", role="closing"), para("Your Name", role="signatory"), para("2024"))
    word = printed(Draft().text("Words.").add(division("signature", *lines)).letter())
    assert word.all("//w:p[w:pPr/w:keepNext]") == ["Words.", "Respectfully submitted,", "Your Name"]
    assert word.all("//w:p[w:pPr/w:keepNext]/w:pPr/w:pStyle/@w:val") == ["BodyText", "Closing", "Signature"]


def test_a_signature_without_a_closing_stands_away_from_the_text() -> None:
    word = printed(Draft().add(division("signature", para("Your Name", role="signatory"))).letter())
    assert word.one("//w:body/w:p/w:pPr/w:spacing/@w:before") == "400"
    assert printed(Draft().add(division("signature")).letter()).count("//w:body/w:p") == 1


def test_a_line_to_sign_on_is_drawn_where_the_template_leaves_it_empty() -> None:
    empty, written = para(role="signature-line"), para("/s/ Your Name", role="signature-line")
    word = printed(Draft().add(division("signature", empty, written)).letter())
    assert word.all("//w:p[w:pPr/w:pBdr/w:bottom]") == [""]


def test_contents_without_a_title_get_one() -> None:
    word = printed(Draft().add(division("contents"), head(1, "First", "I.")).letter())
    assert word.all("//w:p[w:pPr/w:pStyle/@w:val='TOCHeading']") == ["Table of Contents"]


def test_the_first_line_of_a_letterhead_is_the_name_and_a_rule_ends_it() -> None:
    lines = (para("Example Institute", role="letterhead"), para("1 Main Street", role="letterhead"))
    word = printed(Draft().add(division("letterhead", *lines)).text("Words.").letter())
    assert word.all("//w:body/w:p/w:pPr/w:pStyle/@w:val") == ["LetterheadOrganization", "Letterhead", "BodyText"]
    assert word.all("//w:p[w:pPr/w:pBdr/w:bottom]") == ["1 Main Street"]


def test_a_letterhead_that_names_its_organization_keeps_its_lines() -> None:
    lines = (para("A line", role="letterhead"), para("Example Institute", role="organization"))
    word = printed(Draft().add(division("letterhead", *lines)).letter())
    assert word.all("//w:body/w:p/w:pPr/w:pStyle/@w:val") == ["Letterhead", "LetterheadOrganization"]


def test_a_draft_says_so_at_the_head_of_every_page() -> None:
    word = printed(Draft().add(COVER).text("Words.").letter(), HIDDEN, about=replace(ABOUT, draft=True))
    heads = word.all("/w:document/w:body/w:sectPr/w:headerReference/@r:id")
    assert len(heads) == 2
    for each in heads:
        name = word.relations()[each].removesuffix(".xml")
        assert word.all("//w:t", name) == ["DRAFT — NOT FOR FILING"]


def test_a_letter_that_is_none_has_no_head() -> None:
    assert printed(Draft().text("Words.").letter()).count("//w:headerReference") == 0


def test_the_page_is_as_large_as_the_template_says() -> None:
    layout = Layout(template="x", page_width=595.3, page_height=841.9, margin=54)
    word = printed(Draft().text("Words.").letter(), layout)
    assert word.all("//w:pgSz/@*") == ["11906", "16838"]
    assert word.one("//w:pgMar/@w:left") == "1080"


def test_a_letter_without_a_word_is_a_page_all_the_same() -> None:
    assert printed(Draft().letter()).count("//w:body/w:p") == 1
