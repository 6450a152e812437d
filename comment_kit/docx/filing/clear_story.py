"""Take out of a part that holds text what is not its text: who edited when, names and paths of a machine."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count

from lxml import etree

from comment_kit.docx.filing.paths import file_name, is_path
from comment_kit.docx.filing.plain_fields import make_plain, unwrap
from comment_kit.docx.package import Element

_GONE = frozenset(
    {
        "proofErr",
        "permStart",
        "permEnd",
        "commentRangeStart",
        "commentRangeEnd",
        "commentReference",
        "printerSettings",
    }
)
_WRAPPERS = {"sdt": ("sdtPr", "sdtEndPr"), "sdtContent": (), "smartTag": ("smartTagPr",), "customXml": ("customXmlPr",)}
"""Controls and tags around words: what they are bound to, and what they are called, is a matter of drafting."""

_IDENTITIES = ("paraId", "textId")
_NAMED = frozenset({"name", "title", "descr", "alt", "href"})
_PICTURES = ("docPr", "cNvPr")


def clear_story(root: Element, word: str, paths: Mapping[str, str]) -> None:
    """Clear one story in place; its words, their look and the fields that a reader needs stay.

    Args:
        root: of the part.
        word: the namespace of Word's elements.
        paths: the relationships of the part that lead to places on a machine, by id.
    """
    make_plain(root, word)
    for element in list(root.iter(f"{{{word}}}*")):
        name = str(element.tag).rpartition("}")[2]
        above = element.getparent()
        if name in _GONE and above is not None:
            above.remove(element)
        elif name in _WRAPPERS:
            unwrap(element, without=_WRAPPERS[name])
        elif name == "hyperlink" and _relation(element) in paths:
            unwrap(element)
    clear_attributes(root, word)
    unlink(root, paths)
    _rename(root)
    etree.strip_elements(root, etree.Comment, etree.ProcessingInstruction, with_tail=False)


def clear_attributes(root: Element, word: str) -> None:
    """Take away the numbers by which Word knows who typed what in which session."""
    revision = f"{{{word}}}rsid"
    for element in root.iter():
        for name in list(element.attrib):
            key = str(name)
            if key.startswith(revision) or key.rpartition("}")[2] in _IDENTITIES:
                del element.attrib[name]


def clear_bookmarks(root: Element, word: str, wanted: frozenset[str]) -> None:
    """Take out the bookmarks that nothing refers to: their names are the writer's, or a program's."""
    gone: set[str] = set()
    for start in list(root.iter(f"{{{word}}}bookmarkStart")):
        name = start.get(f"{{{word}}}name", "")
        if name.casefold() not in wanted and not name.startswith("_Toc"):
            gone.add(start.get(f"{{{word}}}id", ""))
            _drop(start)
    for end in list(root.iter(f"{{{word}}}bookmarkEnd")):
        if end.get(f"{{{word}}}id", "") in gone:
            _drop(end)


def referred_bookmarks(root: Element, word: str) -> set[str]:
    """Return whatever may be the name of a bookmark that a field or a link of a story refers to, in small letters."""
    instructions = [each.text or "" for each in root.iter(f"{{{word}}}instrText")]
    instructions += [each.get(f"{{{word}}}instr", "") + " " for each in root.iter(f"{{{word}}}fldSimple")]
    anchors = [each.get(f"{{{word}}}anchor", "") for each in root.iter(f"{{{word}}}hyperlink")]
    # The runs of one instruction may part a name; those of two fields may then join, which keeps one name too many.
    words = "".join(instructions).replace('"', " ").split()
    return {each.casefold() for each in (*words, *anchors)} | {each.strip('"').casefold() for each in instructions}


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _relation(element: Element) -> str:
    return next((str(value) for name, value in element.attrib.items() if str(name).endswith("/relationships}id")), "")


def unlink(root: Element, paths: Mapping[str, str]) -> None:
    """Take away what leads to a machine; a picture or object that is linked keeps what is embedded of it.

    Args:
        root: of any part.
        paths: the relationships of the part that lead to places on a machine, by id.
    """
    for element in list(root.iter()):
        if _relation(element) in paths:
            _drop(element)
            continue
        for key in [key for key in element.attrib if str(key).endswith(("/relationships}link", "/relationships}href"))]:
            del element.attrib[key]


def _rename(root: Element) -> None:
    """Give pictures that bear the path of a file a name without it."""
    numbers = count(1)
    for element in root.iter():
        picture = str(element.tag).rpartition("}")[2] in _PICTURES
        number = next(numbers) if picture else 0
        for key, value in element.attrib.items():
            name = str(key).rpartition("}")[2]
            if name in _NAMED and is_path(str(value)):
                element.attrib[key] = f"Picture {number}" if picture and name == "name" else file_name(str(value))
