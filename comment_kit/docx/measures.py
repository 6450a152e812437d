"""Read lengths and switches as Word's elements write them."""

from __future__ import annotations

import re

from comment_kit.docx.package import Element

_OFF = frozenset({"0", "false", "off"})
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(mm|cm|in|pt|pc|pi)?")
_TWIPS = {None: 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}


def is_on(element: Element | None, word: str) -> bool:
    """Return whether a switch (``w:vanish``) is there and not turned off again."""
    return element is not None and element.get(f"{{{word}}}val", "1") not in _OFF


def twips(written: str | None) -> int | None:
    """Return a length in twentieths of a point; None where it is none. The strict form writes units: "0.5in"."""
    found = _LENGTH.fullmatch(written or "")
    return round(float(found[1]) * _TWIPS[found[2]]) if found else None
