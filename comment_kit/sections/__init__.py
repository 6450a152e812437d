"""Sections and notes: which stretch of a source's text each part of its pinpoint table, and each of its notes, is."""

from comment_kit.sections.notes import NumberedNote, NumberedNotes, numbered_notes
from comment_kit.sections.stretches import NO_SECTIONS, Sections, Stretch, sections_of

__all__ = [
    "NO_SECTIONS",
    "NumberedNote",
    "NumberedNotes",
    "Sections",
    "Stretch",
    "numbered_notes",
    "sections_of",
]
