"""Say by which names the text of a letter may call the sources that it cites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from comment_kit.model.recognition import DefinedName
from comment_kit.model.sources import Source
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.names_of_sources import PAPERS, SMALL, bodies_called
from comment_kit.recognise.tokens import words_of


def speaker_names(memory: Memory, defined: Iterable[DefinedName]) -> Mapping[str, str]:
    """Return the key of a cited source by each name that running text may call it, in straight and curly marks.

    A name that could mean two of the cited sources is left out: nobody is made to speak words by guess.
    """
    library = memory.index.library
    meant: dict[str, set[str]] = {}
    for key in memory.cited:
        if source := library.sources.get(key):
            for name in _names(source):
                meant.setdefault(name, set()).add(key)
    meant |= {each.name: {each.key} for each in defined if each.key in library.sources and each.key}
    alone = {name: next(iter(keys)) for name, keys in meant.items() if len(keys) == 1}
    return alone | {name.replace("'", "\u2019"): key for name, key in alone.items()}


def _names(source: Source) -> Iterator[str]:
    yield from _own_names(source)
    papers = PAPERS.get(source.kind.name, ())
    # "the report" in small letters may be anybody's; a capital makes it the letter's own term.
    for paper in papers:
        yield from (f"the {_titled(paper)}", f"The {_titled(paper)}")
    for body in bodies_called(source):
        yield body
        for paper in papers:
            for word in (paper, _titled(paper)):
                yield from (f"{body} {word}", f"{body}'s {word}")


def _own_names(source: Source) -> Iterator[str]:
    """Yield its title, its designation, the name we gave it and, for an order, its number."""
    get = source.get
    for field in ("title", "shorttitle", "shorthand"):
        if (name := get(field)) and (len(words_of(name)) > 1 or field == "shorthand"):
            yield name
    if source.kind.name == "executive order" and (number := get("number")):
        with_comma = f"{number[:-3]},{number[-3:]}"
        for order in ("Executive Order", "Executive Order No.", "EO", "E.O."):
            yield from (f"{order} {number}", f"{order} {with_comma}")


def _titled(paper: str) -> str:
    """Return the words of ``paper`` with capitals: "Request for Comments"."""
    return " ".join(word if word in SMALL else word[0].upper() + word[1:] for word in paper.split())
