"""Keep the text of each block as it was filed, in a file that is named by its hash."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from enum import Enum
from pathlib import Path

from msgspec import Struct

from comment_kit.model.blocks import SHORTEST_VERSION, fingerprint

TEXTS = "ledger"
_DIGITS = frozenset("0123456789abcdef")


class NoText(Enum):
    """Why there is no text of a version."""

    UNKNOWN = "no text of that version was filed"
    AMBIGUOUS = "several versions begin so"
    TOO_SHORT = f"a version has at least {SHORTEST_VERSION} hexadecimal digits"
    DAMAGED = "its text is no longer the one that was filed"


class FiledText(Struct, frozen=True, kw_only=True):
    """The text of a block as it was filed, or why there is none."""

    fingerprint: str = ""
    """Of the one version found; empty where none or several were."""
    text: str = ""
    lacking: NoText | None = None
    """None where the text was found."""
    candidates: tuple[str, ...] = ()
    """The versions that begin so, where several do."""


def text_of(root: Path, version: str, *, among: frozenset[str] | None = None) -> FiledText:
    """Return the text whose fingerprint begins with ``version``, as the ledger in the project ``root`` has it.

    Args:
        root: the project's folder.
        version: at least four hexadecimal digits.
        among: the fingerprints to choose from, as those of one block; every text that was filed where it is None.

    Raises:
        OSError: the text is there and cannot be read.
    """
    version = version.strip().lower()
    if len(version) < SHORTEST_VERSION or not set(version) <= _DIGITS:
        return FiledText(lacking=NoText.TOO_SHORT)
    found = tuple(
        sorted(
            path.stem
            for path in (root / TEXTS).glob(f"{version}*.md")
            if _is_name(path.stem) and (among is None or path.stem in among)
        )
    )
    if len(found) != 1:
        return FiledText(lacking=NoText.AMBIGUOUS if found else NoText.UNKNOWN, candidates=found)
    text = _read(_path(root, found[0]), found[0])
    if text is None:
        return FiledText(fingerprint=found[0], lacking=NoText.DAMAGED)
    return FiledText(fingerprint=found[0], text=text)


def keep_text(root: Path, version: str, text: str) -> None:
    """Write the text of a block, whole or not at all, where the ledger does not have it yet.

    Raises:
        ValueError: the fingerprint is not that of the text.
        OSError: it cannot be written.
    """
    if fingerprint(text) != version:
        raise ValueError(version)
    path = _path(root, version)
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or _read(path, version) is None:
        _write_whole(path, text.encode())


def _path(root: Path, version: str) -> Path:
    return root / TEXTS / f"{version}.md"


def _is_name(stem: str) -> bool:
    return len(stem) == len(fingerprint("")) and set(stem) <= _DIGITS


def _read(path: Path, version: str) -> str | None:
    """Return a text; None where it is not the one that its name vouches for."""
    content = path.read_bytes()
    # Git may have been told to end lines another way; the fingerprint is of line feeds.
    text = content.decode("utf-8", "replace").replace("\r\n", "\n")
    return text if fingerprint(text) == version else None


def _write_whole(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=".text.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as part:
            part.write(content)
            part.flush()
            os.fsync(part.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
