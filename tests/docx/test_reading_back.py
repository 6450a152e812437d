"""What we wrote is read back as it was: notes in order, their citations, their type."""

import hashlib

import pytest
from docx_letters import HERE, Draft, call, head, italic, number, para, set_citation, small_caps, words
from docx_reading import changed, printed

from comment_kit.docx import read_docx_own
from comment_kit.docx.citation_field import citation_instruction, citation_stamp, read_instruction
from comment_kit.errors import CommentKitError
from comment_kit.model.citations import SIGNALS, Citation, Form, Parenthetical, Signal, SignalClass, StringCite
from comment_kit.model.letter import CrossReference, Image, Inline, LineBreak, Mention, NoteCall
from comment_kit.model.places import Location
from comment_kit.model.printed import PrintedCall, PrintedLetter
from comment_kit.model.text import Span, plain

THERE = Location(file="letter.docx", note="1")


def read(draft: Draft) -> PrintedLetter:
    return read_docx_own(printed(draft.letter()).content, "letter.docx")


def test_notes_come_back_in_order_with_their_numbers_and_marks() -> None:
    draft = Draft().note("author", "About.", mark="i").text("Your Name", call("author"))
    letter = read(draft.noted("One.", "First.").noted("Two.", "Second."))
    assert [note.printed for note in letter.notes] == ["i", "1", "2"]
    assert [note.number for note in letter.notes] == [None, 1, 2]
    assert [plain(note.paragraphs[0]) for note in letter.notes] == ["About.", "First.", "Second."]


def test_a_note_comes_back_with_its_type_its_link_and_its_paragraphs() -> None:
    line = (italic("See "), small_caps("A Report"), words(" 4, "), words("here", url="https://example.org/a"))
    letter = read(Draft().note_of("n", para(*line), para("Second.")).text("Words.", call("n")))
    assert letter.notes[0].paragraphs == (line, (words("Second."),))


def test_a_citation_comes_back_with_its_key_words_and_place() -> None:
    cited = set_citation("report", small_caps("A Report"), " 4", locator="at 4", form=Form.FULL)
    (citation,) = read(Draft().noted("Words.", italic("See "), cited, ".")).notes[0].citations
    assert citation.citation == Citation(key="report", locator="at 4", form=Form.FULL, location=THERE)
    assert citation.text == (small_caps("A Report"), words(" 4"))
    assert citation.stamp == hashlib.sha256(b"A Report 4").hexdigest()[:16]
    assert not citation.edited


def test_a_citation_whose_words_were_changed_is_known_as_edited() -> None:
    content = printed(Draft().noted("Words.", set_citation("report", "A Report 4"), ".").letter()).content
    edited = changed(content, {"word/footnotes.xml": {"A Report 4": "A Report 5"}})
    (citation,) = read_docx_own(edited).notes[0].citations
    assert citation.edited
    assert plain(citation.text) == "A Report 5"


def test_a_number_that_word_counts_anew_is_no_edit() -> None:
    again = set_citation("report", "supra note ", number("1", "fn-1"), ", at 5")
    draft = Draft().noted("Words.", "A report.").noted("More.", again, ".")
    content = changed(printed(draft.letter()).content, {"word/footnotes.xml": {"<w:t>1</w:t>": "<w:t>2</w:t>"}})
    (citation,) = read_docx_own(content).notes[1].citations
    assert plain(citation.text) == "supra note 2, at 5"
    assert citation.text[1] == number("2", "_RefFn1")
    assert not citation.edited


def test_the_text_comes_back_with_its_headings_and_the_places_of_its_notes() -> None:
    letter = read(Draft().add(head(1, "First", "I."), head(1, "Last")).noted("Words", "A note."))
    assert [(each.style, each.level) for each in letter.paragraphs] == [
        ("heading 1", 1),
        ("Heading 1 Unnumbered", 1),
        ("Body Text", None),
    ]
    assert letter.paragraphs[-1].content == ((words("Words"),), PrintedCall(note=0))


def test_the_words_of_a_table_and_of_a_link_inside_the_letter_come_back() -> None:
    reference = CrossReference(target="first", words=(words("there"),), location=HERE)
    letter = read(Draft().add(head(1, "First", "I.")).text("See ", reference, "\tand\u2011on", LineBreak(), "end."))
    assert letter.paragraphs[-1].content == ((words("See there\tand\u2011on\nend."),),)


def test_our_part_comes_back() -> None:
    stamp = read(Draft().noted("Words.", set_citation("report", "A Report 4"), ".")).stamp
    assert stamp is not None
    assert (stamp.style, stamp.date, stamp.draft, stamp.sources) == ("comment-letter", "2024-09-09", False, ("report",))
    assert stamp.citations == (hashlib.sha256(b"A Report 4").hexdigest()[:16],)
    assert "word/document.xml" in stamp.members


def test_a_file_without_our_part_is_read_all_the_same() -> None:
    content = printed(Draft().noted("Words.", "A note.").letter()).content
    relations = '<Relationship Id="rId9" Type="x" Target="x" TargetMode="External"/>'
    foreign = changed(content, {"customXml/item1.xml": f"<other>{relations}</other>".encode()})
    letter = read_docx_own(foreign)
    assert letter.stamp is None
    assert len(letter.notes) == 1


def test_a_type_that_is_taken_back_is_none() -> None:
    content = printed(Draft().noted("Words.", words("Roman.", italic=True)).letter()).content
    roman = changed(content, {"word/footnotes.xml": {"<w:i/>": '<w:i w:val="0"/>'}})
    assert read_docx_own(roman).notes[0].paragraphs == ((words("Roman."),),)


