"""Where a citation stands in the run of notes, and the form that follows from it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from comment_kit.model.citations import Citation, Form
from comment_kit.model.sources import StatusChange


class Position(StrEnum):
    """What the run of notes before a citation calls for."""

    FIRST = "first"
    """The source was not cited before."""
    REPEAT = "repeat"
    """The source cited just before, at the same place: bare *Id.*"""
    REPEAT_ELSEWHERE = "repeat elsewhere"
    """The source cited just before, at another place: *Id.* with its pinpoint."""
    NEAR = "near"
    """Cited before, with something between, and close enough for a short form."""
    FAR = "far"
    """Cited before, but outside the window in which its kind may take a short form."""


class Obstacle(StrEnum):
    """Why *Id.* may not stand where the source was cited before."""

    NOTHING_BEFORE = "nothing is cited before it"
    OTHER_SOURCE = "another source was cited just before"
    SEVERAL_SOURCES = "the note before cites more than one source"
    NO_SOURCE = "the note before has words but cites no source"
    CROSS_REFERENCE = "a cross-reference stands just before it"
    UNKNOWN_SOURCE = "the source cited just before could not be named"
    PINPOINT_DROPPED = "the citation before names a page and this one names none"
    HEADING = "the style starts afresh after a heading"
    RUN_LIMIT = "the style allows no longer run of Id."
    ASKED = "the letter asks for another form here"


class Cited(Struct, frozen=True, kw_only=True):
    """A citation at its place in the run of notes."""

    note_id: str
    note_number: int | None
    """As printed; None in a note with a custom mark."""
    index: int
    """Which citation of its note, counted from 1."""


class Resolution(Struct, frozen=True, kw_only=True):
    """One citation with its place, its source, the form it takes and what led to it."""

    citation: Citation
    at: Cited
    key: str | None
    """The source it names, through *Id.* and *supra* too; None where there is none."""
    position: Position
    form: Form
    antecedent: Cited | None = None
    """What *Id.* refers to; None for other forms."""
    first_full: Cited | None = None
    """Where the source was cited in full before; None where this is the first time."""
    last_cited: Cited | None = None
    """Where the source was last cited before; None where this is the first time."""
    obstacle: Obstacle | None = None
    """Why this is not *Id.*; None where it is, and at a first citation."""
    prints_pinpoint: bool = True
    """False where *Id.* inherits the whole pinpoint and is printed bare."""
    name: str | None = None
    """The hereinafter name: defined here by a full form, used here by a *supra*; None without one."""
    with_title: bool = False
    """True where the author alone would not tell two sources apart: author and short title (Indigo Book R31.2)."""
    bare_section: bool = False
    """True where a section may stand without its code, because no other title is live (Indigo Book R16.2)."""
    starts_sentence: bool = True
    """True where a citation sentence begins here: *Id.* and the signal take a capital."""
    history: tuple[StatusChange, ...] = ()
    """What a full form must say happened to the source before the letter's date."""
