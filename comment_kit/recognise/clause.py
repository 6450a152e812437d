"""See one citation clause: its signal, what names its source, its brackets and where its history begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, takewhile

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.citations import Signal
from comment_kit.model.text import Span
from comment_kit.recognise.clues import Clue, Rank
from comment_kit.recognise.dates import Bracket, bracket_kind, loose_dates, month_of, year_of
from comment_kit.recognise.groups import Range, gaps
from comment_kit.recognise.index import SourceIndex
from comment_kit.recognise.lines import Line
from comment_kit.recognise.marked_lines import MarkedLine
from comment_kit.recognise.mentions import Place, mentioned
from comment_kit.recognise.pin_shapes import SUBSECTION
from comment_kit.recognise.pins import is_bracketed_page, is_label
from comment_kit.recognise.stages import is_stage, stage_in, stage_said

# What follows tells a source's later fate or where else it is quoted; what it names is no antecedent.
_HISTORY = re.compile(
    r",? (?:as )?(?:revoked|superseded|repealed|rescinded|withdrawn|amended|modified|corrected|supplemented) by\b"
    r"|, (?:aff'd|rev'd|vacated|cert\. (?:denied|granted)|overruled|abrogated|reh'g (?:denied|granted))\b"
    r"|,? (?:as )?(?:quoted|cited|reprinted|discussed|excerpted) in\b|(?:,| and) (?:quoting|citing)\b"
)
# "Kim, The Ethics of In-House Practice, in Lawyers in Practice": the book is not what is cited.
_CONTAINER = re.compile(r", in[ *\"]{1,3}$")
_CONGRESS = re.compile(r"\b\d{1,3}(?:st|nd|rd|th|d) Cong\.(?:,? \d(?:st|nd|d) Sess\.)?")
_BARE_YEAR = re.compile(r", (?:1[6-9]|20)\d\d(?=,|$| \()")
_WORD = re.compile(r"(?<!\S)[^\W\d_]['\w]*")
_LISTED = """
    a al an and app art as at available by ch citing cl comment comments d dated de draft ed eds et ex fig final for
    from hereinafter id in inc int intro la le n nn no note notes of on op or p page pages para pp proposed pt quoting
    rel rev see sec seq slip supra tbl th the to trans und v van vol vols von with
    fpd ipd i ii iii iv vi vii viii ix x xi xii xiii xiv xv
