"""Make the elements of WordprocessingML by their short names."""

import re
from functools import cache
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001  # lxml names its element type no other way

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
_DECLARED = {prefix: NAMESPACES[prefix] for prefix in ("w", "r", "wp", "a", "pic")}

ILLEGAL = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
"""A pattern of the characters that XML 1.0 cannot hold at all, lone surrogates among them.

Told one by one: naming those that it can hold makes a pattern that takes 9 ms to compile.
"""
_ILLEGAL = re.compile(ILLEGAL)


@cache
def tag(name: str) -> str:
    """Return the full name of ``name``: "p" is of WordprocessingML, any other prefix is written ("wp:inline")."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


@cache
def _attribute(name: str) -> str:
    prefix, _, local = name.rpartition("_")
    return f"{{{NAMESPACES[prefix or 'w']}}}{local}"


def new(name: str, /, **attributes: str | int) -> Element:
    """Return a new element that stands alone, with the usual prefixes declared."""
    return etree.Element(tag(name), {_attribute(key): str(value) for key, value in attributes.items()}, _DECLARED)


def add(parent: Element, name: str, /, **attributes: str | int) -> Element:
    """Return a new last child of ``parent``.

    Attributes are of WordprocessingML; ``r_id`` is ``r:id`` and ``xml_space`` is ``xml:space``.
    """
    child = etree.SubElement(parent, tag(name))
    # One by one: lxml takes half as long again to read them out of a mapping.
    for key, value in attributes.items():
        child.set(_attribute(key), str(value))
    return child


def legal(text: str) -> str:
    """Return ``text`` without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)
