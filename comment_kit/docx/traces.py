"""Find the traces that drafting left in a Word file: fields of programs, hidden data, paths, sessions of editing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from comment_kit.docx.filing.paths import file_name, is_path
from comment_kit.docx.filing.stories import stories, story_members
from comment_kit.docx.package import Element, WordPackage
from comment_kit.model.word import Trace

_ADDIN = re.compile(r"ADDIN\s+([\w.]+)")
_HISTORY = {
    "Company": "company “{}”",
    "HyperlinkBase": "base of links “{}”",
    "Template": "template “{}”",
    "TotalTime": "{} minutes of editing",
    "category": "category “{}”",
    "description": "comments “{}”",
    "revision": "revision {}",
}
_NOTHING = frozenset({"", "0", "1", "Normal", "Normal.dotm"})
"""What every file says that nobody has edited long, and a template that everybody has."""


def traces_of(package: WordPackage) -> Mapping[Trace, tuple[str, ...]]:
    """Return what drafting left in a file beside comments, changes, hidden text and names of persons, in few words."""
    found = {
        Trace.FIELDS: _fields(package),
        Trace.DATA: _data(package),
        Trace.PATHS: _paths(package),
        Trace.HISTORY: _history(package),
    }
    told = {trace: tuple(dict.fromkeys(each)) for trace, each in found.items()}
    return {trace: each for trace, each in told.items() if each}


def _fields(package: WordPackage) -> Iterator[str]:
    """Yield the programs whose fields stand in the text: Zotero's, EndNote's, ours."""
    word = package.word
    for root in stories(package):
        instructions = "".join(each.text or "" for each in root.iter(f"{{{word}}}instrText"))
        simple = " ".join(each.get(f"{{{word}}}instr", "") for each in root.iter(f"{{{word}}}fldSimple"))
        yield from (f"ADDIN {name}" for name in _ADDIN.findall(f"{instructions} {simple}"))


def _data(package: WordPackage) -> Iterator[str]:
    for member in package.related("customXml"):
        yield f"custom data ({_called(package.xml(member))})"
    for each in package.relationships(""):
        if each.kind == "custom-properties" and each.target in package.members:
            for name in (child.get("name") for child in package.xml(each.target)):
                yield f"the property “{name}”"
    for member in package.related("settings"):
        for variable in package.xml(member).iter(f"{{{package.word}}}docVar"):
            yield f"the variable “{variable.get(f'{{{package.word}}}name', '')}”"
    if package.related("glossaryDocument"):
        yield "building blocks"


def _called(root: Element) -> str:
    """Return what a part of custom data calls itself: its namespace, else its name."""
    namespace, _, name = str(root.tag).rpartition("}")
    return namespace.lstrip("{") or name


def _paths(package: WordPackage) -> Iterator[str]:
    for member in (*story_members(package), *package.related("settings")):
        for each in package.relationships(member):
            if each.external and is_path(each.target):
                yield f"{'the template' if each.kind == 'attachedTemplate' else 'a link to'} “{each.target}”"
    for root in stories(package):
        for picture in root.iter("{*}docPr", "{*}cNvPr"):
            values = map(str, picture.attrib.values())
            yield from (f"the picture “{file_name(value)}” by its path" for value in values if is_path(value))


def _history(package: WordPackage) -> Iterator[str]:
    for each in package.relationships(""):
        if each.kind in {"core-properties", "extended-properties"} and each.target in package.members:
            yield from _told(package.xml(each.target))
        elif each.kind == "thumbnail":
            yield "a picture of its first page as it was"
    for member in package.related("settings"):
        count = sum(1 for _ in package.xml(member).iter(f"{{{package.word}}}rsid"))
        if count > 1:
            yield f"{count} sessions of editing"
    if any("printerSettings" in name for name in package.members):
        yield "a printer"


def _told(properties: Element) -> Iterator[str]:
    for each in properties:
        words = _HISTORY.get(str(each.tag).rpartition("}")[2])
        value = (each.text or "").strip()
        if words and value not in _NOTHING:
            yield words.format(value)
