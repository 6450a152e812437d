"""Flag *proposed* in the citation of a Federal Register document that proposes no rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.check.case import Case
from comment_kit.model.citations import Form
from comment_kit.model.diagnostics import Diagnostic, Finding, Severity, Tier

FINDING = Finding(
    code="FRM233",
    name="notice-called-proposed",
    severity=Severity.WARNING,
    tier=Tier.FORM,
    explanation=(
        "(proposed ...) belongs to documents whose action is a proposed rule. A notice or a request for comments "
        "proposes no rule, and bears its date alone, unless the style has the habit (request_for_comments = "
        '"proposed"; Indigo Book R19.4; Bluebook rule 14.2(b)).'
    ),
)
_NOTICES = frozenset({"notice", "request for comments", "correction"})
_PROPOSED = re.compile(r"\(proposed (?=[A-Z][a-z]{2,8}\.? \d|\d{4}\))")


def check(case: Case) -> Iterator[Diagnostic]:
    """Flag each notice that is cited as a proposal."""
    habit = case.policy is not None and case.policy.settings.get("request_for_comments") == "proposed"
    for words in case.words.citations:
        kind = words.source.kind.name if words.source else ""
        if words.resolution.form is not Form.FULL or kind not in _NOTICES or (habit and kind == "request for comments"):
            continue
        if _PROPOSED.search(words.bare):
            yield words.remark(
                FINDING,
                f"'{words.citation.key}' is a {kind} and proposes no rule",
                hint="take 'proposed' away",
                old="(proposed ",
                new="(",
            )
