"""Write where a block or a source was filed and is set today, for a reader's terminal or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from comment_kit.model.block_uses import FiledUse, PresentUse, WhereUsed
from comment_kit.model.blocks import BlockUse, FiledSource

SCHEMA = "comment-kit/where-used/1"
_SHOWN = 8
"""Digits of a version or a hash that are printed."""


def render_where_used(used: WhereUsed) -> str:
    """Return the filings, newest first, and below them what names the block or the source today."""
    lines: list[str] = []
    if used.filings:
        count = len(used.filings)
        lines.append(f"{used.subject}: filed {'once' if count == 1 else f'{count:,} times'}{_today(used)}")
    else:
        lines.append(f"{used.subject}: not filed yet")
    for each in used.filings:
        lines += _filing(each, used)
    verb = "set" if used.is_block else "cited"
    lines += (f"  {verb} today by {_present(each)}" for each in (*used.blocks, *used.letters))
    return "\n".join(lines) + "\n"


def render_where_used_json(used: WhereUsed) -> str:
    """Return one object with every filing."""
    content = {
        "schema": SCHEMA,
        "subject": used.subject,
        "now": used.now or None,
        "filings": [_object(each) for each in used.filings],
        "blocks": [{"name": each.name, "by_way_of": each.by_way_of or None} for each in used.blocks],
        "letters": [{"file": each.name, "by_way_of": each.by_way_of or None} for each in used.letters],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _today(used: WhereUsed) -> str:
    if not used.is_block:
        return ""
    return f"; today it is {used.now[:_SHOWN]}" if used.now else "; today there is no such block"


def _filing(each: FiledUse, used: WhereUsed) -> Iterator[str]:
    filing = each.filing
    docket = f", {', '.join(filing.docket)}" if filing.docket else ""
    label = f"{filing.label}  " if filing.label else ""
    yield f"  {filing.filed}  {label}{filing.letter}{docket}  (filing {filing.id})"
    yield from (f"    {_set(use, used.now)}" for use in each.uses)
    if each.source is not None:
        yield f"    {_cited(each.source)}"


def _set(use: BlockUse, now: str) -> str:
    version = f"{use.fingerprint[:_SHOWN]}{', as today' if use.fingerprint == now else ''}"
    within = f", inside of {use.within}" if use.within else ""
    given = f", with {_parameters(use.parameters)}" if use.parameters else ""
    return f"version {version}{within}{given}"


def _parameters(given: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={json.dumps(value, ensure_ascii=False)}" for name, value in given.items())


def _cited(source: FiledSource) -> str:
    edition = source.edition or "no edition told"
    return f"{edition}, {f'copy {source.sha256[:_SHOWN]}' if source.sha256 else 'without its text at hand'}"


def _present(use: PresentUse) -> str:
    return f"{use.name}{f', by way of {use.by_way_of}' if use.by_way_of else ''}"


def _object(each: FiledUse) -> dict[str, Any]:
    filing = each.filing
    uses = [
        {"version": use.fingerprint, "within": use.within or None, "parameters": dict(use.parameters)}
        for use in each.uses
    ]
    source = {"edition": each.source.edition, "sha256": each.source.sha256 or None} if each.source else None
    return {
        "id": filing.id,
        "filed": filing.filed.isoformat(),
        "label": filing.label or None,
        "letter": filing.letter,
        "recipient": filing.recipient or None,
        "docket": list(filing.docket),
        "uses": uses,
        "source": source,
    }
