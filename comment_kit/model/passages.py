"""A passage of a filed letter, on its way to becoming an argument block."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from comment_kit.model.places import Location


class OddityKind(StrEnum):
    """What in a file does not come along whole."""

    CHANGE = "a tracked change"
    PICTURE = "a picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """Something in a line of a file that cannot be taken as it is."""

    kind: OddityKind
    location: Location
    """Of the block that the line became."""
