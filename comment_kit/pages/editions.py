"""Tell whether a text is of the edition that an entry names, by what its title page and running heads say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime

from comment_kit.model.dates import PartialDate
from comment_kit.model.pages import Confidence, PageText
from comment_kit.model.sources import Source

_STAGE = re.compile(
    r"\b(initial|first|second|third|fourth|fifth|final|\d(?:st|nd|rd|th))\s+(?:public\s+|preliminary\s+)?draft\b",
    re.IGNORECASE,
)
_STAGE_CODE = re.compile(r"\b(i|[2-9]|f)pd\b")
_ORDINALS = {
    "initial": "1", "first": "1", "i": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "f": "final",
}  # fmt: skip
_REGISTER = re.compile(r"Federal Register[\s/]+Vol\.\s*(\d+),\s*No\.\s*\d+[\s/]+\w+,\s*(\w+ \d{1,2}, \d{4})")
_ORDER = re.compile(r"Executive Order (?:No\. ?)?(\d{2},?\d{3}) of [A-Z]")
_ARXIV = re.compile(r"arXiv:(\d{4}\.\d{4,5})(?:v(\d+))?")
_VERSION = re.compile(r"^\W*(?:.{0,60}\W)?[Vv]ersion (\d+(?:\.\d+)*)\b.{0,30}$", re.MULTILINE)
_CFR = re.compile(r"\(\d{1,2}[–-]\d{1,2}[–-](\d{2}) Edition\)")


def edition_of(source: Source) -> str:
    """Return the words that tell this edition of ``source`` from others: its stage, version, volume and date."""
    volume = source.get("frvolume")
    words = (
        source.get("stage"),
        f"version {source.fields['version']}" if source.get("version") else None,
        f"edition {source.fields['edition']}" if source.get("edition") else None,
        f"{volume} Fed. Reg. {source.get('frpage') or source.first_page or ''}".strip() if volume else None,
        source.get("cfryear") or source.get("uscyear"),
        source.get("frdate") or (str(source.date) if source.date else None),
    )
    return ", ".join(word for word in words if word)


def other_edition(text: PageText, source: Source) -> tuple[str, str] | None:
    """Return what the text says of itself and what the entry says, where they name two versions; None where not."""
    return next((found for check in CHECKS for found in check(text, source)), None)


Difference = tuple[str, str]


def _other_stage(text: PageText, source: Source) -> Iterator[Difference]:
    title, _, heads = text.front.partition("\f")
    named = _stages(heads) or _stages(title)
    words = " ".join(source.get(name) or "" for name in ("stage", "title", "titleaddon", "shorttitle", "shorthand"))
    own = _stages(words)
    if named and not own & named.keys() and (own or "draft" not in words.casefold()):
        yield f"it calls itself '{next(iter(named.values()))}'", source.get("stage") or "no draft"


def _stages(text: str) -> dict[str, str]:
    """Return, by number, the words in which ``text`` names stages of a draft."""
    text = " ".join(text.split())
    found = [*_STAGE_CODE.finditer(text), *_STAGE.finditer(text)]
    return {_ORDINALS.get(each[1].casefold(), each[1][0]): each[0] for each in found}


def _other_volume(text: PageText, source: Source) -> Iterator[Difference]:
    named = {volume for volume, _ in _REGISTER.findall(text.front)}
    own = source.get("frvolume")
    if own and named and own not in named:
        yield f"it is volume {min(named)} of the Federal Register", f"volume {own}"


def _other_day(text: PageText, source: Source) -> Iterator[Difference]:
    named = {day: words for _, words in _REGISTER.findall(text.front) if (day := _day(words))}
    own = source.get("frdate")
    if own and named and len(own) == len("2023-11-01") and own not in named:
        yield f"it is the Federal Register of {next(iter(named.values()))}", f"the one of {own}"


def _day(words: str) -> str | None:
    try:
        day = datetime.strptime(words, "%B %d, %Y")  # noqa: DTZ007 - a day has no hour
    except ValueError:
        return None
    return str(PartialDate(year=day.year, month=day.month, day=day.day))


def _other_order(text: PageText, source: Source) -> Iterator[Difference]:
    named = {number.replace(",", "") for number in _ORDER.findall(text.front)}
    own = (source.get("number") or "").replace(",", "")
    if source.kind.name == "executive order" and own and named and own not in named:
        yield f"it is Executive Order {min(named)}", f"Executive Order {own}"


def _other_preprint(text: PageText, source: Source) -> Iterator[Difference]:
    number, version = source.get("eprint"), source.get("version")
    for named, stamped in _ARXIV.findall(text.front)[:1]:
        if number and number != named:
            yield f"it is arXiv:{named}", f"arXiv:{number}"
        elif number and version and stamped and version.removeprefix("v") != stamped:
            yield f"it is version {stamped}", f"version {version}"


def _other_version(text: PageText, source: Source) -> Iterator[Difference]:
    named = _VERSION.findall(text.front)
    own = (source.get("version") or "").removeprefix("v")
    if own and named and own not in named and not source.get("eprint"):
        yield f"it is version {named[0]}", f"version {own}"


def _other_code_year(text: PageText, source: Source) -> Iterator[Difference]:
    named = _CFR.findall(text.front)
    own = source.get("cfryear")
    if own and named and own[-2:] not in named:
        yield f"it is the edition of 20{named[0]}", f"the one of {own}"


def _other_pages(text: PageText, source: Source) -> Iterator[Difference]:
    pages = outside_span(text, source)
    if source.get("frvolume") and pages:
        yield f"it prints pages {pages}", f"pages {source.first_page}-{source.last_page}"


def outside_span(text: PageText, source: Source) -> str | None:
    """Return the first and last printed page where none of them lies in the span of the entry, else None."""
    printed = [sheet.label for sheet in text.sheets if sheet.label and sheet.confidence is not Confidence.LOW]
    numbers = [int(label) for label in printed if label.isdigit()]
    first, last = source.first_page or "", source.last_page or ""
    if not numbers or not (first.isdigit() and last.isdigit()):
        return None
    if any(int(first) <= number <= int(last) for number in numbers):
        return None
    return f"{min(numbers)}-{max(numbers)}"


CHECKS: tuple[Callable[[PageText, Source], Iterator[Difference]], ...] = (
    _other_stage,
    _other_volume,
    _other_day,
    _other_order,
    _other_preprint,
    _other_version,
    _other_code_year,
    _other_pages,
)
