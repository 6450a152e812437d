"""A letter as read back from a file that prints it: its notes in order, with the citations that the file carries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TypeAlias

from msgspec import Struct, field

from comment_kit.model.blocks import BlockUse
from comment_kit.model.citations import Citation
from comment_kit.model.text import Text


class PrintedCitation(Struct, frozen=True, kw_only=True):
    """A citation as the file carries it beside its words."""

    citation: Citation
    """What the writer asked for. Its pinpoint is not read yet: the locator stands as typed."""
    text: Text
    """The words as they stand in the file now."""
    stamp: str
    """What the words were when we set them, as ``citation_stamp`` gives it."""
    edited: bool
    """True where the words are no longer those that we set."""


class PrintedCall(Struct, frozen=True, kw_only=True):
    """The mark of a note in the text."""

    note: int
    """The position of the note among ``PrintedLetter.notes``, counted from 0."""


PrintedInline: TypeAlias = Text | PrintedCall


class PrintedNote(Struct, frozen=True, kw_only=True):
    """A note of the file that a live reference calls."""

    id: int
    """Its ``w:id``, which is no identity: another program may number anew."""
    number: int | None
    """As printed; None for a note with a custom mark."""
    mark: str | None = None
    """The custom mark."""
    paragraphs: tuple[Text, ...]
    """Its words without its own number."""
    citations: tuple[PrintedCitation, ...]

    @property
    def printed(self) -> str:
        """The mark as the reader sees it: "14", "i"."""
        return str(self.number) if self.number is not None else (self.mark or "")


class PrintedParagraph(Struct, frozen=True, kw_only=True):
    """A paragraph of the body."""

    style: str
    """The name of its style; empty for the default one."""
    level: int | None
    """The level of a heading, counted from 1; None for text."""
    content: tuple[PrintedInline, ...]


class LetterStamp(Struct, frozen=True, kw_only=True):
    """What our own part of the file records of the day it was set."""

    style: str
    date: str
    """As YYYY-MM-DD; empty where the letter had none."""
    draft: bool
    sources: tuple[str, ...]
    citations: tuple[str, ...]
    """The stamp of each citation as printed, in order."""
    members: Mapping[str, str] = field(default_factory=dict)
    """The SHA-256 of every other member of the file, in hexadecimal, by name."""
    recipient: str = ""
    docket: tuple[str, ...] = ()
    blocks: tuple[BlockUse, ...] = ()
    """The blocks that the letter set."""
    block_texts: Mapping[str, str] = field(default_factory=dict)
    """Their texts by fingerprint; one that the file can no longer vouch for is left out."""

    @property
    def day(self) -> dt.date | None:
        """The letter's date; None where it had none, or what stands there is no day."""
        try:
            return dt.date.fromisoformat(self.date) if self.date else None
        except ValueError:
            return None


class PrintedLetter(Struct, frozen=True, kw_only=True):
    """One file read back."""

    paragraphs: tuple[PrintedParagraph, ...]
    notes: tuple[PrintedNote, ...]
    """In the order of their live references."""
    stamp: LetterStamp | None
    """None where the file has no part of ours."""
