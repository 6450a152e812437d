"""Do one peer's part of checking in a process of its own: python check_peers.py NAME FILE... prints what it found."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

NEEDS = {"eyecite": ("eyecite",), "citeurl": ("citeurl", "markdown"), "citations": ("citations", "pdfplumber", "pypdf")}
"""The packages that each peer must have."""
ABSENT = {"kaos-citations": "it asks for Python 3.13, and this project runs from 3.11"}
"""Peers that are left out, and why."""


def missing(name: str) -> str:
    """Return why the peer ``name`` cannot be measured here; "" where it can."""
    gone = [package for package in NEEDS.get(name, ()) if find_spec(package) is None]
    return f"{', '.join(gone)} is not installed: python -m pip install --group bench" if gone else ""


def eyecite(notes: Path) -> str:
    """Find and resolve the citations in a file of notes."""
    from eyecite import get_citations, resolve_citations  # noqa: PLC0415 - its import is a part of what is measured

    found = get_citations(notes.read_text(encoding="utf-8"))
    return f"{len(found)} citations to {len(resolve_citations(found))} sources"


def citeurl(notes: Path) -> str:
    """Find the citations in a file of notes."""
    from citeurl import Citator  # noqa: PLC0415

    return f"{len(Citator().list_cites(notes.read_text(encoding='utf-8')))} citations"


def citations(source: Path, claims: Path) -> str:
    """Look for each claim, a quotation with its page, in a PDF."""
    from citations import check_one  # noqa: PLC0415

    states = [check_one(claim["text"], source, claim["page"]).state for claim in json.loads(claims.read_text("utf-8"))]
    return f"{states.count('found')} of {len(states)} found"


def recognise(letter: Path) -> str:
    """Find the citations in the notes of a letter, as ``comment-kit check`` does."""
    from comment_kit.letters import Setting, read_letter  # noqa: PLC0415
    from comment_kit.model.letter import citations_in  # noqa: PLC0415
    from comment_kit.project import find_project  # noqa: PLC0415
    from comment_kit.recognise import recognise as recognised  # noqa: PLC0415
    from comment_kit.workflows.shelves import read_shelves  # noqa: PLC0415

    text = letter.read_text(encoding="utf-8")
    read, _ = read_letter(text, str(letter), Setting(with_template=False))
    found = recognised(read, read_shelves(find_project(letter.parent)).library).letter.notes.values()
    return f"{sum(len(tuple(citations_in(note.blocks))) for note in found)} citations"


def pypdfium2(source: Path) -> str:
    """Read the plain text of a PDF."""
    import pypdfium2 as pdfium  # noqa: PLC0415

    with pdfium.PdfDocument(source) as document:
        return f"{sum(len(page.get_textpage().get_text_bounded()) for page in document)} letters"


PEERS: dict[str, Callable[..., str]] = {
    each.__name__: each for each in (eyecite, citeurl, citations, recognise, pypdfium2)
}

if __name__ == "__main__":
    print(PEERS[sys.argv[1]](*map(Path, sys.argv[2:])))
