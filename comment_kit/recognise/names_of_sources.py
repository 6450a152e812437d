"""Say by which titles and designations a note may call a source."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum

from msgspec import Struct

from comment_kit.model.sources import Source
from comment_kit.recognise.tokens import words_of


class Weight(IntEnum):
    """How much a title says by itself."""

    SHORT = 1
    """A name we gave it, or the title before its colon: counts at the edge of a clause."""
    DESIGNATION = 2
    """A designation it bears, or a whole title of few words."""
    WHOLE = 3
    """A whole title of four words or more."""


SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
"""Words that abbreviations leave out."""

PAPERS = {
    "executive order": ("order", "executive order"),
    "agency report": ("report",),
    "report": ("report",),
    "guidance": ("guidance", "draft", "draft guidance", "guidance document"),
    "request for comments": ("request for comments", "RFC", "notice"),
    "notice": ("notice",),
    "proposed rule": ("proposed rule", "NPRM", "proposal"),
    "final rule": ("final rule", "rule"),
    "press release": ("press release", "announcement"),
}
"""What running text calls a paper of each kind."""

_SHORTEST = 3
"""Initials of two letters are anybody's."""

LONG_TITLE = 4
"""From this many words on a title is nobody else's by chance."""


class Title(Struct, frozen=True, kw_only=True):
    """One name of one source, as words to compare."""

    words: tuple[str, ...]
    key: str
    weight: Weight


def titles_of(source: Source) -> Iterator[Title]:
    """Yield the names of ``source``; those of no words are left out."""
    for name, weight in _names(source):
        words = words_of(name)
        if words and (len(words) > 1 or weight is not Weight.SHORT or not name[:1].islower()):
            yield Title(words=words, key=source.key, weight=weight)


def _names(source: Source) -> Iterator[tuple[str, Weight]]:
    get = source.get
    if title := source.title:
        yield title, _weight(title)
        before_colon = title.partition(": ")[0]
        if before_colon != title and len(words_of(before_colon)) > 1:
            yield before_colon, Weight.SHORT
    if designation := get("shorthand"):
        yield designation, Weight.DESIGNATION
    if short := get("shorttitle"):
        yield short, Weight.SHORT
    if (sender := get("sender")) and (recipient := get("recipient")):
        yield f"Letter from {sender}, to {recipient}", Weight.WHOLE
        yield f"Letter from {sender.partition(',')[0]} to {recipient.partition(',')[0]}", Weight.SHORT


def _weight(title: str) -> Weight:
    count = len(words_of(title))
    if count >= LONG_TITLE:
        return Weight.WHOLE
    return Weight.DESIGNATION if count > 1 else Weight.SHORT


def bodies_of(source: Source) -> Iterator[tuple[str, ...]]:
    """Yield the words of each name of a body behind ``source``, small words left out."""
    names = [name.family for name in source.authors if name.body]
    names += [name for field in ("institution", "shortauthor", "site") if (name := source.get(field))]
    for name in dict.fromkeys(names):
        words = tuple(word for word in words_of(name) if word not in SMALL)
        if words:
            yield words


def bodies_called(source: Source) -> Iterator[str]:
    """Yield the bodies behind ``source`` as text calls them: by their whole names and by initials."""
    names = [name.family for name in source.authors if name.body]
    if institution := source.get("institution"):
        names.append(institution)
    for name in dict.fromkeys(names):
        yield name
        initials = "".join(word[0] for word in words_of(name) if word not in SMALL).upper()
        if len(initials) >= _SHORTEST and not name.startswith("U.S."):
            yield initials


def papers_called(source: Source) -> Iterator[tuple[str, ...]]:
    """Yield the words of a body with the paper that ``source`` is: "NTIA Report"."""
    for paper in PAPERS.get(source.kind.name, ()):
        for body in bodies_called(source):
            yield tuple(word for word in words_of(f"{body} {paper}") if word not in SMALL)
