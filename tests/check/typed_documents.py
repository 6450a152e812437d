"""A typed Word letter that tests change as hurried hands do, and what an honest reader makes of its notes."""

from __future__ import annotations

import copy
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from wordy_reports import Quoted

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FORM = re.compile(r"(?P<key>\w+) Office(?:,\s*supra\s*note\s*(?P<supra>\d+))?|Id\.")
_PAGE = re.compile(r"(?<![\w./])\d(?!\d)")


def w(name: str) -> str:
    return f"{{{_W}}}{name}"


@dataclass(slots=True)
class TypedDocument:
    """A .docx without fields, whose paragraphs each quote once and call one note."""

    members: Mapping[str, bytes]
    body: etree._Element
    notes: etree._Element

    @property
    def paragraphs(self) -> list[etree._Element]:
        """The paragraphs that call a note, in order."""
        return [each for each in self.body.iter(w("p")) if each.find(f".//{w('footnoteReference')}") is not None]

    def note(self, paragraph: etree._Element) -> etree._Element:
        """Return the note that ``paragraph`` calls."""
        (call,) = paragraph.iter(w("footnoteReference"))
        return next(each for each in self.notes if each.get(w("id")) == call.get(w("id")))

    def copied(self) -> TypedDocument:
        """Return the same document, to be changed alone."""
        return TypedDocument(self.members, copy.deepcopy(self.body), copy.deepcopy(self.notes))

    def swap(self, first: int, second: int) -> None:
        """Let two paragraphs, from 0, change places, as a hand does with the mouse."""
        one, other = self.paragraphs[first], self.paragraphs[second]
        parent = one.getparent()
        at, to = parent.index(one), parent.index(other)
        parent[at], parent[to] = copy.deepcopy(other), copy.deepcopy(one)

    def delete(self, at: int) -> None:
        """Delete a paragraph, from 0, and with it the note that it calls."""
        paragraph = self.paragraphs[at]
        self.notes.remove(self.note(paragraph))
        paragraph.getparent().remove(paragraph)

    def retype(self, element: etree._Element, old: str, new: str) -> None:
        """Type ``new`` over ``old`` where it stands whole in one run."""
        (text,) = [each for each in element.iter(w("t")) if old in (each.text or "")]
        text.text = text.text.replace(old, new, 1)

    def turn_page(self, note: etree._Element, page: int) -> bool:
        """Type another page into a note; return whether it prints one."""
        for text in note.iter(w("t")):
            printed = _PAGE.search(text.text or "")
            if printed is not None:
                text.text = f"{text.text[: printed.start()]}{page}{text.text[printed.end() :]}"
                return True
        return False

    def save(self, path: Path) -> Path:
        """Write the document."""
        changed = {"word/document.xml": self.body, "word/footnotes.xml": self.notes}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.members.items():
                archive.writestr(name, etree.tostring(changed[name]) if name in changed else content)
        return path


def typed_document(path: Path) -> TypedDocument:
    """Return the .docx at ``path`` as one that somebody typed: what its fields print is plain text."""
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    body, notes = (etree.fromstring(members[f"word/{part}.xml"]) for part in ("document", "footnotes"))
    for run in list(notes.iter(w("r"))):
        if run.find(w("fldChar")) is not None or run.find(w("instrText")) is not None:
            run.getparent().remove(run)
    return TypedDocument(members, body, notes)


@dataclass(frozen=True, slots=True)
class Read:
    """What a note tells a reader who follows it by hand."""

    key: str | None
    page: int | None
    is_led_astray: bool = False
    """True for a *supra* whose number is not that of the note with the full citation."""


def read_by_hand(document: TypedDocument) -> list[Read]:
    """Return the source and the page to which each note leads, followed by the simplest rule there is."""
    read: list[Read] = []
    full: dict[str, int] = {}
    for number, paragraph in enumerate(document.paragraphs, 1):
        words = "".join(each.text or "" for each in document.note(paragraph).iter(w("t"))).replace("\u00a0", " ")
        form = _FORM.search(words)
        assert form is not None, words
        printed = _PAGE.search(words, form.end())
        page = int(printed[0]) if printed else None
        if not form["key"]:
            before = read[-1] if read else Read(None, None)
            read.append(Read(before.key, before.page if page is None else page))
            continue
        key = form["key"].lower()
        astray = bool(form["supra"]) and full.get(key) != int(form["supra"])
        if not form["supra"]:
            full.setdefault(key, number)
        read.append(Read(key, page, is_led_astray=astray))
    return read


def lies(document: TypedDocument, quoted: Sequence[Quoted]) -> set[int]:
    """Return the numbers of the notes that lead a reader to another place than that of the words they vouch for."""
    return {
        number
        for number, (told, meant) in enumerate(zip(read_by_hand(document), quoted, strict=True), 1)
        if told.is_led_astray or (told.key, told.page) != (meant.key, meant.page)
    }
