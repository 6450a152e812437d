"""Say what was recognised in a letter."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, Letter
from comment_kit.model.recognition import DefinedName, UnknownSource


class Recognised(Struct, frozen=True, kw_only=True):
    """A letter with the citations of its notes found."""

    letter: Letter
    """The same letter; the words of each citation in its notes are a ``StringCite`` now."""
    text: tuple[Block, ...] = ()
    """Its text, in which a citation in brackets right behind a quotation is a ``StringCite``, too."""
    names: tuple[DefinedName, ...] = ()
    """The short names defined in text and notes, in reading order."""
    unknown: tuple[UnknownSource, ...] = ()
    """In the order of the notes."""
    speakers: Mapping[str, str] = field(default_factory=dict)
    """The key of a source by each name that running text may call it: "the Order", "NIST AI 800-1", "NTIA"."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What is wrong with the locators of known sources, in the order of the notes."""
