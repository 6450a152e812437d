"""Find the part of a letter that is asked for: under a heading, or between two paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from comment_kit.blocks.taking.headings import heading_text
from comment_kit.model.letter import Block, BlockQuote, Division, Heading, Letter, ListBlock, Paragraph, walk

_CLOSING = re.compile(
    r"\s*(?:respectfully (?:submitted|yours)|(?:yours )?(?:sincerely|truly|faithfully)(?: yours)?|very truly yours|"
    r"(?:best |kind )?regards|/s/.{0,60})\s*[,.:]?\s*$",
    re.IGNORECASE,
)


class Stretch(Struct, frozen=True, kw_only=True):
    """Blocks of a letter in a row."""

    label: str
    """Of the heading, with the labels above it: "II.A"; empty where it has none."""
    title: str
    """The words of the heading; empty where the stretch is of paragraphs."""
    level: int
    """Of the heading; 0 where the stretch is of paragraphs."""
    first: int
    """The first paragraph, counted from 1 through the letter; a heading counts, and so does a table."""
    last: int
    blocks: tuple[Block, ...]
    """With the heading."""

    def __str__(self) -> str:
        return " ".join(filter(None, (f"{self.label}." if self.label else "", self.title)))


def outline(letter: Letter) -> tuple[Stretch, ...]:
    """Return the stretch under each heading of ``letter``, with what stands under deeper ones."""
    numbered = tuple(_numbered(letter))
    above: dict[int, str] = {}
    stretches: list[Stretch] = []
    for at, (first, block) in enumerate(numbered):
        if not isinstance(block, Heading):
            continue
        above = {level: label for level, label in above.items() if level < block.level}
        above[block.level] = block.label.strip("().")
        under = (numbered[at], *_under(numbered, at, block.level))
        stretches.append(
            Stretch(
                label=".".join(filter(None, above.values())) if block.label else "",
                title=" ".join(heading_text(block.content).split()),
                level=block.level,
                first=first,
                last=_last(under),
                blocks=tuple(each for _, each in under),
            )
        )
    return tuple(stretches)


def find_heading(letter: Letter, asked: str) -> tuple[Stretch, ...]:
    """Return the stretches whose heading ``asked`` fits best: its label, its title, both, or some words of it."""
    stretches = outline(letter)
    wanted = _folded(asked)
    ways: tuple[Callable[[Stretch], bool], ...] = (
        lambda each: _folded(each.label) == wanted,
        lambda each: _folded(each.title) == wanted,
        lambda each: _folded(f"{each.label}. {each.title}") == wanted,
        lambda each: _folded(each.label).rpartition(".")[2] == wanted,
        lambda each: _folded(f"{each.label.rpartition('.')[2]}. {each.title}").startswith(wanted),
        lambda each: _folded(each.title).startswith(wanted),
        lambda each: wanted in _folded(each.title),
    )
    fits = (tuple(filter(way, stretches)) for way in ways) if wanted else ()
    return next(filter(None, fits), ())


def find_paragraphs(letter: Letter, first: int, last: int) -> Stretch | None:
    """Return the blocks with the paragraphs from ``first`` to ``last``, counted from 1; None where there are none.

    A list, a table or a quotation comes whole.
    """
    chosen = [(at, block) for at, block in _numbered(letter) if at <= last and at + _count(block) - 1 >= first]
    if not chosen:
        return None
    return Stretch(
        label="", title="", level=0, first=chosen[0][0], last=_last(chosen), blocks=tuple(block for _, block in chosen)
    )


def _numbered(letter: Letter) -> Iterator[tuple[int, Block]]:
    """Yield each block with the number of its first paragraph; what a template sets around the text is left out."""
    number = 1
    for block in letter.blocks:
        if not isinstance(block, Division):
            yield number, block
            number += _count(block)


def _count(block: Block) -> int:
    if isinstance(block, BlockQuote | ListBlock):
        return max(1, sum(isinstance(part, Paragraph) for part in walk((block,))))
    return 1


def _last(numbered: Sequence[tuple[int, Block]]) -> int:
    first, block = numbered[-1]
    return first + _count(block) - 1


def _under(numbered: Sequence[tuple[int, Block]], at: int, level: int) -> Iterator[tuple[int, Block]]:
    """Yield what follows the heading at ``at`` up to the next of its level or above."""
    for each in islice(numbered, at + 1, None):
        if (isinstance(each[1], Heading) and each[1].level <= level) or _closes(each[1]):
            return
        yield each


def _closes(block: Block) -> bool:
    """Return whether the signature begins with ``block``."""
    if not isinstance(block, Paragraph):
        return False
    return block.role == "signature" or _CLOSING.match(heading_text(block.content)) is not None


def _folded(words: str) -> str:
    return " ".join(words.replace("\u2019", "'").replace("\u00a0", " ").casefold().split()).strip(". ")
