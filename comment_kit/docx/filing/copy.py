"""Make the copy of a Word file that is filed: the letter as it reads and prints, and nothing of its drafting."""

from __future__ import annotations

from lxml import etree
from msgspec import Struct, field

from comment_kit.docx.archive import zipped
from comment_kit.docx.filing.clear_story import clear_bookmarks, clear_story, referred_bookmarks, unlink
from comment_kit.docx.filing.paths import is_path
from comment_kit.docx.filing.pictures import without_metadata
from comment_kit.docx.filing.properties import CONTENT_TYPE, MEMBER, RELATIONSHIP, FiledProperties, properties_xml
from comment_kit.docx.filing.settings import clear_settings
from comment_kit.docx.filing.stories import story_members
from comment_kit.docx.filing.uncalled_notes import drop_uncalled_notes
from comment_kit.docx.package import Element, WordPackage, relationships_member

_TYPES = "[Content_Types].xml"
_WHOLE = "_rels/.rels"
_XML = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")
"""How a member begins that is XML."""
_SETTINGS = ("settings", "styles", "numbering")
_STRUCTURE = frozenset({*_SETTINGS, "fontTable", "theme", "footnotes", "endnotes"})
"""The parts that count though nothing names their relationship; of all others only those that the letter shows."""


def filed_copy(package: WordPackage, properties: FiledProperties) -> bytes:
    """Return the copy of a .docx that is filed; the same file always gives the same bytes.

    Citation fields of every program become plain words; notes, NOTEREF, contents and page numbers stay live. Custom
    XML, comments and their authors, revision numbers, properties, document variables, templates' paths, thumbnails,
    printers, content controls, notes that nothing calls and the metadata of pictures are left out. ``waiting_in`` says
    beforehand what may not be decided for the writer.

    Args:
        package: the letter; its parsed parts are changed.
        properties: what the copy says of itself.

    Raises:
        CommentKitError: a part cannot be read safely.
    """
    return _Copy(package).zipped(properties)


class _Copy(Struct):
    """One copy in the making."""

    package: WordPackage
    rewritten: set[str] = field(default_factory=set)
    """The members that are written anew; all others stay byte for byte, but for the metadata of pictures."""

    def zipped(self, properties: FiledProperties) -> bytes:
        """Return the copy."""
        self._clear()
        kept = self._kept()
        made = {_TYPES: self._types(kept), _WHOLE: self._whole(), MEMBER: properties_xml(properties)}
        names = [_TYPES, _WHOLE, MEMBER, *(name for name in self.package.members if name in kept)]
        return zipped((name, made.get(name) or self._content(name)) for name in dict.fromkeys(names))

    def _clear(self) -> None:
        package, word = self.package, self.package.word
        members = story_members(package)
        self.rewritten.update(members)
        drop_uncalled_notes(package)
        for member in members:
            paths = {each.id: each.target for each in package.relationships(member) if is_path(each.target)}
            clear_story(package.xml(member), word, paths)
        wanted = frozenset(name for member in members for name in referred_bookmarks(package.xml(member), word))
        for member in members:
            clear_bookmarks(package.xml(member), word, wanted)
        for kind in _SETTINGS:
            for member in package.related(kind):
                clear_settings(package.xml(member), word)
                self.rewritten.add(member)

    def _kept(self) -> set[str]:
        """Return the members of the copy: those that the letter leads to, and what they say they lead to."""
        kept: set[str] = set()
        waiting = [self.package.main]
        while waiting:
            part = waiting.pop()
            if part in kept or part not in self.package.members:
                continue
            kept.add(part)
            rels = relationships_member(part)
            if rels in self.package.members:
                self._unlink(part)
                self._prune(part, rels)
                waiting += [each.target for each in self.package.relationships(part) if not each.external]
                if len(self.package.xml(rels)):
                    kept.add(rels)
        return kept

    def _unlink(self, part: str) -> None:
        """Take out of a part that holds no text, as a chart, what leads to a place on a machine."""
        paths = {each.id: each.target for each in self.package.relationships(part) if is_path(each.target)}
        if paths and part not in self.rewritten and self._is_xml(part):
            unlink(self.package.xml(part), paths)
            self.rewritten.add(part)

    def _is_xml(self, part: str) -> bool:
        return self.package.members[part].startswith(_XML)

    def _prune(self, part: str, rels: str) -> None:
        """Take out of the relationships of ``part`` those that it has no use for."""
        used = self._used(part)
        root = self.package.xml(rels)
        for element, each in zip(_elements(root), self.package.relationships(part), strict=True):
            structural = part == self.package.main and each.kind in _STRUCTURE
            missing = not each.external and each.target not in self.package.members
            if missing or not (structural or each.id in used) or (each.external and is_path(each.target)):
                root.remove(element)

    def _used(self, part: str) -> set[str]:
        if not self._is_xml(part):
            return set()
        attributes = (item for each in self.package.xml(part).iter() for item in each.attrib.items())
        return {str(value) for name, value in attributes if "/relationships}" in str(name)}

    def _content(self, name: str) -> bytes:
        if name in self.rewritten or name.endswith(".rels"):
            return _serialised(self.package.xml(name))
        return without_metadata(self.package.members[name])

    def _types(self, kept: set[str]) -> bytes:
        root = self.package.xml(_TYPES)
        for each in list(root):
            part = (each.get("PartName") or "").lstrip("/")
            if part and part not in kept:
                root.remove(each)
        override = etree.SubElement(root, _like(root, "Override"))
        override.set("PartName", f"/{MEMBER}")
        override.set("ContentType", CONTENT_TYPE)
        return _serialised(root)

    def _whole(self) -> bytes:
        """Return what the file as a whole leads to: its letter and its properties."""
        root = self.package.xml(_WHOLE)
        for element, each in zip(_elements(root), self.package.relationships(""), strict=True):
            if each.target != self.package.main:
                root.remove(element)
        taken = {each.get("Id") for each in root}
        free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        attributes = {"Id": free, "Type": RELATIONSHIP, "Target": MEMBER}
        etree.SubElement(root, _like(root, "Relationship"), attributes)
        return _serialised(root)


def _elements(root: Element) -> list[Element]:
    return [each for each in root if isinstance(each.tag, str)]


def _like(root: Element, name: str) -> str:
    namespace = etree.QName(root).namespace
    return f"{{{namespace}}}{name}" if namespace else name


def _serialised(root: Element) -> bytes:
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
