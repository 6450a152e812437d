"""Write a list of blocks for a reader's terminal, or as JSON: ``comment-kit/blocks/1``."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from comment_kit.model.block_records import ListedBlock
from comment_kit.report.counts import counted

SCHEMA = "comment-kit/blocks/1"
_INDENT = 4


def render_block_list(blocks: Sequence[ListedBlock], width: int | None) -> str:
    """Return a few lines for each block; "" for none.

    Args:
        blocks: in the order in which they are listed.
        width: columns of the terminal; None to break no line, as where another program reads.
    """
    return "".join(f"{line}\n" for block in blocks for line in _lines(block, width))


def render_blocks_json(blocks: Sequence[ListedBlock]) -> str:
    """Return one object that lists ``blocks``."""
    content = {"schema": SCHEMA, "blocks": [_object(block) for block in blocks]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _lines(block: ListedBlock, width: int | None) -> Iterator[str]:
    record = block.record
    if record.problem:
        yield from _wrapped(f"{block.name}: {record.problem}", width, 0)
        return
    yield from _wrapped(f"{block.name}  {counted(record.words, 'word')}, {_filed(block)}", width, 0)
    topics = f"  [{', '.join(record.topics)}]" if record.topics else ""
    yield from _wrapped(f"{block.title}{topics}", width, _INDENT)
    if record.sources:
        yield from _wrapped(f"cites {', '.join(record.sources)}", width, _INDENT)
    for context in block.contexts:
        yield from _wrapped(context, width, _INDENT)


def _filed(block: ListedBlock) -> str:
    if block.history is None:
        return "not filed yet"
    agencies = f" with {', '.join(block.history.agencies)}" if block.history.agencies else ""
    return f"filed{agencies}, last on {block.history.last}"


def _wrapped(words: str, width: int | None, indent: int) -> list[str]:
    margin = " " * indent
    if width is None or indent + len(words) <= width:
        return [margin + words]
    behind = " " * max(indent, _INDENT)
    return textwrap.wrap(
        words, width, initial_indent=margin, subsequent_indent=behind, break_long_words=False, break_on_hyphens=False
    )


def _object(block: ListedBlock) -> dict[str, Any]:
    record, history = block.record, block.history
    return {
        "name": block.name,
        "file": block.file,
        "title": block.title,
        "topics": list(record.topics),
        "parameters": [{"name": name, "required": required} for name, required in record.parameters.items()],
        "agencies": list(history.agencies) if history else [],
        "last_filed": history.last.isoformat() if history else None,
        "words": record.words,
        "sources": list(record.sources),
        "sets": list(record.sets),
        "contexts": list(block.contexts),
        "problem": record.problem or None,
    }
