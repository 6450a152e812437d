"""Find the page number that each sheet prints, and say how far it may be relied on; never outside a run that was seen.

A number at the head or foot of a page is a page number only where the sheets before and behind count with it. Each
number votes for a run: its way of writing, and how far it is ahead of the sheet's place in the file.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from comment_kit.model.pages import Confidence
from comment_kit.pages.lines import DrawnSheet, lifted
from comment_kit.pages.numerals import Numeral, read_numeral
from comment_kit.pages.rows import STEADY, Row, Zone, outer_rows

LEAST = 3
"""A run needs so many sheets."""
SEEN = 0.5
"""A run needs its number seen on such a share of the sheets it spans."""
MOST = 0.75
"""A run of numbers among words that is short, or seen on fewer of its sheets, yields to one that counts them all."""
NEARLY_ALL = 0.9
ALONE, AMONG_WORDS, NAMED = range(3)
"""Where a number stands: by itself in its row, at the end of a row, or named and counted ("Page 3 of 20")."""
_GAP = 12
"""A run may be silent on so many sheets, as on plates and at the beginnings of parts."""

_NUMBER = r"(?P<number>\d{1,6}|[ivxlc]{1,7}|[A-Z]{1,2}-\d{1,4})"
_ALONE = re.compile(rf"[-–—\[(]?\s*{_NUMBER}\s*[-–—\])]?")
_NAMED = re.compile(
    rf"(?:Page|PAGE|page|p\.)\s*{_NUMBER}(?:\s+of\s+\d+)?|{_NUMBER.replace('number', 'first')}\s+of\s+\d+"
)
# A head may begin with the number of a section, or end with a year, beside the number of the page.
_FIRST = re.compile(rf"{_NUMBER}\s*(?:\||\s)\s*(?=\D|\d+(?:\.\d+)*\.?\s+[^\W\d_])")
_LAST = re.compile(rf"(?=.*[^\W\d_]).*\S(?:\s|\|)\s*{_NUMBER}")
_REGISTER = re.compile(r"Federal Register\s*/\s*Vol\. ?\d+, ?No\. ?\d+\s*/")
_REGISTER_SAYS = "running head of the Federal Register"
_DAY = re.compile(r"[A-Z][a-z]+ \d{1,2}, \d{4}$")
_OF_SHEETS = re.compile(r"\b(\d{1,6})(?=\s*/\s*(\d{1,6})\b)")
_STAMP = re.compile(r"\bCase\b.*\d|\bUSCA|\bDocument\b.*\bFiled\b|Entry ID|\bECF No\.|\bVerDate\b|https?://")


class Found(NamedTuple):
    """A sheet's label, and how it was found."""

    label: str
    confidence: Confidence
    how: str


class Candidate(NamedTuple):
    """A number that may be the sheet's."""

    sheet: int
    numeral: Numeral
    rank: int
    """The lower, the likelier: ``ALONE``, ``AMONG_WORDS`` or ``NAMED``."""
    row: Row
    register: bool = False
    """Whether the Federal Register's own running head prints it."""

    @property
    def run(self) -> tuple[str, int]:
        """What all numbers of one run share: the way of writing, and how far they are ahead of their sheets."""
        return self.numeral.kind, self.numeral.value - self.sheet


class Run(NamedTuple):
    """Sheets that count together, from the first to the last on which the number was seen."""

    kind: str
    ahead: int
    seen: Mapping[int, Candidate]
    """By sheet."""

    @property
    def span(self) -> range:
        """The sheets of the run, with those that print no number."""
        return range(min(self.seen), max(self.seen) + 1)

    @property
    def share(self) -> float:
        """The share of its sheets on which the number was seen."""
        return len(self.seen) / len(self.span)

    def label(self, index: int) -> str:
        """Return the number of the sheet ``index`` as the run counts."""
        return Numeral(self.kind, self.ahead + index).label

    @property
    def weight(self) -> tuple[float, ...]:
        """What sets it before another run over the same sheets: the likelier place first, then the longer run."""
        rank = round(sum(candidate.rank for candidate in self.seen.values()) / len(self.seen))
        sure = rank == ALONE or (len(self.seen) >= 2 * LEAST and self.share >= MOST)
        return sure, -rank, len(self.seen), self.share


def printed_labels(sheets: Sequence[DrawnSheet]) -> tuple[Mapping[int, Found], Mapping[int, Candidate]]:
    """Return by sheet, counted from 1, the labels found, and the numbers themselves where they are printed."""
    rows = {sheet.number: outer_rows(sheet) for sheet in sheets}
    standing = _standing(rows.values())
    candidates = [each for sheet in rows for each in _candidates(sheet, len(sheets), _bared(rows[sheet], standing))]
    runs = sorted(_runs(candidates), key=lambda run: run.weight, reverse=True)
    found: dict[int, Found] = {}
    printed: dict[int, Candidate] = {}
    for run in runs:
        for index in run.seen.keys() - printed.keys():
            found[index], printed[index] = _seen(run, index), run.seen[index]
    for candidate in candidates:
        # The register's head names the page by itself: a notice may have one page.
        if candidate.register and candidate.sheet not in printed:
            found[candidate.sheet] = Found(candidate.numeral.label, Confidence.HIGH, _REGISTER_SAYS)
            printed[candidate.sheet] = candidate
    for run in runs:
        for index in run.span:
            found.setdefault(index, Found(run.label(index), Confidence.MIDDLE, "not printed, between numbered pages"))
    return found, printed


