"""Write what became of a block between two versions, word by word: [-old-]{+new+}, or in colour."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import Protocol

_INDENT = "    "
_GAP = "..."


class Change(Protocol):
    """A run of text in two versions."""

    @property
    def old(self) -> str:
        """As it was."""

    @property
    def new(self) -> str:
        """As it is; the same where nothing was changed."""


Mark = Callable[[str], str]
"""Marks words as taken out or as added."""


def taken_out(words: str) -> str:
    """Return ``words`` as plain text shows that they were taken out."""
    return f"[-{words}-]"


def added(words: str) -> str:
    """Return ``words`` as plain text shows that they were added."""
    return f"{{+{words}+}}"


def render_changes(changes: Iterable[Change], *, taken_out: Mark = taken_out, added: Mark = added) -> tuple[str, ...]:
    """Return the lines that were changed, with three dots for those between them; none where nothing was.

    Args:
        changes: the whole text, in order.
        taken_out: marks words that are gone.
        added: marks words that are new.
    """
    lines: list[str] = []
    is_changed: list[bool] = []
    for line, changed in _lines(changes, taken_out, added):
        lines.append(line)
        is_changed.append(changed)
    return tuple(_shown(lines, is_changed))


def _lines(changes: Iterable[Change], taken_out: Mark, added: Mark) -> Iterator[tuple[str, bool]]:
    """Yield each line of both versions, and whether it holds a change."""
    line, changed = "", False
    for change in changes:
        is_same = change.old == change.new
        parts = ((change.old, str),) if is_same else ((change.old, taken_out), (change.new, added))
        for words, mark in parts:
            first, *others = words.split("\n")
            for part in (None, *others):
                if part is not None:
                    yield line, changed
                    line, changed = "", False
                held = first if part is None else part
                line += mark(held) if held else ""
                changed = changed or (not is_same and bool(words))
    if line:
        yield line, changed


def _shown(lines: list[str], is_changed: list[bool]) -> Iterator[str]:
    worded = [(line, changed) for line, changed in zip(lines, is_changed, strict=True) if line.strip()]
    if not any(changed for _, changed in worded):
        # Blanks and line ends alone.
        return
    for is_run, group in groupby(worded, key=lambda each: each[1]):
        yield from (_INDENT + line for line, _ in group) if is_run else (_INDENT + _GAP,)
