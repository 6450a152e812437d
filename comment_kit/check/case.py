"""What a rule sees: a letter with its citations followed and its quotations judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.check.note_words import NoteWords, note_words
from comment_kit.model.letter import Block, Letter, notes_in_order
from comment_kit.model.pinpoints import Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.policy import Policy
from comment_kit.model.quotations import Judgement, Kind, Quotation, Verdict, Words
from comment_kit.model.recognition import DefinedName, UnknownSource
from comment_kit.model.resolutions import Cited, Resolution
from comment_kit.model.sources import Library, Source
from comment_kit.model.text import Text
from comment_kit.model.word import WordFacts


class CitedSource(Struct, frozen=True, kw_only=True):
    """What a citation says: which source, in which edition, and where in it."""

    key: str | None
    """Also of a source that no database has: it begins with "?" then."""
    edition: str
    """As its entry names it; "" where nothing tells it from others."""
    pinpoint: Pinpoint
    """Inherited through *Id.* too."""
    unread: str | None = None
    """Printed words that may name a further place, or leave it open."""


class Judged(Struct, frozen=True, kw_only=True):
    """A quotation with what became of it; a quotation that is not judged has no judgement."""

    quotation: Quotation
    judgement: Judgement | None = None
    key: str | None = None
    """The source it was looked for in."""
    cited_page: str | None = None
    """As the citation that vouches has it, inherited through *Id.* too."""
    cites: tuple[CitedSource, ...] = ()
    """Every source that may have the words by right, the one that vouches first."""
    instead: tuple[str, tuple[str, ...]] | None = None
    """Another source of the letter that has the words as quoted, which the vouching one has not, with their pages."""
    note: str = ""
    """The mark of the note that vouches, as printed ("14", "iv", "*"); "" where none does."""

    @property
    def place(self) -> Location:
        """Where a reader finds it: its line in a letter's source, and the note that it stands in or that vouches."""
        location = self.quotation.location
        return location if location.note or not self.note else replace(location, note=self.note)

    @property
    def counts(self) -> bool:
        """Whether reports tell of it: it was looked up, and is no word or two that the text at hand does not have.

        Such words, and words that are only set in, may well be the letter's own: a miss says nothing. Nor is it a
        name that the text has and for which no page is cited.
        """
        judgement = self.judgement
        if self._is_named_alone:
            return False
        is_missed = judgement is not None and judgement.verdict is Verdict.UNDECIDED
        is_read = judgement is not None and judgement.words is not Words.NO_TEXT
        return self.quotation.judged and not (
            self.quotation.kind in {Kind.SHORT, Kind.SET_IN} and is_missed and is_read
        )

    @property
    def _is_named_alone(self) -> bool:
        """Whether it may be a name which the source has, and for which no page is cited: a name needs none."""
        if self.quotation.kind is not Kind.DOUBTFUL or self.judgement is None or self.cited_page is not None:
            return False
        return self.judgement.words is Words.SAME and self.judgement.verdict is not Verdict.VERIFIED

    @property
    def voucher_note(self) -> int | None:
        """The printed number of the note that vouches for it; None where none does."""
        voucher = self.quotation.voucher
        return voucher.at.note_number if voucher and voucher.at else None


class HouseForm(Struct, frozen=True, kw_only=True):
    """How the declared style would print a citation that somebody typed."""

    resolution: Resolution
    """What the style's policy calls for at its place."""
    texts: tuple[Text, ...]
    """What it may print, its own choice first, without parentheticals and closing period."""

    @property
    def text(self) -> Text:
        """What it prints of itself."""
        return self.texts[0]


class Case(Struct, frozen=True, kw_only=True, dict=True):
    """A letter, its resolutions, its quotations and the library they rest on."""

    letter: Letter
    resolutions: tuple[Resolution, ...]
    library: Library
    text: tuple[Block, ...] = ()
    """The blocks of the letter with the citations that stand in its text; none where these are the letter's own."""
    quotations: tuple[Judged, ...] = ()
    policy: Policy | None = None
    """The declared style's; None for a letter that declares none."""
    as_of: date | None = None
    """The day as of which authorities are judged; None where it is not known."""
    organization: str = ""
    """Whose letters the project holds; "" where it does not say."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The key of a source by each name that running text may call it: "the Report", "NTIA"."""
    defined: tuple[DefinedName, ...] = ()
    """The short names that a letter which nobody tagged gives its sources, in reading order."""
    unknown: tuple[UnknownSource, ...] = ()
    """Its citations that name no source of the library, or leave it open between several."""
    facts: WordFacts = field(default_factory=WordFacts)
    """What the file holds beside its words; nothing for a letter's source."""
    note_pages: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """By source and number: the printed pages on which a note of a source stands, where its text tells them."""
    last_notes: Mapping[str, int] = field(default_factory=dict)
    """By source: the number of its last note, where every note from the first on is known."""
    house: Mapping[Cited, HouseForm] = field(default_factory=dict)
    """How the declared style prints each citation that was typed, where the library has its source."""

    @cached_property
    def words(self) -> NoteWords:
        """What was typed into its notes."""
        return note_words(self.letter, self.by_place, self.library)

    @cached_property
    def by_place(self) -> Mapping[Cited, Resolution]:
        """Every resolution by its place."""
        return {resolution.at: resolution for resolution in self.resolutions}

    @cached_property
    def marks(self) -> Mapping[str, str]:
        """The mark of every note as printed, by the id of the note."""
        return {called.note.id: called.printed for called in notes_in_order(self.letter)}

    @property
    def style_name(self) -> str:
        """The declared style as messages name it."""
        return f"'{self.policy.name}'" if self.policy else "the style"

    def source(self, resolution: Resolution) -> Source | None:
        """Return the source that ``resolution`` names, or None for one of no database."""
        return self.library.sources.get(resolution.key or "")

    def named(self) -> Iterator[tuple[Resolution, Source]]:
        """Yield each resolution whose source the library has, with that source."""
        for resolution in self.resolutions:
            source = self.source(resolution)
            if source is not None:
                yield resolution, source


def could_not_be_set(resolution: Resolution) -> bool:
    """Return whether a bracket stands in a letter that an error kept from being set.

    A form that its writer asked for in vain was told then.
    """
    return resolution.citation.printed == ()
