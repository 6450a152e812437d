"""Find in the text of a source the stretch that each part of its pinpoint table is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct, field

from comment_kit.model.pages import PageText
from comment_kit.model.pinpoints import PinpointRow, PinpointTable, label_key
from comment_kit.sections.nesting import Part, ends_of, is_within
from comment_kit.sections.openings import openings
from comment_kit.sections.order import certain_places


class Stretch(Struct, frozen=True, kw_only=True):
    """A part of a source and where it stands."""

    label: str
    """As the table has it: "§ 4.1(a)(i)"."""
    start: int
    end: int
    """In the body of the text: from the heading, or the number, to where the next part begins that is not inside it."""
    is_closed: bool
    """Whether the part that follows it in the table is the one found to begin at its end: else it may end before."""


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
    begins = certain_places([tuple(_openings(text, row, part)) for row, part in placed])
    parts = [part for _, part in placed]
    found = tuple(_stretches(parts, _believed(parts, begins), len(text.body.text)))
    return Sections(stretches=found, by_key={label_key(each.label): each for each in found})


def _placed(text: PageText, table: PinpointTable) -> Iterator[tuple[PinpointRow, Part]]:
    """Yield the rows that are no notes, with the sheets of the pages that they name; others tell nothing."""
    for row in table.rows.values():
        if row.locator.startswith("n."):
            continue
        first, last = text.labelled(row.first_page), text.labelled(row.last_page)
        if len(first) == 1 and len(last) == 1:
            yield row, Part(label=row.locator, first=first[0].index, last=last[0].index)


def _openings(text: PageText, row: PinpointRow, part: Part) -> Iterator[int]:
    begins = text.body.sheets
    end = begins[part.first] if part.first < len(begins) else len(text.body.text)
    return openings(row, text.body, begins[part.first - 1], end)


def _believed(parts: Sequence[Part], begins: Mapping[int, int]) -> Mapping[int, int]:
    """Return ``begins`` without the parts inside a numbered part of which the beginning is not certain.

    "(a)" may be that of another section, where the heading of its own was not seen.
    """
    believed: dict[int, int] = {}
    above = ends_of(parts)
    for number, start in begins.items():
        numbered = [each for each in above[number] if is_within(parts[number].label, parts[each].label)]
        if all(each in believed for each in numbered):
            believed[number] = start
    return believed


def _stretches(parts: Sequence[Part], begins: Mapping[int, int], length: int) -> Iterator[Stretch]:
    above = ends_of(parts)
    for number, start in begins.items():
        following = [other for other in range(number + 1, len(parts)) if number not in above[other]]
        end = next((begins[other] for other in following if other in begins), length)
        is_closed = not following or following[0] in begins
        yield Stretch(label=parts[number].label, start=start, end=end, is_closed=is_closed)
