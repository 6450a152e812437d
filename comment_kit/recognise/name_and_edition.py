"""Find the date or the draft beside a name that its source does not bear: "Draft at 4 (2025)"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

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
    found = other_stage(parts, source) or _other_year(parts, source)
    if found is None:
        return None
    own, other = found
    return Contradiction(words=parts.text[slice(*name)], key=source.key, own=own, other=other)


def other_stage(parts: Anatomy, source: Source) -> tuple[str, str] | None:
    """Return the source's stage and the one that a citation names, where they differ."""
    stage, named = source.get("stage"), parts.stage
    own = stage_said(stage) if stage else None
    return (stage, stage_named(named)) if stage and named and own and own != named else None


def other_date(parts: Anatomy, years: Collection[str]) -> str | None:
    """Return the first date in brackets where none is of ``years`` and the brackets hold nothing else."""
    dates = [parts.text[start + 1 : end - 1] for start, end in parts.dates]
    is_other = all(is_mere_date(date) and year_of(date) not in years for date in dates)
    return dates[0] if dates and years and is_other else None


def _other_year(parts: Anatomy, source: Source) -> tuple[str, str] | None:
    """Return the source's date and another one in brackets that holds nothing else, of no year that the entry names."""
    # A compilation has years of its own: "3 C.F.R. at 660 (2024)".
    if source.date is None or "C.F.R." in parts.text[slice(*parts.core)]:
        return None
    date = other_date(parts, {str(source.date.year), *_years(source)})
    return (str(source.date), date) if date else None


def _years(source: Source) -> Iterator[str]:
    return (value[:4] for field in _DATED if (value := source.get(field)))
