"""Find the pictures that a letter shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, Image, Letter, walk
from comment_kit.workflows.findings import MISSING_IMAGE

_LARGEST = 30_000_000
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\x00", b"MM\x00*")
"""How the files begin that Word can show: PNG, JPEG, GIF, BMP, TIFF."""


def read_pictures(letter: Letter, folder: Path) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """Return the pictures of ``letter`` by their paths as written, and what is wrong with any.

    Args:
        letter: as read.
        folder: where its file stands; paths are relative to it.
    """
    pictures: dict[str, bytes] = {}
    diagnostics: list[Diagnostic] = []
    for image in _images(letter):
        if image.path in pictures:
            continue
        content = _read(folder / image.path)
        if content is None:
            diagnostics.append(_missing(image))
        else:
            pictures[image.path] = content
    return pictures, tuple(diagnostics)


def _images(letter: Letter) -> Iterator[Image]:
    stories: Iterable[tuple[Block, ...]] = (letter.blocks, *(note.blocks for note in letter.notes.values()))
    for blocks in stories:
        yield from (part for part in walk(blocks) if isinstance(part, Image))


def _read(path: Path) -> bytes | None:
    """Return the picture at ``path``, or None where there is none that Word can show."""
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            return None
        content = path.read_bytes()
    except (OSError, ValueError):
        return None
    return content if content.startswith(_BEGINNINGS) else None


def _missing(image: Image) -> Diagnostic:
    return MISSING_IMAGE.at(
        image.location,
        f"the picture '{image.path}' cannot be shown",
        hint="it must be a PNG, JPEG, GIF, BMP or TIFF file of at most 30 MB; its path begins at the letter's folder",
    )
