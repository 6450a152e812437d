"""Hold what the reading of a note needs: the sources, what was cited before, where we are."""

from __future__ import annotations

from msgspec import Struct, field

from comment_kit.model.places import Location
from comment_kit.model.recognition import DefinedName
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.memory import Memory
from comment_kit.recognise.tokens import words_of


class Desk(Struct, kw_only=True):
    """The state of one pass over a letter."""

    memory: Memory
    note: int | None
    """The printed number of the note that is being read."""
    location: Location
    notes: dict[int, str] = field(default_factory=dict)
    """The id of each note by its number."""
    names: list[DefinedName] = field(default_factory=list)
    """The names defined so far."""

    @property
    def index(self) -> SourceIndex:
        """The sources of the library."""
        return self.memory.index

    def define(self, name: str, key: str | None, *, hereinafter: bool = False) -> None:
        """Remember a short name that the letter defines here."""
        self.memory.define(words_of(name), key)
        self.names.append(DefinedName(name=name, key=key, location=self.location, hereinafter=hereinafter))
