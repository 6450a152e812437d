"""The file says what it is, is the same on every run, and holds a part of ours that knows the rest."""

import hashlib
from pathlib import Path

import pytest
from docx_letters import ABOUT, Draft, set_citation, words
from docx_reading import Word, changed, printed
from lxml import etree
from msgspec.structs import replace

from comment_kit.docx import Untouched, is_untouched


def cited() -> Word:
    return printed(Draft().noted("Words.", set_citation("report", "A Report 4", locator="at 4"), ".").letter())


def properties(word: Word, name: str) -> str:
    root = etree.fromstring(word.members["docProps/core.xml"])
    return next(each.text or "" for each in root if str(each.tag).endswith(f"}}{name}"))


def test_the_properties_name_title_author_subject_keywords_and_language() -> None:
    word = cited()
    names = ("title", "creator", "subject", "keywords", "language")
    assert [properties(word, name) for name in names] == [
        "Comments on a Draft",
        "Example Institute",
        "Managing Misuse Risk",
        "NIST AI 800-1",
        "en-US",
    ]
    assert word.one("//w:docDefaults//w:lang/@w:val", "styles") == "en-US"


def test_the_file_was_made_on_the_day_of_filing_and_never_today() -> None:
    assert properties(cited(), "created") == "2024-09-09T00:00:00Z"
    undated = printed(Draft().text("Words.").letter(), about=replace(ABOUT, date=None))
    assert properties(undated, "modified") == "2000-01-01T00:00:00Z"


def test_a_title_longer_than_a_property_may_be_is_cut() -> None:
    word = printed(Draft().text("Words.").letter(), about=replace(ABOUT, title="T" * 300))
    assert len(properties(word, "title")) == 255


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert cited().content == cited().content


def test_our_part_records_style_date_sources_and_a_stamp_of_each_citation() -> None:
    root = etree.fromstring(cited().members["customXml/item1.xml"])
    assert etree.QName(root).namespace == "urn:comment-kit:letter:1"
    assert (root.get("style"), root.get("date"), root.get("draft")) == ("comment-letter", "2024-09-09", "false")
    assert root.xpath("ck:source/@key", namespaces={"ck": "urn:comment-kit:letter:1"}) == ["report"]
    stamp = hashlib.sha256(b"A Report 4").hexdigest()[:16]
    assert root.xpath("ck:citation/@stamp", namespaces={"ck": "urn:comment-kit:letter:1"}) == [stamp]


def test_our_part_holds_the_hash_of_every_other_member() -> None:
    word = cited()
    root = etree.fromstring(word.members["customXml/item1.xml"])
    recorded = {each.get("name"): each.get("sha256") for each in root if str(each.tag).endswith("}member")}
    others = {name: content for name, content in word.members.items() if name != "customXml/item1.xml"}
    assert recorded == {name: hashlib.sha256(content).hexdigest() for name, content in others.items()}


def test_a_file_as_we_wrote_it_may_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(cited().content)
    assert is_untouched(path) is Untouched.UNTOUCHED
    assert is_untouched(cited().content)


@pytest.mark.parametrize(
    "change",
    [
        {"word/document.xml": {"Words.": "Words of somebody."}},
        {"docProps/app.xml": b"<Properties/>"},
        {"docProps/core.xml": None},
    ],
)
def test_a_file_that_somebody_changed_may_not(change: dict[str, dict[str, str] | bytes | None]) -> None:
    edited = changed(cited().content, change)
    assert is_untouched(edited) is Untouched.EDITED
    assert not is_untouched(edited)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"PK\x03\x04"])
def test_what_is_no_word_file_is_not_ours(content: bytes) -> None:
    assert is_untouched(content) is Untouched.NOT_OURS


def test_a_word_file_without_our_part_is_not_ours() -> None:
    relations = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    foreign = changed(cited().content, {"word/_rels/document.xml.rels": relations.encode()})
    assert is_untouched(foreign) is Untouched.NOT_OURS


def test_each_citation_in_a_note_stands_in_a_field_that_carries_it() -> None:
    one = set_citation("a", "A 4", locator="at 4", pin_always=True)
    two = set_citation("b", words("B", italic=True))
    word = printed(Draft().noted("Words.", one, "; ", two, ".").letter())
    assert word.instructions("footnotes") == [
        ' ADDIN CKIT_CITE {"v":1,"key":"a","loc":"at 4","pin":"always","hash":"'
        + hashlib.sha256(b"A 4").hexdigest()[:16]
        + '"} ',
        ' ADDIN CKIT_CITE {"v":1,"key":"b","hash":"' + hashlib.sha256(b"B").hexdigest()[:16] + '"} ',
    ]
    kinds = word.all("//w:fldChar/@w:fldCharType", "footnotes")
    assert kinds == ["begin", "separate", "end"] * 2


def test_no_file_holds_a_part_of_a_template_of_python_docx() -> None:
    assert sorted(cited().members) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "customXml/_rels/item1.xml.rels",
        "customXml/item1.xml",
        "customXml/itemProps1.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/footnotes.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
