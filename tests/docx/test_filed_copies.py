"""The copy of anybody's Word file that is filed: what stops it, what it leaves out, what it keeps."""

from __future__ import annotations

import re
import struct
import zlib
from pathlib import Path

import pytest
from any_word import bookmark, field, fn, lines, members_of, p, printed_notes, r, style, word_file, zip_of
from docx_letters import ABOUT
from docx_pictures import PNG
from docx_samples import FORMAL, IMAGES, POLICY, formal_comment, policy_letter
from hypothesis import given
from hypothesis import strategies as st
from outside_tools import faults
from outside_tools import office as needed_office
from pypdfium2 import PdfDocument

from comment_kit.docx import pdf_of, read_docx, write_docx
from comment_kit.docx.filing.copy import filed_copy
from comment_kit.docx.filing.paths import is_path
from comment_kit.docx.filing.pictures import without_metadata
from comment_kit.docx.filing.plain_fields import is_live
from comment_kit.docx.filing.properties import FiledProperties, properties_of
from comment_kit.docx.filing.waiting import waiting_in
from comment_kit.docx.package import open_package
from comment_kit.docx.steady_pdf import steady
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Letter

PROPERTIES = FiledProperties(title="A Title", author="Example Institute", language="en-US")
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = (
    '<w:r><w:drawing xmlns:wp="http://x/wp" xmlns:pic="http://x/pic" xmlns:a="http://x/a">'
    '<wp:docPr id="1" name="{name}" descr="{alt}"/><pic:cNvPr id="1" name="{name}"/>'
    "<a:blip {link}/></w:drawing></w:r>"
)


def copy_of(content: bytes) -> bytes:
    return filed_copy(open_package(content), PROPERTIES)


def copied(*body: str, **parts: object) -> dict[str, str]:
    """Return the members of the copy of a file of this body."""
    members = members_of(copy_of(word_file(*body, **parts)))  # type: ignore[arg-type]
    return {name: content.decode() for name, content in members.items()}


def body_of(*body: str, **parts: object) -> str:
    """Return what stands in the body of the copy."""
    found = re.search("<w:body>(.*)</w:body>", copied(*body, **parts)["word/document.xml"], re.DOTALL)
    assert found is not None
    return found[1]


def waiting(*body: str, **parts: object) -> list[str]:
    """Return what must be settled in a file of this body, with its code and place."""
    found = waiting_in(word_file(*body, **parts), "letter.docx")  # type: ignore[arg-type]
    return [f"{each.code} {each.location}: {each.message}" for each in found]


# ---- what stops it ----


def test_a_clean_letter_has_nothing_to_settle() -> None:
    assert waiting(p("Text.", fn(1)), footnotes={1: "A note."}) == []


def test_each_comment_is_listed_where_it_stands() -> None:
    mark = '<w:commentRangeStart w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
    comments = "".join(
        f'<w:comment w:id="{at}" w:author="Your Name">{p(words)}</w:comment>'
        for at, words in enumerate(("Is this so?", "And this?", "Nowhere. " + "Long words. " * 9))
    )
    found = waiting(p("The first line.", mark.format(0)), p("The second.", mark.format(1)), comments=comments)
    assert found == [
        "FIL301 letter.docx, at “The first line.”: a comment by Your Name: “Is this so?”",
        "FIL301 letter.docx, at “The second.”: a comment by Your Name: “And this?”",
        "FIL301 letter.docx: a comment by Your Name: “Nowhere. Long words. Long words. Long words. Long words. ...”",
    ]


def test_tracked_changes_are_listed_by_paragraph_and_note() -> None:
    by = 'w:author="Your Name"'
    changed = p(
        "Kept ",
        f"<w:ins w:id='1' {by}>{r('put in')}</w:ins>",
        "<w:del w:id='2' w:author='Another Name'><w:r><w:delText>taken out</w:delText></w:r></w:del>",
        fn(1),
    )
    look = p(r("Bold.", f"<w:b/><w:rPrChange w:id='3' {by}><w:rPr/></w:rPrChange>"))
    note = p("e", f"<w:moveTo w:id='4' {by}>{r('moved')}</w:moveTo>")
    assert waiting(changed, look, footnotes={1: note}) == [
        (
            "FIL302 letter.docx, at “Kept put in”: 2 tracked changes by Your Name, Another Name: "
            "inserted “put in”, deleted “taken out”"
        ),
        "FIL302 letter.docx, at “Bold.”: a tracked change by Your Name: another look",
        "FIL302 letter.docx, note 1: a tracked change by Your Name: inserted “moved”",
    ]


