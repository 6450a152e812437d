"""Find in the ledger the text of a block as it was filed, and what it set inside of itself then."""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from comment_kit.blocks.ledger import filings_of_block, filings_of_version
from comment_kit.blocks.ledger_texts import TEXTS, NoText, text_of

_SHOWN = 8
"""Digits of a version that are printed."""


class Past(Struct, frozen=True, kw_only=True):
    """What the ledger of a project keeps of blocks."""

    root: Path | None
    """The project's folder; None outside a project, where nothing was filed."""

    def filed_text(self, name: str, version: str) -> tuple[str, str]:
        """Return the text of the block ``name`` that was filed as ``version``, and the file that keeps it.

        Raises:
            LookupError: there is none, or more than one; its words say which there are.
        """
        if self.root is None:
            raise LookupError("there is no project here, so that no version was filed")
        filed = filings_of_block(self.root, name).filings
        known = frozenset(use.fingerprint for filing in filed for use in filing.blocks if use.name == name)
        found = text_of(self.root, version, among=known)
        if found.lacking is not None:
            raise LookupError(_lacking(name, version, found.lacking, found.candidates))
        return found.text, str(self.root / TEXTS / f"{found.fingerprint}.md")

    def inner_versions(self, fingerprint: str) -> Mapping[str, str]:
        """Return by name the fingerprints of the blocks that this text of a block set when it was last filed."""
        newest = filings_of_version(self.root, fingerprint).newest if self.root is not None else None
        if newest is None:
            return {}
        names = {use.name for use in newest.blocks if use.fingerprint == fingerprint}
        return {use.name: use.fingerprint for use in newest.blocks if use.within in names}


def _lacking(name: str, version: str, why: NoText, candidates: tuple[str, ...]) -> str:
    shown = f" ({', '.join(each[:_SHOWN] for each in candidates)})" if candidates else ""
    return f"the version '{version}' of the block '{name}': {why.value}{shown}"
