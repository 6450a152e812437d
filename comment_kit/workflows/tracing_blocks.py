"""Trace a block or a source: every filing of it, and the letters that set it today."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from comment_kit.blocks.ledger import LedgerReading, filings_of_block, filings_of_source
from comment_kit.blocks.ledger_texts import TEXTS
from comment_kit.blocks.mentions import blocks_called, sources_named
from comment_kit.blocks.names import nearest
from comment_kit.errors import CommentKitError
from comment_kit.model.block_records import ListedBlock
from comment_kit.model.block_uses import FiledUse, PresentUse, WhereUsed
from comment_kit.project import Project
from comment_kit.workflows.listing_blocks import file_content, known_blocks

_LETTER = (".md", ".markdown")
_LARGEST = 20_000_000
"""Bytes of a letter."""
_NOTHING = LedgerReading(filings=())


def where_block_used(name: str, project: Project) -> WhereUsed:
    """Return every filing of the block ``name``, newest first, and what sets it today.

    Raises:
        CommentKitError: there is no such block, and none was filed.
    """
    ledger = _filings_of_block(name, project)
    listed = known_blocks(project)
    if name not in listed and not ledger.filings:
        near = nearest(name, tuple(listed))
        remedy = f"did you mean '{near}'?" if near else "'comment-kit blocks list' prints their names"
        raise CommentKitError(f"there is no block '{name}', and none was filed", remedy=remedy)
    leading = _leading_to({name: ""}, listed)
    return WhereUsed(
        subject=name,
        filings=_uses_of_block(name, ledger),
        letters=tuple(_letters(project, leading, None)),
        blocks=tuple(
            PresentUse(name=each, by_way_of=way if way != name else "") for each, way in leading.items() if each != name
        ),
        is_block=True,
        now=listed[name].record.fingerprint if name in listed else "",
        diagnostics=ledger.diagnostics,
    )


def filed_uses_of_block(name: str, project: Project) -> tuple[FiledUse, ...]:
    """Return every filing of the block ``name``, newest first."""
    return _uses_of_block(name, _filings_of_block(name, project))


def where_source_used(key: str, project: Project) -> WhereUsed:
    """Return every filing that cites the source ``key``, newest first, and what cites it today.

    Raises:
        CommentKitError: no database has such a source, and nothing cites it.
    """
    ledger = filings_of_source(project.root, key) if project.root is not None else _NOTHING
    listed = known_blocks(project)
    citing = {name: "" for name, block in listed.items() if key in block.record.sources}
    leading = _leading_to(citing, listed)
    uses = (
        FiledUse(filing=filing, source=next(each for each in filing.sources if each.key == key))
        for filing in ledger.filings
    )
    letters = tuple(_letters(project, leading, key))
    if not (ledger.filings or leading or letters):
        _make_sure_of_source(key, project)
    return WhereUsed(
        subject=key,
        filings=_newest_first(uses),
        letters=letters,
        blocks=tuple(PresentUse(name=name, by_way_of=way) for name, way in leading.items()),
        is_block=False,
        diagnostics=ledger.diagnostics,
    )


def _make_sure_of_source(key: str, project: Project) -> None:
    """Raise where no database has ``key``: a slip of the pen is not to read as a source that was never filed."""
    # Only a key that nothing cites needs the databases, which take longer to load than all else.
    from comment_kit.workflows.shelves import read_shelves  # noqa: PLC0415

    known = read_shelves(project).library.sources
    if key not in known:
        near = nearest(key, tuple(known))
        remedy = f"did you mean '{near}'?" if near else "'comment-kit cite list' prints the keys"
        raise CommentKitError(f"no source has the key '{key}', and none was filed", remedy=remedy)


def _filings_of_block(name: str, project: Project) -> LedgerReading:
    return filings_of_block(project.root, name) if project.root is not None else _NOTHING


def _uses_of_block(name: str, ledger: LedgerReading) -> tuple[FiledUse, ...]:
    return _newest_first(
        FiledUse(filing=filing, uses=tuple(use for use in filing.blocks if use.name == name))
        for filing in ledger.filings
    )


def _newest_first(uses: Iterable[FiledUse]) -> tuple[FiledUse, ...]:
    return tuple(sorted(uses, key=lambda use: use.filing.filed, reverse=True))


def _leading_to(found: Mapping[str, str], listed: Mapping[str, ListedBlock]) -> dict[str, str]:
    """Return ``found`` with every block that sets one of them, by way of which block."""
    callers: dict[str, list[str]] = {}
    for block in listed.values():
        for called in block.record.sets:
            callers.setdefault(called, []).append(block.name)
    leading = dict(found)
    waiting = list(leading)
    for name in waiting:
        for caller in callers.get(name, ()):
            if caller not in leading:
                leading[caller] = name
                waiting.append(caller)
    return leading


def _letters(project: Project, leading: Mapping[str, str], key: str | None) -> Iterator[PresentUse]:
    """Yield the letters of the project that name ``key`` or set one of the blocks ``leading`` there."""
    if project.root is None:
        return
    for path in _markdown_files(project):
        content = file_content(path, _LARGEST)
        text = content.decode("utf-8", "replace") if content is not None else ""
        name = Path(path).relative_to(project.root).as_posix()
        if key is not None and key in text and key in sources_named(text):
            yield PresentUse(name=name)
        elif (called := next((each for each in blocks_called(text) if each in leading), None)) is not None:
            is_direct = key is None and not leading[called]
            yield PresentUse(name=name, by_way_of="" if is_direct else called)


def _markdown_files(project: Project) -> Iterator[str]:
    """Yield the Markdown files of the project that are no blocks and no texts of the ledger, by the alphabet."""
    passed_over = {str(folder.resolve()) for folder in project.blocks()}
    root = str(project.root)
    passed_over.add(os.path.realpath(f"{root}{os.sep}{TEXTS}"))
    for place, below, names in os.walk(root):
        below[:] = sorted(
            name
            for name in below
            if not name.startswith(".") and os.path.realpath(f"{place}{os.sep}{name}") not in passed_over
        )
        yield from (f"{place}{os.sep}{name}" for name in sorted(names) if name.endswith(_LETTER))
