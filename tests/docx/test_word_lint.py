"""Each fault that the schema lets pass is seeded into a good file and found."""

import pytest
from docx_letters import HERE, Draft, head, inlines, link, number, para, set_citation
from docx_pictures import PNG
from docx_reading import changed, printed

from comment_kit.docx import lint_docx
from comment_kit.model.letter import CrossReference, Image, ListBlock, Table

DOCUMENT, FOOTNOTES, NUMBERING = "word/document.xml", "word/footnotes.xml", "word/numbering.xml"


def good() -> bytes:
    draft = Draft().add(head(1, "First", "I."))
    draft.noted("One.", set_citation("a", "A, ", link("https://example.org/a")), ".")
    draft.noted("Two.", "See note ", number("1", "fn-1"), ".")
    draft.text("See ", CrossReference(target="first", words=inlines("there"), location=HERE), ".")
    draft.add(ListBlock(items=((para("Item"),),), ordered=True, location=HERE))
    draft.add(Table(header=(inlines("Head"),), rows=((inlines("Cell"),),), aligns=(), location=HERE))
    draft.text(Image(path="a.png", alt="A chart.", location=HERE))
    return printed(draft.letter(), images={"a.png": PNG}).content


END = '<w:fldChar w:fldCharType="end"/>'
CELL = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t>Cell</w:t></w:r></w:p></w:tc>'
FAULTS = [
    (FOOTNOTES, END, "", "word/footnotes.xml: 1 field is never closed"),
    (DOCUMENT, "<w:t>One.</w:t>", f"<w:t>One.</w:t>{END}", "word/document.xml: a field ends that never began"),
    (DOCUMENT, '<w:bookmarkEnd w:id="1"/>', "", "word/document.xml: the bookmark with id 1 begins 1 and ends 0 times"),
    (
        DOCUMENT,
        'w:name="_RefFn1"/>',
        'w:name="_LastPage"/>',
        "the bookmark '_LastPage' stands 2 times",
    ),
    (FOOTNOTES, "NOTEREF _RefFn1", "NOTEREF _RefFn9", "refers to no bookmark"),
    (DOCUMENT, 'w:anchor="_RefPart1"', 'w:anchor="_Gone"', "a link leads to '_Gone', which is no bookmark"),
    (DOCUMENT, 'w:val="BodyText"', 'w:val="Gone"', "word/document.xml: the style 'Gone' is not defined"),
    (DOCUMENT, '<w:numId w:val="2"/>', '<w:numId w:val="99"/>', "word/document.xml: the list 99 is not defined"),
    (
        NUMBERING,
        '<w:abstractNumId w:val="2"/>',
        '<w:abstractNumId w:val="99"/>',
        "the list 2 follows a pattern that is not defined",
    ),
    (
        DOCUMENT,
        '<w:footnoteReference w:id="1"/>',
        '<w:footnoteReference w:id="3"/>',
        "the mark of note id 2 stands after that of note id 3",
    ),
    (DOCUMENT, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="3"/>', "the text calls note id 3"),
    (DOCUMENT, '<w:footnoteReference w:id="2"/>', "", "nothing calls note id 2"),
    (DOCUMENT, CELL, "</w:tc>", "word/document.xml: 1 cell is without a paragraph at the end"),
    (
        "word/_rels/document.xml.rels",
        'Target="media/image1.png"',
        'Target="media/gone.png"',
        "leads to 'word/media/gone.png', which is not there",
    ),
    ("word/_rels/footnotes.xml.rels", 'Id="link1"', 'Id="other"', "the relationship link1 is used and not there"),
    (DOCUMENT, 'descr="A chart."', 'descr=""', "word/document.xml: 1 picture is without alternative text"),
]


def test_a_file_of_ours_has_no_fault() -> None:
    assert lint_docx(good()) == ()


@pytest.mark.parametrize(("member", "old", "new", "found"), FAULTS, ids=[found for *_, found in FAULTS])
def test_a_seeded_fault_is_found(member: str, old: str, new: str, found: str) -> None:
    faults = lint_docx(changed(good(), {member: {old: new}}))
    assert any(found in fault for fault in faults), faults


def test_a_field_of_one_element_is_looked_at_too() -> None:
    simple = '<w:fldSimple w:instr=" REF _Gone "><w:r><w:t>x</w:t></w:r></w:fldSimple><w:r><w:t>One.</w:t>'
    found = lint_docx(changed(good(), {DOCUMENT: {"<w:r><w:t>One.</w:t>": simple}}))
    assert found == ("word/document.xml: the field 'REF _Gone' refers to no bookmark",)


def test_an_empty_note_is_found() -> None:
    content = printed(Draft().noted("Words.", "Lonely.").letter()).content
    assert lint_docx(
        changed(content, {FOOTNOTES: {"<w:t>Lonely.</w:t>": "", '<w:t xml:space="preserve"> </w:t>': ""}})
    ) == ("note id 1 is empty",)


def test_faults_of_several_kinds_come_one_after_another() -> None:
    broken = changed(good(), {FOOTNOTES: {END: ""}, DOCUMENT: {'w:val="BodyText"': 'w:val="Gone"'}})
    assert len(lint_docx(broken)) == 2
