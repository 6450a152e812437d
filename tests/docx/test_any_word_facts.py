"""What stands in anybody's Word file beside its words is counted."""

from __future__ import annotations

from any_word import facts, field, fn, members_of, p, r, read, word_file, zip_of

from comment_kit.docx import read_docx

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator>'
    "<cp:lastModifiedBy> {} </cp:lastModifiedBy></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Manager>Your Manager</Manager><Company>Example Institute</Company></Properties>"
)
PEOPLE = (
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    '<w15:person w15:author="Your Name"/><w15:person w15:author="Another Name"/></w15:people>'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def test_a_clean_file_holds_nothing_beside_its_words() -> None:
    clean = facts(p("Text.", fn(1)), footnotes={1: "A note."})
    assert (clean.comments, clean.insertions, clean.deletions, clean.hidden) == (0, 0, 0, 0)
    assert clean.properties == {}
    assert (clean.undefined, clean.uncalled, clean.stale, clean.stamp) == ((), (), (), None)


def test_comments_are_counted() -> None:
    comments = "".join(f'<w:comment w:id="{at}" w:author="x">{p("Say.")}</w:comment>' for at in range(3))
    assert facts(p("Text."), comments=comments).comments == 3


def test_tracked_changes_are_counted_in_text_and_notes() -> None:
    body = p("a", f"<w:ins w:id='1'>{r('b')}</w:ins>", f"<w:del w:id='2'>{r('c')}</w:del>", fn(1))
    end = p("d", properties="<w:rPr><w:ins w:id='5'/></w:rPr>")
    note = p("e", f"<w:moveTo w:id='3'>{r('f')}</w:moveTo><w:moveFrom w:id='4'>{r('f')}</w:moveFrom>")
    found = facts(body, end, footnotes={1: note})
    assert (found.insertions, found.deletions) == (3, 2)


def test_hidden_text_is_counted_without_the_codes_that_word_hides() -> None:
    code = field(" XE ").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    hidden = r("one", "<w:vanish/>"), r("two", "<w:vanish/>"), r("seen", '<w:vanish w:val="false"/>')
    end = p("x", properties="<w:rPr><w:vanish/></w:rPr>")
    assert facts(p(*hidden, code), end).hidden == 2


def test_persons_are_found_in_the_properties_by_relationship() -> None:
    members = members_of(word_file(p("Text."), more=[("people", "word/people.xml", PEOPLE)]))
    added = (
        f'<Relationship Id="a" Type="{RELATIONS}" Target="odd/core.xml"/>'
        '<Relationship Id="b" Type="http://x/extended-properties" Target="/docProps/app.xml"/></Relationships>'
    )
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"</Relationships>", added.encode())
    members |= {"odd/core.xml": CORE.format("Your Name", "Another Name").encode(), "docProps/app.xml": APP.encode()}
    assert read_docx(zip_of(members)).facts.properties == {
        "author": "Your Name",
        "last modified by": "Another Name",
        "manager": "Your Manager",
        "reviewers": "Your Name, Another Name",
    }


def test_empty_properties_name_nobody() -> None:
    members = members_of(word_file(p("Text.")))
    added = f'<Relationship Id="a" Type="{RELATIONS}" Target="docProps/core.xml"/></Relationships>'
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"</Relationships>", added.encode())
    members["docProps/core.xml"] = CORE.format("", "").encode()
    assert read_docx(zip_of(members)).facts.properties == {}


def test_a_strict_file_is_counted_as_any_other() -> None:
    comments = f'<w:comment w:id="1">{p("Say.")}</w:comment>'
    body = p(f"<w:ins w:id='1'>{r('b', '<w:vanish/>')}</w:ins>")
    found = read(body, comments=comments, strict=True).facts
    assert (found.comments, found.insertions, found.hidden) == (1, 1, 1)
