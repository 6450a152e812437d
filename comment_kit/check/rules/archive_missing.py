"""Flag a page of the web that is cited without an archived copy, where the style demands one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.note_words import CitedWords
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM235",
    name="archive-link-missing",
    severity=Severity.HINT,
    tier=Tier.FORM,
    explanation=(
        "The 22nd edition of the Bluebook asks for an archived copy in square brackets behind the address of a page "
        '(rule 18). No style that ships demands it; one that does says archives = "demanded". Addresses of '
        "authorities (.gov, .mil) and persistent ones (doi.org) are never asked for one."
    ),
)
_ADDRESS = re.compile(r"https?://(?:www\.)?([^/\s\ufffc]+)\S*")
_LASTING = re.compile(
    r"(?:\.gov|\.mil|\.gov\.\w\w|(?:^|\.)doi\.org|(?:^|\.)arxiv\.org|perma\.cc|(?:^|\.)archive\.org)$"
)


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each full citation with an address of the open web and no bracket behind it."""
    if case.policy is None or case.policy.settings.get("archives") != "demanded":
        return
    for words in case.words.citations:
        host = _host(words) if words.resolution.form is Form.FULL else None
        if host:
            yield words.remark(
                FINDING,
                f"no archived copy is named beside {host}",
                hint="add it in square brackets: [https://perma.cc/...]",
            )


def _host(words: CitedWords) -> str | None:
    addresses = list(_ADDRESS.finditer(words.text))
    if len(addresses) != 1 or _LASTING.search(addresses[0][1]):
        return None
    return addresses[0][1]
