"""Name the parts of a Word file that hold text which is printed."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.docx.package import Element, WordPackage

_KINDS = ("footnotes", "endnotes", "header", "footer")


def story_members(package: WordPackage) -> tuple[str, ...]:
    """Return the members that hold text which is printed: the body, the notes, heads and feet."""
    return tuple(dict.fromkeys([package.main, *(member for kind in _KINDS for member in package.related(kind))]))


def stories(package: WordPackage) -> Iterator[Element]:
    """Yield the roots of the members that hold text."""
    yield from (package.xml(member) for member in story_members(package))
