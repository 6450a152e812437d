"""What LibreOffice saves is read as before; our comments please Microsoft's validator, and LibreOffice shows them."""

from __future__ import annotations

import subprocess
from collections import Counter
from pathlib import Path

import pytest
from any_word import bookmark, en, field, fn, members_of, p, printed_notes, r, shown, style, styled, word_file
from docx_letters import ABOUT
from docx_samples import FORMAL, IMAGES, formal_comment
from lxml import etree
from msgspec.structs import replace
from outside_tools import faults, office

from comment_kit.docx import annotate, read_docx, write_docx
from comment_kit.model.comments import Comment

# LibreOffice pairs notes and marks by the order of the ids, so that they ascend here.
NOTES = {1: "About the author.", 2: "The first.", 3: "See note 1.", 4: "Inserted.", 5: "Deleted.", 6: "In a cell."}
BY = 'w:id="81" w:author="x" w:date="2024-01-01T00:00:00Z"'
TABLE = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
    "<w:tr><w:tc><w:tcPr/>{}</w:tc></w:tr></w:tbl>"
)
STYLES = style("Heading1", "heading 1", properties='<w:outlineLvl w:val="0"/>') + style("Quote", "Quote")
BODY = (
    p("Your Name", fn(1, "*")),
    p("Introduction", properties=styled("Heading1")),
    p("One", bookmark("_RefA", fn(2)), " and ", r("two", "<w:i/>"), ".", en(1)),
    p("Quoted words.", properties=styled("Quote")),
    p("See note ", field(" NOTEREF _RefA \\h ", "1"), ".", fn(3)),
    p("A ", f"<w:ins {BY}>{r('new ')}{fn(4)}</w:ins><w:del {BY}><w:r><w:delText>old </w:delText></w:r>{fn(5)}</w:del>"),
    TABLE.format(p("Cell.", fn(6))),
    p("Last."),
)
FILE = word_file(*BODY, footnotes=NOTES, endnotes={1: "An end."}, styles=STYLES)
STRICT = word_file(*BODY, footnotes=NOTES, endnotes={1: "An end."}, styles=STYLES, strict=True)
OURS = write_docx(formal_comment(), FORMAL, about=replace(ABOUT, draft=True), images=IMAGES)
HELD = word_file(
    p("a", f'<w:ins w:id="81" w:author="x">{fn(1)}</w:ins>'),
    p(f'<w:hyperlink w:anchor="_Ref1">{fn(2)}</w:hyperlink>', bookmark("_Ref1", r("b"))),
    p("c", f"<w:sdt><w:sdtPr/><w:sdtContent>{fn(3)}</w:sdtContent></w:sdt>"),
    p("d", f'<w:fldSimple w:instr=" QUOTE ">{fn(4)}</w:fldSimple>', properties="<w:keepNext/>"),
    p(f'<w:bdo w:val="ltr">{fn(5)}</w:bdo>', f'<w:moveTo w:id="83" w:author="x">{fn(6)}</w:moveTo>'),
    footnotes=NOTES,
)


def converted(content: bytes, suffix: str, folder: Path) -> bytes:
    """Return a file as LibreOffice saves it."""
    program = office()
    (folder / "letter.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", suffix, "--outdir", folder / "out", "letter.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=folder, timeout=120)
    return (folder / f"out/letter.{suffix}").read_bytes()


def flat(content: bytes, folder: Path) -> etree._Element:
    """Return what LibreOffice understands of a file, as one document of its own."""
    return etree.fromstring(converted(content, "fodt", folder), etree.XMLParser(huge_tree=True))


def texts(root: etree._Element, path: str) -> list[str]:
    """Return the words of what an XPath finds, without the blanks around them."""
    return [" ".join("".join(each.itertext()).split()) for each in root.xpath(path, namespaces=root.nsmap)]


def said(root: etree._Element) -> list[list[str]]:
    """Return the lines of each comment."""
    found = root.xpath("//office:annotation", namespaces=root.nsmap)
    return [["".join(line.itertext()) for line in each.xpath("text:p", namespaces=root.nsmap)] for each in found]


NOTE_BODIES = "//text:note/text:note-body"


@pytest.mark.parametrize("content", [FILE, STRICT, OURS])
def test_what_libreoffice_saves_is_read_as_before(content: bytes, tmp_path: Path) -> None:
    before, after = read_docx(content), read_docx(converted(content, "docx", tmp_path))
    assert printed_notes(after.letter) == printed_notes(before.letter)
    assert shown(after.letter) == shown(before.letter)
    assert (after.facts.insertions > 0, after.facts.deletions > 0) == (
        before.facts.insertions > 0,
        before.facts.deletions > 0,
    )
    assert (after.facts.undefined, after.facts.uncalled, after.facts.stale) == ((), (), ())


@pytest.mark.parametrize("content", [FILE, STRICT, OURS, HELD])
def test_the_validator_finds_nothing_new_in_a_file_with_comments(content: bytes, tmp_path: Path) -> None:
    marks = [note.partition(":")[0] for note in printed_notes(read_docx(content).letter)]
    comments = [Comment(note=mark, text=f"Say <{mark}> & “more”.\nA second line.") for mark in (*marks, marks[0])]
    after = annotate(
        content, [*comments, Comment(text="On the whole."), Comment(words="Cell.", text="x")], author="Kit"
    )
    new = Counter(each.partition(": ")[2] for each in faults(after, tmp_path))
    old = Counter(each.partition(": ")[2] for each in faults(content, tmp_path))
    assert new - old == Counter()


def test_libreoffice_shows_the_comments_and_keeps_every_note_at_its_mark(tmp_path: Path) -> None:
    marks = [note.partition(":")[0] for note in printed_notes(read_docx(OURS).letter)]
    comments = [Comment(note=mark, text=f"On {mark}.") for mark in marks]
    after = flat(annotate(OURS, [*comments, Comment(text="On all.")], author="Kit"), tmp_path)
    (tmp_path / "before").mkdir()
    before = flat(OURS, tmp_path / "before")
    # LibreOffice 7.4 mixes up comments and notes of one number, and then prints words under notes that are not theirs.
    assert texts(after, NOTE_BODIES) == texts(before, NOTE_BODIES)
    assert sorted(said(after)) == sorted([f"On {mark}.", "Work product, not for filing."] for mark in [*marks, "all"])


def test_libreoffice_keeps_our_comments_when_it_saves(tmp_path: Path) -> None:
    saved = converted(annotate(FILE, [Comment(note="2", text="Say.")], author="Kit"), "docx", tmp_path)
    assert read_docx(saved).facts.comments == 1
    assert b"not for filing" in members_of(saved)["word/comments.xml"]
    again = annotate(saved, [Comment(note="2", text="Again.")], author="Kit")
    assert read_docx(again).facts.comments == 2
    assert printed_notes(read_docx(again).letter) == printed_notes(read_docx(FILE).letter)
