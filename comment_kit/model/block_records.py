"""What a list of blocks says of each, without its text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field


class BlockRecord(Struct, frozen=True, kw_only=True):
    """What the file of a block says, whatever the file is called."""

    title: str = ""
    """Empty where its front matter names none."""
    topics: tuple[str, ...] = ()
    parameters: Mapping[str, bool] = field(default_factory=dict)
    """By name: whether a letter must give it."""
    words: int = 0
    """Of its text, without notes and tags."""
    sources: tuple[str, ...] = ()
    """The keys that it names, each once, in order."""
    sets: tuple[str, ...] = ()
    """The blocks that it sets in turn, each once, in order."""
    fingerprint: str = ""
    """The version, as in the ledger; empty where it cannot be read."""
    problem: str = ""
    """Why it cannot be read; empty where it can."""


class BlockHistory(Struct, frozen=True, kw_only=True):
    """Where a block was filed."""

    last: date
    agencies: tuple[str, ...]
    """Each once, the one filed with last before the others."""
    fingerprint: str
    """The version that was filed last."""


class ListedBlock(Struct, frozen=True, kw_only=True):
    """One block of a list."""

    name: str
    file: str
    record: BlockRecord
    history: BlockHistory | None = None
    """None where it was never filed."""
    contexts: tuple[str, ...] = ()
    """Where the words that were looked for stand, each between two asterisks."""

    @property
    def title(self) -> str:
        """The title; without one, the last part of the name."""
        return self.record.title or self.name.rpartition("/")[2].replace("-", " ")
