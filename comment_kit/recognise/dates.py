"""Tell the brackets behind a citation apart: the date, what happened to it, a name defined, words of the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = re.compile(rf"\b{_MONTH} (?:\d{{1,2}}(?:[-\u2013]\d{{1,2}})?, )?(?:1[6-9]|20)\d\d\b")
"""A date outside brackets, as newspapers have it: "Aug. 5, 2014"."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MERE_DATE = re.compile(
    rf"(?:(?:proposed|published|dated|signed|issued) )?(?:{_MONTH} (?:\d{{1,2}}, )?)?(?:1[6-9]|20)\d\d$"
)
_MONTH_AND_YEAR = re.compile(rf"\b({_MONTH}) (?:\d{{1,2}}(?:[-\u2013]\d{{1,2}})?, )?((?:1[6-9]|20)\d\d)$")
_DAY = re.compile(rf"\b({_MONTH}) (\d{{1,2}}), ((?:1[6-9]|20)\d\d)$")

_YEAR = re.compile(r"\b((?:1[6-9]|20)\d\d)$")
_ENDS_WITH_YEAR = re.compile(r"[^\"()]{0,90}\b(?:1[6-9]|20)\d\d(?:[-\u2013/]\d\d(?:\d\d)?)?$")
_PARTICIPLE = re.compile(r"(?:[a-z]+ing|noting|that|same|emphasis|citing|quoting|stating)\b")
_APPARATUS = re.compile(
    r"(?:to be codified|codified|last (?:visited|accessed|updated|modified|checked)|revoked|superseded|withdrawn|"
    r"rescinded|repealed|archived|accessed|updated)\b|(?:as )?(?:initial |second |final )?(?:public )?"
    r"(?:proposed|draft|notice|final rule|interim final rule|final)(?: rule)?$|n\.d\.$|no date$|forthcoming",
    re.IGNORECASE,
)
_DEFINED = re.compile(
    r"(?:hereinafter,? |hereafter,? |collectively,? )*(?:the |this |each an? )?\"([^\"]{1,80}?),?\""
    r"(?:,? (?:or|and) (?:the )?\"([^\"]{1,80}?),?\")?$"
)
_HEREINAFTER = re.compile(r"here(?:in)?after,? (?:referred to as |cited as |the )?\"?(.{1,80}?)\"?$", re.IGNORECASE)
_IMPLIED = re.compile(
    r"(?!(?:Initial|Second|Third|Final|Public|Preliminary|Discussion|Working|Proposed|Interim|Revised)\b)"
    r"[A-Z][\w.'-]*(?: [\w.'-]+){0,4} (?:Draft|EO|Guidance|Guidelines|Memo|Notice|NPRM|Order|Plan|RFC|RFI|Report|Rule)$"
)
_LONGEST_NAME = 7
_SMALL = frozenset({"a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"})


class Bracket(Enum):
    """What a bracket behind a citation holds."""

    DATE = "the date"
    APPARATUS = "what became of the source, where it is codified, when it was visited"
    NAME = "a name that the letter gives the source"
    LABEL = "a part of the source, behind its page"
    WORDS = "a parenthetical"


def bracket_kind(content: str) -> Bracket:
    """Return what round brackets with ``content``, in straight marks, hold, labels apart."""
    if names_defined(content):
        return Bracket.NAME
    if _APPARATUS.match(content):
        return Bracket.APPARATUS
    if _ENDS_WITH_YEAR.match(content) and not _PARTICIPLE.match(content):
        return Bracket.DATE
    return Bracket.WORDS


def year_of(content: str) -> str | None:
    """Return the year with which a bracket that holds a date ends."""
    found = _YEAR.search(content)
    return found[1] if found else None


def month_of(content: str) -> tuple[int, int] | None:
    """Return the year and the month, from 1, with which a bracket that holds a date ends."""
    found = _MONTH_AND_YEAR.search(content)
    return (int(found[2]), 1 + _MONTHS.index(found[1][:3].casefold())) if found else None


def day_of(content: str) -> tuple[int, int, int] | None:
    """Return the year, the month and the day, the latter two from 1, with which a bracket that holds a date ends."""
    found = _DAY.search(content)
    return (int(found[3]), 1 + _MONTHS.index(found[1][:3].casefold()), int(found[2])) if found else None


def is_mere_date(content: str) -> bool:
    """Return whether a bracket holds the date of the document and no word about it: "(Oct. 30, 2023)"."""
    return _MERE_DATE.match(content) is not None


def names_defined(content: str) -> tuple[str, ...]:
    """Return the short names that round brackets define: ``("X")``, ``(the "X")``, ``("X" or "Y")``.

    A quotation in a parenthetical is none: it is longer, ends with a stop, or begins with a small letter.
    """
    if '"' not in content:
        return ()
    found = _DEFINED.match(content)
    if not found:
        return ()
    names = tuple(name for name in found.groups() if name)
    with_article = not content.startswith('"')
    return names if all(_is_name(name, with_article=with_article) for name in names) else ()


def name_implied(content: str) -> str | None:
    """Return the short name that round brackets may define without marks: "(NIST Draft)"; None for other words."""
    return content if _IMPLIED.match(content) and _is_name(content, with_article=False) else None


def hereinafter_name(content: str) -> str | None:
    """Return the name that square or round brackets with ``content`` define by *hereinafter*."""
    found = _HEREINAFTER.match(content)
    return found[1].strip() if found else None


def _is_name(name: str, *, with_article: bool) -> bool:
    words = name.split()
    if not words or len(words) > _LONGEST_NAME or name[-1] in ".?!,;":
        return False
    return with_article or all(word[0].isupper() or not word[0].isalpha() or word in _SMALL for word in words)


def loose_dates(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the dates outside brackets in a clause."""
    for found in _DATE.finditer(text, start, end):
        yield found.start(), found.end()
