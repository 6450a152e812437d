"""Filings for the tests of the ledger."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec.structs import replace

from comment_kit.blocks.ledger import append_filing
from comment_kit.model.blocks import BlockUse, FiledFile, FiledSource, Filing, fingerprint

TEXT = "---\ntitle: Marginal risk\n---\nAsk what a release adds.\n"
VERSION = fingerprint(TEXT)
FILING = Filing(
    id="",
    filed=dt.date(2024, 9, 9),
    label="NIST AI 800-1",
    letter="letters/nist/letter.md",
    title="Comments of Example Institute: A Title",
    recipient="NIST",
    docket=("X-1",),
    files=(FiledFile(name="letters/nist/filed/letter.docx", sha256="a" * 64),),
    blocks=(BlockUse(name="open/risk", fingerprint=VERSION, parameters={"agency": "NIST"}),),
    sources=(FiledSource(key="ntia2024", edition="2024-07", sha256="b" * 64),),
)


def another(number: int) -> Filing:
    """Return a filing of another letter."""
    return replace(FILING, label=f"Docket {number}", files=(FiledFile(name="x.docx", sha256=f"{number:064x}"),))


def lock_of(root: Path) -> Path:
    return root / ".comment-kit" / "ledger.lock"


def append(root: Path, filing: Filing = FILING, text: str = TEXT) -> tuple[Filing, bool]:
    """File ``filing`` with the text of its block."""
    return append_filing(root, lock_of(root), filing, {fingerprint(text): text})


def labels(filings: tuple[Filing, ...]) -> list[str]:
    return [each.label for each in filings]
