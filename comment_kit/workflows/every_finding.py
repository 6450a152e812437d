"""Gather every finding that any room can make: this loads all rooms, and so waits until somebody asks for a code."""

from __future__ import annotations

import importlib

from comment_kit.model.diagnostics import Finding

_ROOMS = (
    "comment_kit.library",
    "comment_kit.letters",
    "comment_kit.styles",
    "comment_kit.docx",
    "comment_kit.locators",
    "comment_kit.pages",
    "comment_kit.check",
    "comment_kit.blocks.findings",
    "comment_kit.blocks.ledger_findings",
    "comment_kit.blocks.status_findings",
    "comment_kit.blocks.taking",
    "comment_kit.docx.filing.findings",
    "comment_kit.workflows.findings",
    "comment_kit.workflows.filing_findings",
)


def findings() -> tuple[Finding, ...]:
    """Return every finding that any room can make, in order of code."""
    found = [finding for room in _ROOMS for finding in getattr(importlib.import_module(room), "FINDINGS", ())]
    return tuple(sorted(found, key=lambda finding: finding.code))
