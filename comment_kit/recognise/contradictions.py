"""Find two parts of one citation that name two sources: an order's number and the page of another paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from comment_kit.model.recognition import Contradiction
from comment_kit.model.sources import Source
from comment_kit.recognise.clause import Anatomy
from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.groups import gaps
from comment_kit.recognise.identities import identities_of
from comment_kit.recognise.index import likeness_of_series
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.mentions import title_like
from comment_kit.recognise.name_and_edition import other_date, other_stage
from comment_kit.recognise.order_dates import other_day
from comment_kit.recognise.stages import other_revision

_DOCUMENTS = frozenset({"Exec. Order", "Fed. Reg.", "FR Doc."})
"""Families in which a paper has one number and one date."""
_NUMBERED = _DOCUMENTS | {"Pub. L.", "reporter"}
_PAGED = frozenset({"Fed. Reg.", "reporter"})
_SECOND_PAGE = re.compile(
    r"(?: ?[-\u2013] ?\d{1,6})?(?:, ?|,? (?:&|and) ?)(?:at )?(?:pp?\. ?)?"
    r"(\d{1,3}(?:,\d{3})+|\d{1,6})(?![\w.]* (?:Fed|FR|F\.))"
)
"""A place behind the first page, or behind the span that stands for it: "75,192-93, 75,205"."""


class _Said(Struct, frozen=True, kw_only=True):
    """A part of a citation that names a source by itself, or none."""

    clue: Clue
    keys: frozenset[str]


def contradiction(parts: Anatomy, memory: Memory) -> Contradiction | None:
    """Return which two parts of a citation name two sources, or None.

    Only what a source of the library bears is held against the citation: a number of another family, as that of a
    parallel reporter, contradicts nothing, nor do two numbers of one family, by which a sentence names two papers.
    """
    said = tuple(_said(parts, memory))
    known = next((each for each in said if len(each.keys & memory.index.library.sources.keys()) == 1), None)
    if known is None:
        return None
    (key,) = known.keys
    question = _Question(parts, memory, known, memory.index.library.sources[key])
    return next((found for look in LOOKS if (found := look(question, said)) is not None), None)


def _said(parts: Anatomy, memory: Memory) -> Iterator[_Said]:
    """Yield the numbers, pages and addresses of a citation; none of a family of which it has two."""
    clues = [clue for clue in parts.clues if clue.rank >= Rank.ADDRESS]
    counts = Counter(clue.identity.family for clue in clues if clue.identity)
    for clue in clues:
        if clue.identity and counts[clue.identity.family] == 1:
            keys = memory.keys_of(clue.identity, clue.year)
            if clue.series and not keys:
                keys = memory.index.page_of(clue.series)
            yield _Said(clue=clue, keys=keys)


class _Question(Struct, frozen=True, kw_only=False):
    """A citation with the source that one of its parts names."""

    parts: Anatomy
    memory: Memory
    known: _Said
    source: Source

    def words(self, clue: Clue) -> str:
        """Return the words of a clue."""
        return self.parts.text[clue.start : clue.end]

    def contradicted(self, other: str, own: str, other_key: str | None = None) -> Contradiction:
        """Return that ``other`` is not the source's, which bears ``own``."""
        return Contradiction(
            words=self.words(self.known.clue), key=self.source.key, own=own, other=other, other_key=other_key
        )


def _other_number(question: _Question, said: Iterable[_Said]) -> Contradiction | None:
    own = {identity.family: identity.name for identity in identities_of(question.source)}
    for each in said:
        identity = each.clue.identity
        if identity is None or identity.family not in _NUMBERED or question.source.key in each.keys:
            continue
        if identity.family not in own:
            continue
        others = sorted(each.keys & question.memory.index.library.sources.keys())
        other_key = others[0] if len(others) == 1 else None
        return question.contradicted(question.words(each.clue), own[identity.family], other_key)
    return None


