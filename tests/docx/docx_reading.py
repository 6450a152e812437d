"""Look into a Word file with a few short words, and make broken ones from good ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from docx_letters import ABOUT, PLAIN
from lxml import etree

from comment_kit.docx import write_docx
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Letter

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dcterms": "http://purl.org/dc/terms/",
    "ck": "urn:comment-kit:letter:1",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}


def printed(letter: Letter, layout: Layout = PLAIN, **more: object) -> Word:
    """Return ``letter`` as the Word file that the kit writes."""
    return Word(write_docx(letter, layout, **{"about": ABOUT, **more}))


class Word:
    """One Word file, asked with XPath; nothing of the kit's own reading is used."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self.members = {name: archive.read(name) for name in archive.namelist()}

    def part(self, name: str) -> etree._Element:
        """Return the root of ``word/NAME.xml``."""
        return etree.fromstring(self.members[f"word/{name}.xml"])

    def all(self, path: str, part: str = "document") -> list[str]:
        """Return what an XPath finds, elements as their text."""
        found = self.part(part).xpath(path, namespaces=NAMES)
        return [each if isinstance(each, str) else "".join(each.itertext()) for each in found]

    def one(self, path: str, part: str = "document") -> str:
        """Return the single thing that an XPath finds."""
        (found,) = self.all(path, part)
        return found

    def count(self, path: str, part: str = "document") -> int:
        """Return how many things an XPath finds."""
        return len(self.all(path, part))

    def instructions(self, part: str = "document") -> list[str]:
        """Return the instruction of every field, in order."""
        return self.all("//w:instrText", part)

    def relations(self, part: str = "document") -> dict[str, str]:
        """Return the targets of a part's relationships by their ids."""
        root = etree.fromstring(self.members[f"word/_rels/{part}.xml.rels"])
        return {each.get("Id", ""): each.get("Target", "") for each in root}


def changed(content: bytes, changes: Mapping[str, Mapping[str, str] | bytes | None]) -> bytes:
    """Return the zip with members changed: words replaced, the whole replaced, or (None) left out."""
    members = Word(content).members
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in [*members, *(name for name in changes if name not in members)]:
            change = changes.get(name, {})
            if change is None:
                continue
            archive.writestr(name, change if isinstance(change, bytes) else _replaced(members[name], change))
    return stream.getvalue()


def _replaced(member: bytes, words: Mapping[str, str]) -> bytes:
    for old, new in words.items():
        assert old.encode() in member, old
        member = member.replace(old.encode(), new.encode(), 1)
    return member
