"""Write diagnostics as SARIF 2.1.0, the exchange format of checkers."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from comment_kit import __version__
from comment_kit.model.checked import CheckedLetter
from comment_kit.model.diagnostics import Diagnostic, Fix, Severity
from comment_kit.model.places import Location
from comment_kit.report.by_name import cleared_lines

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(checked: Sequence[CheckedLetter]) -> str:
    """Return one run with a result for each diagnostic of all files."""
    found = [diagnostic for letter in checked for diagnostic in letter.diagnostics]
    rules = [{"id": code} for code in sorted({diagnostic.code for diagnostic in found})]
    driver = {"name": "comment-kit", "version": __version__, "rules": rules}
    cleared = [{"file": letter.file, "cleared": line} for letter in checked for line in cleared_lines(letter)]
    run = {"tool": {"driver": driver}, "results": list(_results(found)), "properties": {"clearances": cleared}}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _results(found: Sequence[Diagnostic]) -> Iterator[dict[str, Any]]:
    for diagnostic in found:
        hint = f" {diagnostic.hint}" if diagnostic.hint else ""
        yield {
            "ruleId": diagnostic.code,
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": f"{diagnostic.message}{hint}"},
            "locations": [_location(diagnostic.location)],
            **({"relatedLocations": [_location(each) for each in diagnostic.related]} if diagnostic.related else {}),
            **({"fixes": [_fix(diagnostic.fix)]} if diagnostic.fix else {}),
        }


def _fix(fix: Fix) -> dict[str, Any]:
    """Return a change that would remove a result; those of one file stand together."""
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        lines = edit.old.split("\n")
        last = len(lines[-1]) + (edit.location.column if len(lines) == 1 else 1)
        region = {
            "startLine": edit.location.line,
            "startColumn": edit.location.column,
            "endLine": edit.location.line + len(lines) - 1,
            "endColumn": last,
        }
        change = {"deletedRegion": region, "insertedContent": {"text": edit.new}}
        changes.setdefault(edit.location.file, []).append(change)
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {"artifactLocation": {"uri": file}, "replacements": each} for file, each in changes.items()
        ],
    }


def _location(where: Location) -> dict[str, Any]:
    """Return the place: a region in a text, the note in a Word file, which has no lines."""
    physical: dict[str, Any] = {"artifactLocation": {"uri": where.file}}
    if where.line:
        physical["region"] = {"startLine": where.line, **({"startColumn": where.column} if where.column else {})}
    location: dict[str, Any] = {"physicalLocation": physical}
    if where.note:
        location["logicalLocations"] = [{"name": f"note {where.note}"}]
    return location
