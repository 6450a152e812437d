"""Build HTML in which a letter's words cannot become markup."""

import html
from collections.abc import Iterable, Mapping
from typing import NewType

Markup = NewType("Markup", str)
"""Finished HTML. Only this module makes it, so that a type checker finds words that were not escaped."""

NOTHING = Markup("")

_CONTROLS = {
    code: "\N{REPLACEMENT CHARACTER}" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"
}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
_UNPRINTABLE = {**_CONTROLS, **_SURROGATES, ord("\r"): "\n"}
"""Characters that an HTML file must not hold (HTML Living Standard, 13.1.4), and what stands for them."""


def words(text: str) -> Markup:
    """Return ``text`` as it must be written so that a browser shows it as it is."""
    return Markup(html.escape(printable(text)))


def printable(text: str) -> str:
    """Return ``text`` with every character that HTML cannot carry made U+FFFD, and line ends made one."""
    return text.translate(_UNPRINTABLE)


def joined(parts: Iterable[Markup], between: str = "") -> Markup:
    """Return ``parts`` one after the other."""
    return Markup(between.join(parts))


def element(name: str, content: Markup, attributes: Mapping[str, str] | None = None) -> Markup:
    """Return ``content`` inside an element; attributes stand in the order given."""
    return Markup(f"{void(name, attributes)}{content}</{name}>")


def void(name: str, attributes: Mapping[str, str] | None = None) -> Markup:
    """Return an element that holds nothing and is not closed, as ``hr`` or ``img``."""
    written = "".join(f' {key}="{words(value)}"' for key, value in (attributes or {}).items())
    return Markup(f"<{name}{written}>")


def stylesheet(rules: str) -> Markup:
    """Return ``rules`` of our own as a style element; they hold no words of a letter but quoted ones."""
    return Markup(f"<style>{rules}</style>")


def whole(body: Markup) -> str:
    """Return a finished document around its html element."""
    return f"<!DOCTYPE html>\n{body}\n"
