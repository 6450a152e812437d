"""What the kit remembers between two builds: the page of each heading, and what it wrote where."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from comment_kit.errors import CommentKitError
from comment_kit.model.layout import Layout
from comment_kit.model.letter import Block, Heading, Image, Inline, Letter, Paragraph, SetCitation, walk
from comment_kit.model.text import Span
from comment_kit.workflows.outputs import write_output

_PAGES = "pages.json"
_WRITTEN = "written.json"
_CLEARED = "cleared.json"
_KEPT = 64
"""How many letters' pages are remembered; the oldest are forgotten."""


def sha256(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def recall_pages(state: Path, fingerprint: Callable[[], str]) -> Mapping[str, int] | None:
    """Return the page of each heading as last learned for the text with this fingerprint, or None.

    The fingerprint is taken only where any pages were learned at all.
    """
    known = _read(state / _PAGES)
    pages = known.get(fingerprint()) if known else None
    if not isinstance(pages, dict):
        return None
    return {str(name): page for name, page in pages.items() if isinstance(page, int)}


def remember_pages(state: Path, fingerprint: str, pages: Mapping[str, int]) -> None:
    """Keep the page of each heading for the next build of the same text."""
    known = {name: each for name, each in _read(state / _PAGES).items() if name != fingerprint}
    known = dict(list(known.items())[-_KEPT + 1 :])
    _write(state / _PAGES, {**known, fingerprint: dict(pages)})


def wrote(state: Path, target: Path, content: bytes) -> bool:
    """Remember that ``target`` was written with ``content``; return whether that could be kept."""
    return _write(state / _WRITTEN, {**_read(state / _WRITTEN), str(target.resolve()): sha256(content)})


def is_as_written(state: Path, target: Path, present: bytes) -> bool:
    """Return whether ``target`` still holds what the kit wrote there."""
    return _read(state / _WRITTEN).get(str(target.resolve())) == sha256(present)


def recall_cleared(state: Path) -> Mapping[str, tuple[str, ...]]:
    """Return, by the name of each clearance, the fingerprints of what stood at it when it was first seen."""
    known = _read(state / _CLEARED)
    return {name: tuple(map(str, prints)) for name, prints in known.items() if isinstance(prints, list)}


def remember_cleared(state: Path, seen: Mapping[str, tuple[str, ...]]) -> None:
    """Keep what stood at clearances that were never seen before."""
    if seen:
        _write(state / _CLEARED, {**_read(state / _CLEARED), **seen})


def _read(file: Path) -> dict[str, Any]:
    try:
        values = json.loads(file.read_bytes())
    except (OSError, ValueError):
        # A damaged memory is an empty one: everything in it can be learned again.
        return {}
    return values if isinstance(values, dict) else {}


def _write(file: Path, values: Mapping[str, Any]) -> bool:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_output(file, json.dumps(values, indent=1, sort_keys=False).encode(), may_replace=lambda _: True)
    except (OSError, CommentKitError):
        # A letter is built and checked also where nothing can be remembered.
        return False
    return True


def fingerprint(letter: Letter, layout: Layout) -> str:
    """Return what decides the pages of a letter: the hash of its words, of its notes and of its layout."""
    words = hashlib.sha256(repr(layout).encode())
    for blocks in (letter.blocks, *(note.blocks for note in letter.notes.values())):
        words.update("".join(map(_weight, walk(blocks))).encode())
    return words.hexdigest()


def _weight(part: Block | Inline) -> str:
    """Return what a part adds to the length of a page; where it stands in its file adds nothing."""
    match part:
        case Span():
            return _set_words(part)
        case SetCitation():
            return "".join(map(_set_words, part.text))
        case Image():
            return part.path
        case Heading():
            return f"{part.level}{part.label}"
        case Paragraph():
            return f"\n{part.role}"
        case _:
            return type(part).__name__


def _set_words(span: Span) -> str:
    """Return words with the type that makes them wider or narrower; ``repr`` would take five times as long."""
    flags = (span.bold, span.italic, span.small_caps, span.code, span.superscript, span.subscript)
    return span.text + ("".join("01"[flag] for flag in flags) if True in flags else "000000")
