"""What a writer cites: a source, a place in it, a signal before it and words after it."""

from __future__ import annotations

from enum import Enum, StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from comment_kit.model.pinpoints import WHOLE, Pinpoint
from comment_kit.model.places import Location
from comment_kit.model.text import Text

if TYPE_CHECKING:
    from comment_kit.model.letter import Inline


class Form(StrEnum):
    """The form a citation takes on the page."""

    FULL = "full"
    SHORT = "short"
    ID = "id"
    SUPRA = "supra"


class SignalClass(Enum):
    """The groups of signals in the order in which they must stand (Indigo Book R4.3)."""

    SUPPORT = 1
    COMPARISON = 2
    CONTRADICTION = 3
    BACKGROUND = 4


class Signal(Struct, frozen=True):
    """A word that says how an authority bears on the sentence."""

    words: str
    """In lower case, as set after a semicolon: "see, e.g.,"."""
    group: SignalClass
    needs_parenthetical: bool = False
    edition: int = 0
    """The first edition of the Bluebook that knows it; 0 where every one does."""
    last_edition: int = 99
    """The last edition in which it may stand."""


SIGNALS = (
    Signal("e.g.,", SignalClass.SUPPORT),
    Signal("accord", SignalClass.SUPPORT),
    Signal("see", SignalClass.SUPPORT),
    Signal("see, e.g.,", SignalClass.SUPPORT),
    Signal("see also", SignalClass.SUPPORT),
    Signal("see also, e.g.,", SignalClass.SUPPORT),
    Signal("cf.", SignalClass.SUPPORT, needs_parenthetical=True),
    Signal("cf., e.g.,", SignalClass.SUPPORT, needs_parenthetical=True),
    Signal("compare", SignalClass.COMPARISON, needs_parenthetical=True),
    Signal("contrast", SignalClass.COMPARISON, needs_parenthetical=True, edition=22),
    Signal("with", SignalClass.COMPARISON, needs_parenthetical=True),
    Signal("and", SignalClass.COMPARISON, needs_parenthetical=True),
    Signal("contra", SignalClass.CONTRADICTION),
    Signal("but see", SignalClass.CONTRADICTION),
    Signal("but see, e.g.,", SignalClass.CONTRADICTION),
    Signal("but cf.", SignalClass.CONTRADICTION, needs_parenthetical=True),
    Signal("see generally", SignalClass.BACKGROUND),
    Signal("see generally, e.g.,", SignalClass.BACKGROUND),
)
"""Every signal of the rule book; which of them an edition knows is the style's policy."""


class Parenthetical(Struct, frozen=True, kw_only=True):
    """Words in round brackets after a citation; authorities cited in them are no antecedents."""

    content: tuple[Inline, ...]


class Citation(Struct, frozen=True, kw_only=True):
    """One authority as cited once."""

    key: str | None
    """The source's key; None where a form read from a page names none, as *Id.* does.

    A source that was read from a page and is in no database has a key of its own that begins with "?".
    """
    pinpoint: Pinpoint = WHOLE
    locator: str | None = None
    """The locator as typed, without the comma before it; None for the whole source."""
    unread: str | None = None
    """Printed words that may name a place beside ``pinpoint`` and could not be read, or that leave it open ("et seq.");
    None in a letter's source."""
    signal: Signal | None = None
    parentheticals: tuple[Parenthetical, ...] = ()
    form: Form | None = None
    """The form the writer asked for (``form=``), or the one that was read from a page."""
    pin_always: bool = False
    """True to print a pinpoint that *Id.* would inherit (``pin=always``)."""
    printed: Text | None = None
    """The words as they stand on the page, signal and parentheticals included; None in a letter's source."""
    stored: str | None = None
    """The key that a file of ours carries beside the words; None where it carries none, and in a letter's source."""
    supra_note: str | None = None
    """The note that a printed *supra* names ("4"); None where it names none, and in a letter's source."""
    location: Location


class StringCite(Struct, frozen=True, kw_only=True):
    """The authorities of one bracket, joined by semicolons."""

    citations: tuple[Citation, ...]
    location: Location
