"""Read a formula of Word in one line, as a reader says it: its letters, a slash for a fraction, exponents raised."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from comment_kit.docx.package import Element

_UNSEEN = frozenset({"del", "moveFrom", "rPr", "ctrlPr"})
SIGNS = {"fraction": "/", "root": "\u221a", "opening": "(", "closing": ")"}
"""What a reader sees of the shape of a formula."""


class Letters(Struct, frozen=True):
    """A piece of a formula."""

    element: Element
    """An ``m:t`` with letters, or the element whose shape a sign stands for."""
    name: str
    """``t`` for letters, else a name of ``SIGNS``."""
    raised: bool


def is_formula(element: Element) -> bool:
    """Return whether ``element`` is a formula or a paragraph of formulas."""
    return _name(element) in {"oMath", "oMathPara"}


def letters(formula: Element, *, raised: bool = False) -> Iterator[Letters]:
    """Yield the pieces of ``formula`` in the order in which they are read."""
    for child in formula:
        match _name(child):
            case "t":
                yield Letters(child, "t", raised)
            case "sup":
                yield from letters(child, raised=True)
            case "den":
                yield Letters(child, "fraction", raised)
                yield from letters(child, raised=raised)
            case "rad":
                yield Letters(child, "root", raised)
                yield from letters(child, raised=raised)
            case "d":
                yield Letters(child, "opening", raised)
                yield from letters(child, raised=raised)
                yield Letters(child, "closing", raised)
            case name if name not in _UNSEEN:
                yield from letters(child, raised=raised)


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
