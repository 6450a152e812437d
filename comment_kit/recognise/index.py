"""Know the sources of a library by everything that a note may call them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property

from msgspec import Struct, field

from comment_kit.model.pinpoints import label_key
from comment_kit.model.sources import Library, Source
from comment_kit.recognise.clues import Identity, Series
from comment_kit.recognise.identities import any_version, identities_of, likeness
from comment_kit.recognise.names_of_sources import Title, Weight, bodies_of, papers_called, titles_of
from comment_kit.recognise.own_words import OwnWords, own_words
from comment_kit.recognise.tokens import words_of


class Span(Struct, frozen=True, kw_only=True, order=True):
    """The pages of one document in a volume."""

    first: int
    last: int
    """The largest page where the entry does not say it."""
    key: str


ENDLESS = 10**9


class SourceIndex(Struct, frozen=True, kw_only=True, dict=True):
    """The sources of a library by identity, by title, and by the pages they fill."""

    library: Library
    by_identity: Mapping[str, frozenset[str]]
    titles: Mapping[tuple[str, ...], tuple[Title, ...]]
    """By their first two words; titles of one word by that alone. The longest first."""
    volumes: Mapping[str, tuple[Span, ...]]
    """By series, in the order of their first pages."""
    families: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By key: the families in which the source has an identity."""

    def named_by(self, identity: Identity, year: str | None = None) -> frozenset[str]:
        """Return the sources that have ``identity``; of a regulation only those of the edition named."""
        keys = self.by_identity.get(likeness(identity), frozenset())
        if not keys and identity.family == "arXiv":
            return self._of_preprint(identity)
        if identity.family == "C.F.R.":
            keys = keys or self._in_part(identity)
            return frozenset(
                key for key in keys if not year or self.library.sources[key].get("cfryear") in {None, year}
            )
        return keys

    def _of_preprint(self, identity: Identity) -> frozenset[str]:
        """Return the entries of a preprint in any version, where either side names none."""
        every = self.by_identity.get(f"any {any_version(identity)}", frozenset())
        if any_version(identity) == identity.name:
            return every
        return frozenset(key for key in every if not self.library.sources[key].get("version"))

    def _in_part(self, identity: Identity) -> frozenset[str]:
        """Return the one source that stands for the part in which a section lies; the locator will name the section."""
        part = self.by_identity.get(_part(identity.name), frozenset())
        return part if len(part) == 1 else frozenset()

    def page_of(self, series: Series) -> frozenset[str]:
        """Return the sources whose pages are known to hold that of ``series``."""
        return frozenset(span.key for span in self.before(series) if span.first <= series.page <= span.last < ENDLESS)

    def before(self, series: Series) -> tuple[Span, ...]:
        """Return the spans that begin on or before the page of ``series``."""
        spans = self.volumes.get(series.name, ())
        return spans[: bisect_right(spans, series.page, key=lambda span: span.first)]

    @cached_property
    def bodies(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """The words of each body behind a source, with its key, by their first letter, which initials share."""
        by_letter: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for source in self.library.sources.values():
            for words in bodies_of(source):
                by_letter.setdefault(words[0][0], []).append((words, source.key))
        return {letter: tuple(found) for letter, found in by_letter.items()}

    @cached_property
    def papers(self) -> Mapping[tuple[str, ...], frozenset[str]]:
        """The sources by the words of a body with the paper that each is, small words left out: "NTIA Report"."""
        by_words: dict[tuple[str, ...], set[str]] = {}
        for source in self.library.sources.values():
            for words in papers_called(source):
                by_words.setdefault(words, set()).add(source.key)
        return {words: frozenset(keys) for words, keys in by_words.items()}

    @cached_property
    def persons(self) -> Mapping[tuple[str, ...], frozenset[str]]:
        """The sources by the family names of their authors, all of them or the first."""
        by_names: dict[tuple[str, ...], set[str]] = {}
        for source in self.library.sources.values():
            families = [words_of(name.family) for name in source.authors if not name.body]
            for names in (families, families[:1]):
                by_names.setdefault(tuple(word for words in names for word in words), set()).add(source.key)
        return {names: frozenset(keys) for names, keys in by_names.items() if names}

    @cached_property
    def title_words(self) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """The whole titles of some length, each with its key, by every word in them."""
        by_word: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        whole = (title for titles in self.titles.values() for title in titles if title.weight is Weight.WHOLE)
        for title in whole:
            for word in dict.fromkeys(title.words):
                by_word.setdefault(word, []).append((title.words, title.key))
        return {word: tuple(titles) for word, titles in by_word.items()}

    @cached_property
    def _own_words(self) -> dict[str, OwnWords]:
        """Those asked for so far, by key."""
        return {}

    def own_words(self, key: str) -> OwnWords:
        """Return the words that introduce a source of the library."""
        known = self._own_words.get(key)
        if known is None:
            known = self._own_words[key] = own_words(self.library.sources[key])
        return known

    @cached_property
    def labels(self) -> frozenset[str]:
        """The labels of every pinpoint table, as tables compare them."""
        rows = (key for table in self.library.tables.values() for key in table.rows)
        return frozenset(key for key in rows if not key.startswith(("page", "n.")))

    @cached_property
    def reporters(self) -> tuple[str, ...]:
        """The reporters and journals in which sources stand, as their entries spell them."""
        volumes = [source for source in self.library.sources.values() if source.get("volume")]
        names = (source.get("reporter") or source.get("shortjournal") for source in volumes)
        return tuple(dict.fromkeys(name for name in names if name))

    def has_label(self, words: str) -> bool:
        """Return whether some table knows ``words`` as a label."""
        return label_key(words) in self.labels


def source_index(library: Library) -> SourceIndex:
    """Return the index of ``library``."""
    by_identity: dict[str, set[str]] = {}
    families: dict[str, frozenset[str]] = {}
    for source in library.sources.values():
        known = tuple(identities_of(source))
        families[source.key] = frozenset(identity.family for identity in known)
        for identity in known:
            by_identity.setdefault(likeness(identity), set()).add(source.key)
            if identity.family == "C.F.R.":
                by_identity.setdefault(_part(identity.name), set()).add(source.key)
            if identity.family == "arXiv":
                by_identity.setdefault(f"any {any_version(identity)}", set()).add(source.key)
    return SourceIndex(
        library=library,
        by_identity={name: frozenset(keys) for name, keys in by_identity.items()},
        titles=_titles(library.sources.values()),
        volumes=_volumes(library.sources.values()),
        families=families,
    )


def _part(name: str) -> str:
    """Return the part in which a section of the Code of Federal Regulations lies."""
    title, _, section = name.replace(" pt. ", " § ").partition(" § ")
    return f"part {section.partition('.')[0]} of {title}"


def _titles(sources: Iterable[Source]) -> dict[tuple[str, ...], tuple[Title, ...]]:
    by_beginning: dict[tuple[str, ...], list[Title]] = {}
    for source in sources:
        for title in titles_of(source):
            by_beginning.setdefault(title.words[:2], []).append(title)
    return {
        words: tuple(sorted(titles, key=lambda title: (-len(title.words), title.key)))
        for words, titles in by_beginning.items()
    }


def _volumes(sources: Iterable[Source]) -> dict[str, tuple[Span, ...]]:
    volumes: dict[str, list[Span]] = {}
    for source in sources:
        for series, page in _first_pages(source):
            last = source.last_page if source.last_page and source.last_page.isdigit() else None
            span = Span(first=page, last=int(last) if last and int(last) >= page else ENDLESS, key=source.key)
            volumes.setdefault(series, []).append(span)
    return {series: tuple(sorted(spans)) for series, spans in volumes.items()}


def _first_pages(source: Source) -> Iterable[tuple[str, int]]:
    """Yield the series and the first page of each identity that is a page of a volume."""
    for identity in identities_of(source):
        if identity.family in {"Fed. Reg.", "reporter", "3 C.F.R."}:
            series, _, page = likeness_of_series(identity)
            if page.isdigit():
                yield series, int(page)


def likeness_of_series(identity: Identity) -> tuple[str, str, str]:
    """Return the series of a page as series are compared, a space, and the page."""
    series, space, page = identity.name.rpartition(" ")
    return series_likeness(series), space, page


def series_likeness(series: str) -> str:
    """Return the name of a volume as volumes are compared: "463 U.S." is "463us"."""
    return "".join(series.split()).replace(".", "").casefold()
