"""Find papers of the Federal Register: by page, by document number, and orders by their own number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.recognise.clues import Clue, Identity, Rank, Series
from comment_kit.recognise.groups import Groups
from comment_kit.recognise.identities import order, plain_number, register_page
from comment_kit.recognise.index import SourceIndex, series_likeness
from comment_kit.recognise.lines import Line

NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})"
_PAGE = re.compile(rf"\b(\d{{1,3}}) (?:Fed\. ?Reg\.|Fed Reg|F\. ?R\.|FR) (at )?(?:pp?\. )?({NUMBER})(?![\d.]\d)")
_ORDER = re.compile(
    r"\b(?:Exec(?:utive|\.)? Orders?|E\. ?O\.|EO)(?: \(E\.?O\.?\))? ?(?:Nos?\.? ?|Number |#)?(\d{1,2},\d{3}|\d{4,5})\b",
    re.IGNORECASE,
)
# "FERC Order No. 2222" is of another series; "the Order No. 14,110", "AI Order 14110" and "See Order 14110" are not.
_BARE_ORDER = re.compile(
    r"(?:^|[^\w\s] ?|(?<![\w.])(?:AI|The|See|In|Under|Per|Biden|President|[a-z]+\.?,?) )(Order (?:Nos?\.? ?|Number |#)?"
    r"(\d{2},\d{3}|\d{5}))(?![\w]|,\d)"
)
_COMPILED = re.compile(rf"\b3 C\. ?F\. ?R\.(?:,)? (at )?({NUMBER})(?=\W|$)")
_DOCUMENT = re.compile(r"\bFR Doc\.? ?(?:Nos?\.? ?)?((?:[A-Z]\d-)?(?:19|20)\d\d-\d{4,5}|E\d-\d{3,5})")


def register_pages(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield "88 Fed. Reg. 75191" as a document and "88 Fed. Reg. at 75203" as a place in one."""
    del groups, index
    if "Reg" in line.text or "F" in line.text:
        for found in _PAGE.finditer(line.text):
            yield page_clue(found, f"{found[1]} Fed. Reg.", register_page(found[1], found[3]), found[3])
    if "3 C" in line.text:
        for found in _COMPILED.finditer(line.text):
            identity = Identity("3 C.F.R.", f"3 C.F.R. {plain_number(found[2])}")
            yield page_clue(found, "3 C.F.R.", identity, found[2])


def page_clue(found: re.Match[str], series: str, identity: Identity, page: str) -> Clue:
    """Return the clue of a page: behind "at" it is a pinpoint, else the first page of a document."""
    at = next((place for place in range(1, len(found.groups()) + 1) if found[place] == "at "), None)
    place = Series(series_likeness(series), int(plain_number(page)))
    if at is not None:
        return Clue(start=found.start(), end=found.start(at) - 1, rank=Rank.NUMBER, series=place)
    return Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=identity, series=place)


def executive_orders(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield executive orders by number; those that are not called executive only where the library has them."""
    del groups
    for found in _ORDER.finditer(line.text):
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=order(found[1]))
    for found in _BARE_ORDER.finditer(line.text) if "Order " in line.text else ():
        if index.named_by(named := order(found[2])):
            yield Clue(start=found.start(1), end=found.end(), rank=Rank.NUMBER, identity=named)


def register_documents(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield documents by the number that the Register gives them."""
    del groups, index
    for found in _DOCUMENT.finditer(line.text):
        identity = Identity("FR Doc.", f"FR Doc. {found[1]}")
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=identity)
