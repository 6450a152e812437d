"""Decide which source the clues of a clause name, or that they leave it open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from comment_kit.model.recognition import Contradiction
from comment_kit.model.sources import Source
from comment_kit.recognise.abbreviated import in_order
from comment_kit.recognise.clause import Anatomy
from comment_kit.recognise.clues import Clue, Rank, Series
from comment_kit.recognise.contradictions import contradiction
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.mentions import is_about
from comment_kit.recognise.misprints import misprinted
from comment_kit.recognise.other_names import other_name
from comment_kit.recognise.stages import other_revision, stage_said
from comment_kit.recognise.tokens import words_of

_LOOSE = frozenset({"address", "DOI", "designation"})
"""Families in which one source may well have several names."""


class Named(Struct, frozen=True, kw_only=True):
    """What the clues of a clause come to."""

    key: str | None = None
    """The one source they name, of the library or met before; None where they name none or leave it open."""
    candidates: frozenset[str] = frozenset()
    """The sources among which they leave it open."""
    contradiction: Contradiction | None = None
    """What in them names two sources at once."""


def named(parts: Anatomy, text: str, memory: Memory) -> Named:
    """Return the source that the clues of a clause name.

    A number outweighs a title, since typists err in titles; two numbers, or a title and an address, that name two
    sources leave it open. Where several sources share what is printed, the rest of the clause decides.
    """
    sets = _Sets(parts, text, memory)
    keys = sets.strongest() or _misprinted(parts, text, memory)
    if (sets.numbers or sets.addresses or sets.pages) and (found := contradiction(parts, memory)):
        return Named(candidates=keys, contradiction=found)
    if sets.in_conflict or sets.are_contradicted(keys):
        return Named(candidates=keys)
    for narrower in (sets.names, sets.pages, sets.dated(keys), sets.staged(keys), sets.cited(keys)):
        if len(keys) > 1 and (both := keys & narrower):
            keys = both
    if len(keys) != 1:
        return Named(candidates=keys)
    (key,) = keys
    if found := other_name(parts, key, memory):
        return Named(candidates=keys, contradiction=found)
    return _in_edition(key, parts, memory)


def _in_edition(key: str, parts: Anatomy, memory: Memory) -> Named:
    """Return the source of a mere name, which may be that of another edition the letter cited."""
    others = [other for other in memory.editions.get(key, ()) if memory.is_cited(other)]
    says_which = parts.says_when or parts.is_addressed or any(clue.rank is Rank.NUMBER for clue in parts.clues)
    if not others or says_which or parts.stage:
        return Named(key=key)
    if len(others) == 1 and not memory.is_cited(key):
        return Named(key=others[0])
    return Named(candidates=frozenset({key, *others}))


def _misprinted(parts: Anatomy, text: str, memory: Memory) -> frozenset[str]:
    """Return the source whose title a full citation misprints, unless it is what another work is about."""
    if not parts.is_dated or parts.mentions:
        return frozenset()
    title = parts.text[parts.core[0] : parts.dates[0][0]]
    keys = misprinted(text, memory.index)
    return frozenset(key for key in keys if not is_about(title, memory.index.own_words(key)))


class _Sets:
    """The sources that each sort of clue names."""

    def __init__(self, parts: Anatomy, text: str, memory: Memory) -> None:
        self._parts, self._text, self._memory = parts, text, memory
        self._library = memory.index.library
        clues = parts.clues
        self.numbers = self._told(clue for clue in clues if clue.rank is Rank.NUMBER)
        self.addresses = self._told(clue for clue in clues if clue.rank is Rank.ADDRESS)
        self._titles = self._told(clue for clue in clues if clue.rank is Rank.NAME)
        self.names = _common(self._titles) or _common(self._starting_shorts())
        places = [self._place(clue.series, is_first=clue.identity is not None) for clue in clues if clue.series]
        self.pages = _common([each for each in places if each]) or frozenset()

    def _told(self, clues: Iterable[Clue]) -> list[frozenset[str]]:
        told = [
            self._memory.keys_of(clue.identity, clue.year or next(iter(self._parts.years), None))
            if clue.identity
            else clue.keys
            for clue in clues
        ]
        return [each for each in told if each]

    def _place(self, series: Series, *, is_first: bool) -> frozenset[str]:
        """Return the sources on whose pages a place lies; a first page must be known to lie inside one."""
        return self._memory.index.page_of(series) if is_first else self._memory.page_of(series)

    def strongest(self) -> frozenset[str]:
        """Return what the clues most to be trusted name together, or all they name where they disagree."""
        told = self._most_trusted()
        return _common(told) or frozenset().union(*told)

    @property
    def in_conflict(self) -> bool:
        """Whether the clues most to be trusted name no source in common."""
        told = self._most_trusted()
        return bool(told) and not _common(told)

    def _most_trusted(self) -> list[frozenset[str]]:
        if self.numbers:
            return [*self.numbers, *self.addresses]
        whole = [clue.keys for clue in self._parts.clues if clue.is_whole_name and clue.keys]
        if self.addresses:
            return [*self.addresses, *whole]
        return self._titles or self._starting_shorts() or ([self.pages] if self.pages else [])

    def _starting_shorts(self) -> list[frozenset[str]]:
        """Return what short names say that begin the clause, or stand behind the author: "George Orwell, 1984"."""
        shorts = (clue for clue in self._parts.clues if clue.rank is Rank.SHORT_NAME)
        return [keys for clue in shorts if (keys := frozenset(key for key in clue.keys if self._begins(clue, key)))]

    def _begins(self, clue: Clue, key: str) -> bool:
        before = words_of(self._text[: clue.start - self._parts.core[0]])
        source = self._library.sources.get(key)
        families = [word for name in source.authors for word in words_of(name.family)] if source else []
        return not before or (bool(families) and in_order(families, before))

    # ---- what speaks against ----

    def are_contradicted(self, keys: frozenset[str]) -> bool:
        """Return whether a number, a year or a stage that belongs to none of ``keys`` stands beside a mere title.

        The final rule may bear the title of the proposal, and the second draft that of the first.
        """
        if self.numbers or self.addresses:
            return False
        families = frozenset().union(*(self._memory.index.families.get(key, frozenset()) for key in keys))
        if self._is_of_another_edition(keys) or any(
            self._is_foreign(clue, families, keys) for clue in self._parts.clues
        ):
            return True
        years = self._parts.years
        known = [year for key in keys if (source := self._library.sources.get(key)) for year in _years(source)]
        return bool(years and known) and years.isdisjoint(known) and not self.pages & keys

    def _is_of_another_edition(self, keys: frozenset[str]) -> bool:
        sources = [source for key in keys if (source := self._library.sources.get(key))]
        staged = [source for source in sources if source.get("stage")]
        stages = {stage_said(source.fields["stage"]) for source in staged}
        if bool(stages - {None}) and self._parts.stage not in {None, *stages}:
            return True
        # Two drafts of one year differ by the month.
        months = {(source.date.year, source.date.month) for source in staged if source.date and source.date.month}
        if months and self._parts.months and self._parts.months.isdisjoint(months):
            return True
        return bool(sources) and all(self._bears_another_revision(source) for source in sources)

    def _bears_another_revision(self, source: Source) -> bool:
        clues = (clue for clue in self._parts.clues if source.key in clue.keys)
        return any(other_revision(self._parts.text, clue.end, source) for clue in clues)

    def _is_foreign(self, clue: Clue, families: frozenset[str], keys: frozenset[str]) -> bool:
        identity = clue.identity
        if identity is None or clue.keys or identity.family in _LOOSE or identity.family not in families:
            return False
        return clue.series is None or not self._memory.index.page_of(clue.series) & keys

    # ---- what tells sources apart ----

    def dated(self, keys: frozenset[str]) -> frozenset[str]:
        """Return those of ``keys`` that bear a year the clause names."""
        return frozenset(
            key
            for key in keys
            if (source := self._library.sources.get(key)) and not self._parts.years.isdisjoint(_years(source))
        )

    def staged(self, keys: frozenset[str]) -> frozenset[str]:
        """Return those of ``keys`` whose stage the clause names: "second public draft"."""
        said = self._text.casefold()
        return frozenset(
            key
            for key in keys
            if (source := self._library.sources.get(key))
            and (stage := source.get("stage"))
            and stage.casefold() in said
        )

    def cited(self, keys: frozenset[str]) -> frozenset[str]:
        """Return those of ``keys`` that were cited before; a citation with a date of its own is not decided by that."""
        if self._parts.is_dated:
            return self._untitled(keys)
        return frozenset(key for key in keys if self._memory.is_cited(key)) or self._untitled(keys)

    def _untitled(self, keys: frozenset[str]) -> frozenset[str]:
        """Return those whose title does not stand in the clause because they have none, as sections of a code."""
        bare = frozenset(key for key in keys if (source := self._library.sources.get(key)) and not source.title)
        return bare if not self.names else frozenset()


def _common(told: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset.intersection(*told) if told else frozenset()


def _years(source: Source) -> Iterable[str]:
    if source.date:
        yield str(source.date.year)
    for field in ("frdate", "cfryear", "uscyear"):
        if value := source.get(field):
            yield value[:4]
