"""A firm's own file gives its styles, its page and its letterhead, and keeps its words to itself."""

from __future__ import annotations

import io

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx_letters import ABOUT, HERE, PLAIN, Draft, division, head, link, para
from docx_pictures import PNG, png
from docx_reading import Word, changed
from msgspec.structs import replace

from comment_kit.docx import is_untouched, lint_docx, write_docx
from comment_kit.errors import CommentKitError
from comment_kit.model.letter import BlockQuote, Image


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def firm() -> Document:
    """Return a firm's letterhead: a body font, a heading, a page, a picture in the header, words in the body."""
    document = docx.Document()
    document.styles["Heading 1"].font.size = Pt(15)
    style = document.styles.add_style("Block Quotation", WD_STYLE_TYPE.PARAGRAPH)
    style.font.size = Pt(11)
    document.add_paragraph("The firm's own words.")
    document.sections[0].left_margin = document.sections[0].right_margin = Pt(108)
    picture = document.sections[0].header.paragraphs[0].add_run("Firm LLP").add_picture(io.BytesIO(png(10, 10)))
    picture._inline.docPr.set("descr", "The firm's seal.")
    return document


def letter() -> Draft:
    return Draft().add(head(1, "First", "I.")).noted("Words.", "A note, ", link("https://example.org/a"), ".")


def set_into(reference: bytes, draft: Draft | None = None, **more: object) -> Word:
    draft = draft or letter()
    return Word(write_docx(draft.letter(), PLAIN, **{"about": ABOUT, "reference": reference, **more}))


def refused(reference: bytes) -> str:
    with pytest.raises(CommentKitError) as caught:
        set_into(reference)
    return caught.value.problem


def test_the_words_of_the_firm_stay_behind() -> None:
    assert "own words" not in set_into(saved(firm())).one("/w:document/w:body")


def test_the_styles_of_the_firm_win_and_what_is_missing_is_added() -> None:
    word = set_into(saved(firm()))
    assert word.one("//w:style[@w:styleId='Heading1']/w:rPr/w:sz/@w:val", "styles") == "30"
    assert word.count("//w:style[@w:styleId='FootnoteText']", "styles") == 1
    assert word.count("//w:style[w:name/@w:val='heading 1' or w:name/@w:val='Heading 1']", "styles") == 1
    assert lint_docx(word.content) == ()
    assert is_untouched(word.content)


