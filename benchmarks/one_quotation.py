"""Measure the judging of one quotation, without the start of a process and the reading of files."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import accumulate

import quoting
from measuring import Bound

from comment_kit.model.pages import Sheet, SourceText, Stream
from comment_kit.model.places import Location
from comment_kit.model.quotations import CitedPlace, Copy, Quotation
from comment_kit.model.text import Span
from comment_kit.quotations import Prepared, judge, pages_with, prepare

_FEW, _MANY = 60, 10_000
_QUOTED = 20
"""Quotations measured in one run."""
_RUNS = 3
"""Each with quotations of its own, from as many pages: what was sought once may be remembered."""
VERIFIED, LOST, EXACT = 2.0, 60.0, 25.0
"""Milliseconds."""


def quotation_bounds() -> list[Bound]:
    """Return what a quotation takes that stands on one of 60 pages, one that does not, and one among 10,000 pages."""
    few, many = _source(_FEW), _source(_MANY)
    place = CitedPlace(pages=(("7", "7"),), copy=Copy.RIGHT)
    right = [_quotation(quoting.rows(0, number)[1]) for number in range(1, _RUNS * _QUOTED + 1)]
    lost = [
        _quotation(" ".join(quoting.rows(quoting.NOWHERE, number)[1:3])) for number in range(1, _RUNS * _QUOTED + 1)
    ]
    bounds = (
        ("a quotation verified in 60 pages", VERIFIED, right, lambda each: judge(each, few, place)),
        ("a quotation not found in 60 pages", LOST, lost, lambda each: judge(each, few, place)),
        ("a quotation found among 10,000 pages", EXACT, right, lambda each: pages_with(each, many)),
        ("a quotation not found as quoted among 10,000 pages", EXACT, lost, lambda each: pages_with(each, many)),
    )
    return [
        Bound(promise=promise, value=_milliseconds(asked, about), limit=limit, unit="ms")
        for promise, limit, about, asked in bounds
    ]


def _milliseconds(asked: Callable[[Quotation], object], quotations: Sequence[Quotation]) -> float:
    """Return the processor's time for one of ``quotations``, on the average of the quickest run."""
    taken = []
    for run in range(_RUNS):
        started = time.process_time()
        for each in quotations[run * _QUOTED : (run + 1) * _QUOTED]:
            asked(each)
        taken.append(time.process_time() - started)
    return min(taken) / _QUOTED * 1000


def _quotation(words: str) -> Quotation:
    return Quotation(words=(Span(text=words),), location=Location(file="letter.md"))


def _source(count: int) -> Prepared:
    """Return the pages of the first source as one text."""
    pages = [" ".join(quoting.rows(0, number)) + " " for number in range(1, count + 1)]
    stream = Stream(text="".join(pages), sheets=tuple(accumulate(map(len, pages[:-1]), initial=0)))
    sheets = tuple(Sheet(index=number, label=str(number)) for number in range(1, count + 1))
    text = SourceText(
        key="s00",
        edition="2024",
        file="",
        sha256="",
        format="text",
        sheets=sheets,
        body=stream,
        all=stream,
        total=count,
    )
    return prepare(text)
