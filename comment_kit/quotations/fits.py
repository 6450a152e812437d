"""Name how a passage may lie to the sections or notes that are cited."""

from enum import Enum


class Fit(Enum):
    """How a passage on a page cited lies to the parts of that page that are cited."""

    INSIDE = "inside"
    """At least some of it stands in one of them."""
    OPEN = "open"
    """The page alone decides: it is cited for itself, or nobody can say where the parts begin and end."""
    UNKNOWN = "unknown"
    """A note is cited of which the text does not tell where it stands, or a section that is not on the page."""
    OUTSIDE = "outside"
    """It stands wholly in other parts."""
