"""Tell of each block where it was filed, from the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from comment_kit.model.block_records import BlockHistory

if TYPE_CHECKING:
    # A list that was remembered does not wait for what is read here.
    from comment_kit.model.blocks import BlockUse, Filing


def histories(filings: Iterable[Filing]) -> dict[str, BlockHistory]:
    """Return the history of every block that was filed, by its name."""
    told: dict[str, list[tuple[Filing, BlockUse]]] = {}
    for filing in sorted(filings, key=lambda each: each.filed):
        for use in filing.blocks:
            told.setdefault(use.name, []).append((filing, use))
    return {name: _history(uses) for name, uses in told.items()}


def _history(uses: list[tuple[Filing, BlockUse]]) -> BlockHistory:
    agencies = dict.fromkeys(filing.recipient for filing, _ in reversed(uses) if filing.recipient)
    last, use = uses[-1]
    return BlockHistory(last=last.filed, agencies=tuple(agencies), fingerprint=use.fingerprint)


def as_values(told: Mapping[str, BlockHistory]) -> dict[str, list[object]]:
    """Return histories as values that JSON can hold."""
    return {name: [each.last.isoformat(), each.agencies, each.fingerprint] for name, each in told.items()}


def from_values(values: Mapping[str, tuple[str, list[str], str]]) -> dict[str, BlockHistory]:
    """Return the histories that ``as_values`` made values of."""
    return {
        name: BlockHistory(last=date.fromisoformat(last), agencies=tuple(agencies), fingerprint=fingerprint)
        for name, (last, agencies, fingerprint) in values.items()
    }
