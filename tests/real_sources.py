"""Find the official documents on which a further set of tests runs; they are no part of the project."""

import os
from pathlib import Path

import pytest

PLACES = (
    Path(os.environ.get("COMMENT_KIT_SOURCES", "")),
    Path(__file__).resolve().parents[2] / "shared" / "sources",
)


def real_source(name: str) -> Path:
    """Return the path of a document, or skip the test and say where it was looked for."""
    for place in PLACES:
        if place != Path() and (place / name).is_file():
            return place / name
    pytest.skip(f"{name} is not there: set COMMENT_KIT_SOURCES to a folder that holds it")
