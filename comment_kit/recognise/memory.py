"""Remember what a letter has cited so far, for the forms that refer back."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from comment_kit.model.recognition import Contradiction
from comment_kit.recognise.clues import Clue, Identity, Series
from comment_kit.recognise.identities import likeness
from comment_kit.recognise.index import ENDLESS, SourceIndex, Span, likeness_of_series
from comment_kit.recognise.tokens import words_of

LONGEST_DOCUMENT = 2500
"""No document of the Federal Register fills more pages, and no case."""

_NAME_LENGTH = 80


class CitedSource(Struct, kw_only=True):
    """What the letter has said of a source it cites."""

    key: str
    words: tuple[str, ...] = ()
    """The words of its first full citation, in lower case."""
    notes: list[int] = field(default_factory=list)
    """The numbers of the notes that cite it, rising."""


class Memory(Struct, kw_only=True):
    """The sources cited in the notes read so far, known and unknown, and the names given to them."""

    index: SourceIndex
    cited: dict[str, CitedSource] = field(default_factory=dict)
    in_note: dict[int, list[str]] = field(default_factory=dict)
    """The keys cited in each note, in order."""
    by_word: dict[str, list[str]] = field(default_factory=dict)
    """The keys in whose first citation a word stands."""
    defined: dict[tuple[str, ...], list[str | None]] = field(default_factory=dict)
    """By the words of a short name: the sources it was given to; None where none could be told."""
    implied: dict[tuple[str, ...], list[str]] = field(default_factory=dict)
    """By the words of a bracket behind a full citation that may give a name, without marks: "(NIST Draft)"."""
    sections: dict[str, list[str]] = field(default_factory=dict)
    """The sources cited by the section of a code that each is: "553"."""
    titles: dict[tuple[str, str], None] = field(default_factory=dict)
    """The titles of codes cited, in order: ("5", "U.S.C.")."""
    candidates: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a source that could not be told: the sources it may be."""
    editions: dict[str, list[str]] = field(default_factory=dict)
    """By the key of a source: the unknown ones that bear its name and are other editions of it."""
    contradictions: dict[str, Contradiction] = field(default_factory=dict)
    """For a source that could not be told because the citation names two: which, and by what words."""
    _unknown: dict[str, str] = field(default_factory=dict)
    _volumes: dict[str, list[Span]] = field(default_factory=dict)

    # ---- what is known ----

    def keys_of(self, identity: Identity, year: str | None = None) -> frozenset[str]:
        """Return the sources with ``identity``, of the library or met before in this letter."""
        known = self.index.named_by(identity, year)
        if known:
            return known
        met = self.met(identity)
        return frozenset({met}) if met else frozenset()

    def met(self, identity: Identity) -> str | None:
        """Return the key of the unknown source that an earlier citation gave ``identity``, or None."""
        return self._unknown.get(likeness(identity))

    def page_of(self, series: Series) -> frozenset[str]:
        """Return the sources on whose pages a place of a volume may lie.

        A page that the library knows to be inside a document settles it. Else it lies in the nearest document
        cited before it: those cited earlier in the volume have ended where that one begins.
        """
        if certain := self.index.page_of(series):
            return certain
        return _nearest(self._volumes.get(series.name, ()), series.page) or _nearest(
            self.index.before(series), series.page
        )

    def is_cited(self, key: str) -> bool:
        """Return whether an earlier citation names ``key``."""
        return key in self.cited

    def is_called(self, name: str, key: str) -> bool:
        """Return whether the letter gave ``name`` to the source, or cited it by these words before."""
        words = words_of(name)
        cited = self.cited.get(key)
        return key in self.defined.get(words, ()) or (cited is not None and set(words) <= set(cited.words))

    def called(self, name: tuple[str, ...]) -> Sequence[str | None]:
        """Return the sources to which the letter gave the short name of these words; None where none could be told."""
        return self.defined.get(name) or tuple(self.implied.get(name, ()))

    # ---- what is new ----

    def unknown(self, identities: Iterable[Identity], name: str, *, candidates: Iterable[str] = ()) -> str:
        """Return the key of a source that the library does not have, the same for the same source."""
        marks = [*(likeness(identity) for identity in identities), f"words {name.casefold()}"]
        key = next((self._unknown[mark] for mark in marks if mark in self._unknown), None) or f"?{name[:_NAME_LENGTH]}"
        for mark in marks:
            self._unknown.setdefault(mark, key)
        if found := tuple(sorted(candidates)):
            self.candidates[key] = found
        return key

    def other_edition(self, key: str, name: str) -> str:
        """Return the key of an edition of ``key`` that the library does not have."""
        other = self.unknown((), name, candidates=(key,))
        if other not in self.editions.setdefault(key, []):
            self.editions[key].append(other)
        return other

    def contradicted(self, words: str, contradiction: Contradiction) -> str:
        """Return the key of a source that ``words`` cite, which name two."""
        found = contradiction
        keys = {key for key in (found.key, found.other_key) if key}
        # Its number alone may be that of a source which another citation names rightly.
        key = self.unknown((), " ".join(words.split()), candidates=keys)
        self.contradictions[key] = contradiction
        return key

    def cite(self, key: str, note: int | None, words: Sequence[str], clues: Sequence[Clue]) -> None:
        """Remember that ``key`` is cited in a note, by what words and with what clues."""
        source = self.cited.get(key)
        if source is None:
            source = self.cited[key] = CitedSource(key=key, words=tuple(words))
            for word in dict.fromkeys(words):
                self.by_word.setdefault(word, []).append(key)
            self._remember_pages(key, clues)
            self._remember_sections(key, clues)
        if note is not None:
            source.notes.append(note)
            self.in_note.setdefault(note, []).append(key)

    def define(self, name: tuple[str, ...], key: str | None) -> None:
        """Remember a short name that the letter gives; of "the Draft", "Draft" too."""
        for words in {name, name[1:] if len(name) > 1 and name[0] == "the" else name}:
            keys = self.defined.setdefault(words, [])
            if key not in keys:
                keys.append(key)

    def imply(self, name: tuple[str, ...], key: str) -> None:
        """Remember a short name that the letter may give; one that it defines in so many words goes before."""
        keys = self.implied.setdefault(name, [])
        if key not in keys:
            keys.append(key)

    def _remember_pages(self, key: str, clues: Iterable[Clue]) -> None:
        known = self.index.library.sources.get(key)
        last = int(known.last_page) if known and known.last_page and known.last_page.isdigit() else ENDLESS
        for clue in clues:
            if clue.identity and clue.series:
                series, _, page = likeness_of_series(clue.identity)
                if page.isdigit():
                    insort(self._volumes.setdefault(series, []), Span(first=int(page), last=last, key=key))

    def _remember_sections(self, key: str, clues: Iterable[Clue]) -> None:
        for clue in clues:
            if clue.identity and clue.identity.family in {"U.S.C.", "C.F.R."}:
                title, _, section = clue.identity.name.partition(" § ")
                number, _, code = title.partition(" ")
                self.sections.setdefault(section, []).append(key)
                self.titles[number, code] = None


def _nearest(spans: Sequence[Span], page: int) -> frozenset[str]:
    """Return the documents that begin last before ``page``, unless they ended or lie too far back."""
    at = bisect_right(spans, page, key=lambda span: span.first)
    if not at or page - spans[at - 1].first > LONGEST_DOCUMENT:
        return frozenset()
    first = spans[at - 1].first
    keys: set[str] = set()
    while at and spans[at - 1].first == first:
        at -= 1
        if page <= spans[at].last:
            keys.add(spans[at].key)
    return frozenset(keys)