def test_hidden_text_is_listed_and_the_codes_that_word_hides_are_not() -> None:
    code = field(" XE ").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    hidden = r("one ", "<w:vanish/>"), r("seen", '<w:vanish w:val="false"/>'), r("two", "<w:vanish/>"), code
    silent = p("by its style", properties='<w:pStyle w:val="S"/>')
    found = waiting(p("A ", *hidden), silent, styles=style("S", "Silent", look="<w:vanish/>"))
    assert found == [
        "FIL303 letter.docx, at “A one seentwo”: hidden text: “one two”",
        "FIL303 letter.docx, at “by its style”: hidden text: “by its style”",
    ]


def test_files_inside_the_letter_and_pictures_outside_of_it_are_told() -> None:
    more = [("package", "word/embeddings/Budget.xlsx", "x")]
    linked = DRAWING.format(name="Chart", alt="A chart", link='r:link="rIdP"')
    content = word_file(p("Text.", linked), more=more, links={"rIdP": "file:///C:/Users/me/chart.png"})
    members = members_of(content)
    rels = "word/_rels/document.xml.rels"
    members[rels] = members[rels].replace(b"/hyperlink", b"/image")
    found = [f"{each.code} {each.severity} {each.message}" for each in waiting_in(zip_of(members), "letter.docx")]
    assert found == [
        "FIL304 warning the letter carries the file 'Budget.xlsx' inside it",
        "FIL305 error a picture stands outside the letter: 'file:///C:/Users/me/chart.png'",
    ]


# ---- fields ----


@pytest.mark.parametrize(
    "instruction",
    [
        ' ADDIN CKIT_CITE {"key":"x"} ',
        ' ADDIN ZOTERO_ITEM CSL_CITATION {"a":"b"} ',
        " AUTHOR ",
        r" FILENAME \p ",
        " DOCPROPERTY Client ",
        r' INCLUDETEXT "C:\\secret.docx" ',
        ' HYPERLINK "file:///C:/secret.docx" ',
        r' DATE \@ "d" ',
        "",
    ],
)
def test_a_field_that_is_not_to_stay_becomes_its_words(instruction: str) -> None:
    assert body_of(p("a ", field(instruction, "words"), " b")) == p("a ", "words", " b")
    simple = f"<w:fldSimple w:instr='{instruction}'>{r('words')}</w:fldSimple>"
    assert body_of(p("a ", simple, " b")) == p("a ", "words", " b")


@pytest.mark.parametrize(
    "instruction",
    [" NOTEREF _Ref1 ", " PAGE ", r' TOC \o "1-3" ', " hyperlink https://x.org ", "=2+2", " = 2 + 2 ", " SEQ Table "],
)
def test_a_field_that_a_reader_needs_stays(instruction: str) -> None:
    assert is_live(instruction)
    line = p("a ", field(instruction, "words"), " b")
    assert body_of(line) == line


def test_a_live_field_inside_a_citation_stays_and_one_inside_its_instruction_goes() -> None:
    number = field(" NOTEREF _Ref1 ", "5")
    assert body_of(p(field(" ADDIN CKIT_CITE {} ", "supra note ", number))) == p("supra note ", number)
    begin, rest = field(" ADDIN X ", "words").split("<w:r><w:instrText", 1)
    assert body_of(p(f"{begin}{number}<w:r><w:instrText{rest}")) == p("words")


def test_fields_that_run_over_paragraphs_and_those_never_closed_end_well() -> None:
    whole = field(" ADDIN ZOTERO_BIBL {} ", "One.", "Two.")
    middle = whole.index("<w:r><w:t", whole.index("One.") + 1)
    assert body_of(p(whole[:middle]) + p(whole[middle:])) == p("One.") + p("Two.")
    open_ = p(field(" ADDIN X ", "words").replace('w:fldCharType="end"', 'w:fldCharType="begin"') * 60)
    assert "words" in body_of(open_)


# ---- what is left out ----


def test_marks_of_sessions_and_of_other_programs_go() -> None:
    line = (
        '<w:p w:rsidR="00A1" w:rsidRDefault="00A2"><w:r w:rsidRPr="00A3"><w:t>a</w:t></w:r><w:proofErr w:type="x"/>'
        '<w:permStart w:id="1" w:ed="me@x.org"/><w:permEnd w:id="1"/><w:commentRangeStart w:id="9"/></w:p>'
    )
    assert body_of(line) == "<w:p><w:r><w:t>a</w:t></w:r></w:p>"


def test_controls_and_tags_go_and_what_they_hold_stays() -> None:
    binding = '<w:sdtPr><w:tag w:val="matter-17"/><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr>'
    inner = f"<w:sdt>{binding}<w:sdtContent>{r('b')}</w:sdtContent></w:sdt>"
    about = '<w:smartTagPr><w:attr w:name="x" w:val="y"/></w:smartTagPr>'
    tag = f'<w:smartTag w:element="person">{about}{inner}</w:smartTag>'
    outer = f"<w:sdt>{binding}<w:sdtContent>{p('a', tag)}</w:sdtContent></w:sdt>"
    assert body_of(outer) == p("a", "b")


