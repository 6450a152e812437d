"""Tell what the styles of a Word file say, each with what it takes from the style it is based on."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import asdict, replace

from comment_kit.docx.measures import is_on, twips
from comment_kit.docx.package import Element, WordPackage

_QUOTATIONS = ("quot", "block", "extract")
"""What names of styles for quotations hold."""


class DefinedStyle(Struct, frozen=True, kw_only=True):
    """What one style says of paragraphs and runs; None where neither it nor any below it says anything."""

    name: str = ""
    """As its writer sees it: "heading 1", whatever the language of the program."""
    quotes: bool | None = None
    """True where its name, or that of a style below it, says that its paragraphs are quotations."""
    outline: int | None = None
    """The level in the outline, from 0; 9 is text."""
    left: int | None = None
    """The indent in twentieths of a point."""
    right: int | None = None
    listed: bool | None = None
    """True where its paragraphs are points of a list."""
    hidden: bool | None = None


NO_STYLE = DefinedStyle()


def defined_styles(package: WordPackage) -> Mapping[str, DefinedStyle]:
    """Return the styles of a file by their ids."""
    word = package.word
    elements = {
        style.get(f"{{{word}}}styleId", ""): style
        for member in package.related("styles")
        for style in package.xml(member).iterfind(f"{{{word}}}style")
    }
    known: dict[str, DefinedStyle] = {}
    for identity in elements:
        # A chain is settled from its bottom up, without recursion: a hostile file may chain thousands, or in a ring.
        for each in reversed(_chain(identity, elements, known, word)):
            base = known.get(_value(elements[each], "basedOn", word) or "", NO_STYLE)
            known[each] = _upon(base, _own(elements[each], word))
    return known


def _chain(identity: str, elements: Mapping[str, Element], known: Mapping[str, object], word: str) -> list[str]:
    """Return the styles that ``identity`` is based on and that are not known yet, itself first."""
    chain: dict[str, None] = {}
    while identity in elements and identity not in known and identity not in chain:
        chain[identity] = None
        identity = _value(elements[identity], "basedOn", word) or ""
    return list(chain)


def _upon(base: DefinedStyle, own: DefinedStyle) -> DefinedStyle:
    said = {name: value for name, value in asdict(own).items() if value is not None}
    return replace(base, **said)


def _own(style: Element, word: str) -> DefinedStyle:
    outline = _value(style, f"pPr/{{{word}}}outlineLvl", word) or ""
    indent = style.find(f"{{{word}}}pPr/{{{word}}}ind")
    left, right = indents(indent, word)
    number = _value(style, f"pPr/{{{word}}}numPr/{{{word}}}numId", word)
    hidden = style.find(f"{{{word}}}rPr/{{{word}}}vanish")
    name = _value(style, "name", word) or ""
    return DefinedStyle(
        name=name,
        # One that is set back to the margin is no quotation, whatever it is based on.
        quotes=True if any(each in name.casefold() for each in _QUOTATIONS) else False if left == right == 0 else None,
        outline=int(outline) if outline.isdecimal() else None,
        left=left,
        right=right,
        listed=number != "0" if number is not None else None,
        hidden=is_on(hidden, word) if hidden is not None else None,
    )


def indents(indent: Element | None, word: str) -> tuple[int | None, int | None]:
    """Return the left and the right indent that an element says; None where it is silent."""
    if indent is None:
        return None, None
    left = indent.get(f"{{{word}}}left") or indent.get(f"{{{word}}}start")
    right = indent.get(f"{{{word}}}right") or indent.get(f"{{{word}}}end")
    return twips(left), twips(right)


def _value(style: Element, path: str, word: str) -> str | None:
    found = style.find(f"{{{word}}}{path}")
    return found.get(f"{{{word}}}val") if found is not None else None
