"""Know the words by which a source is introduced before what tells it from others: its bodies, its title, its kind."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from comment_kit.model.sources import Source
from comment_kit.recognise.abbreviated import alike
from comment_kit.recognise.names_of_sources import PAPERS, SMALL, bodies_of
from comment_kit.recognise.tokens import words_of

_FIELDS = (
    "title", "subtitle", "shorttitle", "shorthand", "titleaddon", "booktitle", "journaltitle", "shortjournal",
    "institution", "shortinstitution", "shortauthor", "site", "publisher", "series", "reporter", "type", "number",
    "stage", "edition", "version", "addendum", "docket", "agency", "court", "chamber", "jurisdiction", "sender",
    "recipient",
)  # fmt: skip
_OF_EVERY_PAPER = words_of("""
    action administrative agency available commission congress department document documents draft dep't dept docket
    exec executive federal fed file final fr gov't government hereinafter id initial no nos notice number office off
    pub public proposed publication reg register rin series special the united states us version
""")
_OF_KIND = {
    "executive order": words_of("""
        administration biden bush carter clinton donald e.o. eo eop exec executive george george's house joe joseph
        jr nixon no obama office order president president's presidential presidents reagan ronald trump white william
        barack richard signed
    """),
    "guidance": words_of("best document draft guidance guideline guidelines practices"),
    "agency report": words_of("report study"),
    "report": words_of("report study paper white"),
}
"""What introduces a paper of a kind beside the words of its name: who signs it, what such papers are called."""
_OF_OTHER_STATES = words_of("australian british canadian chinese eu european german japanese korean uk")
"""Bodies of several states bear one name: "U.K. AI Safety Institute"."""
_SHORTEST_INITIALS = 3
_CARRIES = 2
"""So many own words in a stretch make it a title, of which other words are slips: fewer than these."""


class OwnWords(Struct, frozen=True, kw_only=True):
    """The words of one source."""

    exact: frozenset[str]
    by_letter: dict[str, tuple[str, ...]]
    """Those that may be cut short, by their first letter."""

    def explain(self, words: tuple[str, ...]) -> bool:
        """Return whether ``words``, the telling ones between two commas, may introduce the source.

        They may where each is its own, abbreviated or not; where they are the name of a body whose initials it
        bears; and where most of them are its own, as in a title that is shortened or misprinted.
        """
        others = [word for word in words if not self.has(word)]
        if any(word in _OF_OTHER_STATES for word in others):
            return False
        own = len(words) - len(others)
        if not others or (own >= _CARRIES and own > len(others)):
            return True
        return self._has_initials(words) or self._has_initials(tuple(others))

    def has(self, word: str) -> bool:
        """Return whether ``word`` is one of them, abbreviated or not."""
        plain = word.removesuffix("'s")
        return plain in self.exact or any(alike(plain, own) for own in self.by_letter.get(plain[:1], ()))

    def _has_initials(self, words: tuple[str, ...]) -> bool:
        initials = "".join(word[0] for word in words)
        return len(initials) >= _SHORTEST_INITIALS and initials in self.exact


def own_words(source: Source) -> OwnWords:
    """Return the words that introduce ``source``."""
    exact = frozenset(_words(source))
    by_letter: dict[str, list[str]] = {}
    for word in sorted(exact):
        if len(word) >= _SHORTEST_INITIALS:
            by_letter.setdefault(word[0], []).append(word)
    return OwnWords(exact=exact, by_letter={letter: tuple(words) for letter, words in by_letter.items()})


def _words(source: Source) -> Iterator[str]:
    for field in _FIELDS:
        yield from words_of(source.get(field) or "")
    for name in (*source.authors, *source.editors):
        yield from words_of(name.full)
    kind = source.kind.name
    yield from words_of(f"{kind} {source.kind.mention} {' '.join(PAPERS.get(kind, ()))}")
    yield from (*_OF_EVERY_PAPER, *_OF_KIND.get(kind, ()))
    for body in bodies_of(source):
        yield from _initials(body)
    yield from _initials(tuple(word for word in words_of(source.title) if word not in SMALL))


def _initials(words: tuple[str, ...]) -> Iterator[str]:
    """Yield the initials of a name, with and without "U.S."."""
    for each in {words, words[1:] if words[:1] == ("us",) else words}:
        if len(each) > 1:
            yield "".join(word[0] for word in each)
