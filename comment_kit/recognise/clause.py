"""See one citation clause: its signal, what names its source, its brackets and where its history begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from comment_kit.model.citations import Signal
from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.dates import Bracket, bracket_kind, loose_dates, year_of
from comment_kit.recognise.groups import Range, gaps
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.marked_lines import MarkedLine
from comment_kit.recognise.pins import is_label

# What follows tells a source's later fate or where else it is quoted; what it names is no antecedent.
_HISTORY = re.compile(
    r",? (?:as )?(?:revoked|superseded|repealed|rescinded|withdrawn|amended|modified|corrected|supplemented) by\b"
    r"|, (?:aff'd|rev'd|vacated|cert\. (?:denied|granted)|overruled|abrogated|reh'g (?:denied|granted))\b"
    r"|,? (?:as )?(?:quoted|cited|reprinted|discussed|excerpted) in\b|, (?:quoting|citing)\b"
)
# "Kim, The Ethics of In-House Practice, in Lawyers in Practice": the book is not what is cited.
_CONTAINER = re.compile(r", in[ *\"]{1,3}$")
_CONGRESS = re.compile(r"\b\d{1,3}(?:st|nd|rd|th|d) Cong\.(?:,? \d(?:st|nd|d) Sess\.)?")
_WORD = re.compile(r"[^\W\d_]['\w]*")
_QUIET = frozenset(
    """
    a al an and app art as at available by ch citing cl comment comments d dated de draft ed eds et ex fig final for
    from hereinafter id in inc int intro la le n nn no note notes of on op or p para pp proposed pt quoting rel rev see
    sec seq slip supra tbl th the to trans und v van vol vols von with
    """.split()
)
"""Words in small letters that titles, names and citations hold; others make prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A stretch of a line that may cite one source."""

    marked: MarkedLine
    start: int
    """Where its words begin, signal included."""
    body: int
    """Where they begin behind the signal."""
    end: int
    signal: Signal | None = None

    @property
    def text(self) -> str:
        """The words behind the signal."""
        return self.marked.text[self.body : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Anatomy:
    """The parts of a clause, by place in its line."""

    core: Range
    """From behind the signal to where the history begins."""
    clues: tuple[Clue, ...]
    """Those outside brackets, in order."""
    dates: tuple[Range, ...]
    """The brackets that bear the date."""
    apparatus: tuple[Range, ...]
    """Square brackets, and round ones that are neither date, label nor parenthetical."""
    labels: tuple[Range, ...]
    parentheticals: tuple[Range, ...]
    addresses: tuple[Range, ...]
    years: frozenset[str]
    """The years that the date brackets name."""

    @property
    def covered(self) -> tuple[Range, ...]:
        """What holds no locator."""
        return (
            *(clue.range for clue in self.clues),
            *self.dates,
            *self.apparatus,
            *self.parentheticals,
            *self.addresses,
        )

    def with_clues(self, more: tuple[Clue, ...]) -> Anatomy:
        """Return the same parts with further clues."""
        return replace(self, clues=tuple(sorted((*self.clues, *more), key=lambda clue: clue.start))) if more else self

    @property
    def is_dated(self) -> bool:
        """Whether the citation bears its date in brackets."""
        return bool(self.dates)


def anatomy(clause: Clause, index: SourceIndex) -> Anatomy:
    """Return the parts of ``clause``."""
    marked, text = clause.marked, clause.marked.text
    core = clause.body, _history(clause)
    rounds = tuple(_own_brackets(clause))
    by_kind: dict[Bracket | str, list[Range]] = {}
    for start, end in rounds:
        content = text[start + 1 : end - 1]
        if is_label(content, text[max(core[0], start - 40) : start], index.has_label):
            by_kind.setdefault("label", []).append((start, end))
        else:
            by_kind.setdefault(bracket_kind(content), []).append((start, end))
    dates = [each for each in by_kind.get(Bracket.DATE, []) if each[0] < core[1]]
    squares = marked.square_between(clause.body, clause.end)
    clues = _outside(marked.clues_between(*core), rounds, squares)
    return Anatomy(
        core=core,
        clues=tuple(clue for clue in clues if not _CONTAINER.search(text, core[0], clue.start)),
        dates=tuple(dates),
        apparatus=(
            *by_kind.get(Bracket.APPARATUS, []),
            *by_kind.get(Bracket.NAME, []),
            *marked.square_between(clause.body, clause.end),
        ),
        labels=tuple(by_kind.get("label", [])),
        parentheticals=tuple(by_kind.get(Bracket.WORDS, [])),
        addresses=tuple(each for each in marked.groups.addresses if core[0] <= each[0] < core[1]),
        years=frozenset(year for start, end in dates if (year := year_of(text[start + 1 : end - 1]))),
    )


def loose_covers(clause: Clause, core: Range) -> Iterator[Range]:
    """Yield what else of a clause is no locator: dates outside brackets, the Congress, quoted titles."""
    text = clause.marked.text
    yield from loose_dates(text, *core)
    for found in _CONGRESS.finditer(text, *core):
        yield found.start(), found.end()
    for start, end in clause.marked.groups.quoted:
        if core[0] <= start < core[1]:
            yield start, end


def is_prose(clause: Clause, parts: Anatomy) -> bool:
    """Return whether the words that name nothing make a sentence: "The Order, 88 Fed. Reg. at 75203, directs ..."."""
    text = clause.marked.text
    covered = (*parts.covered, *loose_covers(clause, parts.core))
    words = (found[0] for start, end in gaps(covered, *parts.core) for found in _WORD.finditer(text, start, end))
    said = [word for word in words if word.islower() and word not in _QUIET]
    return len(said) > 1


def _history(clause: Clause) -> int:
    for found in _HISTORY.finditer(clause.marked.text, clause.body, clause.end):
        if not clause.marked.hidden[found.end() - 1]:
            return found.start()
    return clause.end


def _own_brackets(clause: Clause) -> Iterator[Range]:
    """Yield the round brackets behind a blank; others belong to a label, as in § 4.6(a)."""
    text = clause.marked.text
    for start, end in clause.marked.round_between(clause.body, clause.end):
        if start == clause.body or text[start - 1].isspace():
            yield start, end


def _outside(clues: tuple[Clue, ...], *brackets: object) -> Iterator[Clue]:
    ranges = sorted(each for group in brackets for each in group)  # type: ignore[attr-defined]
    at = 0
    for clue in clues:
        while at < len(ranges) and ranges[at][1] <= clue.start:
            at += 1
        if at == len(ranges) or clue.start < ranges[at][0]:
            yield clue


def names_something(clues: tuple[Clue, ...]) -> bool:
    """Return whether any clue is more than a short name."""
    return any(clue.rank > Rank.SHORT_NAME for clue in clues)
