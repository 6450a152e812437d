"""Give back the ligatures that a file names by nothing but their place in a font of TeX."""

from __future__ import annotations

import re
from collections.abc import Sequence

from comment_kit.pages.lines import DrawnSheet

_CODES = re.compile("[\x0b\x0c\x0e-\x1f]")
_FF, _FI, _FL, _FFI, _FFL = "\ufb00\ufb01\ufb02\ufb03\ufb04"
# What the font says lies in the text's own place: in Cork's order since 1990, or in that of the first fonts.
_CORK = (
    re.compile("[a-z]{2}[\x1b-\x1f][a-z]"),
    {0x1B: _FF, 0x1C: _FI, 0x1D: _FL, 0x1E: _FFI, 0x1F: _FFL, 0x10: "“", 0x11: "”", 0x15: "–", 0x16: "—"},
)
_KNUTH = (re.compile("[a-z]{2}[\x0b\x0c\x0e\x0f][a-z]"), {0x0B: _FF, 0x0C: _FI, 0x0E: _FFI, 0x0F: _FFL})
_SURE = 3
"""So many times a code stands between small letters before it is believed: signs of formulas do by chance."""


def with_ligatures(sheets: Sequence[DrawnSheet]) -> tuple[DrawnSheet, ...]:
    """Return ``sheets`` with a character for each such code, as long as it, where the document shows what it means."""
    coded = [line.text for sheet in sheets for line in sheet.lines if _CODES.search(line.text)]
    meanings: dict[int, str] = {}
    for between, names in (_CORK, _KNUTH):
        if sum(len(between.findall(text)) for text in coded) >= _SURE:
            meanings |= names
    if not meanings:
        return tuple(sheets)
    return tuple(
        sheet._replace(lines=tuple(line._replace(text=line.text.translate(meanings)) for line in sheet.lines))
        for sheet in sheets
    )
