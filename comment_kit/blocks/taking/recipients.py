"""Tell which agency a letter was filed with, and what the letter calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from comment_kit.blocks.taking.headings import heading_text
from comment_kit.model.letter import Heading, Letter, Paragraph, walk
from comment_kit.model.sources import Library, Source

_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "&"})
_NAME = r"[A-Z][\w.&'\u2019-]*(?:,? (?:[A-Z][\w.&'\u2019-]*|of|and|for|the|on|to|in|&)){0,12}"
_DEFINED = re.compile(rf"({_NAME}) \(\W?([A-Z][A-Za-z&]{{1,9}})\W?\)")
_ACRONYM = re.compile(r"[A-Z][A-Za-z&]{0,8}[A-Z]")
_COVER = 40
"""Paragraphs from the beginning among which the agency is named, where no heading ends them."""
_PROSE = 40
"""Words from which on a paragraph is text and no line of the cover."""


class Recipient(Struct, frozen=True, kw_only=True):
    """An agency by its names; either may be empty."""

    name: str = ""
    """"National Institute of Standards and Technology"."""
    acronym: str = ""
    """"NIST"."""

    def owns(self, source: Source) -> bool:
        """Return whether ``source`` is a paper of the agency's own."""
        said = [name.family for name in source.authors]
        said += [source.get(field) or "" for field in ("institution", "site", "shorthand", "sender", "publisher")]
        words = " | ".join(said)
        return bool(
            (self.name and self.name in words) or (self.acronym and re.search(rf"\b{re.escape(self.acronym)}\b", words))
        )


def recipient_of(letter: Letter, library: Library, asked: str | None = None) -> Recipient | None:
    """Return the agency that ``letter`` is addressed to, by its front matter or its cover; None where neither tells.

    Args:
        letter: the whole letter.
        library: whose bodies may be meant.
        asked: its name or its initials, where somebody says which it is.
    """
    known = [*_defined(letter), *_bodies(library)]
    named = (asked,) if asked else tuple(_in_front(letter.front.values))
    for words in named:
        for each in known:
            if words in {each.name, each.acronym}:
                return each
    if named:
        return Recipient(acronym=named[0]) if _ACRONYM.fullmatch(named[0]) else Recipient(name=named[0])
    cover = "\n".join(_cover(letter))
    by_name = (each for each in known if each.name.casefold() in cover.casefold())
    by_acronym = (each for each in known if re.search(rf"\b{re.escape(each.acronym)}\b", cover))
    return next((*by_name, *by_acronym).__iter__(), None)


def _in_front(values: Mapping[str, Any]) -> Iterator[str]:
    for table, key in (("docket", "agency"), ("vars", "agency")):
        held = values.get(table)
        if isinstance(held, Mapping) and isinstance(held.get(key), str) and held[key].strip():
            yield held[key].strip()


def _defined(letter: Letter) -> Iterator[Recipient]:
    """Yield the bodies whose initials the text gives behind their names."""
    for part in walk(letter.blocks):
        if isinstance(part, Paragraph | Heading):
            for found in _DEFINED.finditer(heading_text(part.content)):
                name = _with_initials(found[1].split(), found[2])
                if name:
                    yield Recipient(name=name, acronym=found[2])


def _bodies(library: Library) -> Iterator[Recipient]:
    for source in library.sources.values():
        names = [name.family for name in source.authors if name.body]
        names += [source.get("institution") or ""]
        for name in filter(None, names):
            acronym = _initials(name.split())
            if _ACRONYM.fullmatch(acronym) and len(acronym) > 2:  # noqa: PLR2004 - initials of two are anybody's
                yield Recipient(name=name, acronym=acronym)


def _with_initials(words: Sequence[str], acronym: str) -> str:
    """Return the last of ``words`` whose initials are ``acronym``; nothing where none are."""
    for start, word in enumerate(words):
        if word.casefold() not in _SMALL and _initials(words[start:]).casefold() == acronym.casefold():
            return " ".join(words[start:])
    return ""


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0].upper() for word in words if word.casefold() not in _SMALL and word[0].isalpha())


def _cover(letter: Letter) -> Iterator[str]:
    """Yield the lines before the text, but for those that name who files."""
    files = False
    for block in letter.blocks[:_COVER]:
        if isinstance(block, Heading):
            return
        if not isinstance(block, Paragraph):
            continue
        words = heading_text(block.content).strip()
        if len(words.split()) > _PROSE:
            return
        if not files and not words.casefold().startswith("comments of"):
            yield words
        files = words.casefold().rstrip(":") == "comments of"
