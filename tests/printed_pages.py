"""Print letters by hand as a word processor lays them out: wrapped rows, raised calls, notes at the foot."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field

from pdf_files import PdfPage

LEFT, TOP, LEAD, SIZE = 72.0, 720.0, 14.0, 10.0
COLUMN = 78
"""Letters of a row."""
_CALL = re.compile(r"\^([^^]+)\^")


@dataclass
class PrintedPage:
    """A page being filled from its top; notes stand at its foot, the first ones given highest."""

    page: PdfPage = field(default_factory=PdfPage)
    y: float = TOP
    foot: float = 200.0

    def text(
        self, words: str, *, inset: int = 0, left: int | None = None, first: int = 0, gap: float = 8
    ) -> PrintedPage:
        """Print a paragraph, set in on both sides or on the left alone by so many letters; carets hold calls."""
        return self.rows(wrapped(words, inset=inset, left=left, first=first), gap=gap)

    def rows(self, rows: list[str], *, gap: float = 8, size: float = SIZE, indent: int = 0) -> PrintedPage:
        """Print rows as they are, and leave a gap."""
        for row in rows:
            start = len(row) - len(row.lstrip()) + indent
            self.page.line(LEFT + 0.6 * SIZE * start, self.y, row.strip(), size=size)
            self.y -= LEAD
        self.y -= gap
        return self

    def note(self, mark: str, words: str, *, width: int = 100, size: float = 7.5) -> PrintedPage:
        """Print a note; without a mark, the rest of one that began on the page before."""
        rows = textwrap.wrap(f"^{mark}^ {words}" if mark else words, width)
        for row in rows:
            self.page.line(LEFT, self.foot, row, size=size)
            self.foot -= 1.2 * size
        return self


def wrapped(words: str, *, inset: int = 0, left: int | None = None, first: int = 0) -> list[str]:
    """Return the rows of a paragraph, each behind its indent."""
    begin = inset if left is None else left
    bare = _CALL.sub(lambda call: "\x01" * len(call[0]), words)
    rows = textwrap.wrap(
        bare,
        COLUMN - inset,
        initial_indent=" " * (begin + first),
        subsequent_indent=" " * begin,
        break_long_words=False,
        break_on_hyphens=False,
    )
    calls = iter(_CALL.findall(words))
    return [re.sub("\x01+", lambda _: f"^{next(calls)}^", row) for row in rows]
