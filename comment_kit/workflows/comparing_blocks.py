"""Compare two versions of a block: as it was filed, and as it is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from comment_kit.blocks.differences import Piece, differences
from comment_kit.blocks.past import Past
from comment_kit.blocks.shelf import Unfound
from comment_kit.errors import CommentKitError
from comment_kit.front_matter import take_apart
from comment_kit.model.block_uses import FiledUse
from comment_kit.model.blocks import fingerprint
from comment_kit.project import Project
from comment_kit.workflows.setting_blocks import block_shelf
from comment_kit.workflows.tracing_blocks import filed_uses_of_block

_SHOWN = 8
"""Digits of a version that are printed."""


class Version(Struct, frozen=True, kw_only=True):
    """One text of a block."""

    text: str
    told: str
    """What a reader calls it: "3f2a91c0, filed 2024-09-09 as NIST AI 800-1"."""


class Comparison(Struct, frozen=True, kw_only=True):
    """What became of a block between two versions."""

    name: str
    old: str
    """What the reader calls the older version."""
    new: str
    front: tuple[Piece, ...]
    """The lines of the front matter, without the fences."""
    text: tuple[Piece, ...]


def compare_block(name: str, versions: tuple[str, ...], filing: str | None, project: Project) -> Comparison:
    """Return what became of the block ``name``.

    Args:
        name: as letters call it.
        versions: one or two beginnings of fingerprints; the text of today stands for one that is missing.
        filing: the beginning of a filing's id, or its label; with neither, the last filing is meant.
        project: the letters'.

    Raises:
        CommentKitError: the block, a version or the filing cannot be found, or more than one is meant.
    """
    if filing is not None and versions:
        raise CommentKitError("a filing and a version were named", remedy="name one of the two")
    filed = filed_uses_of_block(name, project)
    if versions:
        old = _version(name, versions[0], filed, project)
    else:
        meant = _meant(name, filing, filed)
        old = _version(name, _only_version(name, meant), (meant,), project)
    new = _version(name, versions[1], filed, project) if versions[1:] else _today(name, project)
    before, behind = take_apart(old.text), take_apart(new.text)
    return Comparison(
        name=name,
        old=old.told,
        new=new.told,
        front=differences(before.yaml or "", behind.yaml or ""),
        text=differences(before.body, behind.body),
    )


def _meant(name: str, asked: str | None, filed: tuple[FiledUse, ...]) -> FiledUse:
    """Return the filing ``asked``, or the last one where none is asked for."""
    if not filed:
        raise CommentKitError(f"the block '{name}' was never filed", remedy="'comment-kit file LETTER' files a letter")
    meant = [each for each in filed if asked is None or _is_meant(each, asked)]
    if not meant:
        raise CommentKitError(f"no filing of '{name}' is called '{asked}'", remedy=f"there are {_listed(filed)}")
    if asked is not None and len(meant) > 1:
        raise CommentKitError(f"several filings of '{name}' are called '{asked}'", remedy=f"name one: {_listed(meant)}")
    return meant[0]


def _only_version(name: str, filing: FiledUse) -> str:
    """Return the fingerprint of the block that ``filing`` set."""
    found = dict.fromkeys(use.fingerprint for use in filing.uses)
    if len(found) > 1:
        shown = ", ".join(version[:_SHOWN] for version in found)
        raise CommentKitError(
            "this filing set more than one version of the block",
            remedy=f"name one: 'comment-kit blocks diff {name} VERSION', with {shown}",
        )
    return next(iter(found))


def _is_meant(each: FiledUse, asked: str) -> bool:
    filing = each.filing
    return filing.id.startswith(asked.strip().lower()) or filing.label.casefold() == asked.strip().casefold()


_MOST_LISTED = 8


def _listed(filed: Iterable[FiledUse]) -> str:
    told = [f"{each.filing.id} ({each.filing.label or each.filing.letter}, {each.filing.filed})" for each in filed]
    more = f" and {len(told) - _MOST_LISTED:,} more" if len(told) > _MOST_LISTED else ""
    return ", ".join(told[:_MOST_LISTED]) + more


def _version(name: str, version: str, filed: tuple[FiledUse, ...], project: Project) -> Version:
    try:
        text, _ = Past(root=project.root).filed_text(name, version)
    except LookupError as fault:
        remedy = f"'comment-kit blocks where-used {name}' prints the versions that were filed"
        raise CommentKitError(str(fault.args[0]), remedy=remedy) from None
    found = fingerprint(text)
    # The newest filing of a version tells it best.
    use = next(each for each in filed if any(one.fingerprint == found for one in each.uses))
    called = use.filing.label or Path(use.filing.letter).name
    return Version(text=text, told=f"{found[:_SHOWN]}, filed {use.filing.filed} as {called}")


def _today(name: str, project: Project) -> Version:
    try:
        text = block_shelf(project).read(name).block.text
    except Unfound as fault:
        raise CommentKitError(fault.fault.message, remedy=fault.fault.hint) from None
    return Version(text=text, told=f"{fingerprint(text)[:_SHOWN]}, today")
