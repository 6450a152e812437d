"""What a house decides about forms; everything here may differ between two lawful letters."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from msgspec import Struct, field


class Again(StrEnum):
    """How a source is cited after other sources."""

    SUPRA = "supra"
    """*supra* or the short form of its kind, as the Bluebook has it."""
    DESIGNATION = "designation"
    """By the designation it bears, and in full where it bears none."""
    FULL = "full"
    """In full again."""


class LabelPages(StrEnum):
    """Which pages a section prints that runs over several."""

    FIRST = "first"
    RANGE = "range"


class Policy(Struct, frozen=True, kw_only=True):
    """The policy table of a style pack: what the resolver asks, and what the forms ask."""

    name: str
    edition: int = 22
    """Of the Bluebook."""
    again: Again = Again.SUPRA
    window: int | None = 5
    """How many notes back a short form may reach; None for any distance."""
    hereinafter: bool = True
    """Whether a name is defined where two sources would print the same one."""
    id_run_limit: int | None = None
    restart_at_heading: bool = False
    label_pages: LabelPages = LabelPages.RANGE
    prints_history: bool = True
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Everything else in ``style.toml``, for the forms."""
