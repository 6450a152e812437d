"""Read the places that a citation names out of what its other words leave."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from comment_kit.recognise.groups import Range, gaps

_PAGE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6}[a-z]?|\*\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,3}-?\d{1,4}(?:\.\d+)?)"
_PAGES = rf"{_PAGE}(?: ?(?:--?|[\u2013\u2014]) ?{_PAGE})?"
_NOTES = r"(?:nn?\. ?|notes? |fn\. ?|footnotes? )(?:\d{1,4}|[ivx]{1,5}|\*)(?: ?(?:--?|\u2013) ?\d{1,4})?"
_NUMBER = r"[\w.*-]*\w(?:\(\w{1,6}\))*(?: note\b)?"
_RUN = rf"{_NUMBER}(?: ?(?:[\u2013-]|--| to | and | & ) ?§? ?(?:{_NUMBER}|(?:\(\w{{1,6}}\))+))?"
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

_WHOLE = (
    (re.compile(rf"(?:at )?(?:pp?\. ?)?({_PAGES}) ?(&)? ?({_NOTES})$"), lambda m: (_noted(m[1], m[2], m[3]),)),
    (re.compile(rf"(at )?(?:pp?\. ?)?({_PAGES})$"), lambda m: (f"{m[1] or ''}{_plain(m[2])}",)),
    (re.compile(rf"(?:at )?({_NOTES})$"), lambda m: (_note(m[1]),)),
    (re.compile(rf"(?:at )?({_LABEL}),? (?:at )(?:pp?\. ?)?({_PAGES})$"), lambda m: (_plain(m[2]), _label(m[1]))),
    (re.compile(rf"(?:at )?({_PAGES}) ({_LABEL})$"), lambda m: (_plain(m[1]), _label(m[2]))),
    (re.compile(rf"(?:at )?({_LABEL})$"), lambda m: (_label(m[1]),)),
)
"""The shapes of one part of a locator, each with what it says."""

_NEEDS_AT = re.compile(r"(?:[ivxlc]+|[A-Z]{1,3}-?\d[\d.]*)$")
_TAIL = re.compile(rf"[ .\"'] ?(at {_PAGES}(?: {_NOTES})?|\d{{1,6}}(?:[-\u2013]\d{{1,6}})?(?: {_NOTES})?|{_SIGN})$")
_NUMBER_OF = re.compile(r"(?:\b(?:Nos?\.|Vols?\.|RIN|Docket|Version|v\.)|#) ?$")
_NUMBERED = re.compile(r"[A-Z][a-z]+ [A-Z]?\d[\w.()-]*$")
_PAGE_BEFORE = re.compile(rf"(?:^|[ ,]){_PAGES}$")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_PARTS = re.compile(r",(?!\d{3}(?!\d))|;")
_PLURAL = re.compile(r"(?:§§|¶¶|Practices|Sections|Objectives|Questions|Tables|Figures|Appendices|Chapters|Parts) ?")
_BARE = re.compile(r"(?:\(\w{1,6}\))+$|[A-Z0-9][\w.-]*(?:\(\w{1,6}\))*$")


def locator_in(
    text: str,
    clause: Range,
    covered: Sequence[Range],
    labels: Sequence[Range],
    *,
    dated: bool,
    has_label: Callable[[str], bool],
) -> tuple[str, ...]:
    """Return the parts of the locator in a clause, in order and in the spelling that locators are read in.

    Args:
        text: the line.
        clause: the words of the citation behind its signal.
        covered: what of them names the source, dates it, or stands in brackets.
        labels: the round brackets that hold a label behind a page: "8 (Practice 3.1)".
        dated: whether the citation bears its date in brackets; else a bare year is the date.
        has_label: whether some table knows these words as a label.
    """
    parts: list[str] = []
    plural = False
    for start, end in gaps([*covered, *labels], *clause):
        if (start, end) != clause and any(label[1] == start for label in labels):
            parts += _in_label(text, labels, start)
        for piece, is_last in _pieces(text[start:end]):
            found = _read(piece, dated=dated, plural=plural, has_label=has_label)
            if not found and is_last:
                found = _tail(piece, before=text[end : end + 2], dated=dated)
            plural = bool(found) and (
                _PLURAL.match(found[-1]) is not None or (plural and _BARE.match(piece) is not None)
            )
            parts += found
    if labels and labels[-1][1] >= clause[1]:
        parts += _in_label(text, labels, labels[-1][1])
    return tuple(parts)


def is_label(content: str, before: str, has_label: Callable[[str], bool]) -> bool:
    """Return whether round brackets hold a label of the page before them rather than words of the writer."""
    if not _PAGE_BEFORE.search(before.rstrip()):
        return False
    return bool(re.match(rf"{_LABEL}$", content) or _NUMBERED.match(content) or has_label(content)) and not _is_date(
        content
    )


def _is_date(content: str) -> bool:
    return _YEAR.search(content) is not None


def _in_label(text: str, labels: Sequence[Range], end: int) -> list[str]:
    return [text[start + 1 : stop - 1] for start, stop in labels if stop == end]


def _pieces(words: str) -> Iterator[tuple[str, bool]]:
    pieces = [piece.strip() for piece in _PARTS.split(words)]
    for at, piece in enumerate(pieces):
        stripped = piece.strip(" \"'").removesuffix(".") if not piece.endswith(("intro.", "pmbl.")) else piece
        if stripped:
            yield stripped, at == len(pieces) - 1


def _read(piece: str, *, dated: bool, plural: bool, has_label: Callable[[str], bool]) -> tuple[str, ...]:
    if not dated and _YEAR.match(piece):
        return ()
    if plural and _BARE.match(piece):
        return (piece,)
    if _NEEDS_AT.match(piece):
        return ()
    for shape, says in _WHOLE:
        if found := shape.match(piece):
            return tuple(says(found))
    bare = piece.removeprefix("at ")
    return (bare,) if has_label(bare) else ()


def _tail(piece: str, *, before: str, dated: bool) -> tuple[str, ...]:
    """Return the place at the end of words that are no place: "Some Report 47 (2024)"."""
    found = _TAIL.search(piece)
    if not found or _NUMBER_OF.search(piece[: found.start(1)]):
        return ()
    words = found[1]
    if words[0].isdigit() and (not before.strip().startswith("(") or _YEAR.match(words) or not dated):
        return ()
    return _read(words, dated=True, plural=False, has_label=lambda _: False)


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
