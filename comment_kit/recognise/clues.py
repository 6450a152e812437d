"""Say what words of a note tell about the source they cite."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple

from msgspec import Struct

from comment_kit.recognise.groups import Range


class Identity(NamedTuple):
    """What tells one document from every other: a reporter page, a number, an address."""

    family: str
    """What it is a number of: "Fed. Reg.", "Exec. Order". Two of one family differ where their names do."""
    name: str
    """As an unknown source would be called: "88 Fed. Reg. 75191"."""


class Series(NamedTuple):
    """A page of a volume, which lies in one of the documents that begin before it."""

    name: str
    """The volume as cited: "88 Fed. Reg."."""
    page: int


class Rank(IntEnum):
    """How far a clue may be trusted where two of them name different sources."""

    SHORT_NAME = 1
    """A name we gave the source, or its title before the colon: says little away from a clause's beginning."""
    NAME = 2
    """A title, a designation, a name defined in the letter."""
    ADDRESS = 3
    """An address, which writers copy from the wrong line."""
    NUMBER = 4
    """A first page, an order's number, a section of a code."""


class Clue(Struct, frozen=True, kw_only=True):
    """Words of a line that tell a source, or a place in one."""

    start: int
    """Where its words begin, counted from 0; they are no part of a locator."""
    end: int
    rank: Rank
    identity: Identity | None = None
    keys: frozenset[str] = frozenset()
    """The sources of the library that these words alone may mean; filled in where ``identity`` cannot say it."""
    series: Series | None = None
    """For a short form: the volume and the page."""
    pins: tuple[str, ...] = ()
    """Parts of the locator that these words hold: "§ 553(c)"."""
    year: str | None = None
    """The edition that stands right behind: "2024" in 12 C.F.R. § 1026.2 (2024)."""
    is_whole_name: bool = False
    """True for a whole title of some length; false for a short title or a designation."""

    @property
    def range(self) -> Range:
        """Its place in the line."""
        return self.start, self.end
