"""Write what was checked as JSON, in a versioned form: ``comment-kit/check/1``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from msgspec import to_builtins

from comment_kit.model.checked import CheckedCitation, CheckedLetter, CheckedQuotation
from comment_kit.model.diagnostics import Diagnostic, Severity

SCHEMA = "comment-kit/check/1"
_OF_THE_KIT = frozenset({"note_id", "called"})
"""What is known of a citation or quotation for the other reports alone."""


def render_json(checked: Sequence[CheckedLetter], *, several: bool = False) -> str:
    """Return one object for one file; for more, or where ``several`` were named, one that lists them as ``files``."""
    if len(checked) == 1 and not several:
        content: dict[str, Any] = {"schema": SCHEMA, **_letter(checked[0])}
    else:
        content = {"schema": SCHEMA, "files": [_letter(each) for each in checked]}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _letter(checked: CheckedLetter) -> dict[str, Any]:
    return {
        "file": checked.file,
        "summary": {
            "citations": len(checked.citations),
            "quotations": len(checked.quotations),
            "verified": checked.verified,
            "wrong": checked.wrong,
            "undecided": checked.undecided,
            "cleared": checked.by_name,
            "errors": checked.count(Severity.ERROR),
            "warnings": checked.count(Severity.WARNING),
            "hints": checked.count(Severity.HINT),
        },
        "citations": [_citation(each) for each in checked.citations],
        "quotations": [_quotation(each) for each in checked.quotations],
        "diagnostics": [_diagnostic(each) for each in checked.diagnostics],
    }


def _citation(citation: CheckedCitation) -> dict[str, Any]:
    return _printed(to_builtins(citation))


def _quotation(quotation: CheckedQuotation) -> dict[str, Any]:
    replaced = [{"bracket": bracket, "source": source} for bracket, source in quotation.replaced]
    return {**_printed(to_builtins(quotation)), "replaced": replaced}


def _printed(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name not in _OF_THE_KIT}


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    note = diagnostic.location.note
    return {
        "code": diagnostic.code,
        "tier": diagnostic.tier.value,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "note": int(note) if note.isdecimal() else note or None,
        "place": str(diagnostic.location),
        "see_also": [str(place) for place in diagnostic.related],
        "fix": _fix(diagnostic),
    }


def _fix(diagnostic: Diagnostic) -> dict[str, Any] | None:
    fix = diagnostic.fix
    if fix is None:
        return None
    edits = [{"place": str(edit.location), "old": edit.old, "new": edit.new} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
