"""A hostile file ends in one plain sentence within seconds, and nothing of it leaves this machine."""

from __future__ import annotations

import time
import tracemalloc

import pytest
from any_word import BEGIN, SEPARATE, WORD, fn, members_of, p, r, style, styled, word_file, zip_of

from comment_kit.docx import read_docx
from comment_kit.errors import CommentKitError

GOOD = word_file(p("Text.", fn(1)), footnotes={1: "A note."})
DOCUMENT = f'<w:document xmlns:w="{WORD}"><w:body>{{}}</w:body></w:document>'
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
SECONDS = 10
MEGABYTES = 500


def with_member(name: str, content: bytes | str) -> bytes:
    """Return a good file with one member changed or added."""
    return zip_of(members_of(GOOD) | {name: content.encode() if isinstance(content, str) else content})


def damaged() -> bytes:
    """Return a file whose directory is whole and whose parts are not."""
    good = zip_of(members_of(GOOD), packed=True)
    at = good.index(b"word/document.xml") + 40
    return good[:at] + bytes(60) + good[at + 60 :]


def sentence(content: bytes) -> str:
    """Return what is said of a file that is not read."""
    begun = time.monotonic()
    with pytest.raises(CommentKitError) as caught:
        read_docx(content, "letter.docx")
    assert time.monotonic() - begun < SECONDS
    assert "\n" not in caught.value.problem
    return caught.value.problem


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "letter.docx is no Word file, or a broken one"),
        (GOOD[:-30], "letter.docx is no Word file, or a broken one"),
        (GOOD[: len(GOOD) // 2], "letter.docx is no Word file, or a broken one"),
        (damaged(), "letter.docx is no Word file, or a broken one"),
        (b"%PDF-1.7\n%wrong extension", "letter.docx is no Word file, or a broken one"),
        (b"{\\rtf1 wrong extension}", "letter.docx is no Word file, or a broken one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "letter.docx is encrypted, or a Word file of the years before 2007"),
        (zip_of({"mimetype": b"application/vnd.oasis.opendocument.text"}), "letter.docx is a zip but no Word file"),
        (with_member("word/document.xml", "<workbook/>"), "letter.docx is no Word file: it holds no document"),
        (
            with_member("word/document.xml", ""),
            "word/document.xml in the Word file is broken: Document is empty, line 1, column 1",
        ),
        (
            with_member("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
            "letter.docx holds macros",
        ),
        (
            with_member("word/document.xml", ENTITIES + DOCUMENT.format(p("&i;"))),
            "word/document.xml in the Word file declares a document type, which no Word file does",
        ),
        (
            with_member("word/footnotes.xml", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x/>'),
            "word/footnotes.xml in the Word file declares a document type, which no Word file does",
        ),
        (
            with_member("word/document.xml", DOCUMENT.format("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000)),
            "word/document.xml in the Word file nests deeper than any letter",
        ),
        (
            with_member("word/document.xml", DOCUMENT.format(p(r("x")) * 200_000)),
            "letter.docx holds more paragraphs and runs than any letter",
        ),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(content: bytes, problem: str) -> None:
    assert sentence(content) == problem


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zip_of(members_of(GOOD) | {"word/media/image1.png": bytes(100_000_000)}, packed=True)
    tracemalloc.start()
    assert "packed" in sentence(bomb)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_what_is_not_asked_for_is_not_unpacked() -> None:
    content = zip_of(members_of(GOOD) | {f"word/media/image{at}.png": bytes(4_000_000) for at in range(20)})
    tracemalloc.start()
    assert read_docx(content).letter.notes
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_more_tags_than_in_any_letter_are_not_read() -> None:
    tags = "".join(f'<x a{at}="" b="" c=""/>' for at in range(600_000))
    assert sentence(with_member("word/document.xml", DOCUMENT.format(tags))) == (
        "word/document.xml in the Word file is larger than any letter"
    )


def test_an_external_entity_and_external_parts_are_never_fetched() -> None:
    hostile = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + DOCUMENT.format(p("&x;"))
    assert "declares a document type" in sentence(with_member("word/document.xml", hostile))
    outside = 'Type="http://x/footnotes" Target="http://127.0.0.1:9/notes.xml" TargetMode="External"/>'
    rels = members_of(GOOD)["word/_rels/document.xml.rels"].decode()
    added = rels.replace("</Relationships>", f'<Relationship Id="e" {outside}</Relationships>')
    assert len(read_docx(with_member("word/_rels/document.xml.rels", added)).letter.notes) == 1


def test_targets_outside_the_file_lead_nowhere() -> None:
    rels = members_of(GOOD)["word/_rels/document.xml.rels"].decode()
    moved = rels.replace("/word/footnotes.xml", "../../../../etc/hostname")
    assert len(read_docx(with_member("word/_rels/document.xml.rels", moved)).facts.undefined) == 1


DEEP = "<w:sdt><w:sdtContent>" * 100 + "{}" + "</w:sdtContent></w:sdt>" * 100


@pytest.mark.parametrize(
    "content",
    [
        word_file(DEEP.format(p("deep", DEEP.format(r("x"))[:0]))),
        word_file(p((BEGIN + SEPARATE) * 20_000, r("x") * 20_000)),
        word_file(p(BEGIN, *[f"<w:r><w:instrText>{'x' * 100}</w:instrText></w:r>"] * 50_000, SEPARATE, r("x") * 9000)),
        word_file(p("<w:r>" + "<w:t>x</w:t>" * 100_000 + "</w:r>")),
        word_file(p("x", properties="<w:rPr><w:del/></w:rPr>") * 30_000),
        word_file(p('<w:bookmarkStart w:id="1" w:name="x"/>' * 50_000 + fn(1) * 20_000), footnotes={1: "A note."}),
        word_file(
            p("x", properties=styled("s0")),
            styles="".join(style(f"s{at}", "x", based=f"s{at + 1}") for at in range(20_000)),
        ),
        word_file(p("x"), footnotes=dict.fromkeys(range(20000), "A note.")),
        word_file(p(fn(1, "*") * 3000), footnotes={1: p("x" * 1_000_000)}),
    ],
)
def test_masses_are_read_in_seconds(content: bytes) -> None:
    begun = time.monotonic()
    assert read_docx(content).letter.blocks
    assert time.monotonic() - begun < SECONDS


def test_the_file_itself_is_unchanged() -> None:
    content = bytearray(GOOD)
    read_docx(bytes(content))
    assert bytes(content) == GOOD