def _standing(pages: Collection[Sequence[Row]]) -> frozenset[str]:
    """Return the words that stand in a row of their own at the foot of most pages, as "UNCLASSIFIED" does."""
    counts = Counter(text for rows in pages for text in {row.text for row in rows if row.zone is Zone.FOOT})
    return frozenset(text for text, count in counts.items() if count >= max(LEAST, SEEN * len(pages)))


def _bared(rows: Sequence[Row], standing: Collection[str]) -> Iterator[Row]:
    """Yield ``rows``, of which one above nothing but ``standing`` words at the foot counts as the outermost."""
    bare = True
    for row in rows:
        if row.zone is Zone.HEAD:
            yield row
            continue
        yield row._replace(outermost=bare)
        bare = bare and row.text in standing


def _candidates(sheet: int, total: int, rows: Iterable[Row]) -> Iterator[Candidate]:
    for row in rows:
        if _STAMP.search(row.text):
            continue
        for rank, text in _numbers(row):
            numeral = read_numeral(text)
            if numeral and not _counts_sheets(row, sheet, total):
                yield Candidate(sheet, numeral, rank, row, register=bool(_REGISTER.search(row.text)))


def _numbers(row: Row) -> Iterator[tuple[int, str]]:
    """Yield rank and words of each number of ``row`` that may be a page's."""
    whole = row.text.strip()
    if alone := _ALONE.fullmatch(whole):
        # Deeper inside the page a lone number is a note's, or stands in a table.
        if row.outermost or row.zone is Zone.HEAD:
            yield ALONE, alone["number"]
        return
    parts = [line.text.strip() for line in row.lines]
    yield from ((ALONE, alone["number"]) for part in (parts[0], parts[-1]) if (alone := _ALONE.fullmatch(part)))
    if named := _NAMED.search(whole):
        yield NAMED, named["number"] or named["first"]
    elif row.outermost or row.zone is Zone.HEAD:
        yield from _ends(row)


def _ends(row: Row) -> Iterator[tuple[int, str]]:
    """Yield the number at either end of a row of words, unless it is raised and so a note's."""
    first, last = row.lines[0], row.lines[-1]
    if (found := _FIRST.match(first.text)) and not any(mark.start == 0 and lifted(mark, first) for mark in first.marks):
        yield AMONG_WORDS, found["number"]
    if (found := _LAST.fullmatch(last.text)) and not _DAY.search(last.text):
        yield AMONG_WORDS, found["number"]


def _counts_sheets(row: Row, sheet: int, total: int) -> bool:
    """Return whether the row counts the sheets of a print-out ("3/12"), which are not the source's pages."""
    return any((int(found[1]), int(found[2])) == (sheet, total) for found in _OF_SHEETS.finditer(row.text))


def _runs(candidates: Sequence[Candidate]) -> Iterator[Run]:
    groups: defaultdict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        groups[candidate.run].append(candidate)
    for (kind, ahead), counted in groups.items():
        seen: dict[int, Candidate] = {}
        for candidate in _steady(counted):
            known = seen.get(candidate.sheet)
            if known is None or candidate.rank < known.rank:
                seen[candidate.sheet] = candidate
        stretches = _stretches(kind, ahead, seen)
        yield from (run for run in stretches if len(run.seen) >= LEAST and run.share >= SEEN)


def _steady(counted: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield the numbers of a run without those among words that stand at a height of their own.

    The numbers of sections, addresses, and rows of contents or of a listing stand now here, now there.
    """
    places = {(candidate.sheet, _height(candidate.row)) for candidate in counted}
    heights = Counter(height for _, height in places)
    for candidate in counted:
        zone, height = _height(candidate.row)
        near = sum(heights[zone, each] for each in (height - 1, height, height + 1))
        if near > 1 or candidate.rank != AMONG_WORDS:
            yield candidate


def _height(row: Row) -> tuple[Zone, int]:
    return row.zone, round(row.y / STEADY)


def _stretches(kind: str, ahead: int, seen: Mapping[int, Candidate]) -> Iterator[Run]:
    """Yield a run for each stretch without a long silence."""
    stretch: dict[int, Candidate] = {}
    for index in sorted(seen):
        if stretch and index - max(stretch) > _GAP:
            yield Run(kind, ahead, stretch)
            stretch = {}
        stretch[index] = seen[index]
    if stretch:
        yield Run(kind, ahead, stretch)


def _seen(run: Run, index: int) -> Found:
    candidate = run.seen[index]
    if candidate.register:
        return Found(run.label(index), Confidence.HIGH, _REGISTER_SAYS)
    confidence = Confidence.HIGH if run.share >= NEARLY_ALL else Confidence.MIDDLE
    return Found(run.label(index), confidence, f"printed at the {candidate.row.zone}")
