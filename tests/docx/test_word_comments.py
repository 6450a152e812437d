"""Comments are set beside anybody's letter, and all else in its file stays byte for byte."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from any_word import WORD, bookmark, en, field, fn, members_of, p, r, word_file, zip_of
from docx_letters import ABOUT, PLAIN, Draft, call
from docx_samples import FORMAL, IMAGES, formal_comment
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from comment_kit.docx import Untouched, annotate, is_untouched, lint_docx, read_docx, write_docx
from comment_kit.errors import CommentKitError
from comment_kit.model.comments import Comment

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
LAST_LINE = "Work product, not for filing."
NOTES = {1: "The first.", 2: "The second.", 3: "The third."}
PLAIN_FILE = word_file(p("One.", fn(1)), p("Two.", fn(2)), p("Three.", fn(3)), footnotes=NOTES)
PIECES = re.compile(
    rb'<w:commentRangeStart(?: xmlns:w="[^"]*")? w:id="\d+"/>|<w:commentRangeEnd(?: xmlns:w="[^"]*")? w:id="\d+"/>'
    rb'<w:r(?: xmlns:w="[^"]*")?><w:commentReference w:id="\d+"/></w:r>'
)


def on_note(mark: str, text: str = "Say.", words: str = "") -> Comment:
    return Comment(note=mark, text=text, words=words)


def on_words(words: str, text: str = "Say.") -> Comment:
    return Comment(words=words, text=text)


def annotated(content: bytes, *comments: Comment) -> bytes:
    return annotate(content, comments, author="comment-kit")


def main_of(content: bytes) -> bytes:
    return members_of(content)["word/document.xml"]


def anchors(content: bytes) -> dict[str, str]:
    """Return the first line of each comment with the words it stands around; marks of notes are read as ^id."""
    members = members_of(content)
    body = etree.fromstring(members["word/document.xml"])
    word = etree.QName(body).namespace
    comments = etree.fromstring(next(members[name] for name in members if "comments" in name))
    texts = {
        each.get(f"{{{word}}}id"): "".join(each.find(f"{{{word}}}p").itertext())
        for each in comments.iter(f"{{{word}}}comment")
    }
    found, opened = dict.fromkeys(texts, ""), set()
    for each in body.iter(etree.Element):
        name, identity = etree.QName(each).localname, each.get(f"{{{word}}}id")
        if name == "commentRangeStart":
            opened.add(identity)
        elif name == "commentRangeEnd":
            opened.remove(identity)
        seen = (each.text or "") if name == "t" else f"^{identity}" if name.endswith("noteReference") else ""
        found |= {each: found[each] + seen for each in opened if each in found}
    assert not opened
    return {texts[identity]: words for identity, words in found.items()}


def said(content: bytes) -> list[list[str]]:
    """Return the lines of each comment, in the order of the part."""
    members = members_of(content)
    root = etree.fromstring(next(members[name] for name in members if "comments" in name))
    return [["".join(line.itertext()) for line in comment] for comment in root]


def check_rest(before: bytes, after: bytes) -> None:
    """Fail where anything but comments and what they need was changed."""
    old, new = members_of(before), members_of(after)
    assert [name for name in new if name in old] == list(old)
    assert PIECES.sub(b"", new["word/document.xml"]) == old["word/document.xml"]
    rels, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    assert (
        re.sub(rb'<Relationship Id="\w+" Type="[^"]+/comments" Target="comments\d*.xml"/>', b"", new[rels]) == old[rels]
    )
    assert re.sub(rb'<Override PartName="/word/comments\d*.xml" [^>]*/>', b"", new[types]) == old[types]
    changed = {"word/document.xml", rels, types}
    assert {name: new[name] for name in old if name not in changed} == {
        name: old[name] for name in old if name not in changed
    }


# ---- what changes, and what does not ----


def test_only_comments_their_relationship_their_type_and_their_anchors_are_added() -> None:
    letter = write_docx(formal_comment(), FORMAL, about=ABOUT, images=IMAGES)
    after = annotated(
        letter, on_note("2"), on_note("i"), on_words("A quotation of fifty words and more."), on_note("2")
    )
    check_rest(letter, after)
    assert set(members_of(after)) - set(members_of(letter)) == {"word/comments.xml"}
    assert lint_docx(after) == ()
    assert is_untouched(after) is Untouched.EDITED


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["1", "2", "3", "9", None]), st.text(), st.text()), min_size=1, max_size=6))
def test_whatever_is_said_wherever_the_letter_reads_as_before(given_: list[tuple[str | None, str, str]]) -> None:
    comments = [Comment(note=note, text=text, words=words) for note, text, words in given_]
    after = annotated(PLAIN_FILE, *comments)
    check_rest(PLAIN_FILE, after)
    assert after == annotated(PLAIN_FILE, *comments)
    word, before = read_docx(after), read_docx(PLAIN_FILE)
    assert word.letter == before.letter
    assert word.facts.comments == len(comments)


def test_the_zip_keeps_the_days_and_the_packing_of_its_members() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.comment = b"kept"
        for name, content in members_of(PLAIN_FILE).items():
            archive.writestr(zipfile.ZipInfo(name, (2021, 2, 3, 4, 5, 6)), content)
        archive.mkdir("word/empty")
    with zipfile.ZipFile(io.BytesIO(annotated(stream.getvalue(), on_note("1")))) as after:
        assert after.comment == b"kept"
        dates = {each.filename: each.date_time for each in after.infolist()}
    assert dates["word/footnotes.xml"] == (2021, 2, 3, 4, 5, 6)
    assert dates["word/comments.xml"] == (1980, 1, 1, 0, 0, 0)
    assert "word/empty/" in dates


def test_nothing_to_say_changes_nothing() -> None:
    assert annotate(PLAIN_FILE, [], author="comment-kit") is PLAIN_FILE


def test_comments_bear_their_author_and_the_day_of_the_letter_or_a_fixed_one() -> None:
    head = '<w:comment w:id="4" w:author="Your Name &amp; Co" w:date="{}T00:00:00Z" w:initials="YN&amp;C">'
    by = annotate(PLAIN_FILE, [on_note("1")], author="Your Name & Co")
    assert head.format("2000-01-01").encode() in members_of(by)["word/comments.xml"]
    ours = write_docx(Draft().noted("Words.", "A note.").letter(), PLAIN, about=ABOUT)
    by = annotate(ours, [on_note("1")], author="comment-kit")
    assert b'w:date="2024-09-09T00:00:00Z"' in members_of(by)["word/comments.xml"]


def test_each_comment_ends_with_the_line_that_it_is_not_for_filing() -> None:
    after = annotated(PLAIN_FILE, on_note("1", "One < two & “three”.\n\nSecond\x00 line."), on_note("2", ""))
    assert said(after) == [["One < two & “three”.", "", "Second line.", LAST_LINE], [LAST_LINE]]


# ---- where a comment stands ----


def test_a_comment_on_a_note_stands_at_its_mark_in_the_text() -> None:
    assert anchors(annotated(PLAIN_FILE, on_note("2"))) == {"Say.": "^2"}


def test_several_comments_may_stand_at_one_mark() -> None:
    after = annotated(PLAIN_FILE, on_note("2", "a"), on_note("2", "b"), on_note("1", "c"))
    assert anchors(after) == {"a": "^2", "b": "^2", "c": "^1"}


def test_a_comment_on_a_note_with_a_mark_of_its_own_stands_there() -> None:
    ours = write_docx(
        Draft().note("a", "About.", mark="*").text("Name", call("a")).noted("One.", "First.").letter(),
        PLAIN,
        about=ABOUT,
    )
    assert anchors(annotated(ours, on_note("*", "a"), on_note("1", "b"))) == {"a": "^1*", "b": "^2"}


def test_of_notes_printed_alike_the_words_tell_which() -> None:
    body = p("a", fn(1), en(1)), p("b", en(2), fn(2))
    ends = {1: "An  end.", 2: "Another end."}
    arabic = '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
    content = word_file(*body, footnotes=NOTES, endnotes=ends, settings=arabic)
    told = annotated(content, on_note("1", "a", "An end."), on_note("2", "b", "Another"), on_note("1", "c", "Nothing"))
    assert anchors(told) == {"a": "^1", "b": "^2", "c": "^1"}
    starts = [main_of(told).index(f'RangeStart w:id="{each}"'.encode()) for each in (4, 5, 6)]
    assert starts[2] < starts[0] < starts[1]


def test_of_notes_printed_alike_the_first_from_the_paragraph_on_is_meant() -> None:
    section = '<w:sectPr><w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr></w:sectPr>'
    body = p("Here", fn(1), properties=section), p("There"), p("it goes on.", fn(2)), section
    content = word_file(*body, footnotes={1: "Id.", 2: "Id."})
    told = annotated(content, on_note("1", "a", "There"), on_note("1", "b", "Here"), on_note("1", "c", "it goes on."))
    assert anchors(told) == {"a": "^2", "b": "^1", "c": "^2"}


def test_a_comment_on_the_text_stands_around_its_paragraph() -> None:
    content = word_file(p("The first words of a long paragraph and its end.", fn(1)), p("Two."), footnotes=NOTES)
    place = read_docx(content).letter.blocks[0].location
    assert place.words == "The first words of a long paragraph and"
    expected = "The first words of a long paragraph and its end.^1"
    assert anchors(annotated(content, on_words(place.words))) == {"Say.": expected}
    assert anchors(annotated(content, on_words("The first words of a long paragraph and its"))) == {"Say.": expected}
    assert anchors(annotated(content, on_words("Two"))) == {"Say.": "Two."}


@pytest.mark.parametrize("comment", [on_note("9"), on_words("Nothing like it."), Comment(text="Say."), on_note("")])
def test_a_comment_on_a_place_that_is_not_there_stands_at_the_first_words(comment: Comment) -> None:
    assert anchors(annotated(PLAIN_FILE, comment)) == {"Say.": "One.^1"}


def test_a_comment_on_a_note_that_is_not_there_stands_at_its_words() -> None:
    assert anchors(annotated(PLAIN_FILE, on_note("9", words="Two."))) == {"Say.": "Two.^2"}


BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
HOLDERS = {
    "ins": "<w:ins w:id='91' w:author='x'>{}</w:ins>",
    "moveTo": "<w:moveTo w:id='91' w:author='x'>{}</w:moveTo>",
    "hyperlink": "<w:hyperlink w:anchor='x'>{}</w:hyperlink>",
    "bdo": "<w:bdo w:val='ltr'>{}</w:bdo>",
    "sdt": "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    "fldSimple": "<w:fldSimple w:instr=' QUOTE '>{}</w:fldSimple>",
    "smartTag": "<w:smartTag w:uri='x' w:element='y'>{}</w:smartTag>",
    "sdt in ins": "<w:ins w:id='91'><w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt></w:ins>",
}


@pytest.mark.parametrize(
    ("holder", "parent"),
    [
        ("ins", "ins"),
        ("moveTo", "moveTo"),
        ("hyperlink", "hyperlink"),
        ("bdo", "bdo"),
        ("sdt", "p"),
        ("fldSimple", "p"),
        ("smartTag", "p"),
        ("sdt in ins", "ins"),
    ],
)
def test_anchors_stand_around_what_is_set_anew_and_inside_what_is_not(holder: str, parent: str) -> None:
    content = word_file(p("a", HOLDERS[holder].format(fn(1)), "b"), p("c"), footnotes=NOTES)
    after = annotated(content, on_note("1"))
    check_rest(content, after)
    assert anchors(after) == {"Say.": "^1"}
    body = etree.fromstring(main_of(after))
    starts = [etree.QName(each.getparent()).localname for each in body.iter(f"{{{WORD}}}commentRangeStart")]
    assert starts == [parent]


def test_a_comment_in_a_table_or_a_control_stands_there() -> None:
    table = f"<w:tbl><w:tr><w:tc>{p('Cell.', fn(1))}</w:tc></w:tr></w:tbl>"
    control = f"<w:sdt><w:sdtContent>{p('Held.')}</w:sdtContent></w:sdt>"
    content = word_file(p("First."), table, control, footnotes=NOTES)
    after = annotated(content, on_note("1", "a"), on_words("Cell.", "b"), on_words("Held.", "c"))
    check_rest(content, after)
    assert anchors(after) == {"a": "^1", "b": "Cell.^1", "c": "Held."}


def test_a_comment_in_a_text_box_stands_at_the_paragraph_that_holds_the_box() -> None:
    inner = p("Boxed.", fn(1), BOX.format(p("Inner.")))
    content = word_file(p("First."), p("Outer.", BOX.format(inner), "More."), footnotes=NOTES)
    after = annotated(content, on_note("1", "a"), on_words("Inner.", "b"))
    check_rest(content, after)
    assert anchors(after) == {"a": "Boxed.^1Inner.", "b": "Outer.Boxed.^1Inner.More."}
    body = etree.fromstring(main_of(after))
    assert [
        each for each in body.iter(f"{{{WORD}}}commentReference") if "txbx" in str(list(each.iterancestors()))
    ] == []


def test_a_comment_stands_at_the_mark_that_lives() -> None:
    dead = f"<w:moveFrom w:id='91'>{fn(1)}</w:moveFrom>"
    content = word_file(p("a", dead), p("b", f"<w:moveTo w:id='92'>{fn(2)}</w:moveTo>"), footnotes=NOTES)
    assert anchors(annotated(content, on_note("1"))) == {"Say.": "^2"}


def test_bookmarks_and_fields_around_a_mark_stay_around_it() -> None:
    content = word_file(p("a", bookmark("_Ref1", fn(1))), p("note ", field(" NOTEREF _Ref1 ", "7")), footnotes=NOTES)
    after = annotated(content, on_note("1"), on_words("note 7"))
    assert [each.true for each in read_docx(after).facts.stale] == ["1"]


# ---- files of many kinds ----


def test_comments_that_are_there_stay_and_numbers_are_not_given_twice() -> None:
    there = f'<w:comment w:id="12" w:author="x">{p("Old.")}</w:comment>'
    old = '<w:commentRangeStart w:id="12"/>', r("One."), '<w:commentRangeEnd w:id="12"/>'
    content = word_file(p(*old), p("Two.", fn(1)), footnotes=NOTES, comments=there)
    after = annotated(content, on_note("1"))
    assert said(after) == [["Old."], ["Say.", LAST_LINE]]
    assert anchors(after) == {"Old.": "One.", "Say.": "^1"}
    assert list(members_of(after)) == list(members_of(content))
    part = members_of(after)["word/comments.xml"]
    assert part.startswith(members_of(content)["word/comments.xml"].removesuffix(b"</w:comments>"))
    assert b'w:id="13"' in part
    again = annotated(after, on_note("1", "Again."))
    assert said(again) == [["Old."], ["Say.", LAST_LINE], ["Again.", LAST_LINE]]
    assert lint_docx(again) == lint_docx(content)


def test_comments_are_not_numbered_as_notes_are() -> None:
    content = word_file(p("a", fn(40), en(41)), footnotes={40: "x"}, endnotes={41: "y"})
    assert b'<w:commentReference w:id="42"/>' in main_of(annotated(content, on_note("1")))
    odd = word_file(
        p("a", fn(40)), footnotes={40: "x"}, endnotes='<w:endnote w:id="no"/><w:endnote w:id="99999999999"/>'
    )
    assert b'<w:commentReference w:id="41"/>' in main_of(annotated(odd, on_words("a")))


@pytest.mark.parametrize("comments", ["", f'<w:comment w:id="1">{p("Old.")}</w:comment>'])
def test_a_part_of_comments_under_another_prefix_is_extended(comments: str) -> None:
    content = word_file(p("One."), comments=comments or "x")
    part = f'<c:comments xmlns:c="{WORD}" xmlns:w="urn:other">{comments.replace("w:", "c:")}</c:comments><!-- end -->'
    part = part if comments else f'<c:comments xmlns:c="{WORD}" /><!-- > end -->'
    content = zip_of(members_of(content) | {"word/comments.xml": part.encode()})
    after = annotated(content, on_words("One."))
    assert [each[0] for each in said(after)] == (["Old."] if comments else []) + ["Say."]
    assert members_of(after)["word/comments.xml"].endswith(b"end -->")


def test_a_strict_file_gets_strict_comments() -> None:
    content = word_file(p("One.", fn(1)), footnotes=NOTES, strict=True)
    after = annotated(content, on_note("1"))
    check_rest(content, after)
    assert anchors(after) == {"Say.": "^1"}
    assert members_of(after)["word/comments.xml"].count(STRICT.encode()) == 1
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in members_of(after)["word/_rels/document.xml.rels"]
    )


def test_a_part_of_the_name_that_is_not_of_comments_is_left_alone() -> None:
    content = zip_of(members_of(PLAIN_FILE) | {"word/Comments.xml": b"<other/>"})
    after = members_of(annotated(content, on_note("1")))
    assert after["word/Comments.xml"] == b"<other/>"
    assert "word/comments1.xml" in after


def test_a_file_without_relationships_and_one_in_the_root_folder_get_them() -> None:
    members = members_of(word_file(p("One."), names={"document": "doc.xml"}))
    del members["_rels/doc.xml.rels"]
    after = members_of(annotated(zip_of(members), on_words("One.")))
    assert set(after) - set(members) == {"comments.xml", "_rels/doc.xml.rels"}
    assert read_docx(zip_of(after)).facts.comments == 1


@pytest.mark.parametrize("word", [WORD, STRICT])
def test_a_body_under_another_prefix_or_none_is_commented_on(word: str) -> None:
    for prefix, colon in (("", ""), ("q", "q:")):
        space = f"xmlns:{prefix}" if prefix else "xmlns"
        body = f'<?xml version="1.0"?><{colon}document {space}="{word}" xmlns:w="urn:other"><{colon}body>'
        body += f"<{colon}p a='&gt;' b='/>'><!-- <p> --><{colon}r>\r\n<{colon}t>One.</{colon}t></{colon}r ></{colon}p >"
        body += f"</{colon}body></{colon}document>"
        content = zip_of(members_of(PLAIN_FILE) | {"word/document.xml": body.encode()})
        after = annotated(content, on_words("One."))
        check_rest(content, after)
        assert anchors(after) == {"Say.": "One."}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1252", "iso-8859-1"])
def test_a_member_in_other_characters_stays_in_them(encoding: str) -> None:
    named = encoding.removesuffix("-sig")
    declared = f'<?xml version="1.0" encoding="{named}"?>'
    document = declared + f'<w:document xmlns:w="{WORD}"><w:body>{p("Café «x»")}</w:body></w:document>'
    part = declared + f'<w:comments xmlns:w="{WORD}"/>'
    content = word_file(p("x"), comments="x")
    members = {"word/document.xml": document.encode(encoding), "word/comments.xml": part.encode(encoding)}
    content = zip_of(members_of(content) | members)
    after = annotated(content, on_words("Café", "Žed “é”"))
    assert anchors(after) == {"Žed “é”": "Café «x»"}
    kept = re.sub(PIECES.pattern.decode(), "", main_of(after).decode(encoding))
    assert kept.encode(encoding) == document.encode(encoding)


def test_characters_that_would_not_come_back_are_said_in_one_sentence() -> None:
    declared = '<?xml version="1.0" encoding="iso-2022-jp"?>'
    document = f'{declared}<w:document xmlns:w="{WORD}"><w:body>{p("x")}</w:body></w:document>'.encode()
    # A shift to the characters that are in force already says nothing, and is not written again.
    content = zip_of(members_of(PLAIN_FILE) | {"word/document.xml": document.replace(b">x<", b">\x1b(Bx<")})
    with pytest.raises(CommentKitError, match="is written in 'iso-2022-jp', which cannot be kept as it is"):
        annotated(content, on_words("x"))


def test_characters_that_only_the_reader_of_xml_knows_are_said_in_one_sentence() -> None:
    document = (
        f'<?xml version="1.0" encoding="EUC-TW"?><w:document xmlns:w="{WORD}"><w:body>{p("x")}</w:body></w:document>'
    )
    content = zip_of(members_of(PLAIN_FILE) | {"word/document.xml": document.encode()})
    with pytest.raises(CommentKitError, match="is written in 'EUC-TW', which cannot be kept as it is"):
        annotated(content, on_words("x"))


def test_a_file_without_a_word_is_refused() -> None:
    with pytest.raises(CommentKitError, match="holds no text that a comment could stand beside"):
        annotated(word_file(p()), Comment(text="Say."))


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(CommentKitError, match="no Word file"):
        annotated(b"words", on_note("1"))
