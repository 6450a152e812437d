"""Tell what a paragraph of anybody's Word file is: a heading, a block quotation, a line of the contents, text."""

from collections.abc import Iterator

from comment_kit.docx.notes import paragraphs_in
from comment_kit.docx.package import Element

_LEAST_INDENT = 360
"""Twentieths of a point on both sides: a quarter of an inch."""
_QUOTE_STYLES = ("quote", "block", "extract")


def paragraphs_with_boxes(body: Element, word: str) -> Iterator[Element]:
    """Yield the paragraphs of the body in reading order, each followed by those of the text boxes anchored in it."""
    for paragraph in paragraphs_in(body, word):
        yield paragraph
        # Of two versions of a box the choice alone counts: the fallback says the same again.
        for box in paragraph.iter(f"{{{word}}}txbxContent"):
            if not any(str(above.tag).endswith("}Fallback") for above in box.iterancestors()):
                yield from paragraphs_in(box, word)


def is_contents(style: str) -> bool:
    """Return whether paragraphs of this style are lines of a table of contents."""
    return style.casefold().startswith(("toc ", "contents "))


def is_block_quote(paragraph: Element, style: str, word: str) -> bool:
    """Return whether a paragraph is set off as a quotation: by its style, or indented on both sides and no list."""
    if any(name in style.casefold() for name in _QUOTE_STYLES):
        return True
    if paragraph.find(f"{{{word}}}pPr/{{{word}}}numPr") is not None:
        return False
    indent = paragraph.find(f"{{{word}}}pPr/{{{word}}}ind")
    if indent is None:
        return False
    left = _twips(indent.get(f"{{{word}}}left") or indent.get(f"{{{word}}}start"))
    right = _twips(indent.get(f"{{{word}}}right") or indent.get(f"{{{word}}}end"))
    return left >= _LEAST_INDENT and right >= _LEAST_INDENT


def outline_level(paragraph: Element, word: str) -> int | None:
    """Return the level, from 1, that the paragraph itself has in the outline; None for text."""
    level = paragraph.find(f"{{{word}}}pPr/{{{word}}}outlineLvl")
    written = level.get(f"{{{word}}}val", "") if level is not None else ""
    return int(written) + 1 if written.isdecimal() and int(written) < 9 else None  # noqa: PLR2004 - nine is text


def _twips(written: str | None) -> int:
    return int(written) if written and written.lstrip("-").isdecimal() else 0