def _other_first_page(question: _Question, said: Iterable[_Said]) -> Contradiction | None:
    """Return the page inside a paper of the Register that stands where its first one should, before a pinpoint.

    A page alone, "88 Fed. Reg. 75203", and two of them that no name and no date makes a full citation, are places.
    """
    source, parts = question.source, question.parts
    own = {identity.family: identity.name for identity in identities_of(source)}.get("Fed. Reg.")
    for each in said:
        clue = each.clue
        if own is None or clue.identity is None or clue.identity.family != "Fed. Reg." or clue.identity.name == own:
            continue
        second = _SECOND_PAGE.match(parts.text, clue.end, parts.core[1])
        name = next((other for other in parts.clues if other is not clue and other.start < clue.start), None)
        if source.key in each.keys and second and (name or parts.is_dated):
            words = question.words(name) if name else second[1]
            return Contradiction(words=words, key=source.key, own=own, other=question.words(clue))
    return None


def _other_volume(question: _Question, said: Iterable[_Said]) -> Contradiction | None:
    """Return the place of a short form that lies in another volume: "89 Fed. Reg. at 75203"."""
    del said
    own = {
        likeness_of_series(identity)[0]: identity.name
        for identity in identities_of(question.source)
        if identity.family == "Fed. Reg."
    }
    for clue in question.parts.clues:
        is_place = clue.series is not None and clue.identity is None and clue.series.name.endswith("fedreg")
        if own and is_place and clue.series and clue.series.name not in own:
            return question.contradicted(question.words(clue), next(iter(own.values())))
    return None


def _other_year(question: _Question, said: Iterable[_Said]) -> Contradiction | None:
    """Return the date of a paper of the Register that is of another year; that of a compilation may be."""
    families = {each.clue.identity.family for each in said if each.clue.identity}
    identity = question.known.clue.identity
    if identity is None or identity.family not in _DOCUMENTS or "3 C.F.R." in families:
        return None
    parts, source = question.parts, question.source
    if (day := other_day(parts, source)) is not None:
        return question.contradicted(day, str(source.date))
    own = [str(source.date.year)] if source.date else []
    own += [value[:4] for field in ("frdate", "signed") if (value := source.get(field))]
    date = other_date(parts, own)
    return question.contradicted(date, str(source.date or source.get("frdate"))) if date else None


def _other_stage(question: _Question, said: Iterable[_Said]) -> Contradiction | None:
    del said
    if found := other_stage(question.parts, question.source):
        own, other = found
        return question.contradicted(other, own)
    own_names = (clue for clue in question.parts.clues if question.source.key in clue.keys)
    revisions = (other_revision(question.parts.text, clue.end, question.source) for clue in own_names)
    revision = next((each for each in revisions if each), None)
    own = question.source.get("stage") or "no such revision"
    return question.contradicted(revision, own) if revision else None


def _other_title(question: _Question, said: Iterable[_Said]) -> Contradiction | None:
    """Return the title of which no word is the source's, before the page or the address that alone names it."""
    del said
    clue, parts = question.known.clue, question.parts
    identity = clue.identity
    if identity is None or identity.family not in _PAGED | {"address"}:
        return None
    if any(question.source.key in each.keys or each.rank is Rank.NUMBER for each in parts.clues if each is not clue):
        return None
    covered = (*parts.dates, *parts.apparatus, *parts.parentheticals, *parts.addresses)
    own = question.memory.index.own_words(question.source.key)
    before = (parts.text[start:end] for start, end in gaps(covered, parts.core[0], clue.start))
    title = title_like(before, own)
    if title is None or question.memory.is_called(title, question.source.key):
        return None
    return question.contradicted(title, question.source.title)


def _title_of_another(question: _Question, said: Iterable[_Said]) -> Contradiction | None:
    """Return the title that another source of the same kind bears, beside a number or a page that names this one.

    Beside a number or a page of its own it is that of a second citation.
    """
    sources = question.memory.index.library.sources
    cited = frozenset().union(*(each.keys for each in said), *(_paged(clue, question) for clue in question.parts.clues))
    for clue in question.parts.clues:
        if not clue.is_whole_name or question.source.key in clue.keys or len(clue.keys - cited) != 1:
            continue
        (key,) = clue.keys - cited
        if key in sources and sources[key].kind.name == question.source.kind.name:
            return question.contradicted(question.words(clue), question.source.title, key)
    return None


def _paged(clue: Clue, question: _Question) -> frozenset[str]:
    return question.memory.index.page_of(clue.series) if clue.series else frozenset()


LOOKS: tuple[Callable[[_Question, Iterable[_Said]], Contradiction | None], ...] = (
    _other_number,
    _other_first_page,
    _other_volume,
    _other_year,
    _other_stage,
    _other_title,
    _title_of_another,
)
