"""Find the date or the draft beside a short name that its source does not bear: "Draft at 4 (2025)"."""

from __future__ import annotations

from collections.abc import Iterator

from comment_kit.model.recognition import Contradiction
from comment_kit.model.sources import Source
from comment_kit.recognise.clause import Anatomy
from comment_kit.recognise.dates import is_mere_date, year_of
from comment_kit.recognise.groups import Range
from comment_kit.recognise.stages import stage_named, stage_said

_DATED = ("frdate", "signed", "cfryear", "uscyear", "eventdate", "origdate")


def other_than_named(name: Range, parts: Anatomy, source: Source | None) -> Contradiction | None:
    """Return what a citation by a short name says of its source that another edition bears; None for nothing.

    Args:
        name: where the name stands in its line.
        parts: of its clause.
        source: which the letter calls so; None for one that is not in the library.
    """
    if source is None:
        return None
    found = _other_stage(parts, source) or _other_year(parts, source)
    if found is None:
        return None
    own, other = found
    return Contradiction(words=parts.text[slice(*name)], key=source.key, own=own, other=other)


def _other_stage(parts: Anatomy, source: Source) -> tuple[str, str] | None:
    stage = source.get("stage")
    own = stage_said(stage) if stage else None
    if not stage or own is None or parts.stage in {None, own}:
        return None
    return stage, stage_named(parts.stage or "")


def _other_year(parts: Anatomy, source: Source) -> tuple[str, str] | None:
    """Return the source's date and another one in brackets that holds nothing else, of no year that the entry names."""
    dates = [parts.text[start + 1 : end - 1] for start, end in parts.dates]
    # A compilation has years of its own: "3 C.F.R. at 660 (2024)".
    is_of_paper = "C.F.R." not in parts.text[slice(*parts.core)]
    if source.date is None or not dates or not is_of_paper or not all(map(is_mere_date, dates)):
        return None
    own = {str(source.date.year), *_years(source)}
    return None if any(year_of(date) in own for date in dates) else (str(source.date), dates[0])


def _years(source: Source) -> Iterator[str]:
    return (value[:4] for field in _DATED if (value := source.get(field)))
