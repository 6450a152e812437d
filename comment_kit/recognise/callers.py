"""Find the source that a short form calls by a name: an author, a body, a title, a name defined in the letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from comment_kit.model.sources import Library, Source
from comment_kit.recognise.abbreviated import in_order, same_body
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.tokens import words_of

_GENERIC = frozenset({
    "act", "brief", "comment", "comments", "draft", "guidance", "guidelines", "law", "letter", "memorandum", "notice",
    "nprm", "order", "paper", "proposal", "proposed", "release", "report", "request", "rfc", "rfi", "rule", "study",
})  # fmt: skip
"""Words by which a letter calls a source of that sort, when the note it points at cites one source."""
_UNTELLING = frozenset({"al", "and", "et", "the", "of", "at"})


def called(name: str, note: int | None, memory: Memory) -> frozenset[str]:
    """Return the sources that ``name`` may mean: one where it is told, several where it is open, none where nothing fits.

    Args:
        name: the words before *supra*, or all of a short form but its page.
        note: the note that *supra* points at.
        memory: what the letter cited before.
    """
    words = words_of(name)
    defined = frozenset(key for key in memory.defined.get(words, ()) if key)
    if defined:
        return defined
    there = frozenset(memory.in_note.get(note, ())) if note is not None else frozenset()
    telling = tuple(word for word in words if word not in _UNTELLING)
    if not telling:
        return there
    fitting = frozenset(key for key in there if _fits(telling, key, memory))
    if fitting:
        return fitting
    before = frozenset(_cited_before(telling, memory))
    if before:
        return before
    if len(there) == 1 and set(telling) <= _GENERIC:
        return there
    return in_library(telling, memory.index.library)


def _cited_before(telling: tuple[str, ...], memory: Memory) -> Iterator[str]:
    """Yield the cited sources that the name fits; one of its words stands in their first citation, or initials do."""
    keys = dict.fromkeys(key for word in telling for key in memory.by_word.get(word, ())[:200])
    for key in keys:
        if _fits(telling, key, memory):
            yield key
    if not keys:
        known = in_library(telling, memory.index.library)
        yield from (key for key in known if memory.is_cited(key))


def _fits(telling: tuple[str, ...], key: str, memory: Memory) -> bool:
    source = memory.index.library.sources.get(key)
    if source and any(in_order(telling, text) for text in _says(source)):
        return True
    if source and _is_body(telling, source):
        return True
    cited = memory.cited.get(key)
    return cited is not None and in_order(telling, cited.words)


@lru_cache(maxsize=4096)
def _texts(key: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(text) for text in key if text)


def _says(source: Source) -> tuple[tuple[str, ...], ...]:
    """Return what a short form may take its name from: authors, bodies with the kind, titles, designation."""
    get = source.get
    authors = " ".join(name.full for name in (*source.authors, *source.editors))
    bodies = (get("shortauthor"), get("institution"), get("shortinstitution"))
    return _texts(
        (
            authors,
            *(f"{source.kind.name} {body}" for body in bodies if body),
            source.title,
            get("shorttitle") or "",
            get("shorthand") or "",
            f"letter from {get('sender')} to {get('recipient')}" if get("sender") else "",
        )
    )


def _is_body(telling: tuple[str, ...], source: Source) -> bool:
    bodies = [name.family for name in source.authors if name.body]
    bodies += [body for body in (source.get("institution"), source.get("shortauthor"), source.get("site")) if body]
    return any(same_body(telling, words_of(body)) for body in bodies)


def in_library(telling: tuple[str, ...], library: Library) -> frozenset[str]:
    """Return the sources of the library by a body or by persons of exactly this name."""
    return frozenset(
        key for key, source in library.sources.items() if _is_body(telling, source) or _are_persons(telling, source)
    )


def _are_persons(telling: tuple[str, ...], source: Source) -> bool:
    families = tuple(word for name in source.authors if not name.body for word in words_of(name.family))
    return bool(families) and telling in {families, families[:1]}
