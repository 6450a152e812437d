"""The author that the properties of a Word file name is told only where nobody reads that name on a page."""

from pathlib import Path

import pytest
from any_word import members_of, p, word_file, zip_of
from front_door import Desk, run

CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{}</dc:creator></cp:coreProperties>'
)
RELATION = (
    '<Relationship Id="rIdC" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)
HEAD = '<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{}</w:hdr>'


def write(path: Path, author: str, body: str, head: str = "") -> None:
    more = [("header", "/word/header1.xml", HEAD.format(p(head)))] if head else []
    members = members_of(word_file(p(body), more=more))
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"</Relationships>", RELATION.encode())
    members["docProps/core.xml"] = CORE.format(author).encode()
    path.write_bytes(zip_of({name.lstrip("/"): content for name, content in members.items()}))


@pytest.mark.parametrize(
    ("author", "body", "head", "is_told"),
    [
        ("Your Name", "Comments on the draft.", "", True),
        ("Women's Institute", "Comments of the Women’s Institute.", "", False),
        ("Example Institute", "COMMENTS OF EXAMPLE\u00a0INSTITUTE", "", False),
        ("Example Institute", "Comments on the draft.", "Example Institute, 1 Main Street", False),
        ("Example Institute", "Comments on the draft.", "Another Institute", True),
    ],
)
def test_a_name_on_a_page_is_no_secret(desk: Desk, author: str, body: str, head: str, is_told: bool) -> None:  # noqa: FBT001
    write(desk.folder / "letter.docx", author, body, head)
    assert ("DOC204" in run("check", "letter.docx").out) is is_told


def test_the_organization_that_files_is_told_to_nobody(desk: Desk) -> None:
    desk.write("comment-kit.toml", '[letter]\norganization = "Example Institute"\n')
    write(desk.folder / "letter.docx", "Example Institute", "Comments on the draft.")
    assert "DOC204" not in run("check", "letter.docx").out