"""
_QUIET = frozenset(_LISTED.split())
"""Words in small letters that titles, names and citations hold; others make prose."""


_SUBSECTION = re.compile(SUBSECTION)
_JOINS = re.compile(r",? (?:and |or |& ?)?")
"""What stands between parts of one section: "§ 4.2(a)(ii), (b)(ii), and (c)"."""
_SECTION_BEFORE = re.compile(r"(?:\u00a7 ?|\b[Ss]ec(?:tion|\.) )\d[\w.]*(?: ?\(\w{1,5}\))* $")
"""What a part stands behind that is set apart from its section: "§ 4.6 (a)"."""
_REACH = 40
"""Characters that a section takes."""


class Clause(Struct, frozen=True, kw_only=True):
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


class Anatomy(Struct, frozen=True, kw_only=True, dict=True):
    """The parts of a clause, by place in its line."""

    text: str
    """The line."""
    core: Range
    """From behind the signal to where the history begins."""
    clues: tuple[Clue, ...]
    """Those outside brackets, in order."""
    dates: tuple[Range, ...]
    """The brackets that bear the date."""
    apparatus: tuple[Range, ...]
    """Square brackets, and round ones that are neither date, label nor parenthetical."""
    labels: tuple[Range, ...]
    """The brackets that hold a place: "8 (Practice 3.1)", "(p. 4)", "at [4]"."""
    parentheticals: tuple[Range, ...]
    addresses: tuple[Range, ...]
    loose: tuple[Range, ...]
    """What else holds no locator: dates outside brackets, the number of a Congress, quotations."""
    line: Line
    mentions: tuple[Clue, ...] = ()
    """The clues of sources that the clause mentions and does not cite; they are none of ``clues``."""

    @cached_property
    def covered(self) -> tuple[Range, ...]:
        """All that holds no locator but the labels."""
        clues = tuple(clue.range for clue in (*self.clues, *self.mentions))
        return (*clues, *self.dates, *self.apparatus, *self.parentheticals, *self.addresses, *self.loose)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years that the date brackets name."""
        found = (year_of(self.text[start + 1 : end - 1]) for start, end in self.dates)
        return frozenset(year for year in found if year)

    @cached_property
    def months(self) -> frozenset[tuple[int, int]]:
        """The years and months that the date brackets name, each month from 1."""
        found = (month_of(self.text[start + 1 : end - 1]) for start, end in self.dates)
        return frozenset(month for month in found if month)

    @property
    def is_dated(self) -> bool:
        """Whether the citation bears its date in brackets."""
        return bool(self.dates)

    @cached_property
    def says_when(self) -> bool:
        """Whether a date stands in it, in brackets or not: "arXiv, 2024," and "N.Y. Times, Aug. 5, 2014,"."""
        if self.dates:
            return True
        years = (found.start() for found in _BARE_YEAR.finditer(self.text, *self.core))
        dates = (start for start, _ in loose_dates(self.text, *self.core))
        # The date of a source that a parenthetical names is not this one's.
        return any(self._is_own(start) for start in chain(years, dates))

    @cached_property
    def stage(self) -> str | None:
        """Which draft it names of itself: "initial", "second"; None where it names none."""
        said = [self.text[start + 1 : end - 1] for start, end in self.parentheticals]
        own = (self.text[start:end] for start, end in gaps(self.parentheticals, *self.core))
        bracketed = (self.text[start + 1 : end - 1] for start, end in (*self.dates, *self.apparatus))
        alone = (stage for words in (*bracketed, *filter(is_stage, said)) if (stage := stage_said(words)))
        return stage_in("; ".join([*own, *filter(is_stage, said)])) or next(alone, None)

    @property
    def is_addressed(self) -> bool:
        """Whether it bears an address of its own, and not one of a source that a parenthetical names."""
        return any(self._is_own(start) for start, _ in self.addresses)

    def _is_own(self, at: int) -> bool:
        return not any(start < at < end for start, end in self.parentheticals)

    @cached_property
    def is_prose(self) -> bool:
        """Whether the words that name nothing make a sentence: "The Order, 88 Fed. Reg. at 75203, directs ..."."""
        return are_prose(self.text, gaps(self.covered, *self.core))

    def title_at(self, start: int) -> str | None:
        """Return the words in italics, in small capitals or between quotation marks that begin at ``start``."""
        for first, last in self.loose:
            if first == start and self.text[first] == '"':
                return self.text[first + 1 : last - 1].strip(" ,.")
        spans = takewhile(lambda span: span.italic or span.small_caps, self.line.words(start, self.core[1]))
        return "".join(span.text for span in spans).strip(" ,.") or None

    def with_clues(self, more: tuple[Clue, ...]) -> Anatomy:
        """Return the same parts with further clues."""
        return replace(self, clues=tuple(sorted((*self.clues, *more), key=lambda clue: clue.start))) if more else self


def anatomy(clause: Clause, index: SourceIndex) -> Anatomy:
    """Return the parts of ``clause``."""
    parts = _parts(clause, index)
    covered = (*parts.dates, *parts.apparatus, *parts.parentheticals, *parts.addresses)
    place = Place(text=parts.text, core=parts.core, covered=covered, is_prose=parts.is_prose)
    mentions = mentioned(place, parts.clues, index)
    if not mentions:
        return parts
    return replace(parts, clues=tuple(clue for clue in parts.clues if clue not in mentions), mentions=mentions)


def _parts(clause: Clause, index: SourceIndex) -> Anatomy:
    marked, text = clause.marked, clause.marked.text
    core = clause.body, _history(clause)
    rounds = tuple(_own_brackets(clause))
    squares = marked.square_between(clause.body, clause.end)
    pages = dict.fromkeys(each for each in squares if is_bracketed_page(*_inside(text, core, each)))
    kinds = [_kind(text, core, bracket, index) for bracket in rounds]
    clues = _outside(marked.clues_between(*core), rounds, squares)
    return Anatomy(
        text=text,
        line=marked.line,
        core=core,
        clues=tuple(clue for clue in clues if not _CONTAINER.search(text[max(core[0], clue.start - 8) : clue.start])),
        dates=tuple(
            each for each, kind in zip(rounds, kinds, strict=True) if kind is Bracket.DATE and each[0] < core[1]
        ),
        apparatus=(
            *_of(rounds, kinds, Bracket.APPARATUS),
            *_of(rounds, kinds, Bracket.NAME),
            *(each for each in squares if each not in pages),
        ),
        labels=(*_of(rounds, kinds, Bracket.LABEL), *pages),
        parentheticals=_of(rounds, kinds, Bracket.WORDS),
        addresses=marked.addresses_between(*core),
        loose=tuple(_loose(clause, core)),
    )