def test_bookmarks_stay_where_something_refers_to_them() -> None:
    kept = bookmark("_Ref1", r("one"), 1) + bookmark("_Toc2", r("two"), 2) + bookmark("here", r("three"), 3)
    used = field(r' NOTEREF "_ref1" \h ', "5") + f'<w:hyperlink w:anchor="here">{r("x")}</w:hyperlink>'
    assert body_of(p(kept, bookmark("_GoBack", r("four"), 4), used)) == p(kept, r("four"), used)


def test_a_note_that_nothing_calls_goes() -> None:
    members = copied(p("Text.", fn(2)), footnotes={2: "Printed.", 3: "Ask the client."}, endnotes={1: "And again."})
    assert "Printed." in members["word/footnotes.xml"]
    assert "separator" in members["word/footnotes.xml"]
    assert "Ask the client." not in members["word/footnotes.xml"]
    assert "And again." not in members["word/endnotes.xml"]


def test_links_to_a_machine_become_words_and_those_to_the_web_stay() -> None:
    line = '<w:hyperlink r:id="{0}">' + r("x") + "</w:hyperlink>"
    members = copied(
        p(line.format("rIdW"), line.format("rIdF")), links={"rIdW": "https://x.org/", "rIdF": "file:///C:/x"}
    )
    assert p(line.format("rIdW"), "x") in members["word/document.xml"]
    assert "https://x.org/" in members["word/_rels/document.xml.rels"]
    assert "file:" not in members["word/_rels/document.xml.rels"]


def test_pictures_lose_their_paths_and_keep_their_words() -> None:
    picture = DRAWING.format(name=r"C:\Users\me\chart.png", alt="A chart of costs", link='r:embed="rIdP" r:link="rIdQ"')
    body = body_of(p(picture))
    assert r"C:\Users" not in body
    assert 'name="Picture 1" descr="A chart of costs"' in body
    assert 'r:embed="rIdP"' in body
    assert "r:link" not in body
    assert 'descr="chart.png"' in body_of(p(DRAWING.format(name="x", alt="/Users/me/chart.png", link="")))


def test_parts_that_no_page_shows_go() -> None:
    more = [
        ("customXml", "customXml/item1.xml", "<x/>"),
        ("people", "word/people.xml", "<x/>"),
        ("commentsExtended", "word/commentsExtended.xml", "<x/>"),
        ("glossaryDocument", "word/glossary/document.xml", "<x/>"),
        ("webSettings", "word/webSettings.xml", "<x/>"),
        ("theme", "word/theme/theme1.xml", "<x/>"),
    ]
    settings = (
        '<w:attachedTemplate r:id="rId1"/><w:trackRevisions/>'
        '<w:docVars><w:docVar w:name="Client" w:val="X"/></w:docVars>'
        '<w:rsids><w:rsid w:val="00A1"/></w:rsids><w:zoom w:percent="100"/>'
    )
    members = copied(p("Text.", fn(1)), footnotes={1: "Note."}, settings=settings, more=more)
    assert set(members) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/footnotes.xml",
        "word/settings.xml",
        "word/theme/theme1.xml",
    }
    assert re.findall("<w:[a-z]+", members["word/settings.xml"], re.IGNORECASE) == ["<w:settings", "<w:zoom"]
    assert "people" not in members["[Content_Types].xml"]


def test_the_properties_are_title_author_and_language_alone() -> None:
    content = word_file(p("Text."))
    members = members_of(content)
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Your Name</dc:creator><dc:title>T</dc:title>'
        "<cp:lastModifiedBy>Another Name</cp:lastModifiedBy><cp:revision>14</cp:revision></cp:coreProperties>"
    )
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    rel = f'<Relationship Id="a" Type="{kind}" Target="docProps/core.xml"/></Relationships>'
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"</Relationships>", rel.encode())
    members["docProps/core.xml"] = core.encode()
    package = open_package(zip_of(members))
    assert properties_of(package) == FiledProperties(title="T", author="Your Name")
    copy = filed_copy(package, PROPERTIES)
    assert re.findall(r">([^<>\s][^<>]*)<", members_of(copy)["docProps/core.xml"].decode()) == [
        "A Title",
        "Example Institute",
        "en-US",
    ]
    assert properties_of(open_package(copy)) == PROPERTIES


