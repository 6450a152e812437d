"""Say which blocks need a hand: what became of them and of their sources since they were filed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from comment_kit import resources
from comment_kit.authorities import happened
from comment_kit.blocks.ledger import LedgerReading, read_filings
from comment_kit.blocks.status_findings import CHANGED_TEXT, NEW_COPY, SOURCE_OVERTAKEN
from comment_kit.model.block_records import ListedBlock
from comment_kit.model.blocks import FiledSource, Filing
from comment_kit.model.diagnostics import Diagnostic, Severity
from comment_kit.model.places import Location
from comment_kit.model.sources import Library
from comment_kit.pages import PageStore, edition_of
from comment_kit.project import Project
from comment_kit.workflows.judging_blocks import judged_blocks
from comment_kit.workflows.listing_blocks import known_blocks
from comment_kit.workflows.shelves import read_shelves

_MOST_NAMED = 3


class BlockStatus(Struct, frozen=True, kw_only=True):
    """How the blocks of a project stand."""

    diagnostics: tuple[Diagnostic, ...]
    """By file and line."""
    blocks: int
    filed: int
    """How many of them were filed at least once."""
    quotations: int
    undecided: int
    """How many quotations could not be decided, for want of their source's text."""

    @property
    def needs_a_hand(self) -> bool:
        """Whether there is more than changed words."""
        return any(each.severity is not Severity.HINT for each in self.diagnostics)


def status_of_blocks(project: Project, today: dt.date) -> BlockStatus:
    """Return how the project's own blocks stand as of ``today``, and those of the kit that were filed.

    Raises:
        CommentKitError: the page text or the project's settings cannot be read.
    """
    known = known_blocks(project)
    ledger = read_filings(project.root) if project.root is not None else LedgerReading(filings=())
    filed = _by_block(ledger.filings)
    blocks = {name: block for name, block in known.items() if name in filed or _is_own(block)}
    since = _Since(library=read_shelves(project).library, copies=_copies(project), today=today)
    judgement = judged_blocks(blocks, project, today)
    told = [found for name, filings in filed.items() if name in blocks for found in since.of(blocks[name], filings)]
    found = dict.fromkeys((*judgement.diagnostics, *told))
    return BlockStatus(
        diagnostics=(*ledger.diagnostics, *sorted(found, key=lambda each: (each.location, each.code))),
        blocks=len(blocks),
        filed=sum(name in blocks for name in filed),
        quotations=judgement.quotations,
        undecided=judgement.undecided,
    )


def _is_own(block: ListedBlock) -> bool:
    """Return whether ``block`` is not the kit's, which a writer cannot mend."""
    return not Path(block.file).resolve().is_relative_to(resources.shelf("templates"))


def _by_block(filings: tuple[Filing, ...]) -> dict[str, list[Filing]]:
    """Return by block the filings that set it, newest first."""
    told: dict[str, list[Filing]] = {}
    for filing in sorted(filings, key=lambda each: each.filed, reverse=True):
        for name in dict.fromkeys(use.name for use in filing.blocks):
            told.setdefault(name, []).append(filing)
    return told


def _copies(project: Project) -> dict[str, str]:
    """Return by source the SHA-256 of the file whose text is at hand."""
    file = project.page_store()
    if not file.is_file():
        return {}
    with PageStore(file) as store:
        return {text.key: text.sha256 for text in store.list()}


class _Since(Struct, frozen=True, kw_only=True):
    """What can have happened since a filing."""

    library: Library
    copies: Mapping[str, str]
    today: dt.date

    def of(self, block: ListedBlock, filings: list[Filing]) -> Iterator[Diagnostic]:
        """Yield what became of ``block`` and its sources since the first of ``filings``, the newest."""
        last = filings[0]
        cited = {source.key: source for source in last.sources}
        for key in block.record.sources:
            yield from self._overtaken(block, key, last)
            if key in cited:
                yield from self._replaced(block, cited[key], last)
        older = [each for each in filings if not _sets_todays(each, block)]
        if older:
            yield _changed(block, older, since_last=older[0] is last)

    def _overtaken(self, block: ListedBlock, key: str, last: Filing) -> Iterator[Diagnostic]:
        source = self.library.sources.get(key)
        for change in source.changes if source is not None else ():
            if happened(change, self.today) and not happened(change, last.filed):
                by = f" by '{change.by_key}'" if change.by_key else ""
                yield SOURCE_OVERTAKEN.at(
                    _place(block, key),
                    f"'{key}' was {change.change} on {change.date}{by}, after this was last filed ({_told(last)})",
                    hint=f"see whether the argument still stands; 'comment-kit cite show {key}' prints its history",
                )

    def _replaced(self, block: ListedBlock, then: FiledSource, last: Filing) -> Iterator[Diagnostic]:
        source = self.library.sources.get(then.key)
        now = edition_of(source) if source is not None else then.edition
        copy = self.copies.get(then.key, then.sha256)
        if then.edition and now != then.edition:
            message = f"'{then.key}' is now '{now}', and was '{then.edition}' when this was last filed ({_told(last)})"
        elif then.sha256 and copy != then.sha256:
            message = f"the text of '{then.key}' is another file than the one last filed with ({_told(last)})"
        else:
            return
        hint = "read the places that the block cites again; the next filing takes up the new copy"
        yield NEW_COPY.at(_place(block, then.key), message, hint=hint)


def _changed(block: ListedBlock, older: list[Filing], *, since_last: bool) -> Diagnostic:
    """Return that ``older`` filings set another text of ``block``, and whether the last filing is one of them."""
    was = "was changed since it was filed" if since_last else "was last filed as it is today"
    named = ", ".join(map(_told, older[:_MOST_NAMED]))
    more = f" and {len(older) - _MOST_NAMED:,} more" if len(older) > _MOST_NAMED else ""
    return CHANGED_TEXT.at(
        Location(file=block.file),
        f"'{block.name}' {was}; another text of it stands in {named}{more}",
        hint=f"'comment-kit blocks diff {block.name} --filing {older[0].id}' prints what was changed",
    )


def _sets_todays(filing: Filing, block: ListedBlock) -> bool:
    return any(use.name == block.name and use.fingerprint == block.record.fingerprint for use in filing.blocks)


def _told(filing: Filing) -> str:
    return f"{filing.label or filing.letter}, {filing.filed}"


def _place(block: ListedBlock, key: str) -> Location:
    """Return the line on which ``block`` first names the source ``key``."""
    try:
        lines = Path(block.file).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        lines = []
    number = next((number for number, line in enumerate(lines, start=1) if key in line), 1)
    return Location(file=block.file, line=number)
