"""A comment to be set beside a letter in a Word file."""

from __future__ import annotations

from msgspec import Struct


class Comment(Struct, frozen=True, kw_only=True):
    """What is said of one note, of one paragraph, or, where neither is named, of the whole letter."""

    text: str
    """What is said; each line becomes a paragraph."""
    note: str | None = None
    """The mark of the note as printed ("14", "i"); None for the text of the letter."""
    words: str = ""
    """The first words of the paragraph; where several notes are printed alike, of the note or of the paragraph that
    calls it or quotes by it: the first such note from there on is meant."""
