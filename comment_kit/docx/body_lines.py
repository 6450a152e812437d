"""Read the body of a Word file line by line, as it stands with all tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.docx.fields import chosen
from comment_kit.docx.notes import paragraphs_in
from comment_kit.docx.package import Element, WordPackage
from comment_kit.docx.whole_lines import Line, whole_lines

_DEAD = ("}del", "}moveFrom")


def body_lines(package: WordPackage) -> Iterator[Line]:
    """Yield the lines of the body in reading order, each followed by those of the text boxes anchored in it."""
    return whole_lines(_paragraphs_with_boxes(package.body, package.word), package.word)


def _paragraphs_with_boxes(body: Element, word: str) -> Iterator[Element]:
    for paragraph in paragraphs_in(body, word):
        yield paragraph
        for box in paragraph.iter(f"{{{word}}}txbxContent"):
            if _is_live(box):
                yield from paragraphs_in(box, word)


def _is_live(box: Element) -> bool:
    """Return whether a box is seen: it is not deleted, and of several versions the one that counts."""
    child = box
    for above in box.iterancestors():
        version = chosen(above)
        if str(above.tag).endswith(_DEAD) or (version is not None and version is not child):
            return False
        child = above
    return True
