"""Flag *supra* to a source that never takes it: a case, a statute, an order, a notice, a committee report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.check.note_words import CitedWords
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier
from comment_kit.model.text import plain

FINDING = Finding(
    code="FRM220",
    name="supra-to-law",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "Books, articles, reports, hearings, filings and pages are cited again by supra. Cases, constitutions, "
        "statutes, regulations, orders, Federal Register documents and committee reports never are: they take their "
        "short form (Indigo Book R6.2.3; Bluebook rule 4.2)."
    ),
)
_NEVER = frozenset(
    """case|constitution|statute|public law|named act|regulation|executive order|agency order|agency adjudication|final
    rule|proposed rule|notice|correction|request for comments|committee report|bill""".replace("\n    ", " ").split("|")
)
"""The kinds of source that take no *supra*."""
_LAW = re.compile(r"\d+ (?:Fed\. Reg\.|U\.S\.C\.|C\.F\.R\.|U\.S\.|F\.(?:2d|3d|4th)|S\. Ct\.|F\. Supp\.) ")
"""What shows that a citation of no database is one of law."""


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each *supra* to a source that takes none."""
    for words in case.words.citations:
        if kind := law_by_supra(words, case):
            short = case.house.get(words.resolution.at)
            said = f": {plain(short.text)}" if short and short.resolution.form is not Form.SUPRA else ""
            yield words.remark(
                FINDING,
                f"'{words.text}' cites by supra what takes none: {kind}",
                hint=f"use its short form{said}",
            )


def law_by_supra(words: CitedWords, case: Case) -> str | None:
    """Return what the citation cites by *supra* though that takes none, or None where nothing is wrong."""
    if words.resolution.form is not Form.SUPRA:
        return None
    if words.source is not None:
        return words.source.kind.name if words.source.kind.name in _NEVER else None
    first = case.by_place.get(words.resolution.first_full) if words.resolution.first_full else None
    return "source of law" if first and _LAW.search(plain(first.citation.printed or ())) else None
