"""Leave out what a writer has looked at: ``<!-- ck: ignore CODE reason -->`` in the source of a letter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from comment_kit.model.diagnostics import Diagnostic

_COMMENT = re.compile(r"<!--\s*ck:\s*ignore\s+([A-Z]{3}\d*(?:\s*,\s*[A-Z]{3}\d*)*)\s+(\S[^>]*?)\s*-->")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A comment with the paragraph it speaks of."""

    codes: tuple[str, ...]
    """Codes or families of codes."""
    reason: str
    first_line: int
    """Of the paragraph, counted from 1."""
    last_line: int


def ignored_in(text: str) -> tuple[Ignored, ...]:
    """Return the comments of ``text``; one that stands alone speaks of the paragraph after it.

    A comment without a reason is none: whoever signs must be able to read why something was left out.
    """
    return tuple(_ignored(text.splitlines()))


def without_ignored(found: Iterable[Diagnostic], ignored: Iterable[Ignored], file: str) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that no comment of ``file`` leaves out."""
    ignored = tuple(ignored)
    return tuple(each for each in found if each.location.file != file or not any(_covers(one, each) for one in ignored))


def _ignored(lines: list[str]) -> Iterator[Ignored]:
    for number, line in enumerate(lines):
        for comment in _COMMENT.finditer(line):
            alone = not _COMMENT.sub("", line).strip()
            first, last = _paragraph(lines, _next_text(lines, number + 1) if alone else number)
            codes = tuple(code.strip() for code in comment[1].split(","))
            yield Ignored(codes=codes, reason=comment[2], first_line=first + 1, last_line=last + 1)


def _next_text(lines: list[str], start: int) -> int:
    return next((number for number in range(start, len(lines)) if lines[number].strip()), len(lines) - 1)


def _paragraph(lines: list[str], at: int) -> tuple[int, int]:
    """Return the first and the last line, from 0, of the paragraph around the line ``at``."""
    first = last = at
    while first > 0 and lines[first - 1].strip():
        first -= 1
    while last + 1 < len(lines) and lines[last + 1].strip():
        last += 1
    return first, last


def _covers(ignored: Ignored, diagnostic: Diagnostic) -> bool:
    here = ignored.first_line <= diagnostic.location.line <= ignored.last_line
    return here and diagnostic.code.startswith(ignored.codes)
