"""A small language for what a Word file holds, so that a page can show it without any XML.

Each line is a paragraph; ``[^1]`` calls a note and ``[^1]: words`` is one. In braces stands what is no plain words::

    {italic: words}  {inserted: words}  {deleted: words}  {hidden: words}  {comment: words}
    {bookmark NAME: words}  {field NOTEREF NAME: 2}  {written for KEY: Id. at 2.}

A line that begins with ``property NAME:``, ``linked file:`` or ``custom data:`` is about the file, and on no page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from any_word import OFFICE, bookmark, fn, members_of, p, r, word_file, zip_of
from any_word import field as word_field

from comment_kit.docx.citation_field import citation_instruction
from comment_kit.docx.stamp import NAMESPACE
from comment_kit.model.citations import Citation
from comment_kit.model.places import Location

_NOTE = re.compile(r"\[\^(\d+)\]: (.+)")
_ABOUT = re.compile(r"(property [\w ]+|linked file|custom data): (.+)")
_PIECE = re.compile(r"\{(?P<kind>[^{}:]+): (?P<words>[^{}]+)\}|\[\^(?P<call>\d+)\]|(?P<plain>[^{}\[]+|\[)")
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PROPERTIES = {
    "author": ("core-properties", "creator"),
    "last saved by": ("core-properties", "lastModifiedBy"),
    "revision": ("core-properties", "revision"),
    "minutes of editing": ("extended-properties", "TotalTime"),
    "company": ("extended-properties", "Company"),
}


@dataclass(slots=True)
class _Parts:
    """What was read of a description so far."""

    body: list[str] = field(default_factory=list)
    notes: dict[int, str] = field(default_factory=dict)
    comments: list[str] = field(default_factory=list)
    links: dict[str, str] = field(default_factory=dict)
    custom: list[tuple[str, str, str]] = field(default_factory=list)
    properties: dict[str, str] = field(default_factory=dict)

    def line(self, text: str) -> None:
        """Take in one line."""
        if about := _ABOUT.fullmatch(text):
            self._about(about[1], about[2])
        elif note := _NOTE.fullmatch(text):
            self.notes[int(note[1])] = p(r(" "), self._inline(note[2]))
        elif text:
            self.body.append(p(self._inline(text)))

    def _about(self, what: str, value: str) -> None:
        if what == "linked file":
            self.links["rIdF"] = f"file:///{value}"
        elif what == "custom data":
            self.custom.append(("customXml", "customXml/item1.xml", f'<m:data xmlns:m="{value}"/>'))
        else:
            self.properties[what.removeprefix("property ")] = value

    def _inline(self, text: str) -> str:
        return "".join(map(self._piece, _PIECE.finditer(text)))

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["call"]:
            return fn(int(piece["call"]))
        if piece["plain"]:
            return r(piece["plain"])
        kind, _, argument = piece["kind"].rpartition(" ")
        words = self._inline(piece["words"])
        if piece["kind"] == "comment":
            self.comments.append(f'<w:comment w:id="{len(self.comments)}">{p(words)}</w:comment>')
            return ""
        if kind == "written for":
            self.custom = [_OURS]
        return _AROUND[kind or argument](argument, words)


def _cited(key: str) -> Citation:
    return Citation(key=key, location=Location(file="letter.docx"))


_OURS = ("customXml", "customXml/item1.xml", f'<letter xmlns="{NAMESPACE}"/>')
"""What makes a file one that the kit set, and whose citations it remembers."""
_AROUND: Mapping[str, Callable[[str, str], str]] = {
    "inserted": lambda _, words: f'<w:ins w:id="1">{words}</w:ins>',
    "deleted": lambda _, words: f'<w:del w:id="1">{words.replace("w:t", "w:delText")}</w:del>',
    "italic": lambda _, words: words.replace("<w:r>", "<w:r><w:rPr><w:i/></w:rPr>"),
    "hidden": lambda _, words: words.replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>"),
    "bookmark": bookmark,
    "field NOTEREF": lambda name, words: word_field(f" NOTEREF {name} \\h ", words),
    "field ADDIN": lambda name, words: word_field(f" ADDIN {name} {{}} ", words),
    "written for": lambda key, words: word_field(citation_instruction(_cited(key), "0"), words),
}


def word_of(description: str) -> bytes:
    """Return the Word file that ``description`` tells of."""
    parts = _Parts()
    for line in description.splitlines():
        parts.line(line.strip())
    file = word_file(
        *parts.body,
        footnotes=parts.notes,
        comments="".join(parts.comments),
        links=parts.links,
        more=parts.custom,
    )
    return _with_properties(file, parts.properties)


def _with_properties(file: bytes, properties: Mapping[str, str]) -> bytes:
    """Return ``file`` with the properties that no page shows."""
    members, relations = members_of(file), ""
    for part in dict.fromkeys(_PROPERTIES[name][0] for name in properties):
        told = "".join(
            f"<{_PROPERTIES[name][1]}>{value}</{_PROPERTIES[name][1]}>"
            for name, value in properties.items()
            if _PROPERTIES[name][0] == part
        )
        kind = f"{OFFICE}/{part}" if part == "extended-properties" else f"{_PACKAGE}/relationships/metadata/{part}"
        relations += f'<Relationship Id="{part}" Type="{kind}" Target="docProps/{part}.xml"/>'
        members[f"docProps/{part}.xml"] = f"<Properties>{told}</Properties>".encode()
    members["_rels/.rels"] = members["_rels/.rels"].replace(b"</Rel", f"{relations}</Rel".encode())
    return zip_of(members)
