"""Find the pictures that a letter shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from comment_kit.model.letter import Image, Letter, walk

_LARGEST = 30_000_000
"""Bytes; a page that is scanned in colour has about ten million."""


def read_pictures(letter: Letter, folder: Path) -> Mapping[str, bytes]:
    """Return the pictures of ``letter`` by their paths as written; one that cannot be read is left out.

    Args:
        letter: as read.
        folder: where its file stands; paths are relative to it.
    """
    pictures: dict[str, bytes] = {}
    for name in dict.fromkeys(image.path for image in _images(letter)):
        path = folder / name
        # A missing picture was told when the letter was read.
        with suppress(OSError, ValueError):
            if path.is_file():
                pictures[name] = path.read_bytes() if path.stat().st_size <= _LARGEST else b""
    return pictures


def _images(letter: Letter) -> Iterator[Image]:
    for blocks in (letter.blocks, *(note.blocks for note in letter.notes.values())):
        yield from (part for part in walk(blocks) if isinstance(part, Image))
