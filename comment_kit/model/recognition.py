"""What reading a letter finds beside its citations: names that it defines, and sources that it cannot name."""

from __future__ import annotations

from msgspec import Struct

from comment_kit.model.citations import Citation
from comment_kit.model.places import Location


class DefinedName(Struct, frozen=True, kw_only=True):
    """A short name that a letter gives a source."""

    name: str
    """As printed: "NIST Draft"."""
    key: str | None
    """The source it is given to; None where the words before it name none."""
    location: Location
    hereinafter: bool = False
    """True for ``[hereinafter X]``; false for ``("X")`` and its like."""


class Contradiction(Struct, frozen=True, kw_only=True):
    """A citation of which two parts name two sources: the number of an order and the page of another."""

    words: str
    """Those by which it names ``key``: "88 Fed. Reg. 75191"."""
    key: str
    """A source of the library."""
    own: str
    """What that source bears where the citation says ``other``: "Exec. Order No. 14110"."""
    other: str
    """The words that are not that source's: "Exec. Order No. 14,111"."""
    other_key: str | None = None
    """The source of the library that they name; None where they name none."""


class UnknownSource(Struct, frozen=True, kw_only=True):
    """A citation whose source is in no database, or could be more than one of them."""

    citation: Citation
    """Its key begins with "?"."""
    candidates: tuple[str, ...] = ()
    """The sources it may be, where its words leave it open between them."""
    contradiction: Contradiction | None = None
    """What in it names two sources at once."""
