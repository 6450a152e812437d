"""The documents that a letter may cite, each described as what it is."""

from collections.abc import Mapping
from difflib import get_close_matches
from enum import StrEnum

from msgspec import Struct, field

from comment_kit.model.dates import PartialDate
from comment_kit.model.pinpoints import PinpointTable
from comment_kit.model.places import Location


class Name(Struct, frozen=True, kw_only=True):
    """A person or a body that wrote or edited a source."""

    family: str
    """The family name, or the whole name of a body."""
    given: str | None = None
    suffix: str | None = None
    body: bool = False
    """True for an institution, whose name is never taken apart."""

    @property
    def full(self) -> str:
        """The name in reading order: "Kathryn A. Watts", "Pew Charitable Trusts"."""
        parts = [self.given, self.family] if self.given else [self.family]
        name = " ".join(part for part in parts if part)
        return f"{name}, {self.suffix}" if self.suffix else name


class Change(StrEnum):
    """What may happen to a document after it was issued."""

    REVOKED = "revoked"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    FINALIZED = "finalized"


class StatusChange(Struct, frozen=True, kw_only=True):
    """A document was revoked, superseded, withdrawn or finalized: when, and by what."""

    change: Change
    date: PartialDate
    by_key: str | None = None
    """The key of the authority, where the entry names one."""
    by_locator: str | None = None
    """The locator as typed after the key: "§ 2(ggg)"."""


class Recall(StrEnum):
    """How a kind of source is cited again once other sources stand between."""

    SUPRA = "supra"
    """Books, articles, reports, hearings, filings, web pages: *supra*, at any distance."""
    SHORT = "short"
    """Cases, statutes, regulations, orders, Federal Register papers: a short form, within a window."""
    SHORT_ANYWHERE = "short anywhere"
    """Committee reports and bills: a short form at any distance, and never *supra*."""


class Kind(Struct, frozen=True, kw_only=True):
    """A kind of source: which entries are of it, what they must say, how it is cited again."""

    name: str
    """In the field's words: "executive order", "proposed rule"."""
    recall: Recall
    required: tuple[tuple[str, ...], ...] = ()
    """Each a choice of fields of which an entry must have one."""
    form: str = ""
    """The stem of the style's file of forms, where several kinds share one; the name otherwise."""
    italic_title: bool = False
    family: tuple[str, ...] = ()
    """Fields that are equal for sections of one title of one code in one edition, within which *Id.* may move."""
    paginated: bool = True
    """False for kinds that print no pages, as web pages do."""
    description: str = ""
    mention: str = ""
    """What running text calls such a source before its title: "Executive Order {number}", fields in braces."""


class Source(Struct, frozen=True, kw_only=True):
    """One document of the citation database."""

    key: str
    kind: Kind
    fields: Mapping[str, str]
    """Every field of the entry in lower case, decoded to plain text; absent is absent, never ""."""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    more_authors: bool = False
    """True where the entry says "and others": further authors whose names are not known."""
    more_editors: bool = False
    date: PartialDate | None = None
    """The day it was made: for an order, the day of signing."""
    changes: tuple[StatusChange, ...] = ()
    first_page: str | None = None
    last_page: str | None = None
    """The span inside which a page must lie, where the entry gives one."""
    location: Location
    """Where the entry stands."""

    def get(self, name: str) -> str | None:
        """Return the field ``name``, or None."""
        return self.fields.get(name)

    @property
    def title(self) -> str:
        """The title as the document prints it; empty for kinds that have none."""
        return self.fields.get("title", "")

    @property
    def short_name(self) -> str:
        """What running text calls the source: the designation it bears, the name we gave it, or its title."""
        return self.fields.get("shorthand") or self.fields.get("shorttitle") or self.title or self.key

    @property
    def code_title(self) -> tuple[str, ...] | None:
        """The title of the code in the edition that it is a section of, or None for any other kind."""
        if not self.kind.family:
            return None
        return (self.kind.name, *(self.fields.get(name, "") for name in self.kind.family))


class Library(Struct, frozen=True, kw_only=True):
    """The sources that a letter may cite, with their pinpoint tables."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    tables: Mapping[str, PinpointTable] = field(default_factory=dict)
    """By key; a source without a table has none."""
    shadowed: Mapping[str, tuple[Location, ...]] = field(default_factory=dict)
    """By key: entries of the same key in later databases, which were not used."""
    left_out: Mapping[str, Location] = field(default_factory=dict)
    """By key: entries that cannot be used until what is wrong in them is corrected."""

    def nearest(self, key: str, count: int = 3) -> tuple[str, ...]:
        """Return up to ``count`` keys of this library that look most like ``key``."""
        return tuple(get_close_matches(key, self.sources, n=count, cutoff=0.5))
