"""Know the shapes in which letters type one part of a locator, and what each says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

# A sheet that prints no number is called by its place in the file: "sheet 5".
_PAGE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6}[a-z]?|\*\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,3}-?\d{1,4}(?:\.\d+)?|sheet \d{1,5})"
_DASH = r"(?: ?(?:--?|[\u2013\u2014]) ?| (?:to|through) )"
PAGES = rf"{_PAGE}(?:{_DASH}{_PAGE})?"
NOTES = r"(?:nn?\. ?|notes? |fn\. ?|footnotes? )(?:\d{1,4}|[ivx]{1,5}|\*)(?: ?(?:--?|\u2013) ?(?:\d{1,4}|[ivx]{1,5}))?"
SUBSECTION = r"(?:\((?:[A-Za-z]|[a-z]{2}|[ivxlc]+|[IVXLC]+|\d{1,2})\))+"
_NUMBER = r"[\w.*-]*\w(?:\(\w{1,8}\))*(?: \(\w{1,5}\)(?:\(\w{1,8}\))*)*(?: note\b)?"
_RUN = rf"{_NUMBER}(?: ?(?:[\u2013-]|--| to | and | & ) ?§? ?(?:{_NUMBER}|(?:\(\w{{1,8}}\))+))?"
SIGN = rf"(?:§§?|¶¶?) ?{_RUN}"
_NAMED = (
    r"(?:[Aa]pp|[Tt]bl|[Ff]ig|[Cc]h|[Pp]t|[Aa]rt|[Cc]l|[Ss]ec|[Pp]ara|[Aa]nnex|[Ee]x|[Aa]ttach|[Cc]ol)s?\.? "
    rf"{_RUN}|(?:[Tt]bl|[Ff]ig)s?\.\d[\w.]*|"
    rf"[Ss]ubsec(?:tions?|s?\.) (?=\d+\.){_RUN}|"
    r"(?:Sections?|sections?|Paragraphs?|paragraphs?|Appendix|Appendices|Tables?|Figures?|Chapters?|Parts?|"
    r"Articles?|Clauses?|Questions?|Items?|Slides?|Practices?|Objectives?|Principles?|Recommendations?|Steps?|Annex|"
    rf"Exhibits?|Attachments?|Columns?|appendix|table|figure|chapter|part) {_RUN}|"
    r"[Ii]ntro(?:\.|duction)?|Preface|Preamble|[Pp]mbl\.?|Conclusion|Executive Summary|Abstract|Foreword"
)
LABEL = rf"(?:{SIGN}|{_NAMED})"
_P = r"(?:[Pp]p?(?:\.|(?= ?\d))|[Pp]gs?\.?|[Pp]ages?)"
_AT = rf"(?:[Aa]t )?(?:{_P} ?)?"
_SURELY = rf"(?:(?:at|on) {_P} ?|at |{_P} ?)"
"""What stands before a page where a page must follow."""
_AND = rf"(?:(?: ?& ?|,? (?:and|or) )(?:at )?(?:{_P} ?)?)"
_SEVERAL = rf"{PAGES}(?:{_AND}{PAGES})*"
_LINE = r":\d{1,3}(?:\.\d+)?"
_LINES = rf"(\d{{1,6}}){_LINE}(?: ?[-\u2013] ?(?:(\d{{1,6}}):)?\d{{1,3}})?"
_DIGITS = r"\d{1,6}(?: ?[-\u2013] ?\d{1,6})?"
_PART_OF_PAGE = r"(?:top|head|middle|bottom|foot|end|beginning)"
_OPEN_END = r"(?:et seqq?\.?|ff?\.?|passim|and (?:the )?following(?: pages?)?|and passim|throughout)"

_IN_WORDS = """
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty
"""
_CARDINALS = _IN_WORDS.split()

_LONGEST = 200
"""No place takes more characters; what is longer is not looked through."""

Said: TypeAlias = Callable[[re.Match[str]], tuple[str, ...]]

_WHOLE: tuple[tuple[re.Pattern[str], Said], ...] = (
    (re.compile(rf"{_AT}({PAGES}) ?(&)? ?({NOTES})$"), lambda found: (_noted(found[1], found[2], found[3]),)),
    # A table may call a part "page 2", where a source tells its pages apart by nothing else.
    (re.compile(r"(?:[Aa]t )?[Pp]age (\d{1,6})$"), lambda found: (f"page {found[1]}",)),
    (re.compile(rf"([Aa]t )?(?:{_P} ?)?({PAGES})$"), lambda found: (f"{(found[1] or '').lower()}{_plain(found[2])}",)),
    (re.compile(rf"(?:at )?(?:the )?{_PART_OF_PAGE} of (?:{_P} ?)?({_SEVERAL})$"), lambda found: _several(found[1])),
    (re.compile(rf"(?:[Oo]n|and|&) {_P} ?({_SEVERAL})$"), lambda found: _several(found[1])),
    (re.compile(rf"(?:and |& )?{_AT}({_SEVERAL})$"), lambda found: _several(found[1])),
    (re.compile(rf"{_SURELY}{_LINES}$"), lambda found: (f"{found[1]}-{found[2]}" if found[2] else found[1],)),
    (re.compile(rf"{_SURELY}({'|'.join(_CARDINALS)})$"), lambda found: (str(_CARDINALS.index(found[1]) + 1),)),
    # A sheet that prints no number says nothing to a reader: the note stands for itself.
    (re.compile(rf"(?:at )?(?:sheet \d+ )?({NOTES})$"), lambda found: (_note(found[1]),)),
    (
        re.compile(rf"(?:at )?({LABEL}),? at (?:{_P} ?)?({PAGES})$"),
        lambda found: (_plain(found[2]), _label(found[1])),
    ),
    (re.compile(rf"(?:at )?({PAGES}) ({LABEL})$"), lambda found: (_plain(found[1]), _label(found[2]))),
    (re.compile(rf"(?:at )?({LABEL})$"), lambda found: (_label(found[1]),)),
    (re.compile(rf"(?:at )?({LABEL})(?:,? at| (&))? ?({NOTES})$"), lambda found: _noted_label(*found.groups())),
)
"""The shapes of one part of a locator, each with what it says."""

# "at 4 is to the same effect", "at 4 - a passage": the number ends where words follow that are no part of it.
_THEN_PROSE = re.compile(
    rf"{_SURELY}({_DIGITS}(?:{_AND}{_DIGITS})*)(?: ?(&)? ?({NOTES}))?(?= [a-z]{{2}}| ?[\u2013\u2014] ?[a-z]| -)"
)
_OPENED = re.compile(rf"{_AT}((?:\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}})(?:{_DASH}\d{{1,6}})?),? ?({_OPEN_END})$")
_OPEN_ALONE = re.compile(rf"(?:at )?({_OPEN_END})$")
_BEFORE_NAME = re.compile(rf"({LABEL}|{_P} ?{PAGES}) (?:of|in|to)(?: the)?$")
_CLOSE_UP = re.compile(r"^((?:[Tt]bl|[Ff]ig)s?\.)(?=\d)")
_SECTION_WORD = re.compile(r"(?:[Ss]ubs|[Ss])ec(?:tions?|s?\.) ")


def said(piece: str) -> tuple[str, ...]:
    """Return what a piece between commas says of a place, in the spelling that locators are read in."""
    if len(piece) <= _LONGEST:
        for shape, says in _WHOLE:
            if found := shape.match(piece):
                return says(found)
    if found := _THEN_PROSE.match(piece):
        pages = _several(found[1])
        return (*pages[:-1], _noted(pages[-1], found[2], found[3])) if found[3] else pages
    return ()


def said_openly(piece: str) -> tuple[tuple[str, ...], str] | None:
    """Return the page and the words that leave it open: "75203 et seq.", "passim"; None where there are none."""
    if found := _OPENED.match(piece):
        return (_plain(found[1]),), found[2]
    if found := _OPEN_ALONE.match(piece):
        return (), found[1]
    return None


def is_open_end(words: str) -> bool:
    """Return whether ``words`` say no more than that a citation goes on: "et seq.", "passim"."""
    return _OPEN_ALONE.match(words) is not None


def said_before_name(piece: str) -> tuple[str, ...]:
    """Return the place that stands before the name of its source: "Sec. 4.6 of", of "Executive Order 14110"."""
    found = _BEFORE_NAME.match(piece) if len(piece) <= _LONGEST else None
    return said(_SECTION_WORD.sub("§ ", found[1])) if found else ()


# ---- spelling ----


def _plain(pages: str) -> str:
    return re.sub(r" (?:to|through) ", "-", re.sub(r"(?<=\d),(?=\d{3})", "", pages))


def _several(pages: str) -> tuple[str, ...]:
    return tuple(_plain(page) for page in re.split(_AND, pages))


def _note(words: str) -> str:
    number = re.sub(r"^(?:nn?\.|notes?|fn\.|footnotes?) ?", "", words)
    return f"{'nn' if re.search(r'[-–]', number) else 'n'}.{number}"


def _noted(pages: str, both: str | None, note: str) -> str:
    return f"{_plain(pages)}{' &' if both else ''} {_note(note)}"


def _noted_label(label: str, both: str | None, note: str) -> tuple[str, ...]:
    return _label(label), f"{'& ' if both else ''}{_note(note)}"


def _label(words: str) -> str:
    return f"{words}." if words in {"intro", "Intro", "pmbl"} else _CLOSE_UP.sub(r"\1 ", words)
