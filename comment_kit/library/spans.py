"""Read the span of pages that an entry gives its document."""

import re
from collections.abc import Mapping

_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_DASH = re.compile(r"-{1,3}|–|—")
_PAGE = re.compile(r"[A-Za-z]{0,3}-?\d{1,9}|[ivxlcdm]+", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]+")


def page_label(written: str) -> str:
    """Return a page as its sheet prints it: "75,191" and "75191" are one."""
    return _THOUSANDS.sub("", written.strip())


def page_range(written: str) -> str:
    """Return a run of pages with one hyphen between first and last, and no commas in the numbers."""
    return "-".join(page.strip() for page in _DASH.split(page_label(written)))


def read_span(fields: Mapping[str, str]) -> tuple[str | None, str | None]:
    """Return the first and the last page of the document; None for one that the entry does not give.

    A Federal Register home stands before ``pages``, which stands before the Statutes at Large and ``pagetotal``.
    """
    if "frpages" in fields:
        first, last = _ends(fields["frpages"])
        return first, last or first
    if "frpage" in fields:
        return page_label(fields["frpage"]), None
    if "pages" in fields:
        return _ends(fields["pages"])
    if "statpage" in fields:
        return page_label(fields["statpage"]), None
    totals = _NUMBER.findall(fields.get("pagetotal", ""))
    return ("1", totals[-1]) if totals else (None, None)


def says_pages(written: str) -> bool:
    """Return whether a span or a total holds a number, or nothing but roman ones."""
    return bool(_NUMBER.search(written)) or all(_PAGE.fullmatch(end) for end in page_range(written).split("-"))


def lies_before(page: str, other: str) -> bool:
    """Return whether ``page`` stands before ``other``, as far as both are numbers; else False."""
    if not (_NUMBER.fullmatch(page) and _NUMBER.fullmatch(other)):
        return False
    return _size(page) < _size(other)


def _size(number: str) -> tuple[int, str]:
    """Return what orders numbers of any length, which ``int`` refuses beyond some thousand digits."""
    digits = number.lstrip("0")
    return len(digits), digits


def _ends(written: str) -> tuple[str | None, str | None]:
    first, *rest = page_range(written).split("-", maxsplit=1)
    if not _PAGE.fullmatch(first):
        return None, None
    if not rest:
        # Reporters are cited by the page where a document begins, so that a single page is no span.
        return first, None
    return (first, _completed(first, rest[0])) if _PAGE.fullmatch(rest[0]) else (first, None)


def _completed(first: str, last: str) -> str:
    """Return ``last`` with the digits that writers drop: 1240-41 ends on 1241."""
    if first.isdecimal() and last.isdecimal() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last
