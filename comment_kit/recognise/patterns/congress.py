"""Find what Congress printed: public laws, Statutes at Large, committee reports and bills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.recognise.clues import Clue, Identity, Rank
from comment_kit.recognise.groups import Groups
from comment_kit.recognise.identities import public_law, reporter_page
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line
from comment_kit.recognise.patterns.register import NUMBER, page_clue

_LAW = re.compile(r"\bPub(?:lic|\.) ?L(?:aw|\.) ?(?:Nos?\.? ?)?(\d{2,3}[-\u2013]\d{1,4})\b", re.IGNORECASE)
_STATUTES = re.compile(rf"\b(\d{{1,3}}) Stat\. (at )?({NUMBER})(?=\W|$)")
_REPORT = re.compile(
    r"\b(H\. ?R\.|H\.|House|S\.|Sen\.|Senate) ?(?:Conf\. )?Rep(?:\.|ort) ?(?:Nos?\.? ?)?(\d{2,3}[-\u2013]\d{1,4})\b",
    re.IGNORECASE,
)
_BILL = re.compile(r"\b(H\. ?R\.|S\.|(?:H|S)\. ?(?:J\. ?|Con\. ?)?Res\.) ?(\d{1,5})\b(?!-)(?=,? *(?:\d|§|at\b|\())")
_CONGRESS = re.compile(r"\b\d{1,3}(?:st|nd|rd|th|d) Cong\.(?:,? (?:\d(?:st|nd|d) Sess\.)?)?")


def public_laws(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield public laws by number."""
    del groups, index
    for found in _LAW.finditer(line.text):
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=public_law(found[1]))


def statutes_at_large(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield pages of the Statutes at Large."""
    del groups, index
    if "Stat." in line.text:
        for found in _STATUTES.finditer(line.text):
            yield page_clue(found, f"{found[1]} Stat.", reporter_page(found[1], "Stat.", found[3]), found[3])


def committee_reports(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield reports of committees: "H.R. Rep. No. 110-803"."""
    del groups, index
    if "rep" not in line.text.casefold():
        return
    for found in _REPORT.finditer(line.text):
        chamber = "H.R." if found[1].upper().startswith("H") else "S."
        identity = Identity("Rep.", f"{chamber} Rep. No. {found[2].replace(chr(0x2013), '-')}")
        yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=identity)


def bills(line: Line, groups: Groups, index: SourceIndex) -> Iterator[Clue]:
    """Yield bills by number; that of the Senate only beside its Congress, for "S. 5" may be anything."""
    del groups, index
    congress = _CONGRESS.search(line.text)
    for found in _BILL.finditer(line.text):
        if found[1].startswith("H") or congress:
            identity = Identity("bill", f"{found[1].replace(' ', '')} {found[2]}")
            yield Clue(start=found.start(), end=found.end(), rank=Rank.NUMBER, identity=identity)
