"""Read the places that a citation names out of what its other words leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from comment_kit.recognise.groups import Range, gaps

_PAGE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6}[a-z]?|\*\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,3}-?\d{1,4}(?:\.\d+)?)"
_PAGES = rf"{_PAGE}(?: ?(?:--?|[\u2013\u2014]) ?{_PAGE})?"
_NOTES = r"(?:nn?\. ?|notes? |fn\. ?|footnotes? )(?:\d{1,4}|[ivx]{1,5}|\*)(?: ?(?:--?|\u2013) ?(?:\d{1,4}|[ivx]{1,5}))?"
_NUMBER = r"[\w.*-]*\w(?:\(\w{1,8}\))*(?: note\b)?"
_RUN = rf"{_NUMBER}(?: ?(?:[\u2013-]|--| to | and | & ) ?§? ?(?:{_NUMBER}|(?:\(\w{{1,8}}\))+))?"
_SIGN = rf"(?:§§?|¶¶?) ?{_RUN}"
_NAMED = (
    r"(?:[Aa]pp|[Tt]bl|[Ff]ig|[Cc]h|[Pp]t|[Aa]rt|[Cc]l|[Ss]ec|[Pp]ara|[Aa]nnex|[Ee]x|[Aa]ttach|[Cc]ol)s?\.? "
    rf"{_RUN}|(?:Sections?|sections?|Paragraphs?|paragraphs?|Appendix|Appendices|Tables?|Figures?|Chapters?|Parts?|"
    r"Articles?|Clauses?|Questions?|Items?|Slides?|Practices?|Objectives?|Principles?|Recommendations?|Steps?|Annex|"
    rf"Exhibits?|Attachments?|Columns?|appendix|table|figure|chapter|part) {_RUN}|"
    r"[Ii]ntro(?:\.|duction)?|Preface|Preamble|[Pp]mbl\.?|Conclusion|Executive Summary|Abstract|Foreword"
)
_LABEL = rf"(?:{_SIGN}|{_NAMED})"
_AT = r"(?:at )?(?:pp?\. ?)?"

_WHOLE: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, ...]]], ...] = (
    (re.compile(rf"{_AT}({_PAGES}) ?(&)? ?({_NOTES})$"), lambda found: (_noted(found[1], found[2], found[3]),)),
    (re.compile(rf"(at )?(?:pp?\. ?)?({_PAGES})$"), lambda found: (f"{found[1] or ''}{_plain(found[2])}",)),
    # A sheet that prints no number says nothing to a reader: the note stands for itself.
    (re.compile(rf"(?:at )?(?:sheet \d+ )?({_NOTES})$"), lambda found: (_note(found[1]),)),
    (
        re.compile(rf"(?:at )?({_LABEL}),? at (?:pp?\. ?)?({_PAGES})$"),
        lambda found: (_plain(found[2]), _label(found[1])),
    ),
    (re.compile(rf"(?:at )?({_PAGES}) ({_LABEL})$"), lambda found: (_plain(found[1]), _label(found[2]))),
    (re.compile(rf"(?:at )?({_LABEL})$"), lambda found: (_label(found[1]),)),
    (re.compile(rf"(?:at )?({_LABEL})(?:,? at| &)? ?({_NOTES})$"), lambda found: (_label(found[1]), _note(found[2]))),
)
"""The shapes of one part of a locator, each with what it says."""

_NEEDS_AT = re.compile(r"(?:[ivxlc]+|[A-Z]{1,3}-?\d[\d.]*)$")
_BEHIND = rf"(?: (?:& )?{_NOTES})?"
_TAIL = re.compile(
    rf"[ .\"'] ?(sheet \d+ {_NOTES}|at {_PAGES}{_BEHIND}|\d{{1,6}}(?:[-\u2013]\d{{1,6}})?{_BEHIND}|{_SIGN})$"
)
_NUMBER_OF = re.compile(r"(?:\b(?:Nos?\.|Vols?\.|RIN|Docket|Version|v\.)|#) ?$")
_NUMBERED = re.compile(r"[A-Z][a-z]+ [A-Z]?\d[\w.()-]*$")
_ALL_LABEL = re.compile(rf"{_LABEL}(?: (?:& )?{_NOTES})?$")
_PAGE_BEFORE = re.compile(rf"(?:^|[ ,]){_PAGES}(?: (?:& )?{_NOTES})?$")
_YEAR = re.compile(r"(?<!\d)(?:1[6-9]|20)\d\d$")
_PARTS = re.compile(r",(?!\d{3}(?!\d))|;")
_PLURAL = re.compile(r"(?:§§|¶¶|Practices|Sections|Objectives|Questions|Tables|Figures|Appendices|Chapters|Parts) ?")
_BARE = re.compile(r"(?:\(\w{1,8}\))+$|[A-Z0-9][\w.-]*(?:\(\w{1,8}\))*$")


class Remainder(Struct, frozen=True, kw_only=True):
    """What a citation says beside its source: where its locator is looked for."""

    text: str
    """The line."""
    core: Range
    """The words of the citation from behind its signal to its history."""
    covered: Sequence[Range]
    """What of them names the source, dates it, or stands in brackets."""
    labels: Sequence[Range]
    """The round brackets that hold a label behind a page: "8 (Practice 3.1)"."""
    is_dated: bool
    """Whether the citation bears its date in brackets; else a bare year is the date."""
    has_label: Callable[[str], bool]
    """Tells whether some table knows these words as a label."""


def locator_in(remainder: Remainder) -> tuple[str, ...]:
    """Return the parts of the locator, in order and in the spelling that locators are read in."""
    parts: list[str] = []
    is_plural = False
    stretches = gaps([*remainder.covered, *remainder.labels], *remainder.core)
    for start, end in sorted([*stretches, *remainder.labels]):
        if (start, end) in remainder.labels:
            parts.append(remainder.text[start + 1 : end - 1])
            continue
        for piece, is_last in _pieces(remainder.text[start:end]):
            found = _read(piece, remainder, is_plural=is_plural)
            if not found:
                found = _tail(piece, remainder, remainder.text[end : end + 2] if is_last else ",")
            # "Practices 5.1, 5.3": a plural governs the bare parts behind it.
            is_plural = _PLURAL.match(found[-1]) is not None or is_plural if found else False
            parts += found
    return tuple(parts)


def is_label(content: str, before: str, has_label: Callable[[str], bool]) -> bool:
    """Return whether round brackets hold a label of the page before them rather than words of the writer."""
    if not _PAGE_BEFORE.search(before.rstrip()) or _YEAR.search(content):
        return False
    return bool(_ALL_LABEL.match(content) or _NUMBERED.match(content)) or has_label(content)


def _pieces(words: str) -> Iterator[tuple[str, bool]]:
    pieces = [piece.strip() for piece in _PARTS.split(words)]
    for at, piece in enumerate(pieces):
        stripped = piece.strip(" \"'").removesuffix(".") if not piece.endswith(("intro.", "pmbl.")) else piece
        if stripped:
            yield stripped, at == len(pieces) - 1


def _read(piece: str, remainder: Remainder, *, is_plural: bool = False) -> tuple[str, ...]:
    """Return what a piece between commas says of a place; nothing where it says none."""
    if not remainder.is_dated and _YEAR.match(piece):
        return ()
    if is_plural and _BARE.match(piece):
        return (piece,)
    if _NEEDS_AT.match(piece):
        return ()
    for shape, says in _WHOLE:
        if found := shape.match(piece):
            return says(found)
    bare = piece.removeprefix("at ")
    return (bare,) if remainder.has_label(bare) else ()


def _tail(piece: str, remainder: Remainder, behind: str) -> tuple[str, ...]:
    """Return the place at the end of words that are no place: "Some Report 47 (2024)"."""
    found = _TAIL.search(piece)
    if not found or _NUMBER_OF.search(piece[: found.start(1)]):
        return ()
    words = found[1]
    is_before_date = remainder.is_dated and behind.strip().startswith("(")
    if words[0].isdigit() and (not is_before_date or _YEAR.match(words)):
        return ()
    return _read(words, remainder)


# ---- spelling ----


def _plain(pages: str) -> str:
    return re.sub(r"(?<=\d),(?=\d{3})", "", pages)


def _note(words: str) -> str:
    number = re.sub(r"^(?:nn?\.|notes?|fn\.|footnotes?) ?", "", words)
    return f"{'nn' if re.search(r'[-–]', number) else 'n'}.{number}"


def _noted(pages: str, both: str | None, note: str) -> str:
    return f"{_plain(pages)}{' &' if both else ''} {_note(note)}"


def _label(words: str) -> str:
    return f"{words}." if words in {"intro", "Intro", "pmbl"} else words
