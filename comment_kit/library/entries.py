"""An entry of a citation database on its way to a source: first as written, then as plain text."""

from collections.abc import Mapping

from msgspec import Struct

from comment_kit.model.places import Location
from comment_kit.model.sources import Name


class WrittenField(Struct, frozen=True, kw_only=True):
    """A field of a .bib entry."""

    name: str
    """In lower case."""
    value: str
    """In LaTeX, strings joined, without the braces or quotation marks around the whole."""
    line: int
    """Counted from 1."""


class WrittenEntry(Struct, frozen=True, kw_only=True):
    """An entry of a .bib file, each of its fields once."""

    key: str
    type: str
    """In lower case: "report", "xdata"."""
    fields: Mapping[str, WrittenField]
    location: Location


class People(Struct, frozen=True, kw_only=True):
    """The authors or editors of an entry."""

    names: tuple[Name, ...] = ()
    more: bool = False
    """True where the entry says "and others"."""


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of any database in plain text."""

    key: str
    type: str
    fields: Mapping[str, str]
    """In lower case; none is empty."""
    authors: People
    editors: People
    lines: Mapping[str, int]
    """Of fields that have a line of their own, counted from 1."""
    location: Location

    def place(self, field: str) -> Location:
        """Return where ``field`` stands; the entry's own place where that is not known."""
        return Location(file=self.location.file, line=self.lines.get(field, self.location.line))
