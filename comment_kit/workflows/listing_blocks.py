"""List the blocks of a project: what they argue, whom they were filed with, what they cite."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict

from comment_kit.blocks.digests import Digests, Value
from comment_kit.blocks.history import as_values, from_values
from comment_kit.blocks.names import LARGEST, block_paths
from comment_kit.blocks.searching import Words, folded
from comment_kit.errors import CommentKitError
from comment_kit.model.block_records import BlockHistory, BlockRecord, ListedBlock
from comment_kit.project import Project, as_seen_from_here
from comment_kit.workflows.outputs import write_output

LEDGER = "ledger.jsonl"

_MEMORY = "blocks.digests"
_SHAPE = ",".join(name for kind in (BlockRecord, BlockHistory) for name in kind.__struct_fields__)
_LARGEST_OF_OURS = 1 << 30
_AT_ONCE = getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""As bytes, and without waiting for whoever writes to a pipe."""


class BlockQuery(Struct, frozen=True, kw_only=True):
    """Which blocks are asked for."""

    topic: str | None = None
    source: str | None = None
    words: str | None = None
    """Each must begin a word of the block; accents and capitals do not matter."""


class BlockList(Struct, frozen=True, kw_only=True):
    """The blocks that were asked for."""

    blocks: tuple[ListedBlock, ...]
    """By name."""
    total: int
    """How many there are in all."""
    topics: tuple[str, ...]
    """Of all blocks, each once, by the alphabet."""


def list_blocks(query: BlockQuery, project: Project) -> BlockList:
    """Return the blocks that letters of ``project`` see and that answer ``query``.

    What was read out of each file is remembered by the hash of its bytes; every file is looked at each time.
    """
    with _memory(project) as memory:
        filed = _histories(project, memory)
        listed = list(_listed(project, memory, filed, query.words))
    return BlockList(
        blocks=tuple(block for block, is_found in listed if is_found and _is_asked(block.record, query)),
        total=len(listed),
        topics=tuple(sorted({topic for block, _ in listed for topic in block.record.topics})),
    )


def known_blocks(project: Project) -> dict[str, ListedBlock]:
    """Return every block that letters of ``project`` see, by its name, without its history."""
    with _memory(project) as memory:
        return {block.name: block for block, _ in _listed(project, memory, {}, None)}


@contextmanager
def _memory(project: Project) -> Iterator[Digests]:
    """Lend what was read before, and remember what was read since."""
    file = project.state() / _MEMORY
    memory = Digests(file_content(str(file), _LARGEST_OF_OURS) or b"", shape=_SHAPE)
    yield memory
    if memory.changed:
        # What cannot be remembered is read again.
        with suppress(CommentKitError, OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            write_output(file, memory.dumped(), may_replace=lambda _: True)


def _histories(project: Project, memory: Digests) -> dict[str, BlockHistory]:
    """Return the history of every block that the ledger of ``project`` tells of, by its name."""
    content = file_content(str(project.root / LEDGER), _LARGEST_OF_OURS) if project.root is not None else None
    return from_values(memory.of(content, lambda _: _read_ledger(project))) if content else {}


def _read_ledger(project: Project) -> Value:
    # Only a ledger that was added to is read.
    from comment_kit.blocks.history import histories  # noqa: PLC0415
    from comment_kit.blocks.ledger import read_filings  # noqa: PLC0415

    return as_values(histories(read_filings(project.root).filings)) if project.root is not None else {}


def _listed(
    project: Project, memory: Digests, filed: dict[str, BlockHistory], words: str | None
) -> Iterator[tuple[ListedBlock, bool]]:
    """Yield each block, and whether it holds the words."""
    looked_for = Words.typed(words) if words else None
    for name, path in block_paths(tuple(map(as_seen_from_here, project.blocks()))).items():
        content = file_content(path, LARGEST)
        record = BlockRecord(**memory.of(content, _read)) if content is not None else _unread(path)
        found: tuple[str, ...] | None = ()
        if looked_for is not None:
            text = content.decode("utf-8", "replace") if content is not None else ""
            found = looked_for.contexts((record.title, " ".join(record.topics), name, _body(text)))
        block = ListedBlock(name=name, file=path, record=record, history=filed.get(name), contexts=found or ())
        yield block, found is not None


def _read(content: bytes) -> Value:
    # Most lists find every block as it was; what reads blocks is loaded for those that are new.
    from comment_kit.blocks.records import record_of  # noqa: PLC0415
    from comment_kit.workflows.setting_blocks import block_text  # noqa: PLC0415

    try:
        return asdict(record_of(block_text(content)))
    except CommentKitError as fault:
        return asdict(BlockRecord(problem=fault.problem))


def file_content(path: str, most: int) -> bytes | None:
    """Return what a file holds; None where it is none, cannot be read, or holds more than ``most`` bytes."""
    try:
        handle = os.open(path, os.O_RDONLY | _AT_ONCE)
    except OSError:
        return None
    try:
        about = os.fstat(handle)
        is_fit = stat.S_ISREG(about.st_mode) and about.st_size <= most
        return os.read(handle, about.st_size + 1) if is_fit else None
    except OSError:
        return None
    finally:
        os.close(handle)


def _unread(path: str) -> BlockRecord:
    try:
        Path(path).open("rb").close()
    except OSError as fault:
        return BlockRecord(problem=f"cannot be read: {fault.strerror}")
    return BlockRecord(problem=f"more than {LARGEST:,} bytes are too many for a block")


def _body(text: str) -> str:
    """Return ``text`` without its front matter."""
    _, fence, rest = text.partition("\n---") if text.startswith("---") else ("", "", "")
    return rest if fence else text


def _is_asked(record: BlockRecord, query: BlockQuery) -> bool:
    wanted = folded(query.topic) if query.topic is not None else None
    has_topic = wanted is None or any(folded(topic) == wanted for topic in record.topics)
    return has_topic and (query.source is None or query.source in record.sources)
