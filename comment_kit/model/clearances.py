"""A clearance: somebody vouches by name for a quotation that the machine could not, or would not, verify."""

from datetime import date

from msgspec import Struct

from comment_kit.model.places import Location

INITIALS, DAY, HOW = "INITIALS", "YYYY-MM-DD", "HOW-IT-WAS-READ"
"""The blanks of a clearance that nobody has signed."""


class Clearance(Struct, frozen=True, kw_only=True):
    """``<!-- ck: cleared QUO n.12 1f3a9c07 AB 2026-11-21 read in print -->`` with the place where it stands."""

    codes: tuple[str, ...]
    """Codes or families of codes, in capitals."""
    note: str | None
    """The note that vouches for the quotation, as printed when the clearance was given; None where none does."""
    fingerprints: tuple[str, ...] = ()
    """Of the words, the source and the page that were read, one for each quotation; none where the writer left them
    out and the kit has not seen the comment before."""
    by: str
    """Initials."""
    on: date
    reason: str
    written: str
    """The whole comment as typed."""
    tied: bool = True
    """False where the comment itself holds no fingerprint."""
    location: Location
    lines: tuple[int, int] = (0, 0)
    """The first and the last line of the paragraph that it stands at, from 1; zeros in a file of clearances."""

    def __str__(self) -> str:
        return f"cleared by {self.by} on {self.on.isoformat()}: {self.reason}"


def clearance_comment(code: str, note: str | None, fingerprint: str) -> str:
    """Return the comment that clears a quotation, with blanks for who read it, when and how."""
    number = f" n.{note}" if note else ""
    return f"<!-- ck: cleared {code}{number} {fingerprint} {INITIALS} {DAY} {HOW} -->"
