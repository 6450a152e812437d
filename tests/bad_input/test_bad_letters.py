"""A hostile or broken letter ends ``check`` in one plain sentence, soon, in little memory, and is not changed."""

from __future__ import annotations

import io
import socket
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from front_door import Desk, Outcome
from pdf_files import FULL_PICTURE, PdfPage, pdf
from printed_pages import PrintedPage

SECONDS = 10
MEGABYTES = 500
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DOCUMENT = f'<w:document xmlns:w="{WORD}"><w:body>{{}}</w:body></w:document>'
LINE = "<w:p><w:r><w:t>A line.</w:t></w:r></w:p>"
ENTITIES = "".join(
    f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
)
ONE_PAGE = pdf(PdfPage().line(72, 600, "One page of words."))


def word(document: str = DOCUMENT.format(LINE), more: dict[str, bytes] | None = None) -> bytes:
    """Return a Word file of one part, and of what else is given."""
    members = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"/>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'.encode(),
        "word/document.xml": document.encode(),
        **(more or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def drawn_bomb() -> bytes:
    """Return a PDF of one page whose stream unpacks into four million boxes."""
    page = pdf(PdfPage().raw("0 0 1 1 re f\n"))
    packed = zlib.compress(b"0 0 1 1 re f\n" * 4_000_000, 9)
    begin, end = page.index(b"<<  /Length 13"), page.rindex(b"endobj")
    entries = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode()
    return page[:begin] + entries + packed + b"\nendstream\n" + page[end:]


def locked() -> bytes:
    """Return a PDF that asks for a password."""
    name = b"<00112233445566778899aabbccddeeff>"
    key = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"5a" * 32 + b"> /U <" + b"a5" * 32 + b"> >>"
    return ONE_PAGE.replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [" + name + name + b"] " + key)


def checked(folder: Path, name: str, content: bytes) -> Outcome:
    """Return how the check of a file ended, which it leaves as it is and beside which it puts nothing."""
    desk = Desk(folder)
    desk.write(name, content)
    before = desk.holds()
    outcome = desk.apart("check", name)
    assert desk.holds() == before
    assert outcome.seconds < SECONDS
    assert outcome.megabytes < MEGABYTES
    return outcome


@pytest.mark.parametrize(
    ("name", "make", "problem"),
    [
        (
            "letter.docx",
            lambda: word(f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{ENTITIES}]>' + DOCUMENT.format("&i;")),
            "letter.docx: word/document.xml in the Word file declares a document type, which no Word file does",
        ),
        (
            "letter.docx",
            lambda: word('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + DOCUMENT.format("&x;")),
            "letter.docx: word/document.xml in the Word file declares a document type, which no Word file does",
        ),
        (
            "letter.docx",
            lambda: word(more={"word/media/image1.png": bytes(100_000_000)}),
            "letter.docx holds a part packed 1028 to 1, as no letter does",
        ),
        (
            "letter.docx",
            lambda: word(DOCUMENT.format("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000)),
            "letter.docx: word/document.xml in the Word file nests deeper than any letter",
        ),
        (
            "letter.docx",
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
            "letter.docx is encrypted, or a Word file of the years before 2007",
        ),
        ("letter.docx", lambda: word()[:300], "letter.docx is no Word file, or a broken one"),
        ("letter.docx", lambda: ONE_PAGE, "letter.docx is no Word file, or a broken one"),
        (
            "letter.docx",
            lambda: word(more={"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}),
            "letter.docx holds macros",
        ),
        ("letter.docm", word, "letter.docm: a Word file that may hold macros is not opened"),
        ("letter.doc", lambda: b"\xd0\xcf\x11\xe0", "letter.doc: this is no letter that can be checked"),
        ("letter.pdf", word, "letter.pdf: the PDF cannot be read: it is broken, or no PDF at all"),
        ("letter.pdf", lambda: ONE_PAGE[:400], "letter.pdf: the PDF cannot be read: it is broken, or no PDF at all"),
        ("letter.pdf", locked, "letter.pdf: the PDF asks for a password"),
        ("letter.pdf", drawn_bomb, "letter.pdf: the first page of the PDF could not be read within 6 seconds"),
        (
            "letter.pdf",
            lambda: pdf(PdfPage().raw(FULL_PICTURE)),
            "letter.pdf: could not be read: its pages are pictures without letters",
        ),
        ("letter.pdf", lambda: pdf(PdfPage()), "letter.pdf: could not be read: there is no text on its pages"),
    ],
    ids=[
        "entities", "outside entity", "packed bomb", "nested", "encrypted", "truncated", "PDF as Word", "macros",
        "macros by name", "old Word", "Word as PDF", "truncated PDF", "locked PDF", "drawn bomb",
        "scan", "empty page",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(
    name: str, make: Callable[[], bytes], problem: str, tmp_path: Path
) -> None:
    outcome = checked(tmp_path, name, make())
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.lines[0].startswith(f"comment-kit: {problem}")
    assert all(line.startswith("hint: ") for line in outcome.lines[1:])


def test_a_pdf_of_five_thousand_pages_is_read_so_far_and_says_how_far(tmp_path: Path) -> None:
    page = (
        PrintedPage().text("Words that “are quoted here at some length and for no reason,” and more.^1^").text("More.")
    )
    outcome = checked(tmp_path, "letter.pdf", pdf(*[page.note("1", "Id. at 5.").page] * 5000))
    said = next(line for line in outcome.out.splitlines() if "could not decide: the PDF was read up to sheet" in line)
    assert said.endswith("of 5000, as far as a letter is read; nothing behind it was looked at")


@pytest.mark.parametrize(
    "note", ["Id. at 5; " * 20_000, "“a ”" * 20_000, "Smith, supra note 3, at 5; " * 10_000, "(" * 100_000]
)
def test_a_note_of_masses_is_followed_in_seconds(note: str, tmp_path: Path) -> None:
    outcome = checked(tmp_path, "letter.md", f"A sentence.[^1]\n\n[^1]: {note}\n".encode())
    assert outcome.code in {0, 1}


def test_nothing_is_fetched_from_anywhere(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
        related = (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="a" Type="{OFFICE}/footnotes" Target="{address}/notes.xml" TargetMode="External"/>'
            f'<Relationship Id="b" Type="{OFFICE}/attachedTemplate" Target="{address}/x.dotm" TargetMode="External"/>'
            f'<Relationship Id="c" Type="{OFFICE}/image" Target="{address}/x.png" TargetMode="External"/>'
            "</Relationships>"
        )
        outcome = checked(tmp_path, "letter.docx", word(more={"word/_rels/document.xml.rels": related.encode()}))
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert outcome.code == 0
