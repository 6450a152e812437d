"""Read the runs of a line as words with their type."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.docx.fields import Field, Piece, word_name
from comment_kit.docx.formulas import SIGNS
from comment_kit.docx.measures import is_on
from comment_kit.docx.package import Element, WordPackage
from comment_kit.model.text import Span

_WORDS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"} | SIGNS
_TYPES = {"i": "italic", "b": "bold", "smallCaps": "small_caps", "strike": "strike", "dstrike": "strike"}
_NUMBERING = frozenset({"NOTEREF", "FTNREF", "REF"})
_BLANKS = " \t\r\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DIRECTIONS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
"""Marks that say which way the words around them run; they print nothing."""
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,4}")
_PRIVATE = 0xF000
"""Where Word puts the characters of a symbol font, which Unicode does not know."""


class Look(Struct, frozen=True, kw_only=True):
    """How the words of a run look."""

    type: Mapping[str, Any]
    """The types of a span that are on."""
    hidden: bool | None
    """None where the run does not say."""
    style: str | None
    """The id of its style."""


NO_LOOK = Look(type={}, hidden=None, style=None)


class Quoted(Struct, frozen=True):
    """Words of a line with the fields in whose results they stand."""

    span: Span
    fields: tuple[Field, ...]


def without_mark(line: list[Quoted], mark: str | None) -> list[Quoted]:
    """Return the first line of anybody's note without its own mark, and without the blanks around it.

    Args:
        line: as read; the number of a note is no word of it.
        mark: what the author chose in the place of a number.
    """
    line = _without_blank(line)
    if mark and line and _begins_with(line[0].span.text, mark):
        line = [_shortened(line[0], len(mark)), *line[1:]]
    return _without_blank(line)


def _begins_with(text: str, mark: str) -> bool:
    """Return whether ``text`` begins with ``mark``, and not with a word that does: "i", not "in"."""
    return text.startswith(mark) and not (mark[-1].isalnum() and text[len(mark) :][:1].isalnum())


def _without_blank(line: list[Quoted]) -> list[Quoted]:
    for at, quoted in enumerate(line):
        blank = len(quoted.span.text) - len(quoted.span.text.lstrip())
        if blank < len(quoted.span.text):
            return [_shortened(quoted, blank), *line[at + 1 :]]
    return []


def _shortened(quoted: Quoted, first: int) -> Quoted:
    return Quoted(replace(quoted.span, text=quoted.span.text[first:]), quoted.fields)


def words_of(piece: Piece, word: str) -> str:
    """Return the characters of ``piece``; none for what is no words."""
    if piece.name == "t":
        text = _kept(piece.element)
        return text if text.isascii() else text.translate(_DIRECTIONS)
    if piece.name == "sym":
        return _symbol(piece.element, word)
    return _WORDS.get(piece.name, "")


def _kept(element: Element) -> str:
    """Return the characters of an element; Word drops blanks at its edges where it does not ask to keep them."""
    text = element.text or ""
    kept = text.strip(_BLANKS)
    return text if kept == text or element.get(_SPACE) == "preserve" else kept


def look_of(run: Element, word: str) -> Look:
    """Return how the words of ``run`` look, as the run itself says."""
    properties = run.find(f"{{{word}}}rPr")
    if properties is None:
        return NO_LOOK
    hidden: bool | None = None
    style: str | None = None
    for child in properties:
        name = word_name(str(child.tag), word)
        if name == "vanish":
            hidden = is_on(child, word)
        elif name == "rStyle":
            style = child.get(f"{{{word}}}val")
    return Look(type=_type(properties, word), hidden=hidden, style=style)


def span_of(piece: Piece, word: str, links: Mapping[str, str], look: Look | None = None) -> Span:
    """Return the words of ``piece`` with their type, read from its run where no ``look`` is given."""
    type_ = (look or look_of(piece.run, word)).type
    if piece.raised:
        type_ = {**type_, "superscript": True}
    url = links.get(piece.link) if piece.link else _address(piece.fields)
    return Span(text=words_of(piece, word), url=url, refers_to=_referred(piece.fields), **type_)


def _symbol(element: Element, word: str) -> str:
    """Return a character of a symbol font where it is one of everybody's: a dagger in Times, an asterisk in Symbol."""
    written = element.get(f"{{{word}}}char", "")
    code = int(written, 16) if _HEXADECIMAL.fullmatch(written) else 0
    if code < _PRIVATE:
        return chr(code) if chr(code).isprintable() else ""
    character = chr(code - _PRIVATE)
    # Symbol has its marks and digits where ASCII has them; its letters are Greek.
    shared = character.isascii() and character.isprintable() and not character.isalpha()
    return character if shared and element.get(f"{{{word}}}font") == "Symbol" else ""


def _type(properties: Element, word: str) -> dict[str, Any]:
    type_: dict[str, Any] = {}
    for child in properties:
        name = word_name(str(child.tag), word)
        value = child.get(f"{{{word}}}val", "")
        if name in _TYPES and is_on(child, word):
            type_[_TYPES[name]] = True
        elif name == "vertAlign" and value in {"superscript", "subscript"}:
            type_[value] = True
        elif name == "rFonts" and child.get(f"{{{word}}}ascii") == "Courier New":
            type_["code"] = True
    return type_


def _referred(fields: tuple[Field, ...]) -> str | None:
    """Return the bookmark whose number the words print, where they stand in such a field."""
    return (fields[-1].target or None) if fields and fields[-1].name in _NUMBERING else None


def _address(fields: tuple[Field, ...]) -> str | None:
    """Return the address of a link that is a field instead of an element."""
    return next((each.target for each in fields if each.name == "HYPERLINK" and each.target), None)


def links_of(package: WordPackage, part: str) -> dict[str, str]:
    """Return the addresses that the links of a part lead to, by relationship."""
    return {each.id: each.target for each in package.relationships(part) if each.external}


def heading_level(style: str) -> int | None:
    """Return the level, from 1, of the headings that a style of this name sets; None for text."""
    first, _, rest = style.casefold().partition(" ")
    return int(rest[0]) if first == "heading" and rest[:1].isdigit() else None
