"""Say how much a letter may hold: far more than anybody writes, and too little to fill a machine."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from msgspec import Struct

MOST_BLOCKS = 20_000
"""Paragraphs, headings, items and cells; a letter of a thousand pages has half as many."""
MOST_OF_A_PARAGRAPH = 100_000
"""Characters; thirty pages without a break."""
MOST_INLINES = 300_000
"""Runs of words, marks of emphasis, links, citations."""
MOST_NOTES = 32_767
"""More a Word file cannot number."""

_TOKENS_OF_A_BLOCK = 3


class TooMuch(Exception):  # noqa: N818 -- becomes a diagnostic
    """A letter holds more than any letter does: of what, and on which line of the rendered text, from 1."""

    def __init__(self, most: int, what: str, line: int) -> None:
        super().__init__(f"more than {most:,} {what} are too many for a letter")
        self.line = line


class Tally(Struct):
    """What was read of one letter so far."""

    inlines: int = 0
    notes: int = 0

    def paragraph(self, content: str, line: int) -> None:
        """Let the text of one paragraph, heading or cell be read.

        Raises:
            TooMuch: it is longer than any.
        """
        if len(content) > MOST_OF_A_PARAGRAPH:
            raise TooMuch(MOST_OF_A_PARAGRAPH, "characters without a break", line)

    def read(self, inlines: int, line: int) -> None:
        """Count ``inlines``.

        Raises:
            TooMuch: the letter holds too many.
        """
        self.inlines += inlines
        if self.inlines > MOST_INLINES:
            raise TooMuch(MOST_INLINES, "changes of type, links and citations", line)

    def note(self, line: int) -> None:
        """Count a note.

        Raises:
            TooMuch: the letter holds more than Word can number.
        """
        self.notes += 1
        if self.notes > MOST_NOTES:
            raise TooMuch(MOST_NOTES, "notes", line)


def add_limits(markdown: MarkdownIt) -> None:
    """Let ``markdown`` raise TooMuch where a text holds too many blocks, before it fills the memory with them."""
    markdown.block.ruler.before("table", "ck_limit", _limit)


def _limit(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- markdown-it's signature
    if not silent and (len(state.tokens) > _TOKENS_OF_A_BLOCK * MOST_BLOCKS or _cells(state, start, end) > MOST_BLOCKS):
        raise TooMuch(MOST_BLOCKS, "paragraphs, items and cells", start + 1)
    return False


def _cells(state: StateBlock, start: int, end: int) -> int:
    """Return how many cells a table from ``start`` on could have, which one rule would make at once."""
    if start < state.env.get("ck_counted", 0):
        # The lines up to the next blank one were counted from an earlier block of theirs.
        return 0
    last = start
    while last < end and not state.isEmpty(last):
        last += 1
    state.env["ck_counted"] = last
    return last - start + state.src.count("|", state.bMarks[start], state.eMarks[last - 1])