def test_a_heading_of_the_firm_is_counted_as_the_template_says() -> None:
    word = set_into(saved(firm()))
    number = word.one("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:numPr/w:numId/@w:val")
    abstract = word.one(f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "numbering")
    patterns = word.all(f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl/w:numFmt/@w:val", "numbering")
    assert patterns == ["upperRoman", "upperLetter", "decimal"]


def test_the_patterns_of_lists_stand_before_the_lists() -> None:
    word = set_into(saved(firm()))
    assert word.count("//w:num/following-sibling::w:abstractNum", "numbering") == 0
    ids = word.all("//w:num/@w:numId", "numbering")
    assert len(ids) == len(set(ids))


def test_a_style_is_known_by_another_name_of_the_same_thing() -> None:
    word = set_into(saved(firm()), Draft().add(BlockQuote(blocks=(para("Quoted."),), location=HERE)))
    assert word.all("//w:body/w:p/w:pPr/w:pStyle/@w:val") == ["BlockQuotation"]


def test_page_and_letterhead_are_the_firms() -> None:
    word = set_into(saved(firm()))
    assert word.one("//w:sectPr/w:pgMar/@w:left") == "2160"
    relation = word.one("//w:sectPr/w:headerReference[@w:type='default']/@r:id")
    name = word.relations()[relation].removesuffix(".xml")
    assert word.one("//w:p", name) == "Firm LLP"
    assert list(word.relations(name).values()) == ["media/image1.png"]


def test_the_contents_end_at_the_firms_own_margin() -> None:
    word = set_into(saved(firm()))
    assert word.one("//w:style[@w:styleId='TOC1']/w:pPr/w:tabs/w:tab[@w:val='right']/@w:pos", "styles") == "7920"


def foot_of(word: Word, pages: str = "default") -> str:
    """Return the name of the foot's part."""
    relation = word.one(f"//w:sectPr/w:footerReference[@w:type='{pages}']/@r:id")
    return word.relations()[relation].removesuffix(".xml")


def test_a_firm_without_a_foot_gets_page_numbers() -> None:
    assert set_into(saved(firm())).instructions("footer1") == [" PAGE "]


def test_a_firms_foot_without_page_numbers_gets_them_below_its_words() -> None:
    document = firm()
    document.sections[0].footer.paragraphs[0].text = "1 Main Street"
    word = set_into(saved(document))
    assert word.all("//w:p", foot_of(word)) == ["1 Main Street", "1"]
    assert word.all("//w:fldSimple/@w:instr", foot_of(word)) == [" PAGE "]
    assert lint_docx(word.content) == ()


def test_a_firm_that_numbers_its_pages_keeps_its_foot() -> None:
    document = firm()
    document.sections[0].footer.paragraphs[0].text = "1 Main Street"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    document.sections[0].header.paragraphs[0]._p.append(field)
    word = set_into(saved(document))
    assert word.all("//w:p", foot_of(word)) == ["1 Main Street"]


def test_a_firm_with_a_foot_for_its_first_page_alone_gets_numbers_on_the_others() -> None:
    document = firm()
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.paragraphs[0].text = "1 Main Street"
    word = set_into(saved(document))
    assert word.instructions(foot_of(word)) == [" PAGE "]
    assert word.all("//w:p", foot_of(word, "first")) == ["1 Main Street"]


def test_the_foot_of_the_letter_goes_before_the_firms_on_the_first_page_and_the_head_stays() -> None:
    document = firm()
    document.sections[0].footer.paragraphs[0].text = "1 Main Street"
    word = set_into(saved(document), letter().add(division("footer", para("Call us.", role="contact"))))
    assert word.count("//w:sectPr/w:titlePg") == 1
    first = word.one("//w:sectPr/w:footerReference[@w:type='first']/@r:id")
    assert word.all("//w:t", word.relations()[first].removesuffix(".xml")) == ["Call us.", "1"]
    heads = word.all("//w:sectPr/w:headerReference/@r:id")
    assert len(heads) == 2
    assert len(set(heads)) == 1


def test_a_draft_is_marked_in_the_firms_own_head() -> None:
    word = set_into(saved(firm()), about=replace(ABOUT, draft=True))
    relation = word.one("//w:sectPr/w:headerReference/@r:id")
    assert word.all("//w:p", word.relations()[relation].removesuffix(".xml")) == ["DRAFT — NOT FOR FILING", "Firm LLP"]


def test_a_draft_without_a_head_gets_one_away_from_the_edge() -> None:
    document = docx.Document()
    document.sections[0].header_distance = Pt(0)
    word = set_into(saved(document), about=replace(ABOUT, draft=True))
    assert word.one("//w:sectPr/w:pgMar/@w:header") == "720"


def test_a_picture_of_the_letter_takes_no_name_of_one_of_the_firm() -> None:
    draft = Draft().text(Image(path="a.png", alt="A chart.", location=HERE))
    word = set_into(saved(firm()), draft, images={"a.png": PNG})
    assert word.members["word/media/image1.png"] != PNG
    assert word.members["word/media/image2.png"] == PNG


def test_nothing_of_the_firms_machine_or_habits_comes_along() -> None:
    content = changed(
        saved(firm()),
        {
            "word/settings.xml": {
                "<w:defaultTabStop": '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/><w:defaultTabStop'
            },
            "word/_rels/settings.xml.rels": b'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.'
            b'org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
            b'officeDocument/2006/relationships/attachedTemplate" Target="file:///C:/Users/somebody/firm.dotx" '
            b'TargetMode="External"/></Relationships>',
        },
    )
    word = set_into(content)
    assert not any(b"somebody" in member for member in word.members.values())
    for name in ("attachedTemplate", "trackRevisions", "rsids"):
        assert word.count(f"//w:{name}", "settings") == 0
    assert "docProps/thumbnail.jpeg" not in word.members
    assert "docProps/app.xml" not in word.members


def test_the_counting_of_notes_is_the_letters_own() -> None:
    restart = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr><w:pgSz'
    word = set_into(changed(saved(firm()), {"word/document.xml": {"<w:pgSz": restart}}))
    assert word.count("//w:numRestart") == 0


def test_a_file_without_page_settings_or_lists_gets_ours() -> None:
    content = changed(
        saved(docx.Document()),
        {
            "word/document.xml": b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
            "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
        },
    )
    word = set_into(content)
    assert word.one("//w:sectPr/w:pgSz/@w:w") == "12240"
    assert word.count("//w:compat", "settings") == 1
    assert lint_docx(word.content) == ()


def test_a_page_that_says_nothing_sure_of_its_width_is_as_wide_as_the_templates() -> None:
    odd = changed(saved(docx.Document()), {"word/document.xml": {'w:w="12240"': 'w:w="wide"'}})
    stop = "//w:style[@w:styleId='TOC1']/w:pPr/w:tabs/w:tab[@w:val='right']/@w:pos"
    assert set_into(odd).one(stop, "styles") == "9360"


def test_a_head_that_is_not_there_is_not_asked_for() -> None:
    lost = '<w:headerReference w:type="default" r:id="rId999"/><w:pgSz'
    word = set_into(changed(saved(docx.Document()), {"word/document.xml": {"<w:pgSz": lost}}))
    assert word.count("//w:headerReference") == 0


def test_settings_that_end_early_get_the_separators_at_their_end() -> None:
    bare = b'<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
    word = set_into(changed(saved(docx.Document()), {"word/settings.xml": bare}))
    assert word.all("/w:settings/w:footnotePr/w:footnote/@w:id", "settings") == ["-1", "0"]


def test_a_list_goes_before_what_word_for_the_mac_leaves_at_the_end() -> None:
    end = {"</w:numbering>": '<w:numIdMacAtCleanup w:val="9"/></w:numbering>'}
    word = set_into(changed(saved(docx.Document()), {"word/numbering.xml": end}))
    assert word.count("/w:numbering/w:numIdMacAtCleanup[not(following-sibling::*)]", "numbering") == 1


def test_a_draft_is_marked_on_left_hand_pages_too() -> None:
    document = docx.Document()
    document.settings.odd_and_even_pages_header_footer = True
    document.sections[0].even_page_header.paragraphs[0].text = "Firm LLP"
    word = set_into(saved(document), about=replace(ABOUT, draft=True))
    relations = word.all("//w:sectPr/w:headerReference/@r:id")
    heads = sorted(word.one("/w:hdr", word.relations()[each].removesuffix(".xml")) for each in relations)
    assert heads == ["DRAFT — NOT FOR FILING", "DRAFT — NOT FOR FILINGFirm LLP"]


def test_a_style_of_another_kind_keeps_its_id() -> None:
    document = docx.Document()
    style = document.styles.add_style("House Reference", WD_STYLE_TYPE.CHARACTER)
    style.element.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Contact")
    word = set_into(saved(document), letter().add(division("footer", para("Call us.", role="contact"))))
    assert word.count("//w:style[@w:styleId='Contact' and @w:type='character']", "styles") == 1
    assert word.count("//w:style[@w:styleId='CommentKitContact' and @w:type='paragraph']", "styles") == 1


def test_one_of_our_own_letters_may_be_the_reference() -> None:
    own = write_docx(letter().letter(), PLAIN, about=ABOUT)
    word = set_into(own)
    assert lint_docx(word.content) == ()
    assert [name for name in word.members if name.startswith("customXml/item")] == [
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
    ]


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        (b"", "the reference document is no Word file, or a broken one"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            "the reference document is encrypted, or a Word file of the years before 2007",
        ),
    ],
)
def test_what_is_no_word_file_is_refused(reference: bytes, problem: str) -> None:
    assert refused(reference) == problem


def test_a_file_in_the_strict_form_is_refused() -> None:
    strict = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
    problem = refused(changed(saved(firm()), {"word/document.xml": strict}))
    assert problem == "the reference document is saved in the strict form of the standard"


def test_a_file_whose_parts_do_not_hang_together_is_refused() -> None:
    problem = refused(changed(saved(firm()), {"word/styles.xml": None}))
    assert problem.startswith("the reference document is broken")


def test_a_template_or_a_sheet_is_no_document() -> None:
    kinds = {"wordprocessingml.document.main": "spreadsheetml.sheet.main"}
    assert (
        refused(changed(saved(firm()), {"[Content_Types].xml": kinds})) == "the reference document is no Word document"
    )
