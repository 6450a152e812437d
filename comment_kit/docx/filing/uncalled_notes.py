"""Take out the notes that nothing calls: no page and no view of Word shows them, and every reader of the file could."""

from __future__ import annotations

from comment_kit.docx.filing.stories import stories
from comment_kit.docx.package import WordPackage

_SORTS = ("footnote", "endnote")


def drop_uncalled_notes(package: WordPackage) -> None:
    """Take each note without a mark out of the parsed parts of ``package``; separators, which bear a type, stay."""
    word = package.word
    for sort in _SORTS:
        called = {
            mark.get(f"{{{word}}}id") for root in stories(package) for mark in root.iter(f"{{{word}}}{sort}Reference")
        }
        for member in package.related(f"{sort}s"):
            root = package.xml(member)
            for note in root.findall(f"{{{word}}}{sort}"):
                if note.get(f"{{{word}}}type", "normal") == "normal" and note.get(f"{{{word}}}id") not in called:
                    root.remove(note)
