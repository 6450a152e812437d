"""Flag a run of pages with a hyphen, or with more or fewer digits than a citation keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from comment_kit.check.case import Case
from comment_kit.check.note_words import CitedWords
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier
from comment_kit.model.pinpoints import PagePin
from comment_kit.styles.numbers import page_range

HYPHEN = Finding(
    code="FRM208",
    name="hyphen-in-a-run-of-pages",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        'A run of pages has an en dash: 12–14. A style whose settings say page_dash = "-" prints a hyphen and is '
        "not told so (Indigo Book R5.1; Bluebook rule 3.2(a))."
    ),
)
DIGITS = Finding(
    code="FRM209",
    name="digits-of-a-run-of-pages",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "The last page of a run keeps two digits where no more of them change: 1124–29, 102–06. With fewer or more "
        "a reader cannot be sure of the page (Indigo Book R5.1; Bluebook rule 3.2(a))."
    ),
)


def look(words: CitedWords) -> Iterator[Diagnostic]:
    """Flag the digits of the runs of one citation."""
    for page in words.citation.pinpoint.pages:
        found = _run(page, words)
        if found and page.last and found[2] not in (lasts := _lasts(page.first, page.last)):
            new = f"{found[0][: found.start(2) - found.start()]}{lasts[0]}"
            yield words.remark(
                DIGITS,
                f"'{found[0]}' does not keep two digits of its last page",
                hint=f"write '{new}'",
                old=found[0],
                new=new,
            )


def _lasts(first: str, last: str) -> tuple[str, ...]:
    """Return how the last page of a run may be printed: as the kit does, or with all that is repeated dropped."""
    printed = page_range(first, last).rpartition("–")[2]
    alike = (one == other for one, other in zip(first, last, strict=True)) if len(first) == len(last) else ()
    same = sum(1 for _ in takewhile(bool, alike))
    return printed, last[min(same, max(len(last) - 2, 0)) :]


def check_digits(case: Case) -> Iterator[Diagnostic]:
    """Flag each run of pages that keeps other digits than two."""
    for words in case.words.citations:
        yield from look(words)


def check_hyphens(case: Case) -> Iterator[Diagnostic]:
    """Flag each run of pages with a hyphen."""
    if case.policy is None or case.policy.settings.get("page_dash", "–") == "-":
        return
    for words in case.words.citations:
        for page in words.citation.pinpoint.pages:
            found = _run(page, words)
            if found and found[0][len(found[1])] == "-":
                new = found[0].replace("-", "–", 1)
                yield words.remark(
                    HYPHEN, f"'{found[0]}' has a hyphen for a dash", hint=f"write '{new}'", old=found[0], new=new
                )


def _run(page: PagePin, words: CitedWords) -> re.Match[str] | None:
    """Return where a run of pages of plain digits stands."""
    if page.last is None or not (page.first.isdigit() and page.last.isdigit()) or int(page.last) <= int(page.first):
        return None
    return re.search(rf"(?<![\w.,–-])({page.first})[–-](\d{{1,6}})(?![\w–-]|\.\d|,\d{{3}})", words.bare)
