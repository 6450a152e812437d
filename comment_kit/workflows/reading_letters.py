"""Read anybody's letter: what its file holds, and each of its citations followed to a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.errors import CommentKitError
from comment_kit.model.letter import Letter
from comment_kit.model.policy import Policy
from comment_kit.model.resolutions import Resolution
from comment_kit.model.sources import Library
from comment_kit.model.word import StoredCitation
from comment_kit.project import Project
from comment_kit.recognise import Recognised, recognise
from comment_kit.resolve import resolve
from comment_kit.workflows.shelves import read_shelves

AS_READ = Policy(name="as read", window=None, hereinafter=False)
"""How a letter is resolved whose forms stand on the page already: nothing is chosen."""
_LARGEST = 100_000_000
_NOTHING_STORED: Mapping[str, tuple[StoredCitation, ...]] = {}


class FollowedLetter(Struct, frozen=True, kw_only=True):
    """A letter that nobody tagged, its citations found and followed."""

    recognised: Recognised
    resolutions: tuple[Resolution, ...]
    library: Library


def follow(
    letter: Letter,
    project: Project,
    stored: Mapping[str, tuple[StoredCitation, ...]] = _NOTHING_STORED,
    *,
    as_of: date | None = None,
) -> FollowedLetter:
    """Return ``letter`` with its citations found, and where each leads a reader.

    Args:
        letter: as read from any file.
        project: whose sources are known.
        stored: by note, what the fields of a file of ours carry beside the words.
        as_of: the day as of which authorities are judged; None for the letter's own.
    """
    library = read_shelves(project).library
    recognised = recognise(letter, library)
    resolutions = resolve(recognised.letter, library, AS_READ, {}, as_of=as_of)
    return FollowedLetter(recognised=recognised, resolutions=tuple(_with_stored(resolutions, stored)), library=library)


def _with_stored(
    resolutions: tuple[Resolution, ...], stored: Mapping[str, tuple[StoredCitation, ...]]
) -> Iterator[Resolution]:
    """Yield the resolutions, each with the key that a field of ours carries for it."""
    for each in resolutions:
        carried = stored.get(each.at.note_id, ())[each.at.index - 1 : each.at.index]
        yield replace(each, citation=replace(each.citation, stored=carried[0].key)) if carried else each


def bytes_of(path: Path) -> bytes:
    """Return what the file of a letter holds.

    Raises:
        CommentKitError: it cannot be read, or is larger than any letter.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise CommentKitError("this file is larger than any letter", where=str(path))
        return path.read_bytes()
    except OSError as fault:
        raise CommentKitError(f"cannot be read: {fault.strerror}", where=str(path)) from fault
