"""Print who wrote a source, in full and in short."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.sources import Name, Source


class NameRules(Struct, frozen=True, kw_only=True):
    """How a house prints several names."""

    et_al: str = " et al."
    """With the comma or space before it."""
    et_al_above: int = 3
    """More names than these become the first and "et al." in a full citation."""
    short_et_al_from: int = 3
    """As many names as these become the first and "et al." in a short form."""


def in_full(names: Sequence[Name], *, more: bool, rules: NameRules) -> str:
    """Return names in reading order: "Elizabeth G. Porter & Kathryn A. Watts"."""
    if not names:
        return ""
    if more or len(names) > rules.et_al_above:
        return names[0].full + rules.et_al
    return joined([name.full for name in names])


def in_short(names: Sequence[Name], *, more: bool, rules: NameRules) -> str:
    """Return family names alone: "Porter & Watts", "Tamirisa et al."; of bodies alone the first, the smaller."""
    if not names:
        return ""
    if all(name.body for name in names):
        return names[0].full
    if more or len(names) >= rules.short_et_al_from:
        return names[0].family + rules.et_al
    return joined([name.family for name in names])


def joined(names: Sequence[str]) -> str:
    """Return "A", "A & B" or "A, B & C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} & {names[-1]}"


def bodies(source: Source) -> tuple[str, ...]:
    """Return the bodies behind a source as printed, the smaller before its parent (Bluebook 15.1(c)).

    Abbreviations stand in ``shortauthor`` and ``shortinstitution``; the parent is a second author or ``institution``.
    """
    own = tuple(name.full for name in source.authors if name.body)
    short = source.get("shortauthor")
    if short:
        own = _abbreviated(short, len(own))
    parent = source.get("shortinstitution") or source.get("institution") or source.get("organization")
    return (*own, parent) if parent and parent not in own and len(own) <= 1 else own


def authors_abbreviated(source: Source) -> tuple[Name, ...]:
    """Return the authors, where a body stands beside a person, the bodies under their ``shortauthor``."""
    short = source.get("shortauthor")
    count = sum(name.body for name in source.authors)
    if not short or not count:
        return source.authors
    parts = _abbreviated(short, len(source.authors))
    if len(parts) == len(source.authors):
        pairs = zip(source.authors, parts, strict=True)
        return tuple(replace(name, family=part) if name.body else name for name, part in pairs)
    if count > 1:
        return source.authors
    return tuple(replace(name, family=short) if name.body else name for name in source.authors)


def _abbreviated(short: str, count: int) -> tuple[str, ...]:
    """Return the names in ``short``; it is taken apart only where that gives as many as there are authors."""
    parts = tuple(re.split(r"\s+and\s+", short))
    return parts if len(parts) == count else (short,)