def test_a_mark_of_a_note_that_is_not_there_is_left_out() -> None:
    content = printed(Draft().noted("Words.", "A note.").letter()).content
    lost = changed(content, {"word/footnotes.xml": {'<w:footnote w:id="1">': '<w:footnote w:id="7">'}})
    assert read_docx_own(lost).notes == ()


def test_a_letter_without_notes_has_none() -> None:
    content = printed(Draft().text("Words.").letter()).content
    relations = content and changed(content, {"word/footnotes.xml": None})
    assert read_docx_own(relations).notes == ()


# ---- what another program may make of a line ----

BODY = "<w:p><w:r><w:t>Words.</w:t></w:r></w:p>"
BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))

VERSIONS = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice><w:r><w:t>new</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback>"
    "</mc:AlternateContent>"
)


def line(inside: str) -> str:
    content = printed(Draft().text("Words.").letter()).content
    found = '<w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>Words.</w:t></w:r>'
    letter = read_docx_own(changed(content, {"word/document.xml": {found: inside}}))
    return "".join(plain(part) for part in letter.paragraphs[0].content if isinstance(part, tuple))


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        ("<w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>", "in"),
        ("<w:moveFrom><w:r><w:t>twice</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>once</w:t></w:r></w:moveTo>", "once"),
        ("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>a</w:t></w:r></w:sdtContent></w:sdt>", "a"),
        ('<w:smartTag><w:dir w:val="ltr"><w:r><w:t>b</w:t></w:r></w:dir></w:smartTag>', "b"),
        ('<w:fldSimple w:instr=" PAGE "><w:r><w:t>3</w:t></w:r></w:fldSimple>', "3"),
        (VERSIONS, "new"),
        (f"{BEGIN}<w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r>{END}", ""),
        (f"{END}{SEPARATE}<w:r><w:instrText>lost</w:instrText><w:t>kept</w:t></w:r>", "kept"),
        ("<!-- a comment --><w:r><!-- inside --><w:t>c</w:t></w:r>", "c"),
    ],
)
def test_a_line_is_read_as_its_reader_sees_it(inside: str, seen: str) -> None:
    assert line(inside) == seen


# ---- what the field of a citation carries ----

NESTED = Citation(key="inner", locator="at 2", location=HERE)
CITED = Citation(
    key="report",
    locator='at 19, "B"',
    signal=SIGNALS[2],
    form=Form.SUPRA,
    pin_always=True,
    parentheticals=(
        Parenthetical(content=(words("plain "), italic("italic"), words(" x", url="https://example.org", code=True))),
        Parenthetical(content=(StringCite(citations=(NESTED,), location=HERE), Mention(key="other", location=HERE))),
        Parenthetical(content=(LineBreak(), CrossReference(target="p", words=(words("w"),), location=HERE))),
    ),
    location=HERE,
)


def test_everything_a_writer_asked_for_comes_back_from_the_field() -> None:
    assert read_instruction(citation_instruction(CITED, "abc"), HERE) == (CITED, "abc")


def test_a_signal_of_nobodys_rule_book_comes_back_with_its_words() -> None:
    citation = Citation(key="a", signal=Signal("behold", SignalClass.SUPPORT), location=HERE)
    assert read_instruction(citation_instruction(citation, ""), HERE) == (citation, "")


def test_what_a_parenthetical_cannot_carry_becomes_words() -> None:
    content: tuple[Inline, ...] = (
        Image(path="a.png", alt="a chart", location=HERE),
        NoteCall(note="n", location=HERE),
        set_citation("inner", "Inner"),
    )
    citation = Citation(key="a", parentheticals=(Parenthetical(content=content),), location=HERE)
    back = read_instruction(citation_instruction(citation, ""), HERE)
    assert back is not None
    (parenthetical,) = back[0].parentheticals
    inner = StringCite(citations=(Citation(key="inner", location=HERE),), location=HERE)
    assert parenthetical.content == (Span(text="a chart"), Span(text=""), inner)


def test_no_instruction_looks_like_one_of_another_program() -> None:
    citation = Citation(key="a", locator="x CSL_y ADDIN ZOTERO_z", location=HERE)
    instruction = citation_instruction(citation, "")
    assert " CSL_" not in instruction
    assert " ADDIN ZOTERO_" not in instruction
    assert read_instruction(instruction, HERE) == (citation, "")


@pytest.mark.parametrize(
    "instruction",
    [" PAGE ", " ADDIN CKIT_CITE ", " ADDIN CKIT_CITE {broken", ' ADDIN CKIT_CITE {"key":1', ' ADDIN CKIT_CITE {"v":1}',
     ' ADDIN CKIT_CITE {"key":"a","form":"odd","hash":""}', ' ADDIN CKIT_CITE {"key":"a","par":7,"hash":""}'],
)  # fmt: skip
def test_a_field_that_is_not_ours_or_broken_carries_nothing(instruction: str) -> None:
    assert read_instruction(instruction, HERE) is None


def test_what_another_program_adds_behind_the_object_is_passed_over() -> None:
    assert read_instruction(' ADDIN CKIT_CITE {"key":"a","hash":"b"} \\* MERGEFORMAT', HERE) is not None


def test_the_stamp_counts_a_number_as_a_number() -> None:
    assert citation_stamp((words("note "), number("4", "x"))) == citation_stamp((words("note "), number("9", "_Ref")))
    assert citation_stamp((words("note 4"),)) != citation_stamp((words("note 9"),))


def test_what_is_no_word_file_ends_in_one_sentence() -> None:
    with pytest.raises(CommentKitError, match=r"letter\.docx is no Word file, or a broken one"):
        read_docx_own(b"words", "letter.docx")
