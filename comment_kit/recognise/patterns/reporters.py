"""Find cases and articles by the page of the reporter or journal in which they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.groups import Groups, Range, overlaps
from comment_kit.recognise.identities import reporter_page, squeezed
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line
from comment_kit.recognise.patterns.register import page_clue

_PAGE = r"(at )?(\*?\d{1,3}(?:,\d{3})+|\*?\d{1,6})(?=[^\w-]|$)"
_ANY = re.compile(rf"\b(\d{{1,4}}) ([A-Z][\w.'&]*(?: (?:[A-Z][\w.'&]*|of|the|&|\d[a-z]{{1,2}})){{0,6}}),? {_PAGE}")


_AGENCIES = {
    squeezed(name): name
    for name in ("FCC Rcd.", "F.C.C.", "F.C.C.2d", "N.L.R.B.", "F.T.C.", "FERC", "Op. O.L.C.", "Comp. Gen.", "S.E.C.")
}
"""Reporters of agencies, which eyecite does not know."""


def library_reporters(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield pages of the reporters and journals in which sources of the library stand."""
    del groups
    pattern = _of_library(index.reporters)
    if pattern is None:
        return
    for found in pattern.finditer(line.text):
        series = f"{found[1]} {found[2]}"
        if found[4].startswith("No"):
            identity = reporter_page(found[1], found[2], found[4])
            yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=identity)
        else:
            yield page_clue(found, series, reporter_page(found[1], found[2], found[4]), found[4])


@lru_cache(maxsize=8)
def _of_library(names: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return the pattern of these reporters with their points and spaces as one likes them."""
    if not names:
        return None
    spelled = "|".join(sorted({_spelled(name) for name in names}, key=len, reverse=True))
    return re.compile(rf"\b(\d{{1,4}}) ({spelled}) (at )?(No\. \d+|\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})(?=\W|$)")


def _spelled(name: str) -> str:
    parts = re.findall(r"[^\s.]+\.?", name)
    return " ?".join(re.escape(part.rstrip(".")) + (r"\.?" if part.endswith(".") else "") for part in parts)


# ---- reporters that the library does not have ----


def other_reporters(text: str, start: int, taken: Sequence[Range]) -> Iterator[Clue]:
    """Yield pages of reporters and journals that eyecite knows, where nothing else says what the words are.

    Args:
        text: the words of one clause.
        start: its place in the line.
        taken: what is known of the line already.
    """
    for found in _ANY.finditer(text):
        place = start + found.start(), start + found.end()
        if any(overlaps(place, each) for each in taken):
            continue
        name = known_reporter(found[2]) if _looks_like_reporter(found[2]) else None
        if name is not None and not found[4].startswith("*"):
            clue = page_clue(found, f"{found[1]} {name}", reporter_page(found[1], name, found[4]), found[4])
            yield replace(clue, start=start + clue.start, end=start + clue.end)


def _looks_like_reporter(words: str) -> bool:
    return "." in words or words.isupper() or squeezed(words) in _AGENCIES


@lru_cache(maxsize=1024)
def known_reporter(words: str) -> str | None:
    """Return the reporter or journal that ``words`` name, spelled as eyecite spells it, or None."""
    # Late, because the import costs a third of a second; asked once for each spelling, because it is slow.
    from eyecite import get_citations  # noqa: PLC0415

    found = get_citations(f"1 {words} 2")
    groups = found[0].groups if found else {}
    return str(groups["reporter"]) if "reporter" in groups else _AGENCIES.get(squeezed(words))
