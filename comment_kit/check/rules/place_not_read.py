"""Flag each citation that goes on with words which may name a page and could not be read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.citations import Citation
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity
from comment_kit.model.text import plain

FINDING = Finding(
    code="PIN205",
    name="place-not-read",
    severity=Severity.WARNING,
    explanation=(
        "Behind a citation stand words where its page should, and they could not be read as a place: “Id. at [4-A]”. "
        "It does not then take over the page of the citation before it, and of a quotation that rests on it the words "
        "alone are looked up. Write the page as 'at 4', and what else is to be said behind it or in a new sentence "
        "(Indigo Book R5.1; Bluebook rule 3.2)."
    ),
)
_NUMBER = re.compile(r"\d")
_PAGE = re.compile(r"(?:(?:at|on) )?(?:p[pg]?\.? |pages? )?[\[(*#]*(\d+)")
_SHOWN = 60
_GOES_ON = re.compile(r"(?:et seqq?|ff?|passim|and (?:the )?following(?: pages?)?|and passim|throughout)\.?$")
"""What leaves a place open on purpose; why nothing is decided is said at the quotation."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each such citation of a known source: where it may name a number, or a quotation rests on it."""
    judged = (each.quotation for each in case.quotations if each.quotation.judged)
    vouching = {each.voucher.at for each in judged if each.voucher}
    for resolution, _ in case.named():
        unread = resolution.citation.unread
        if unread is not None and _is_to_be_told(resolution.citation, unread, is_relied_on=resolution.at in vouching):
            words = plain(resolution.citation.printed or ()).strip(" .;")
            page = _PAGE.match(unread)
            yield FINDING.at(
                resolution.citation.location,
                f"“{_short(unread)}” in “{_short(words)}” could not be read as a page",
                hint=f"if page {page[1]} is meant, write 'at {page[1]}'" if page else _HINT,
            )


_HINT = "write the page as 'at' and its number, and what else is to be said in a new sentence"


def _is_to_be_told(citation: Citation, unread: str, *, is_relied_on: bool) -> bool:
    # A locator that is no part of its source was told when it was read.
    if _GOES_ON.match(unread) or unread == citation.locator:
        return False
    return is_relied_on or _NUMBER.search(unread) is not None


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} ..."
