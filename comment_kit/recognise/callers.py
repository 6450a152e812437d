"""Find the source that a short form calls by a name: an author, a body, a title, a name defined in the letter."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from comment_kit.model.sources import Source
from comment_kit.recognise.abbreviated import alike, in_order, same_body
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.names_of_sources import SMALL, bodies_of
from comment_kit.recognise.tokens import words_of

_GENERIC = frozenset({
    "act", "brief", "comment", "comments", "draft", "guidance", "guidelines", "law", "letter", "memorandum", "notice",
    "nprm", "order", "paper", "proposal", "proposed", "release", "report", "request", "rfc", "rfi", "rule", "study",
})  # fmt: skip
"""Words by which a letter calls a source of that sort, when the note it points at cites one source."""
_RAREST, _MOST = 2, 50
"""So many words of a name are looked up, and so many sources for each: a bound for letters of thousands of notes."""
_UNTELLING = SMALL | {"al", "et"}


def called(name: str, note: int | None, memory: Memory) -> frozenset[str]:
    """Return the sources that ``name`` may mean: one where it is told, several where it is open, none where none fits.

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
    fitting = frozenset(key for key in there if _fits(telling, key, memory) or _holds(telling, key, memory))
    if fitting:
        return _printed(fitting, telling, memory)
    before = frozenset(_cited_before(telling, memory))
    if before:
        return _printed(before, telling, memory)
    if len(there) == 1 and set(telling) <= _GENERIC:
        return there
    return in_library(telling, memory.index)


def _printed(keys: frozenset[str], telling: tuple[str, ...], memory: Memory) -> frozenset[str]:
    """Return those of ``keys`` whose first citation prints the name, or all where none does.

    An agency's notice and its report have one body behind them; only the report is cited by its name.
    """
    return frozenset(key for key in keys if _is_printed(telling, key, memory)) or keys


def _is_printed(telling: tuple[str, ...], key: str, memory: Memory) -> bool:
    cited = memory.cited.get(key)
    return cited is not None and in_order(telling, cited.words)


def _cited_before(telling: tuple[str, ...], memory: Memory) -> Iterator[str]:
    """Yield the cited sources that the name fits; one of its rarer words stands in their first citation."""
    lists = sorted((keys for word in telling if (keys := memory.by_word.get(word))), key=len)[:_RAREST]
    likely = dict.fromkeys(key for keys in lists for key in keys[:_MOST])
    for key in likely:
        if _fits(telling, key, memory):
            yield key
    if not likely:
        yield from (key for key in in_library(telling, memory.index) if memory.is_cited(key))


def _fits(telling: tuple[str, ...], key: str, memory: Memory) -> bool:
    source = memory.index.library.sources.get(key)
    if source and any(in_order(telling, text) for text in _says(source)):
        return True
    if source and (_is_body(telling, source) or key in memory.index.papers.get(telling, ())):
        return True
    return _is_printed(telling, key, memory)


def _holds(telling: tuple[str, ...], key: str, memory: Memory) -> bool:
    """Return whether every word stands in the first citation of ``key``, in any order: "Phillips Dissent"."""
    cited = memory.cited.get(key)
    return cited is not None and all(any(alike(word, other) for other in cited.words) for word in telling)


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
    return any(same_body(telling, body) for body in bodies_of(source))


def in_library(telling: tuple[str, ...], index: SourceIndex) -> frozenset[str]:
    """Return the sources of the library by a body or by persons of exactly this name, or a body's paper."""
    bodies = {key for body, key in index.bodies.get(telling[0][0], ()) if same_body(telling, body)}
    return index.persons.get(telling, frozenset()) | index.papers.get(telling, frozenset()) | bodies