@pytest.mark.parametrize("strict", [False, True])
def test_a_copy_reads_as_the_file_and_is_the_same_on_each_run(strict: bool) -> None:  # noqa: FBT001 - a parameter
    content = word_file(
        p("One ", field(" ADDIN X ", "cited"), fn(1)), footnotes={1: p("Id. ", field(" PAGE ", "2"))}, strict=strict
    )
    copy = copy_of(content)
    assert copy == copy_of(content) == copy_of(copy)
    before, after = read_docx(content).letter, read_docx(copy).letter
    assert before == after
    assert printed_notes(after) == ["1: Id. 2"]
    assert lines(p("One cited"))


def test_a_chart_forgets_the_workbook_on_a_machine_and_stays_a_chart() -> None:
    chart = f'<c:chart xmlns:c="http://c" xmlns:r="{RELATIONSHIPS}"><c:externalData r:id="rId1"/><c:plot/></c:chart>'
    content = word_file(
        p(DRAWING.format(name="x", alt="x", link='r:embed="rIdM0"')), more=[("chart", "word/c.xml", chart)]
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><!-- me -->'
        f'<Relationship Id="rId1" Type="{RELATIONSHIPS}/oleObject" Target="file:///C:/b.xlsx" TargetMode="External"/>'
        "</Relationships>"
    )
    members = members_of(copy_of(zip_of(members_of(content) | {"word/_rels/c.xml.rels": rels.encode()})))
    assert b"<c:plot/>" in members["word/c.xml"]
    assert b"externalData" not in members["word/c.xml"]
    assert not [name for name, content in members.items() if b"C:/b.xlsx" in content]


def test_remarks_of_programs_in_the_xml_go() -> None:
    assert body_of(p("a") + "<!-- by me --><?mso x?>" + p("b")) == p("a") + p("b")


# ---- pictures ----


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def test_a_png_loses_its_words_and_keeps_its_pixels() -> None:
    told = PNG[:33] + chunk(b"tEXt", b"Author\0Your Name") + chunk(b"eXIf", b"GPS") + PNG[33:] + b"more"
    assert without_metadata(told) == PNG


def test_a_jpeg_loses_what_its_camera_wrote_and_keeps_density_colours_and_scan() -> None:
    def segment(kind: int, content: bytes) -> bytes:
        return bytes((0xFF, kind)) + struct.pack(">H", len(content) + 2) + content

    kept = [segment(0xE0, b"JFIF"), segment(0xE2, b"ICC"), segment(0xDB, b"table")]
    told = [segment(0xE1, b"Exif GPS"), segment(0xED, b"Photoshop"), segment(0xFE, b"by me")]
    scan = b"\xff\xda\x00\x02scan\xff\x00more\xff\xd9"
    assert without_metadata(b"\xff\xd8" + b"".join(kept + told) + scan) == b"\xff\xd8" + b"".join(kept) + scan


@given(st.binary(max_size=60), st.sampled_from([b"", b"\xff\xd8", b"\xff\xd8\xff\xe1", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes_are_answered(content: bytes, start: bytes) -> None:
    without_metadata(start + content)


@pytest.mark.parametrize("place", [r"C:\x", "c:/x", "file:///x", r"\\server\x", "/Users/me/x", "~/home/x", '"D:\\x"'])
def test_places_on_a_machine_are_paths(place: str) -> None:
    assert is_path(place)


@pytest.mark.parametrize("place", ["https://x.org/home/", "mailto:you@example.org", "A: b", "/api", "chart", ""])
def test_other_places_are_none(place: str) -> None:
    assert not is_path(place)


# ---- programs that are not ours ----

SAMPLES = [(formal_comment(), FORMAL), (policy_letter(), POLICY)]


@pytest.mark.parametrize(("letter", "layout"), SAMPLES)
def test_the_validator_finds_nothing_in_a_copy(letter: Letter, layout: Layout, tmp_path: Path) -> None:
    assert faults(copy_of(write_docx(letter, layout, about=ABOUT, images=IMAGES)), tmp_path) == []


def printed(pdf: bytes) -> list[str]:
    document = PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_libreoffice_prints_the_copy_as_the_draft_and_twice_the_same_bytes() -> None:
    needed_office()
    draft = write_docx(formal_comment(), FORMAL, about=ABOUT, images=IMAGES)
    copy = copy_of(draft)
    once, again = pdf_of(copy), pdf_of(copy)
    assert printed(once) == printed(pdf_of(draft))
    assert steady(once, ABOUT.date) == steady(again, ABOUT.date)
    assert printed(steady(once, ABOUT.date)) == printed(once)
    assert b"/MarkInfo<</Marked true>>" in once


def test_a_pdf_of_another_program_is_left_as_it_is() -> None:
    assert steady(b"%PDF-1.7 endstream trailer", ABOUT.date) == b"%PDF-1.7 endstream trailer"
