"""Checking tells what drafting left in a Word file that somebody else made ready to be filed."""

from __future__ import annotations

from pathlib import Path

from any_word import facts, field, fn, members_of, p, r, word_file, zip_of
from docx_letters import ABOUT
from docx_samples import FORMAL, IMAGES, formal_comment

from comment_kit.check.rules.left_in_the_file import DATA, FIELDS, HISTORY, PATHS
from comment_kit.docx import read_docx, write_docx
from comment_kit.model.word import Trace
from comment_kit.workflows.checking import CheckOptions, check_files

PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
APP = "<Properties><TotalTime>95</TotalTime><Template>Firm.dotx</Template><Company>Example LLP</Company></Properties>"
CORE = "<cp:c xmlns:cp='http://x'><cp:revision>14</cp:revision><cp:category>Client 7</cp:category></cp:c>"
CUSTOM = "<Properties><property name='Matter'/></Properties>"


def drafted() -> bytes:
    """Return a file in which drafting left something of each sort."""
    picture = '<w:r><w:drawing xmlns:wp="http://x"><wp:docPr id="1" name="C:\\me\\a.png" descr="A"/></w:drawing></w:r>'
    cited = field(" ADDIN ZOTERO_ITEM CSL_CITATION {} ", "cited")
    settings = (
        '<w:attachedTemplate r:id="rId1"/><w:docVars><w:docVar w:name="Client" w:val="X"/></w:docVars>'
        '<w:rsids><w:rsid w:val="1"/><w:rsid w:val="2"/></w:rsids>'
    )
    members = members_of(
        word_file(
            p("Text.", cited, picture, fn(1)),
            footnotes={1: p(cited, field(" ADDIN EN.CITE ", "x"))},
            settings=settings,
            links={"rIdF": "file:///C:/me/b.docx"},
            more=[("customXml", "customXml/item1.xml", '<m:matter xmlns:m="urn:firm:matters"/>')],
        )
    )
    kinds = {"core-properties": CORE, "extended-properties": APP, "custom-properties": CUSTOM, "thumbnail": ""}
    added = "".join(
        f'<Relationship Id="a{at}" Type="{PACKAGE}/{kind}" Target="docProps/{at}.xml"/>'
        for at, kind in enumerate(kinds)
    )
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"</Rel", f"{added}</Rel".encode())
    return zip_of(members | {f"docProps/{at}.xml": xml.encode() for at, xml in enumerate(kinds.values())})


def test_traces_are_told_by_their_sort() -> None:
    assert read_docx(drafted()).facts.traces == {
        Trace.FIELDS: ("ADDIN ZOTERO_ITEM", "ADDIN EN.CITE"),
        Trace.DATA: ("custom data (urn:firm:matters)", "the property “Matter”", "the variable “Client”"),
        Trace.PATHS: ("a link to “file:///C:/me/b.docx”", "the picture “a.png” by its path"),
        Trace.HISTORY: (
            "revision 14",
            "category “Client 7”",
            "95 minutes of editing",
            "template “Firm.dotx”",
            "company “Example LLP”",
            "a picture of its first page as it was",
            "2 sessions of editing",
        ),
    }


def test_a_clean_file_and_a_draft_of_ours_have_none() -> None:
    assert facts(p("Text.", r("more"), field(" PAGE ", "1"))).traces == {}
    assert read_docx(write_docx(formal_comment(), FORMAL, about=ABOUT, images=IMAGES)).facts.traces == {}


def test_checking_tells_each_sort_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "letter.docx").write_bytes(drafted())
    checked = check_files(CheckOptions(files=(tmp_path / "letter.docx",), select=("DOC",)))[0]
    assert [(each.code, each.message) for each in checked.diagnostics] == [
        (FIELDS.code, "the file holds fields of a program: ADDIN ZOTERO_ITEM, ADDIN EN.CITE"),
        (
            DATA.code,
            (
                "the file holds data that no page shows: custom data (urn:firm:matters), the property “Matter”, "
                "the variable “Client”"
            ),
        ),
        (
            PATHS.code,
            (
                "the file holds places on somebody's machine: a link to “file:///C:/me/b.docx”, the picture “a.png” "
                "by its path"
            ),
        ),
        (
            HISTORY.code,
            (
                "the file holds the history of its drafting: revision 14, category “Client 7”, 95 minutes of editing, "
                "template “Firm.dotx”, company “Example LLP” and 2 more"
            ),
        ),
    ]
    assert {each.hint for each in checked.diagnostics} == {"'comment-kit file' makes a copy without it"}
    assert {str(each.location) for each in checked.diagnostics} == {str(tmp_path / "letter.docx")}


def test_an_author_whom_the_pages_name_is_no_secret(tmp_path: Path) -> None:
    core = "<cp:c xmlns:cp='http://x' xmlns:dc='http://y'><dc:creator>Example Institute</dc:creator></cp:c>"
    for line, codes in (("Comments of Example Institute", []), ("Comments", ["DOC204"])):
        members = members_of(word_file(p(line)))
        added = f'<Relationship Id="a" Type="{PACKAGE}/core-properties" Target="docProps/core.xml"/></Rel'
        members["_rels/.rels"] = members["_rels/.rels"].replace(b"</Rel", added.encode())
        (tmp_path / "letter.docx").write_bytes(zip_of(members | {"docProps/core.xml": core.encode()}))
        checked = check_files(CheckOptions(files=(tmp_path / "letter.docx",)))[0]
        assert [each.code for each in checked.diagnostics] == codes
