"""A firm's file from which no styles can be taken ends the build in one sentence, and nothing is written."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Mapping

import pytest
from front_door import Desk, letter_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = f"<w:styles xmlns:w='{WORD}'>{{}}</w:styles>"
A_STYLE = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='a'/></w:style>"

Members = dict[str, bytes]


@pytest.fixture
def ready(desk: Desk) -> Desk:
    """Return a desk with a letter that is right, and a file of our own to break."""
    desk.write("letter.md", letter_of("Words.[@ntia2024, 3]"))
    assert desk.build("-o", "firm.docx").code == 0
    return desk


def members_of(desk: Desk) -> Members:
    with zipfile.ZipFile(desk.folder / "firm.docx") as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_zip(desk: Desk, members: Mapping[str, bytes]) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    desk.write("firm.docx", stream.getvalue())


def refused(desk: Desk, message: str) -> None:
    before = desk.holds()
    built = desk.build_apart("--reference-doc", "firm.docx")
    assert built.code == 2
    assert built.err.startswith("comment-kit: ")
    assert message in built.lines[0]
    assert "Traceback" not in built.err
    assert built.seconds < 10
    assert built.megabytes < 500
    assert desk.holds() == before


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "the reference document is no Word file, or a broken one"),
        (b"My notes.", "the reference document is no Word file, or a broken one"),
        (b"PK\x03\x04" + bytes(100), "the reference document is no Word file, or a broken one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "the reference document is encrypted, or a Word file of"),
    ],
    ids=["empty", "text", "broken zip", "old Word"],
)
def test_a_file_that_is_no_docx(ready: Desk, content: bytes, message: str) -> None:
    ready.write("firm.docx", content)
    refused(ready, message)


def test_a_file_that_is_missing(ready: Desk) -> None:
    before = ready.holds()
    built = ready.build("--reference-doc", "none.docx")
    assert built.code == 2
    assert built.err.startswith("comment-kit: none.docx: cannot be read: No such file")
    assert "hint: name a .docx after --reference-doc" in built.err
    assert ready.holds() == before


def test_a_file_that_is_cut_short(ready: Desk) -> None:
    ready.write("firm.docx", (ready.folder / "firm.docx").read_bytes()[:-200])
    refused(ready, "the reference document is no Word file, or a broken one")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("[Content_Types].xml", "the reference document is a zip but no Word file"),
        ("_rels/.rels", "_rels/.rels in the Word file is broken"),
        ("word/document.xml", "nothing in it says where its text is"),
        ("word/styles.xml", "the reference document is broken"),
    ],
)
def test_a_file_without_one_of_its_parts(ready: Desk, name: str, message: str) -> None:
    members = members_of(ready)
    del members[name]
    write_zip(ready, members)
    refused(ready, message)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("word/document.xml", "<w:document", "word/document.xml in the Word file is broken"),
        ("word/styles.xml", "<styles/>", "the reference document is broken: it has no styles"),
        ("word/styles.xml", f"<!DOCTYPE x [<!ENTITY a 'b'>]>{STYLES.format('&a;')}", "declares a document type"),
        ("word/styles.xml", f"<!DOCTYPE x SYSTEM 'file:///etc/hostname'>{STYLES.format('')}", "a document type"),
        ("word/styles.xml", STYLES.format(f"{'<w:a>' * 9000}{'</w:a>' * 9000}"), "word/styles.xml"),
        ("word/_rels/document.xml.rels", "<a/>", "the reference document is broken"),
    ],
    ids=["cut xml", "no styles", "entity", "outside entity", "deep", "no relationships"],
)
def test_a_file_with_a_broken_part(ready: Desk, name: str, content: str, message: str) -> None:
    write_zip(ready, {**members_of(ready), name: content.encode()})
    refused(ready, message)


def test_a_file_with_macros(ready: Desk) -> None:
    members = members_of(ready)
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    assert plain in members["[Content_Types].xml"]
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(plain, macros)
    write_zip(ready, members)
    refused(ready, "the reference document holds macros")


def test_a_zip_bomb(ready: Desk) -> None:
    write_zip(ready, {**members_of(ready), "word/media/image1.png": bytes(300_000_000)})
    refused(ready, "the reference document holds a part packed")


def test_a_zip_of_very_many_parts(ready: Desk) -> None:
    write_zip(ready, {**members_of(ready), **{f"word/{number}.bin": b"x" for number in range(4000)}})
    refused(ready, "parts, more than any letter")


def test_a_part_of_very_many_styles(ready: Desk) -> None:
    write_zip(ready, {**members_of(ready), "word/styles.xml": STYLES.format(A_STYLE * 200_000).encode()})
    refused(ready, "the reference document unpacks to 13 MB of text")


def test_a_file_larger_than_any_letter(ready: Desk) -> None:
    with (ready.folder / "firm.docx").open("wb") as file:
        os.truncate(file.fileno(), 60_000_000)
    refused(ready, "firm.docx: this file is too large to take styles from")
