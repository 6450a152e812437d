"""Where a block or a source was filed, and where it is set today."""

from __future__ import annotations

from msgspec import Struct

from comment_kit.model.blocks import BlockUse, FiledSource, Filing
from comment_kit.model.diagnostics import Diagnostic


class FiledUse(Struct, frozen=True, kw_only=True):
    """One filing, with what of it was asked for."""

    filing: Filing
    uses: tuple[BlockUse, ...] = ()
    """How it set the block, once for each call; where a source was asked for, none."""
    source: FiledSource | None = None
    """As it cited the source; None where a block was asked for."""


class PresentUse(Struct, frozen=True, kw_only=True):
    """A letter or a block of the project that names what was asked for."""

    name: str
    """The file of a letter, as seen from the project; the name of a block."""
    by_way_of: str = ""
    """The block that it sets and that leads there; empty where it names it itself."""


class WhereUsed(Struct, frozen=True, kw_only=True):
    """The answer to ``where-used``."""

    subject: str
    """The name of the block, or the key of the source."""
    filings: tuple[FiledUse, ...]
    """Newest first."""
    letters: tuple[PresentUse, ...]
    blocks: tuple[PresentUse, ...]
    is_block: bool
    """False where a source was asked for."""
    now: str = ""
    """The fingerprint of the block today; empty where it is gone, and of a source."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """Lines of the ledger that could not be read."""
