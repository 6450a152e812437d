"""Give headings their ids and numbers, and see that every cross-reference has a target."""

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.letters import findings
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.layout import Layout, Numeral
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    CrossReference,
    Division,
    Footnote,
    Heading,
    Inline,
    LineBreak,
    headings_in,
    walk,
)
from comment_kit.model.places import Location
from comment_kit.model.text import Span

_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = 26
DEEPEST_HEADING = 3


def with_headings(
    blocks: tuple[Block, ...], notes: Mapping[str, Footnote], layout: Layout | None, report: list[Diagnostic]
) -> tuple[Block, ...]:
    """Return ``blocks`` with every heading's id and label, and report ids that stand twice.

    Without a layout no heading has a number.
    """
    numerals = layout.heading_numerals if layout is not None else ()
    headings = _Headings(numerals, report, {name: note.location for name, note in notes.items()})
    headings.reserve(headings_in(blocks))
    return headings.over(blocks)


def at_level(blocks: tuple[Block, ...], level: int, name: str, report: list[Diagnostic]) -> tuple[Block, ...]:
    """Return ``blocks``, those of an argument block, with the highest of their headings on ``level``.

    Args:
        blocks: as the argument block has them.
        level: from 1; a heading that would come to lie deeper than a letter goes is reported.
        name: of the argument block.
        report: takes what is wrong.
    """
    highest = min((part.level for part in walk(blocks) if isinstance(part, Heading)), default=level)
    return blocks if highest == level else _moved(blocks, level - highest, name, report)


def _moved(blocks: Iterable[Block], by: int, name: str, report: list[Diagnostic]) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        match block:
            case Heading():
                if block.level + by > DEEPEST_HEADING:
                    message = f"where the block '{name}' stands, this heading would lie deeper than a letter goes"
                    hint = "set the block under a higher heading"
                    report.append(findings.DEEP_HEADING_OF_BLOCK.at(block.location, message, hint=hint))
                done.append(replace(block, level=min(block.level + by, DEEPEST_HEADING)))
            case BlockQuote() | Division():
                done.append(replace(block, blocks=_moved(block.blocks, by, name, report)))
            case _:
                done.append(block)
    return tuple(done)


def check_targets(blocks: tuple[Block, ...], notes: Mapping[str, Footnote], report: list[Diagnostic]) -> None:
    """Report each cross-reference of the letter and its notes to an id that nothing has."""
    everything = tuple(chain(walk(blocks), *(walk(note.blocks) for note in notes.values())))
    known = {part.id for part in everything if isinstance(part, Heading)} | set(notes)
    for part in everything:
        if isinstance(part, CrossReference) and part.target not in known:
            if not part.target:
                hint = "write [](#name), with the id of a heading or note"
                report.append(findings.UNKNOWN_TARGET.at(part.location, "this cross-reference names no id", hint=hint))
                continue
            near = get_close_matches(part.target, sorted(known), n=1, cutoff=0.5)
            hint = f"did you mean '#{near[0]}'?" if near else "a heading or note takes an id as {#name}"
            message = f"no heading and no note has the id '{part.target}'"
            report.append(findings.UNKNOWN_TARGET.at(part.location, message, hint=hint))


class _Headings(Struct):
    """One pass over the headings of a letter, in reading order."""

    numerals: Sequence[Numeral]
    report: list[Diagnostic]
    taken: dict[str, Location]
    counts: list[int] = field(default_factory=lambda: [0, 0, 0])
    _written: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)
    """How many ids were made from the same words."""

    def reserve(self, headings: Iterable[Heading]) -> None:
        """Keep the ids that headings have in writing from being made for others."""
        self._written = {heading.id for heading in headings if heading.id}

    def over(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        done: list[Block] = []
        for block in blocks:
            match block:
                case Heading():
                    done.append(replace(block, id=self._id(block), label=self._label(block)))
                case BlockQuote() | Division():
                    done.append(replace(block, blocks=self.over(block.blocks)))
                case _:
                    done.append(block)
        return tuple(done)

    def _id(self, heading: Heading) -> str:
        if heading.id:
            if heading.id in self.taken:
                message = f"the id '{heading.id}' is used twice"
                related = (self.taken[heading.id],)
                self.report.append(findings.REPEATED_ID.at(heading.location, message, related=related))
            self.taken[heading.id] = heading.location
            return heading.id
        identity = made = _made_id(heading.content)
        while identity in self.taken or identity in self._written:
            self._numbers[made] = self._numbers.get(made, 0) + 1
            identity = f"{made}-{self._numbers[made]}"
        self.taken[identity] = heading.location
        return identity

    def _label(self, heading: Heading) -> str:
        level = heading.level - 1
        # A new part, numbered or not, starts the numbers of the parts inside it anew.
        self.counts[level + 1 :] = [0] * (len(self.counts) - level - 1)
        if not heading.numbered or level >= len(self.numerals):
            return ""
        self.counts[level] += 1
        return f"{numeral(self.counts[level], self.numerals[level])}."


def _made_id(content: Iterable[Inline]) -> str:
    """Return an id from the words of a heading, as pandoc makes it."""
    words = "".join(
        each.text if isinstance(each, Span) else " " if isinstance(each, LineBreak) else "" for each in content
    )
    kept = re.sub(r"[^\w\s.-]", "", words).strip().lower()
    return re.sub(r"^[^a-z]+", "", re.sub(r"\s+", "-", kept)) or "section"


def numeral(number: int, kind: Numeral) -> str:
    """Return ``number``, from 1, as ``kind`` counts."""
    match kind:
        case Numeral.ARABIC:
            return str(number)
        case Numeral.UPPER_ROMAN:
            return _roman(number)
        case Numeral.LOWER_ROMAN:
            return _roman(number).lower()
        case Numeral.UPPER_LETTER:
            return _letter(number)
        case Numeral.LOWER_LETTER:
            return _letter(number).lower()


def _roman(number: int) -> str:
    tens = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
    words = ""
    for value, sign in (*tens, *_ROMAN):
        words += sign * (number // value)
        number %= value
    return words


def _letter(number: int) -> str:
    # Word counts A ... Z, AA, BB, CC.
    return chr(ord("A") + (number - 1) % _LETTERS) * ((number - 1) // _LETTERS + 1)
