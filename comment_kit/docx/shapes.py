"""Tell what a paragraph of anybody's Word file is: a heading, a block quotation, a line of the contents, text."""

from comment_kit.docx.defined_styles import DefinedStyle, indents
from comment_kit.docx.fields import Piece
from comment_kit.docx.package import Element
from comment_kit.docx.runs import heading_level

_LEAST_INDENT = 360
"""Twentieths of a point on both sides: a quarter of an inch."""
_CONTENTS_STYLES = ("toc ", "contents ", "toa ", "table of authorities", "table of figures")
_CONTENTS_FIELDS = frozenset({"TOC", "TOA", "INDEX"})
_TEXT_LEVEL = 9
"""The level in the outline that says: no heading."""


def is_contents(style: DefinedStyle, pieces: tuple[Piece, ...]) -> bool:
    """Return whether a paragraph is a line of a table of contents or of authorities, by its style or its field."""
    if style.name.casefold().startswith(_CONTENTS_STYLES):
        return True
    return bool(pieces) and all(any(each.name in _CONTENTS_FIELDS for each in piece.fields) for piece in pieces)


def level_of(paragraph: Element, style: DefinedStyle, word: str) -> int | None:
    """Return the level, from 1, of a paragraph that is a heading; None for text."""
    own = paragraph.find(f"{{{word}}}pPr/{{{word}}}outlineLvl")
    written = own.get(f"{{{word}}}val", "") if own is not None else ""
    if written.isdecimal():
        return _level(int(written))
    return heading_level(style.name) or (_level(style.outline) if style.outline is not None else None)


def is_block_quote(paragraph: Element, style: DefinedStyle, word: str) -> bool:
    """Return whether a paragraph is set off as a quotation: by its style, or indented on both sides and no list."""
    if style.quotes:
        return True
    if is_listed(paragraph, style, word):
        return False
    left, right = indents(paragraph.find(f"{{{word}}}pPr/{{{word}}}ind"), word)
    left, right = left if left is not None else style.left, right if right is not None else style.right
    return min(left or 0, right or 0) >= _LEAST_INDENT


def is_listed(paragraph: Element, style: DefinedStyle, word: str) -> bool:
    """Return whether a paragraph is a point of a list that Word numbers or marks."""
    number = paragraph.find(f"{{{word}}}pPr/{{{word}}}numPr/{{{word}}}numId")
    # The list 0 takes a paragraph out of the list that its style puts it in.
    return number.get(f"{{{word}}}val") != "0" if number is not None else bool(style.listed)


def _level(outline: int) -> int | None:
    return outline + 1 if outline < _TEXT_LEVEL else None
