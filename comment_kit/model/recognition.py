"""What reading a letter finds beside its citations: names that it defines, and sources that it cannot name."""

from __future__ import annotations

from dataclasses import dataclass

from comment_kit.model.citations import Citation
from comment_kit.model.places import Location


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinedName:
    """A short name that a letter gives a source."""

    name: str
    """As printed: "NIST Draft"."""
    key: str | None
    """The source it is given to; None where the words before it name none."""
    location: Location
    hereinafter: bool = False
    """True for ``[hereinafter X]``; false for ``("X")`` and its like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownSource:
    """A citation whose source is in no database, or could be more than one of them."""

    citation: Citation
    """Its key begins with "?"."""
    candidates: tuple[str, ...] = ()
    """The sources it may be, where its words leave it open between them."""
