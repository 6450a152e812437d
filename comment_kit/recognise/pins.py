"""Read the places that a citation names out of what its other words leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from comment_kit.recognise.groups import Range, gaps
from comment_kit.recognise.leftovers import Leftover, unread_of
from comment_kit.recognise.pin_shapes import LABEL, NOTES, PAGES, SIGN, SUBSECTION, said, said_before_name, said_openly

# "GAO-24-105980" is the number of a report, and no span of pages.
_NEEDS_AT = re.compile(r"(?:[ivxlc]+|[A-Z]{1,3}-?\d[\d.]*(?:-\d+)*)$")
_BEHIND = rf"(?: (?:& )?{NOTES})?"
_TAIL = re.compile(
    rf"[ .\"'] ?(sheet \d+ {NOTES}|at {PAGES}{_BEHIND}|\d{{1,6}}(?:[-\u2013]\d{{1,6}})?{_BEHIND}|{SIGN})$"
)
_NUMBER_OF = re.compile(r"(?:\b(?:Nos?\.|Vols?\.|RIN|Docket|Version|v\.)|#) ?$")
_PART_OF_PAGE = (
    r"(?:lines?|ll?\.|items?|steps?|bullets?|box(?:es)?|rows?|examples?|exhibits?|recommendations?|recs?\.|"
    r"comments?|cmts?\.)"
)
# "at 1, lines 2-4": a title may end with such a word, which has a capital there and others before it.
_NUMBER_ON_PAGE = re.compile(
    rf"(?:\b{_PART_OF_PAGE}|^(?:(?:at|and|&) )?(?i:{_PART_OF_PAGE}))"
    r"(?: (?:numbers?|nos?\.))?(?: ?\d{1,4} ?(?:to|through|and|or|&))? ?$"
)
_NUMBERED = re.compile(r"[A-Z][a-z]+ [A-Z]?\d[\w.()-]*$")
_ALL_LABEL = re.compile(rf"{LABEL}(?: (?:& )?{NOTES})?$")
_ALL_PAGE = re.compile(rf"(?:at |(?:(?:at|on) )?(?:[Pp]p?\.|[Pp]gs?\.?|[Pp]ages?) ?){PAGES}$")
_ALL_PAGES = re.compile(rf"{PAGES}$")
_FIRST_PAGE = re.compile(r"\b\d{1,4} [A-Z][^,\d]* \d+$")
"""Of an article, behind volume and journal."""
_PAGE_BEFORE = re.compile(rf"(?:^|[ ,]){PAGES}(?: (?:& )?{NOTES})?$")
_FORM_BEFORE = re.compile(r"\b(?:[Ii]d|[Ii]bid)\.?,?$|\b[Ss]upra(?: n(?:ote|\.) ?\d+)?,?$")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d$")
_PARTS = re.compile(r",(?!\d{3}(?!\d))|;")
_PLURAL = re.compile(
    r"(?:§§|¶¶|[Ss]ecs\.|[Ss]ections|Practices|Objectives|Questions|Tables|Figures|Appendices|Chapters|Parts) ?"
)
_BARE = re.compile(r"(?:(?:and|or|&) (?=\S*\d))?([A-Z0-9][\w.-]*(?:\(\w{1,8}\))*$)")
_BARE_PART = re.compile(rf"(?:(?:and|or|&) ?)?({SUBSECTION}(?: ?[-\u2013] ?{SUBSECTION})?)$")
"""What goes on with the section before it: "(b)(ii)" of "§ 4.2(a)(ii), (b)(ii)"."""
_JOINT = re.compile(rf",? ?(?:&|\b(?:and|or)\b) ?(?={SUBSECTION}(?!\w))")
_JOINT_OF_SEVERAL = re.compile(rf"{_JOINT.pattern}|,? (?:&|and|or) (?=[A-Z]?\d)")


class Remainder(Struct, frozen=True, kw_only=True):
    """What a citation says beside its source: where its locator is looked for."""

    text: str
    """The line."""
    core: Range
    """The words of the citation from behind its signal to its history."""
    covered: Sequence[Range]
    """What of them names the source, dates it, or stands in brackets."""
    labels: Sequence[Range]
    """The brackets that hold a place: "8 (Practice 3.1)", "at [4]"."""
    is_dated: bool
    """Whether the citation bears its date in brackets; else a bare year is the date."""
    has_label: Callable[[str], bool]
    """Tells whether some table knows these words as a label."""
    named: int
    """Where the first words end that name the source; what stands behind may name a place."""
    inherits: bool = False
    """Whether the citation takes the place before it where it names none, as *Id.* does."""
    brackets: Sequence[Range] = ()
    """Its parentheticals."""


class Located(Struct, frozen=True, kw_only=True):
    """What a citation says of the place."""

    parts: tuple[str, ...]
    """The parts of its locator, in order and in the spelling that locators are read in."""
    unread: str | None
    """The first words that may name a further place and could not be read, or that leave the place open."""


def located(remainder: Remainder) -> Located:
    """Return the place that a citation names, and the words that may name one and were not understood."""
    parts: list[str] = []
    left: list[Leftover] = []
    governing = ""
    labels = dict(remainder.labels)
    stretches = gaps([*remainder.covered, *remainder.labels], *remainder.core)
    for start, end in sorted([*stretches, *remainder.labels]):
        if labels.get(start) == end:
            content = remainder.text[start + 1 : end - 1]
            parts += said(content) if _ALL_PAGE.match(content) else (content,)
            continue
        pieces = tuple(_pieces(remainder.text[start:end], governing))
        for at, (piece, is_last) in enumerate(pieces):
            ends = is_last or _leads_to_pages([each for each, _ in pieces[at:]])
            behind = remainder.text[end : end + 2] if ends else ","
            goes_on = is_last and end < remainder.core[1]
            found, open_end = _found(piece, remainder, behind, governing=governing, goes_on=goes_on)
            # "Practices 5.1, 5.3": a label governs the bare parts behind it.
            governing = _governing(found[-1], governing) if found else ""
            parts += found
            # "at" leads to the page in the brackets behind it.
            leads = is_last and end in labels
            if (open_end or not found) and start >= remainder.named and not leads:
                left.append(Leftover(words=open_end or piece, end=end, is_last=is_last, is_open=bool(open_end)))
    inherits = remainder.inherits and not parts
    if inherits:
        left += [Leftover(words=remainder.text[start:end], end=end) for start, end in remainder.brackets]
    unread = unread_of(left, remainder.text, inherits=inherits)
    return Located(parts=tuple(parts), unread=unread)


def is_label(content: str, before: str, has_label: Callable[[str], bool]) -> bool:
    """Return whether round brackets hold a place, or a label of the page before them, and no words of the writer."""
    before = before.rstrip()
    if _YEAR.search(content):
        return False
    if _ALL_PAGE.match(content):
        return True
    if not _PAGE_BEFORE.search(before):
        return _FORM_BEFORE.search(before) is not None and _ALL_LABEL.match(content) is not None
    return bool(_ALL_LABEL.match(content) or _NUMBERED.match(content)) or has_label(content)


def is_bracketed_page(content: str, before: str) -> bool:
    """Return whether square brackets hold the page itself: "at [4]"."""
    return re.fullmatch(PAGES, content) is not None and re.search(r"\b(?:at|pp?\.|pages?) ?$", before) is not None


def _governing(found: str, before: str) -> str:
    """Return the label that governs bare parts behind ``found``, which stands behind those that ``before`` governs."""
    return found if _ALL_LABEL.match(found) and not _PLURAL.match(before) else before


def _pieces(words: str, governing: str) -> Iterator[tuple[str, bool]]:
    pieces = tuple(_split(words, governing))
    for at, piece in enumerate(pieces):
        stripped = piece.strip(" \"'").removesuffix(".") if not piece.endswith(("intro.", "pmbl.")) else piece
        if stripped:
            yield stripped, at == len(pieces) - 1


def _split(words: str, governing: str) -> Iterator[str]:
    """Yield what stands between commas, and between the parts that "and" joins: "§ 4.1(a)(i) and (ii)"."""
    is_plural = _PLURAL.match(governing) is not None
    for piece in map(str.strip, _PARTS.split(words)):
        is_plural = is_plural or _PLURAL.match(piece) is not None
        yield from (_JOINT_OF_SEVERAL if is_plural and not _ALL_PAGES.match(piece) else _JOINT).split(piece)


def _leads_to_pages(pieces: Sequence[str]) -> bool:
    """Return whether nothing but pages follow the first of ``pieces``, and it ends with no first page of an article."""
    return all(_ALL_PAGES.match(each) for each in pieces[1:]) and not _FIRST_PAGE.search(pieces[0])


def _found(
    piece: str, remainder: Remainder, behind: str, *, governing: str, goes_on: bool
) -> tuple[tuple[str, ...], str | None]:
    """Return what a piece between commas says of a place, and the words that leave it open.

    Args:
        piece: the words.
        remainder: of the citation.
        behind: what stands behind them, pages left out: "Advancing Governance 5, 17 (2024)".
        governing: the label that governs bare parts.
        goes_on: whether words that name the source or a bracket follow right behind.
    """
    if opened := said_openly(piece):
        return opened
    if found := _read(piece, remainder, governing):
        return found, None
    if goes_on and (found := said_before_name(piece)):
        return found, None
    return _tail(piece, remainder, behind), None


def _read(piece: str, remainder: Remainder, governing: str = "") -> tuple[str, ...]:
    """Return what a piece between commas says of a place; nothing where it says none."""
    if not remainder.is_dated and _YEAR.match(piece):
        return ()
    if governing and (listed := _BARE_PART.match(piece)):
        return (listed[1],)
    if _PLURAL.match(governing) and (listed := _BARE.match(piece)):
        return (listed[1],)
    if _NEEDS_AT.match(piece):
        return ()
    bare = piece.removeprefix("at ")
    return said(piece) or ((bare,) if remainder.has_label(bare) else ())


def _tail(piece: str, remainder: Remainder, behind: str) -> tuple[str, ...]:
    """Return the place at the end of words that are no place: "Some Report 47 (2024)"."""
    found = _TAIL.search(piece)
    if not found or any(each.search(piece[: found.start(1)]) for each in (_NUMBER_OF, _NUMBER_ON_PAGE)):
        return ()
    words = found[1]
    is_before_date = remainder.is_dated and behind.strip().startswith("(")
    if words[0].isdigit() and (not is_before_date or _YEAR.match(words)):
        return ()
    return _read(words, remainder)
