"""Find what a Word file holds beside its words: comments, tracked changes, hidden text, names of persons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from comment_kit.docx.package import Element, WordPackage
from comment_kit.errors import CommentKitError

_STORIES = ("footnotes", "endnotes", "header", "footer")
_INSERTED = ("ins", "moveTo")
_DELETED = ("del", "moveFrom")
_PERSONS = {"creator": "author", "lastModifiedBy": "last modified by"}
_OFF = frozenset({"0", "false", "off"})


def count_comments(package: WordPackage) -> int:
    """Return how many comments the file holds."""
    return sum(_count(package.xml(member), package.word, ("comment",)) for member in package.related("comments"))


def count_changes(package: WordPackage) -> tuple[int, int]:
    """Return how many tracked insertions and deletions wait in the body, the notes, heads and feet."""
    roots = list(_stories(package))
    inserted = sum(_count(root, package.word, _INSERTED) for root in roots)
    return inserted, sum(_count(root, package.word, _DELETED) for root in roots)


def count_hidden(package: WordPackage) -> int:
    """Return how many runs of hidden text the file holds."""
    word = package.word
    marks = (mark for root in _stories(package) for mark in root.iter(f"{{{word}}}vanish"))
    return sum(mark.get(f"{{{word}}}val", "1") not in _OFF for mark in marks)


def persons(package: WordPackage) -> Mapping[str, str]:
    """Return the names that the properties of the file tell, by what they are called."""
    found: dict[str, str] = {}
    for name in package.members:
        if name.casefold() == "docprops/core.xml":
            try:
                root = package.xml(name)
            except CommentKitError:
                continue
            for element in root:
                meaning = _PERSONS.get(str(element.tag).rpartition("}")[2])
                if meaning and (element.text or "").strip():
                    found[meaning] = (element.text or "").strip()
    return found


def _stories(package: WordPackage) -> Iterator[Element]:
    yield package.body
    for kind in _STORIES:
        yield from (package.xml(member) for member in package.related(kind))


def _count(root: Element, word: str, names: tuple[str, ...]) -> int:
    """Count elements of ``names`` that hold something; an empty one marks a paragraph's own end."""
    return sum(1 for name in names for _ in root.iter(f"{{{word}}}{name}"))
