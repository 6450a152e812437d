"""Read the runs of a line as words with their type."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from comment_kit.docx.fields import Field, Piece
from comment_kit.docx.package import Element, WordPackage
from comment_kit.model.text import Span

_WORDS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_TYPES = {"i": "italic", "b": "bold", "smallCaps": "small_caps", "strike": "strike"}
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a line with the fields in whose results they stand."""

    span: Span
    fields: tuple[Field, ...]


def without_number(line: list[Quoted], mark: str | None) -> list[Quoted]:
    """Return the first line of a note without its own number or mark, and the space after it."""
    if mark is not None and line and line[0].span.text == mark:
        line = line[1:]
    while line and not line[0].span.text:
        line = line[1:]
    if line and line[0].span.text.startswith(" "):
        line = [Quoted(replace(line[0].span, text=line[0].span.text[1:]), line[0].fields), *line[1:]]
    return line


def span_of(piece: Piece, word: str, links: Mapping[str, str]) -> Span:
    """Return the words of ``piece`` with their type; nothing for what is no words."""
    text = (piece.element.text or "") if piece.name == "t" else _WORDS.get(piece.name, "")
    properties = piece.run.find(f"{{{word}}}rPr")
    type_ = _type(properties, word) if properties is not None else {}
    return Span(text=text, url=links.get(piece.link or ""), refers_to=_referred(piece.fields), **type_)


def _type(properties: Element, word: str) -> dict[str, Any]:
    type_: dict[str, Any] = {}
    for child in properties:
        name = str(child.tag).rpartition("}")[2]
        value = child.get(f"{{{word}}}val", "")
        if name in _TYPES and value not in _OFF:
            type_[_TYPES[name]] = True
        elif name == "vertAlign" and value in {"superscript", "subscript"}:
            type_[value] = True
        elif name == "rFonts" and child.get(f"{{{word}}}ascii") == "Courier New":
            type_["code"] = True
    return type_


def _referred(fields: tuple[Field, ...]) -> str | None:
    """Return the bookmark whose number the words print, where they stand in such a field."""
    words = fields[-1].instruction.split() if fields else []
    return words[1] if len(words) > 1 and words[0] in {"NOTEREF", "REF"} else None


def links_of(package: WordPackage, part: str) -> dict[str, str]:
    """Return the addresses that the links of a part lead to, by relationship."""
    return {each.id: each.target for each in package.relationships(part) if each.external}


def style_names(package: WordPackage) -> dict[str, str]:
    """Return the name of each style by its id."""
    word = package.word
    return {
        style.get(f"{{{word}}}styleId", ""): name.get(f"{{{word}}}val", "")
        for member in package.related("styles")
        for style in package.xml(member).iterfind(f"{{{word}}}style")
        if (name := style.find(f"{{{word}}}name")) is not None
    }


def heading_level(style: str) -> int | None:
    """Return the level, from 1, of the headings that a style of this name sets; None for text."""
    first, _, rest = style.casefold().partition(" ")
    return int(rest[0]) if first == "heading" and rest[:1].isdigit() else None
