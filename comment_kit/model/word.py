"""A letter as read from anybody's Word file or PDF, with what the file holds beside its words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct, field

from comment_kit.model.citations import Form
from comment_kit.model.letter import Letter
from comment_kit.model.places import Location
from comment_kit.model.printed import LetterStamp


class StoredCitation(Struct, frozen=True, kw_only=True):
    """What a field of ours remembers of a citation."""

    key: str
    text: str
    """The words that stand in the field now."""
    form: Form | None = None
    """The form that its writer asked for; None where the style chose."""


class StaleNumber(Struct, frozen=True, kw_only=True):
    """A field that prints another number than that of the note it points at."""

    location: Location
    printed: str
    true: str


class Trace(Enum):
    """What sort of thing drafting leaves in a file."""

    FIELDS = "fields"
    DATA = "data"
    PATHS = "paths"
    HISTORY = "history"


class WordFacts(Struct, frozen=True, kw_only=True):
    """What stands in the file beside the words of the letter."""

    comments: int = 0
    insertions: int = 0
    """Tracked insertions and moves that nobody has accepted."""
    deletions: int = 0
    hidden: int = 0
    """Runs of hidden text; they are no part of the letter."""
    margins: tuple[str, ...] = ()
    """The words of each head and foot of its pages."""
    properties: Mapping[str, str] = field(default_factory=dict)
    """Names of persons that the file tells: "author", "last modified by"."""
    traces: Mapping[Trace, tuple[str, ...]] = field(default_factory=dict)
    """What else drafting left in a file that is none of our own drafts, each in few words: "revision 14"."""
    undefined: tuple[Location, ...] = ()
    """Where a note is called that the file does not hold."""
    uncalled: tuple[str, ...] = ()
    """The first words of each note that nothing calls."""
    stale: tuple[StaleNumber, ...] = ()
    stored: Mapping[str, tuple[StoredCitation, ...]] = field(default_factory=dict)
    """By the id of a note: its citations in order, where fields of ours carry them."""
    stamp: LetterStamp | None = None
    """What our own part records; None in a file that has none."""
    remarks: tuple[str, ...] = ()
    """What could not be decided for want of something that the file does not tell, a sentence each."""
    type_known: bool = True
    """False where italics were not read, as in a PDF."""
    unsure_from: int | None = None
    """The number of the first note whose words may be another's, as where a page does not tell notes from text; None
    where every note is its own."""
    guessed: bool = False
    """Whether a machine guessed the letters from pictures of the pages."""


class WordLetter(Struct, frozen=True, kw_only=True):
    """A letter with the facts of its file."""

    letter: Letter
    facts: WordFacts