def _kind(text: str, core: Range, bracket: Range, index: SourceIndex) -> Bracket:
    content, before = _inside(text, core, bracket)
    return Bracket.LABEL if is_label(content, before, index.has_label) else bracket_kind(content)


def _inside(text: str, core: Range, bracket: Range) -> tuple[str, str]:
    """Return what stands between brackets, and the words before them."""
    return text[bracket[0] + 1 : bracket[1] - 1], text[max(core[0], bracket[0] - 40) : bracket[0]]


def _of(brackets: Sequence[Range], kinds: Sequence[Bracket], wanted: Bracket) -> tuple[Range, ...]:
    return tuple(each for each, kind in zip(brackets, kinds, strict=True) if kind is wanted)


def _loose(clause: Clause, core: Range) -> Iterator[Range]:
    text = clause.marked.text
    yield from loose_dates(text, *core)
    if text.find("Cong.", *core) >= 0:
        for found in _CONGRESS.finditer(text, *core):
            yield found.start(), found.end()
    yield from clause.marked.quoted_between(*core)


def _history(clause: Clause) -> int:
    for found in _HISTORY.finditer(clause.marked.text, clause.body, clause.end):
        if not clause.marked.hidden[found.end() - 1]:
            return found.start()
    return clause.end


def _own_brackets(clause: Clause) -> Iterator[Range]:
    """Yield the round brackets behind a blank; others belong to a label or go on with one: § 4.6(a), § 4.6 (a)."""
    text = clause.marked.text
    part_ends = -1
    for start, end in clause.marked.round_between(clause.body, clause.end):
        is_part = _SUBSECTION.fullmatch(text, start, end) is not None
        is_behind_blank = start == clause.body or text[start - 1].isspace()
        if not is_behind_blank or (is_part and _goes_on(text, part_ends, start)):
            part_ends = end if is_part else -1
        else:
            part_ends = -1
            yield start, end


def _goes_on(text: str, part_ends: int, start: int) -> bool:
    """Return whether a bracket stands behind another part of its section, or behind the section itself."""
    if part_ends >= 0 and _JOINS.fullmatch(text, part_ends, start):
        return True
    return _SECTION_BEFORE.search(text, max(0, start - _REACH), start) is not None


def _outside(clues: Sequence[Clue], *brackets: Sequence[Range]) -> Iterator[Clue]:
    ranges = sorted(each for group in brackets for each in group)
    at = 0
    for clue in clues:
        while at < len(ranges) and ranges[at][1] <= clue.start:
            at += 1
        if at == len(ranges) or clue.start < ranges[at][0]:
            yield clue


def are_prose(text: str, stretches: Iterable[Range]) -> bool:
    """Return whether the words of ``text`` in ``stretches`` make a sentence, or the beginning of one."""
    words = (found[0] for start, end in stretches for found in _WORD.finditer(text, start, end))
    return len([word for word in words if word.islower() and word not in _QUIET]) > 1


def names_something(clues: tuple[Clue, ...]) -> bool:
    """Return whether any clue is more than a short name."""
    return any(clue.rank > Rank.SHORT_NAME for clue in clues)


def is_dated_title(clause: Clause, parts: Anatomy) -> bool:
    """Return whether a title in small letters is set in type of its own, or its date stands before its address."""
    if not parts.is_dated:
        return False
    behind = parts.dates[0][1]
    before_address = any(start - behind <= len(", ") for start, _ in parts.addresses if start >= behind)
    return before_address or is_set_apart(clause, parts.core)


def is_set_apart(clause: Clause, core: Range) -> bool:
    """Return whether some words are italic, in small capitals or between quotation marks, as titles are."""
    spans = clause.marked.line.words(*core)
    return any(_is_title(span) for span in spans) or bool(clause.marked.quoted_between(*core))


def _is_title(span: Span) -> bool:
    return (span.italic or span.small_caps) and " " in span.text.strip()
