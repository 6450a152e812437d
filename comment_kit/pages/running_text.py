"""Write the paragraphs of a printed letter one behind the other, and cut each out again with the calls in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from comment_kit.model.pages import Stream
from comment_kit.pages.calls import Call, Raised, SetLine
from comment_kit.pages.hyphens import HARD, SOFT, with_guesses
from comment_kit.pages.paragraphs import PrintedParagraph
from comment_kit.pages.streams import StreamWriter

LOOSE_HYPHEN = f"-{SOFT}"
"""A hyphen at the end of a line that is likely to belong to its word, and may be the line's."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S*")
_LEVEL = r"\((?:[A-Za-z]{1,5}|\d{1,2})\)"
_SECTION = re.compile(rf"\d[\w-]*(?:{_LEVEL})+$")
_PART = re.compile(_LEVEL)
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Stretch(NamedTuple):
    """A paragraph, from where to where it stands in the running text."""

    start: int
    end: int
    paragraph: PrintedParagraph


class RunningText(NamedTuple):
    """Paragraphs one behind the other, parted by spaces."""

    stream: Stream
    stretches: tuple[Stretch, ...]
    signed: str
    """The text of the stream with a sign for each hyphen at the end of a line; as long as it."""

    def words(self, start: int, end: int) -> str:
        """Return the words from ``start`` up to ``end``; a soft hyphen stands where a broken word may have one."""
        return self.signed[start:end].replace(HARD, LOOSE_HYPHEN)

    def calls(self) -> Iterator[tuple[int, str]]:
        """Yield the offset and the mark of each call, in order; several may stand behind one word."""
        for offset, marks in sorted(self.stream.calls.items()):
            for mark in marks.split(", "):
                yield offset, mark


def running_texts(
    body: Iterable[PrintedParagraph], notes: Iterable[PrintedParagraph]
) -> tuple[RunningText, RunningText]:
    """Return the paragraphs of the text joined, and those of the notes; what has no words is left out."""
    text, foot = _joined(body), _joined(notes)
    return _signed(*text, beside=foot[0]), _signed(*foot, beside=text[0])


def _signed(stream: Stream, stretches: tuple[Stretch, ...], *, beside: Stream) -> RunningText:
    return RunningText(stream, stretches, _with_addresses(with_guesses(stream, beside)))


def _joined(paragraphs: Iterable[PrintedParagraph]) -> tuple[Stream, tuple[Stretch, ...]]:
    writer = StreamWriter()
    kept = [each for each in paragraphs if any(row.words.strip() for row in each.rows)]
    sheet = 0
    for number, paragraph in enumerate(kept):
        writer.turn()
        writer.opening(str(number))
        for row, following in zip_longest(paragraph.rows, paragraph.rows[1:]):
            for _ in range(sheet, row.sheet):
                writer.sheet()
            sheet = row.sheet
            within = following is not None and _SECTION.search(row.words) and _PART.match(following.words)
            _write_row(writer, row.lines, within=bool(within))
    stream = writer.stream()
    starts = list(stream.openings)
    ends = [*(start - 1 for start in starts[1:]), len(stream.text)]
    return stream, tuple(map(Stretch, starts, ends, kept))


def _write_row(writer: StreamWriter, lines: Sequence[SetLine], *, within: bool) -> None:
    """Write a row; ``within`` says whether it ends in the middle of a number such as 553(b)(3)."""
    for line, following in zip_longest(lines, lines[1:]):
        for call in line.before:
            writer.call(call.number)
        for part in line.parts:
            if isinstance(part, Call):
                writer.call(part.number)
            else:
                writer.words(part.translate(_SUPERSCRIPTS) if isinstance(part, Raised) else part)
        if following.continues if following is not None else within:
            writer.edge()
        else:
            writer.line_end(hyphen=line.hyphen)


def _with_addresses(signed: str) -> str:
    """Return the text with the hyphens of addresses, which no printer adds, as what they are."""
    if SOFT not in signed and HARD not in signed:
        return signed
    return _ADDRESS.sub(lambda found: found[0].replace(SOFT, "-").replace(HARD, "-"), signed)
