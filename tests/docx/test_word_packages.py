"""A file from anywhere is opened with care, and a bad one ends in one plain sentence."""

import io
import zipfile

import pytest
from docx_letters import Draft
from docx_reading import changed, printed

from comment_kit.docx import members
from comment_kit.docx import package as packages
from comment_kit.docx.package import open_package
from comment_kit.errors import CommentKitError

GOOD = printed(Draft().noted("Words.", "A note.").letter()).content


def refused(content: bytes) -> str:
    with pytest.raises(CommentKitError) as caught:
        open_package(content, "x.docx").xml("word/styles.xml")
    return caught.value.problem


def zip_of(**members: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_a_good_file_opens_and_finds_its_parts_by_relationship() -> None:
    package = open_package(GOOD)
    assert package.main == "word/document.xml"
    assert package.related("footnotes") == ("word/footnotes.xml",)
    assert package.related("endnotes") == ()
    assert package.relationships("word/settings.xml") == ()
    assert len(package.members) == len(list(package.members))


def test_parts_may_have_any_name() -> None:
    moved = changed(
        GOOD,
        {
            "word/footnotes.xml": None,
            "word/odd.xml": zipfile.ZipFile(io.BytesIO(GOOD)).read("word/footnotes.xml"),
            "word/_rels/document.xml.rels": {'Target="footnotes.xml"': 'Target="/word/./odd.xml"'},
        },
    )
    assert open_package(moved).related("footnotes") == ("word/odd.xml",)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "x.docx is no Word file, or a broken one"),
        (b"PK\x05\x06" + b"\0" * 18, "x.docx is a zip but no Word file"),
        (GOOD[:2000], "x.docx is no Word file, or a broken one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "x.docx is encrypted, or a Word file of the years before 2007"),
        (zip_of(a=b"b"), "x.docx is a zip but no Word file"),
    ],
)
def test_what_is_no_word_file_is_refused(content: bytes, problem: str) -> None:
    assert refused(content) == problem


def test_macros_are_refused() -> None:
    kind = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert refused(changed(GOOD, {"[Content_Types].xml": b"<Types>" + kind + b"</Types>"})) == "x.docx holds macros"


def test_a_member_with_a_password_is_refused() -> None:
    content = bytearray(GOOD)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + at] |= 1
            place = content.find(signature, place + 4)
    assert refused(bytes(content)) == "x.docx is encrypted"


def test_a_zip_that_unpacks_to_more_than_any_letter_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MOST_BYTES", 1000)
    assert "more than any letter" in refused(GOOD)


def test_a_zip_of_many_thousand_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(members, "MOST_MEMBERS", 3)
    assert "parts, more than any letter" in refused(GOOD)


def test_a_part_packed_as_no_letter_is_refused() -> None:
    assert "packed" in refused(changed(GOOD, {"word/bomb.xml": b" " * 30_000_000}))


def test_a_part_larger_than_any_letter_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_BYTES_OF_XML", 1500)
    assert refused(GOOD) == "word/styles.xml in the Word file is larger than any letter"


def test_broken_xml_is_refused() -> None:
    assert refused(changed(GOOD, {"word/styles.xml": b"<w:styles"})).startswith(
        "word/styles.xml in the Word file is broken"
    )


def test_a_document_type_is_refused_whatever_it_says() -> None:
    hostile = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    assert "declares a document type" in refused(changed(GOOD, {"word/styles.xml": hostile}))


def test_a_file_that_does_not_say_where_its_text_is_is_refused() -> None:
    nothing = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    assert "nothing in it says where its text is" in refused(changed(GOOD, {"_rels/.rels": nothing}))
    assert "nothing in it says where its text is" in refused(changed(GOOD, {"word/document.xml": None}))


def test_elements_nested_as_in_no_letter_are_refused() -> None:
    deep = b"<a>" * 5000 + b"</a>" * 5000
    problem = "word/styles.xml in the Word file nests deeper than any letter"
    assert refused(changed(GOOD, {"word/styles.xml": deep})) == problem
