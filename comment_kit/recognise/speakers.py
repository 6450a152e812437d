"""Say by which names the text of a letter may call the sources that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from comment_kit.model.sources import Name, Source
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.recognised import DefinedName
from comment_kit.recognise.tokens import words_of

_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})
_SHORTEST = 3
_PAPERS = {
    "executive order": ("order", "Order", "Executive Order"),
    "agency report": ("report", "Report"),
    "report": ("report", "Report"),
    "guidance": ("guidance", "Guidance", "draft", "Draft", "guidance document"),
    "request for comments": ("request for comments", "Request for Comments", "RFC", "notice", "Notice"),
    "notice": ("notice", "Notice"),
    "proposed rule": ("proposed rule", "Proposed Rule", "NPRM", "proposal", "Proposal"),
    "final rule": ("final rule", "Final Rule", "rule", "Rule"),
    "press release": ("press release", "announcement"),
}
"""What running text calls a paper of each kind."""


def speaker_names(memory: Memory, defined: Iterable[DefinedName]) -> Mapping[str, str]:
    """Return the key of a cited source by each name that running text may call it.

    A name that could mean two of the cited sources is left out: nobody is made to speak words by guess.
    """
    meant: dict[str, set[str]] = {}
    sources = [source for key in memory.cited if (source := memory.index.library.sources.get(key))]
    for source in sources:
        for name in _names(source):
            meant.setdefault(name, set()).add(source.key)
    for each in defined:
        if each.key is not None and each.key in memory.index.library.sources:
            meant[each.name] = {each.key}
    return {_curled(name): next(iter(keys)) for name, keys in meant.items() if len(keys) == 1} | {
        name: next(iter(keys)) for name, keys in meant.items() if len(keys) == 1
    }


def _names(source: Source) -> Iterator[str]:
    get = source.get
    for field in ("title", "shorttitle", "shorthand"):
        if (name := get(field)) and (len(words_of(name)) > 1 or field == "shorthand"):
            yield name
    if source.kind.name == "executive order" and (number := get("number")):
        yield from (f"Executive Order {number}", f"Executive Order No. {number}", f"EO {number}", f"E.O. {number}")
        if len(number) > _SHORTEST:
            yield f"Executive Order {number[:-3]},{number[-3:]}"
    papers = _PAPERS.get(source.kind.name, ())
    for body in _bodies(source):
        yield body
        yield from (f"{body} {paper}" for paper in papers)
        yield from (f"{body}{mark}s {paper}" for paper in papers for mark in "\u2019'")
    yield from (f"the {paper}" for paper in papers)
    yield from (f"The {paper}" for paper in papers)


def _bodies(source: Source) -> Iterator[str]:
    """Yield the bodies behind ``source`` by name and by initials."""
    for name in (*source.authors, *_institution(source)):
        if name.body:
            yield name.family
            initials = "".join(word[0] for word in words_of(name.family) if word not in _SMALL).upper()
            if len(initials) >= _SHORTEST:
                yield initials


def _institution(source: Source) -> Iterator[Name]:
    if body := source.get("institution"):
        yield Name(family=body, body=True)


def _curled(name: str) -> str:
    return name.replace("'", "\u2019")
