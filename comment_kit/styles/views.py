"""What a form sees of a source and of its citation: words ready to print, and nothing that it could change."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches

from comment_kit.model.dates import PartialDate
from comment_kit.model.sources import Source
from comment_kit.styles.fields import KNOWN_FIELDS
from comment_kit.styles.names import NameRules, bodies, in_full, in_short, joined
from comment_kit.styles.numbers import first_of_span

_YEAR = re.compile(r"\b(?:1[789]|20)\d\d\b")
_UNPRINTABLE_IN_ADDRESS = str.maketrans({" ": "%20", "\t": "", "\n": ""})


class UnknownFieldError(Exception):
    """A form asks for a field that no entry has; not an AttributeError, which Jinja would swallow."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What happened to an authority before the letter's date."""

    words: str
    """ "revoked" """
    year: str
    by: object = ""
    """The full citation of the authority that did it; empty where the entry names none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationView:
    """What a form sees of the citation."""

    name: str = ""
    """The hereinafter name that is defined or used here."""
    called: object = ""
    """``name`` in its type, as the form's own macro sets it."""
    with_title: bool = False
    """True where a short title must stand beside the author."""
    bare_section: bool = False
    """True where a section sign may stand without its code."""
    note: object = ""
    """The number of the note with the full citation, live; empty where that is this very note."""
    fates: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceView:
    """What a form sees of a source: every field of its entry by name, and the few made here."""

    _source: Source
    _rules: NameRules
    _shows_address: bool
    _prefers_doi: bool = False
    _made: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> str:
        """Return the field ``name``; "" where the entry lacks it.

        Raises:
            UnknownFieldError: there is no such field.
        """
        value = self._source.fields.get(name)
        if value is not None:
            return value
        if name.startswith("_"):
            raise AttributeError(name)
        if name in KNOWN_FIELDS or any(name in choice for choice in self._source.kind.required):
            return ""
        near = get_close_matches(name, KNOWN_FIELDS, n=1)
        advice = f": did you mean 'source.{near[0]}'?" if near else f"; for one of your own write source.get('{name}')"
        raise UnknownFieldError(f"no source has a field '{name}'{advice}")

    def get(self, name: str) -> str:
        """Return the field ``name`` of any name; "" where the entry lacks it."""
        return self._source.fields.get(name, "")

    @property
    def kind(self) -> str:
        """The name of its kind."""
        return self._source.kind.name

    @property
    def date(self) -> PartialDate | str:
        """The day it was made; for an order the day of signing."""
        return self._source.date or self._source.fields.get("date", "")

    @property
    def published(self) -> PartialDate | str:
        """The day it stood in the Federal Register."""
        return self._source.fields.get("frdate") or self.date

    @property
    def is_by_bodies(self) -> bool:
        """True where institutions wrote it."""
        return not self._source.authors or self._source.authors[0].body

    @property
    def authors(self) -> str:
        """All authors as a full citation prints them, bodies with their parents: "Inst. A, Agency B"."""
        if self.is_by_bodies:
            return ", ".join(bodies(self._source))
        return in_full(self._source.authors, more=self._source.more_authors, rules=self._rules)

    @property
    def short_authors(self) -> str:
        """The authors of a short form: family names, or the smaller body alone."""
        if self.is_by_bodies:
            return next(iter(bodies(self._source)), "")
        return in_short(self._source.authors, more=self._source.more_authors, rules=self._rules)

    @property
    def editors(self) -> str:
        """The editors with their title: "Leslie C. Levin & Lynn Mather eds."."""
        names = in_full(self._source.editors, more=self._source.more_editors, rules=self._rules)
        several = len(self._source.editors) > 1 or self._source.more_editors
        return f"{names} {'eds.' if several else 'ed.'}" if names else ""

    @property
    def short_title(self) -> str:
        """The name in a short form: ``shorttitle``, else the title up to its colon."""
        return self._source.fields.get("shorttitle") or self._source.title.partition(": ")[0]

    @property
    def journal(self) -> str:
        """The periodical, abbreviated where the entry says how."""
        return self.shortjournal or self.journaltitle or self.journal_as_bibtex

    @property
    def journal_as_bibtex(self) -> str:
        """The older name of the field."""
        return self._source.fields.get("journal", "")

    @property
    def first_page(self) -> str:
        """The first of its pages in a volume."""
        return first_of_span(self._source.fields.get("pages", ""))

    @property
    def year_in_title(self) -> bool:
        """True where the title says the year, as "First Step Act of 2018" does."""
        return _YEAR.search(self._source.title) is not None

    @property
    def address(self) -> str:
        """The address to print; empty where the house prints none for this kind."""
        if not self._shows_address:
            return ""
        doi = self._source.fields.get("doi")
        as_doi = f"https://doi.org/{doi}" if doi else ""
        url = self._source.fields.get("url", "")
        chosen = (as_doi or url) if self._prefers_doi else (url or as_doi)
        return chosen.translate(_UNPRINTABLE_IN_ADDRESS)

    @property
    def archive(self) -> str:
        """The address of an archived copy, where the address itself is printed."""
        return self._source.fields.get("archiveurl", "").translate(_UNPRINTABLE_IN_ADDRESS) if self.address else ""


def people(names: list[str]) -> str:
    """Return names as one list."""
    return joined(names)
