"""Small builders of letters and sources, so that a test shows only what it is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from comment_kit.locators import pinpointed
from comment_kit.model.citations import SIGNALS, Citation, Form, StringCite
from comment_kit.model.dates import PartialDate
from comment_kit.model.letter import (
    Block,
    CrossReference,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    Letter,
    NoteCall,
    Paragraph,
)
from comment_kit.model.names import Names
from comment_kit.model.places import Location
from comment_kit.model.policy import Policy
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Change, Kind, Library, Name, Recall, Source, StatusChange
from comment_kit.model.text import Span
from comment_kit.resolve import resolve

HERE = Location(file="letter.md", line=1)


def kind(name: str, recall: Recall = Recall.SUPRA, family: tuple[str, ...] = ()) -> Kind:
    return Kind(name=name, recall=recall, family=family)


def source(key: str, kind: Kind, *, changes: tuple[StatusChange, ...] = (), **fields: str) -> Source:
    """Return a source of 2024 with the fields given."""
    return Source(
        key=key, kind=kind, fields=fields, date=PartialDate(year=2024), changes=changes, location=Location(file="x.bib")
    )


REPORT, ARTICLE = kind("report"), kind("article")
CASE, ORDER = kind("case", Recall.SHORT), kind("executive order", Recall.SHORT)
CODE = kind("statute", Recall.SHORT, ("usctitle",))
RULES = kind("regulation", Recall.SHORT, ("cfrtitle", "cfryear"))
REVOKED = StatusChange(change=Change.REVOKED, date=PartialDate(year=2025, month=1, day=20), by_key="later")
SUPERSEDED = StatusChange(change=Change.SUPERSEDED, date=PartialDate(year=2025, month=1, day=15))

SOURCES = (
    source("report", REPORT, title="A Report"),
    source("article", ARTICLE, title="An Article"),
    source("article2", ARTICLE, title="Another Article"),
    source("case", CASE, title="One v. Two"),
    source("order", ORDER, title="An Order", changes=(REVOKED,)),
    source("draft", REPORT, title="Draft", shorthand="AI 1", stage="initial public draft", changes=(SUPERSEDED,)),
    source("draft2", REPORT, title="Draft", shorthand="AI 1", stage="second public draft"),
    source("wished", REPORT, title="Wished", hereinafter="yes"),
    source("usc553", CODE, usctitle="5", uscsection="553"),
    source("usc551", CODE, usctitle="5", uscsection="551"),
    source("cfr", RULES, cfrtitle="5", cfryear="2024"),
)
"""A library small enough to keep in mind."""

PRINTED = {"article": "Doe", "article2": "Doe", "draft": "AI Office", "draft2": "AI Office"}


def library(*sources: Source) -> Library:
    return Library(sources={each.key: each for each in sources or SOURCES})


def names(library: Library) -> Mapping[str, Names]:
    """Return names in which the two articles share an author and the two drafts an office."""
    return {
        key: Names(
            printed=PRINTED.get(key, key),
            defined=f"{key}, defined",
            personal=key.startswith("article"),
            wished="hereinafter" in each.fields,
        )
        for key, each in library.sources.items()
    }


def person(full: str) -> Name:
    given, _, family = full.rpartition(" ")
    return Name(family=family, given=given or None)


def cite(written: str, *, form: Form | None = None, pin_always: bool = False) -> Citation:
    """Return the citation that a writer types as ``see report, 47``; the pinpoint is not looked up."""
    before, _, locator = written.partition(", ")
    signal, _, key = before.rpartition(" ")
    return Citation(
        key=key,
        locator=locator or None,
        signal=next((each for each in SIGNALS if each.words == signal), None),
        form=form,
        pin_always=pin_always,
        location=HERE,
    )


@dataclass
class PaperTrail:
    """A letter built note by note: each method adds one and returns the letter."""

    date: dt.date = dt.date(2024, 9, 9)
    library: Library = field(default_factory=library)
    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, Footnote] = field(default_factory=dict)

    def note(
        self, *written: str, form: Form | None = None, pin_always: bool = False, mark: str | None = None
    ) -> PaperTrail:
        """Add a note with a sentence for each citation."""
        cites = [
            StringCite(citations=(cite(each, form=form, pin_always=pin_always),), location=HERE) for each in written
        ]
        return self._add(tuple(cites), mark)

    def string(self, *written: str) -> PaperTrail:
        """Add a note of one bracket with several citations."""
        return self._add((StringCite(citations=tuple(cite(each) for each in written), location=HERE),), None)

    def words(self, words: str, mark: str | None = None) -> PaperTrail:
        """Add a note of words that cite nothing."""
        return self._add((Span(text=words),), mark)

    def see_part(self, part: str) -> PaperTrail:
        """Add a note that refers to a part of the letter."""
        return self._add((Span(text="See supra Part "), CrossReference(target=part, location=HERE)), None)

    def heading(self, words: str) -> PaperTrail:
        """Add a heading of the first level."""
        self.blocks.append(Heading(level=1, content=(Span(text=words),), location=HERE))
        return self

    def _add(self, content: tuple[Inline, ...], mark: str | None) -> PaperTrail:
        name = f"fn-{len(self.notes) + 1}"
        paragraph = Paragraph(content=content, location=HERE)
        self.notes[name] = Footnote(id=name, blocks=(paragraph,), location=HERE, mark=mark)
        self.blocks.append(Paragraph(content=(NoteCall(note=name, location=HERE),), location=HERE))
        return self

    def letter(self) -> Letter:
        """Return the letter with its pinpoints looked up."""
        front = FrontMatter(values={"date": self.date})
        letter = Letter(file="letter.md", front=front, blocks=tuple(self.blocks), notes=dict(self.notes))
        return pinpointed(letter, self.library)[0]

    def resolved(self, policy: Policy) -> tuple[Resolution, ...]:
        """Return the resolutions of the letter's citations."""
        return resolve(self.letter(), self.library, policy, names(self.library))
