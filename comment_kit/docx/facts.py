"""Find what a Word file holds beside its words: comments, tracked changes, hidden text, names of persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comment_kit.docx.measures import is_on
from comment_kit.docx.package import Element, WordPackage

_STORIES = ("footnotes", "endnotes", "header", "footer")
_INSERTED = ("ins", "moveTo", "cellIns")
_DELETED = ("del", "moveFrom", "cellDel")
_PERSONS = {"creator": "author", "lastModifiedBy": "last modified by", "Manager": "manager"}
_PROPERTIES = ("core-properties", "coreProperties", "extended-properties", "extendedProperties")
"""The relationships of the package that lead to its properties; the strict form spells them another way."""


def count_comments(package: WordPackage) -> int:
    """Return how many comments the file holds."""
    return sum(_count(package.xml(member), package.word, ("comment",)) for member in package.related("comments"))


def count_changes(package: WordPackage) -> tuple[int, int]:
    """Return how many tracked insertions and deletions wait in the body, the notes, heads and feet.

    A move is one of each. A paragraph's end counts where it is itself inserted or deleted.
    """
    roots = list(_stories(package))
    inserted = sum(_count(root, package.word, _INSERTED) for root in roots)
    return inserted, sum(_count(root, package.word, _DELETED) for root in roots)


def count_chunks(package: WordPackage) -> int:
    """Return how many documents stand in the text whole, which Word takes in when it opens the file."""
    return _count(package.body, package.word, ("altChunk", "subDoc"))


def count_hidden(package: WordPackage) -> int:
    """Return how many runs of hidden text the file holds; the codes that Word hides itself are none."""
    word = package.word
    marks = (mark for root in _stories(package) for mark in root.iter(f"{{{word}}}vanish") if is_on(mark, word))
    return sum(_run_of(mark).find(f"{{{word}}}t") is not None for mark in marks)


def margins(package: WordPackage) -> tuple[str, ...]:
    """Return the words of each head and foot of the pages that holds any."""
    roots = (package.xml(member) for kind in ("header", "footer") for member in package.related(kind))
    words = ("".join(each.text or "" for each in root.iter(f"{{{package.word}}}t")) for root in roots)
    return tuple(filter(None, words))


def persons(package: WordPackage) -> Mapping[str, str]:
    """Return the names that the properties of the file tell, and its reviewers, by what they are called."""
    found: dict[str, str] = {}
    for each in package.relationships(""):
        if each.kind in _PROPERTIES and each.target in package.members:
            found |= _named(package.xml(each.target))
    people = [each for member in package.related("people") for each in package.xml(member)]
    names = dict.fromkeys(
        str(value) for each in people for key, value in each.attrib.items() if key.endswith("}author")
    )
    return found | ({"reviewers": ", ".join(names)} if names else {})


def _named(properties: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for each in properties:
        meaning = _PERSONS.get(str(each.tag).rpartition("}")[2])
        name = (each.text or "").strip()
        if meaning and name:
            found[meaning] = name
    return found


def _run_of(mark: Element) -> Element:
    """Return what has the property ``mark``: two levels above it."""
    properties = mark.getparent()
    above = properties.getparent() if properties is not None else None
    return above if above is not None else mark


def _stories(package: WordPackage) -> Iterator[Element]:
    yield package.body
    for kind in _STORIES:
        yield from (package.xml(member) for member in package.related(kind))


def _count(root: Element, word: str, names: tuple[str, ...]) -> int:
    return sum(1 for name in names for _ in root.iter(f"{{{word}}}{name}"))
