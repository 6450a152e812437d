"""A passage of a filed letter, on its way to becoming an argument block."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from comment_kit.model.places import Location


class OddityKind(StrEnum):
    """What in a file does not come along whole."""

    CHANGE = "a tracked change"
    PICTURE = "a picture"


class Oddity(Struct, frozen=True, kw_only=True):
    """Something in a line of a file that cannot be taken as it is."""

    kind: OddityKind
    location: Location
    """Of the block that the line became."""
