"""Turn the small markup of citation forms into words with their type, and keep a value's own characters out of it."""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.text import Span, Text, joined

# Markup characters of a value are moved to a private plane, read as letters there, and moved back at the
# very end. Unlike backslashes this may be done twice to one text without harm, which nested macros do.
_MARKUP = "\\`*_{}[]<>()#+!|@^~$="
_PLANE = 0x10FE00
_PROTECT = {ord(mark): chr(_PLANE + ord(mark)) for mark in _MARKUP}
_UNPROTECT = {_PLANE + ord(mark): mark for mark in _MARKUP}

_ATTRIBUTES = re.compile(r"\{([^{}]*)\}")
_TARGET = re.compile(r"\(([^()\s]*)\)")
_AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]*:[^<>\s]*)>")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)
_PLAIN = re.compile(r"[^\\*<\[]+")


def protect(value: str) -> str:
    """Return ``value`` with every markup character made a letter; ``unprotect`` gives it back."""
    return value.translate(_PROTECT)


def unprotect(text: str) -> str:
    """Return ``text`` with protected characters as they were."""
    return text if text.isascii() else text.translate(_UNPROTECT)


def read_inline(markup: str) -> Text:
    """Return the words of ``markup`` with their type.

    Understood are ``*italic*``, ``**bold**``, ``[words]{.smallcaps}``, ``[4]{note=fn-x}`` for the number of
    a note, ``[words](address)``, ``<address>`` and a backslash before a character that is meant itself.
    """
    return joined(_Reader(markup).read(Span(text="")))


class _Reader(Struct):
    """One pass over a markup string; ``at`` is the next character to read."""

    markup: str
    at: int = 0

    def read(self, style: Span) -> list[Span]:
        """Return the spans up to the end, set in ``style``."""
        spans: list[Span] = []
        while self.at < len(self.markup):
            rest = self.markup[self.at]
            if plain := _PLAIN.match(self.markup, self.at):
                spans.append(style.with_text(unprotect(plain[0])))
                self.at = plain.end()
            elif rest == "\\" and self.at + 1 < len(self.markup):
                spans.append(style.with_text(self.markup[self.at + 1]))
                self.at += 2
            elif self.markup.startswith("**", self.at):
                self.at += 2
                style = _changed(style, bold=not style.bold)
            elif rest == "*":
                self.at += 1
                style = _changed(style, italic=not style.italic)
            elif rest == "<" and (link := _AUTOLINK.match(self.markup, self.at)):
                address = unprotect(link[1])
                spans.append(replace(style, text=address, url=address))
                self.at = link.end()
            elif rest == "[":
                spans.extend(self._bracketed(style))
            else:
                spans.append(style.with_text(unprotect(rest)))
                self.at += 1
        return spans

    def _bracketed(self, style: Span) -> list[Span]:
        """Return what a square bracket holds, set as the attributes or the address after it say."""
        opened = self.at
        end = self._matching(opened)
        if end is None:
            self.at += 1
            return [style.with_text("[")]
        if attributes := _ATTRIBUTES.match(self.markup, end + 1):
            inner = self._inside(opened, end, _styled(style, attributes[1]))
            self.at = attributes.end()
            return inner
        if target := _TARGET.match(self.markup, end + 1):
            inner = self._inside(opened, end, replace(style, url=unprotect(target[1])))
            self.at = target.end()
            return inner
        inner = self._inside(opened, end, style)
        self.at = end + 1
        return [style.with_text("["), *inner, style.with_text("]")]

    def _inside(self, opened: int, end: int, style: Span) -> list[Span]:
        return _Reader(self.markup[opened + 1 : end]).read(style)

    def _matching(self, opened: int) -> int | None:
        """Return where the bracket opened at ``opened`` closes, or None where it never does."""
        depth = 0
        for mark in _BRACKET.finditer(self.markup, opened):
            depth += {"[": 1, "]": -1}.get(mark[0], 0)
            if depth == 0:
                return mark.start()
        return None


@lru_cache(maxsize=64)
def _changed(style: Span, **types: Any) -> Span:  # noqa: ANN401 -- the fields of a Span
    """Return ``style`` with other types: a handful of them sets every note."""
    return replace(style, **types)


def _styled(style: Span, attributes: str) -> Span:
    for attribute in attributes.split():
        if attribute == ".smallcaps":
            style = _changed(style, small_caps=True)
        elif attribute.startswith("note="):
            style = replace(style, refers_to=unprotect(attribute.removeprefix("note=")))
    return style
