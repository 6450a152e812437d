"""Find in the text of a source the stretch that each part of its pinpoint table is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from comment_kit.model.pages import PageText
from comment_kit.model.pinpoints import PinpointRow, PinpointTable, label_key
from comment_kit.sections.nesting import Nested, Part, nested, part
from comment_kit.sections.openings import openings
from comment_kit.sections.order import certain_places


class Stretch(Struct, frozen=True, kw_only=True):
    """A part of a source and where it stands in the body of its text."""

    label: str
    """As the table has it: "§ 4.1(a)(i)"."""
    start: int
    """Where its heading, or its number, begins."""
    end: int
    """Where the next part begins, of those that were found, which is not inside it."""
    is_closed: bool
    """Whether the table lists no other part between: else it may end before."""


class Sections(Struct, frozen=True, kw_only=True):
    """The stretches of a source that were found for sure, in the order of the document."""

    stretches: tuple[Stretch, ...] = ()
    by_key: Mapping[str, Stretch] = field(default_factory=dict)
    """By normalised label (``label_key``)."""

    def of(self, label: str) -> Stretch | None:
        """Return the stretch of the part that the table calls ``label``; None where it was not found for sure."""
        return self.by_key.get(label_key(label))


NO_SECTIONS = Sections()


def sections_of(text: PageText, table: PinpointTable | None) -> Sections:
    """Return the stretches of the parts that ``table`` lists in the order of ``text``.

    A part of which the beginning is not found, or might be another, has none. Nothing is found where letters were
    guessed from pictures, or where the table does not follow the order of the pages.
    """
    placed = tuple(_placed(text, table)) if table is not None and not text.hidden_ocr else ()
    if not placed or any(one[1].first > other[1].first for one, other in pairwise(placed)):
        return NO_SECTIONS
    parts = [each for _, each in placed]
    nesting = nested(parts)
    begins = certain_places([tuple(_openings(text, row, each)) for row, each in placed])
    begins = _believed(parts, nesting, begins)
    found = tuple(_stretches(parts, nesting, begins, len(text.body.text)))
    return Sections(stretches=found, by_key={label_key(each.label): each for each in found})


def _placed(text: PageText, table: PinpointTable) -> Iterator[tuple[PinpointRow, Part]]:
    """Yield the rows that are no notes with the sheets that they name, where each is one sheet of the text."""
    for row in table.rows.values():
        if row.locator.startswith("n."):
            continue
        first, last = text.labelled(row.first_page), text.labelled(row.last_page)
        if len(first) == 1 and len(last) == 1:
            yield row, part(row.locator, first[0].index, last[0].index)


def _openings(text: PageText, row: PinpointRow, part: Part) -> Iterator[int]:
    begins = text.body.sheets
    end = begins[part.first] if part.first < len(begins) else len(text.body.text)
    return openings(row, text.body, begins[part.first - 1], end)


def _believed(parts: Sequence[Part], nesting: Sequence[Nested], begins: Mapping[int, int]) -> Mapping[int, int]:
    """Return ``begins`` without the parts whose own section does not begin for sure, or is not in the table.

    "(a)" may be that of another section, where the heading of its own was not seen.
    """
    believed: dict[int, int] = {}
    keys: set[str] = set()
    for number, start in begins.items():
        each = parts[number]
        above = {parts[other].key for other in nesting[number].above if each.is_within(parts[other])}
        if each.key.endswith(")"):
            above.add(each.key.rpartition("(")[0])
        if above <= keys:
            believed[number] = start
            keys.add(each.key)
    return believed


def _stretches(
    parts: Sequence[Part], nesting: Sequence[Nested], begins: Mapping[int, int], length: int
) -> Iterator[Stretch]:
    """Yield the stretch of each part that begins for sure, in a text of so many characters."""
    # Where the first part begins that is found from each number on.
    next_start = [length] * (len(parts) + 1)
    for number in reversed(range(len(parts))):
        next_start[number] = begins.get(number, next_start[number + 1])
    for number, start in begins.items():
        until = nesting[number].until
        is_closed = until in begins or until == len(parts)
        yield Stretch(label=parts[number].label, start=start, end=next_start[until], is_closed=is_closed)
