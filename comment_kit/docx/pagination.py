"""Say on which printed page each heading stands: as estimated from its words, or as the outline of a PDF has it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import ceil
from typing import assert_never

from msgspec import Struct, field

from comment_kit.docx.writing.lengths import characters
from comment_kit.docx.writing.set_edges import LAST_PAGE
from comment_kit.model.layout import Layout
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    CodeBlock,
    Division,
    Heading,
    Image,
    Inline,
    Letter,
    ListBlock,
    NoteCall,
    Paragraph,
    Table,
    ThematicBreak,
    headings_in,
    walk,
)
from comment_kit.model.targets import heading_words

_CHARACTER = 0.43
"""The mean width of a character of running text, as a share of its size."""
_LINE = 1.15
"""The height of a single line, as a share of its size."""
_QUOTE_ROOM = 72.0
_LIST_ROOM = 36.0
_PICTURE = 200.0
_FRONT = ("cover", "contents")


def estimate_pages(letter: Letter, layout: Layout) -> Mapping[str, int]:
    """Return the printed page on which each heading will stand, by its id, and the last one under ``LAST_PAGE``.

    An estimate from the number of characters: right to about a page in twenty.
    """
    sheets = _Sheets(letter, layout)
    sheets.lay(letter.blocks)
    shift = sheets.front if _counts_apart(layout) else 0
    return {name: max(1, sheet - shift) for name, sheet in (*sheets.found.items(), (LAST_PAGE, sheets.sheet))}


def headings_pages(
    outline: Sequence[tuple[str, int]], letter: Letter, layout: Layout, *, sheets: int | None = None
) -> Mapping[str, int]:
    """Return the printed page of each heading, by its id, as the outline of the letter's own PDF has it.

    A heading that the outline lacks is left out.

    Args:
        outline: title and sheet of each entry, in order; sheets counted from 1.
        letter: the letter that the PDF prints.
        layout: its layout, which says where the numbers begin.
        sheets: how many sheets the PDF has, to give the last page under ``LAST_PAGE``.
    """
    found: dict[str, int] = {}
    waiting = iter(outline)
    for heading in headings_in(letter.blocks):
        wanted = _folded(heading_words(heading))
        # The outline has the label before the words, and may have entries that are no headings of ours.
        sheet = next((sheet for title, sheet in waiting if _folded(title).endswith(wanted)), None)
        if sheet is None:
            break
        found.setdefault(heading.id, sheet)
    shift = _front_sheets(found, letter) if _counts_apart(layout) else 0
    last = {LAST_PAGE: sheets} if sheets is not None else {}
    return {name: max(1, sheet - shift) for name, sheet in (found | last).items()}


def _counts_apart(layout: Layout) -> bool:
    return bool(layout.settings.get("body_starts_at_one", False))


def _front_sheets(found: Mapping[str, int], letter: Letter) -> int:
    """Return how many sheets stand before the body, whose first sheet is taken to be its first heading's."""
    has_front = any(isinstance(block, Division) and block.name in _FRONT for block in letter.blocks)
    return min(found.values()) - 1 if found and has_front else 0


def _folded(words: str) -> str:
    return "".join(words.split()).casefold()


class _Sheets(Struct):
    """Sheets that are filled from the top; lengths in points."""

    letter: Letter
    layout: Layout
    sheet: int = 1
    front: int = 0
    """How many sheets stand before the body."""
    taken: float = 0.0
    found: dict[str, int] = field(default_factory=dict)
    called: set[str] = field(default_factory=set)

    def lay(self, blocks: Iterable[Block]) -> None:
        """Lay the blocks of the letter one after another."""
        for block in blocks:
            name = block.name if isinstance(block, Division) else ""
            if name == "pagebreak":
                self._turn()
            elif name in _FRONT:
                self._turn()
                self._lay_front(block)
                self.front = self.sheet
                self.sheet, self.taken = self.sheet + 1, 0.0
            elif name != "footer":
                self._lay(block, self.layout.page_width - 2 * self.layout.margin)

    def _lay_front(self, block: Block) -> None:
        if isinstance(block, Division) and block.name == "contents":
            for heading in headings_in(self.letter.blocks):
                lines = self._lines(len(heading_words(heading)) + 12, 440.0, self.layout.font_size)
                self._take(lines * self.layout.font_size * _LINE + 6)

    def _lay(self, block: Block, width: float) -> None:
        size = self.layout.font_size
        line = size * _LINE * self.layout.line_spacing
        match block:
            case Heading():
                self._lay_heading(block, width)
            case Paragraph():
                self._lay_line(block.content, width, line)
            case BlockQuote():
                self._lay_all(block.blocks, width - _QUOTE_ROOM)
            case Division():
                self._lay_all(block.blocks, width)
            case ListBlock():
                self._lay_all(chain.from_iterable(block.items), width - _LIST_ROOM)
            case Table():
                self._lay_table(block, width, line)
            case CodeBlock():
                self._take(line * (block.text.count("\n") + 1))
            case ThematicBreak():
                self._take(2 * line)
            case _:
                assert_never(block)

    def _lay_all(self, blocks: Iterable[Block], width: float) -> None:
        for block in blocks:
            self._lay(block, width)

    def _lay_table(self, table: Table, width: float, line: float) -> None:
        for row in (table.header, *table.rows):
            room = width / max(len(row), 1)
            self._take(max((self._height(cell, room, line) for cell in row), default=0.0) + 5)

    def _lay_heading(self, heading: Heading, width: float) -> None:
        size = self.layout.font_size
        height = self._lines(len(heading_words(heading)), width - 36, size * 1.06) * size * _LINE + 26
        # A heading does not stand alone at the foot of a page.
        if self.taken + height + 2 * size * _LINE > self._room():
            self._turn()
        self.found.setdefault(heading.id, self.sheet)
        self._take(height)

    def _lay_line(self, content: Sequence[Inline], width: float, line: float) -> None:
        for note in (part.note for part in content if isinstance(part, NoteCall)):
            self._take(self._note(note))
        self._take(self._height(content, width, line) + self.layout.font_size * 0.75)

    def _note(self, name: str) -> float:
        """Return the height of a note that is called for the first time."""
        if name in self.called or name not in self.letter.notes:
            return 0.0
        self.called.add(name)
        size = self.layout.note_size
        width = self.layout.page_width - 2 * self.layout.margin
        return sum(
            self._lines(characters(block.content) + 3, width, size) * size * _LINE + size * 0.3
            for block in walk(self.letter.notes[name].blocks)
            if isinstance(block, Paragraph)
        )

    def _height(self, content: Sequence[Inline], width: float, line: float) -> float:
        pictures = sum(isinstance(part, Image) for part in content)
        return self._lines(characters(content), width, self.layout.font_size) * line + pictures * _PICTURE

    def _lines(self, characters: int, width: float, size: float) -> int:
        return max(1, ceil(characters * size * _CHARACTER / max(width, size)))

    def _room(self) -> float:
        return self.layout.page_height - 2 * self.layout.margin

    def _turn(self) -> None:
        if self.taken:
            self.sheet, self.taken = self.sheet + 1, 0.0

    def _take(self, height: float) -> None:
        """Fill ``height``, turning the sheet as often as it asks; what runs over begins the next."""
        self.taken += height
        while self.taken > self._room():
            self.sheet += 1
            self.taken -= self._room()
