"""Sections: which stretch of a source's text each part of its pinpoint table is."""

from comment_kit.sections.stretches import NO_SECTIONS, Sections, Stretch, sections_of

__all__ = ["NO_SECTIONS", "Sections", "Stretch", "sections_of"]
