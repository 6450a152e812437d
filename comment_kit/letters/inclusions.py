"""Keep the blocks that a letter sets: what each call gave, and where in the letter it stands."""

import re

from msgspec import Struct, field
from msgspec.structs import replace

from comment_kit.letters import findings
from comment_kit.model.blocks import Inclusion
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location
from comment_kit.templating import Marks, Markup, Rendered

MOST = 1_000
"""Calls of blocks in one letter."""

# A call leaves one character behind, of a plane that no text uses, until its place is known.
_FIRST = 0xFC000
_PLACEHOLDER = re.compile("[\U000fc000-\U000fcfff]")
# What may stand before a block that has its paragraph to itself: marks of quotations and of items.
_ALONE = re.compile("[\\s>]*(?:(?:[-*+]|\\d{1,9}[.)])\\s+)*[\U000fc000-\U000fcfff]\\s*")
_EMPTY = re.compile(r"[\s>]*")
_NOT_ONE_PARAGRAPH = re.compile(r"\n[ \t]*\n|\A(?:#{1,6}\s|>|[-*+]\s|\d{1,9}[.)]\s|\||:::|```|~~~|\[\^[^\]]*\]:)")


class Inclusions(Struct):
    """The blocks of one letter, in the order of their calls."""

    marks: Marks = field(default_factory=Marks)
    report: list[Diagnostic] = field(default_factory=list)
    calls: dict[str, Location] = field(default_factory=dict)
    """By the file of a block, where the letter or another block first set it."""
    set: list[Inclusion] = field(default_factory=list)
    """Those that stand in the letter, inner ones before the one that sets them."""
    _kept: list[Inclusion] = field(default_factory=list)

    def keep(self, inclusion: Inclusion) -> Markup:
        """Return what stands for ``inclusion`` until its place is known.

        Raises:
            ValueError: the letter sets more blocks than any.
        """
        if len(self._kept) >= MOST:
            raise ValueError(f"more than {MOST:,} blocks are too many for a letter")
        self._kept.append(replace(inclusion, text=self.settle(inclusion.text, inclusion.file)))
        return Markup(chr(_FIRST + len(self._kept) - 1))

    def settle(self, text: str, file: str) -> str:
        """Return ``text`` with each block that stands inside of a paragraph set into it.

        A block that has its paragraph to itself is left for ``of`` to find. What is wrong with a call is reported.

        Args:
            text: what a template made, with its marks.
            file: the file of that template.
        """
        if not _PLACEHOLDER.search(text):
            return text
        rendered = self.marks.read(text, file=file)
        bare = rendered.text.split("\n")
        lines = text.split("\n")
        for number, words in enumerate(bare):
            for found in _PLACEHOLDER.finditer(words):
                self._place(found, rendered, number)
            if _PLACEHOLDER.search(words) and not _stands_alone(bare, number):
                lines[number] = self._set_in(lines[number], rendered, number)
        return "\n".join(lines)

    def of(self, content: str) -> Inclusion | None:
        """Return the block of a paragraph whose words are ``content``; None where they are words."""
        words = content.strip()
        return self._kept[ord(words) - _FIRST] if len(words) == 1 and _PLACEHOLDER.match(words) else None

    def rendered(self, inclusion: Inclusion) -> Rendered:
        """Return the Markdown of ``inclusion``, and where each of its characters was written."""
        return self.marks.read(inclusion.text, file=inclusion.file)

    def without(self, words: str) -> str:
        """Return ``words``, which are no Markdown, without what stands for blocks."""
        return _PLACEHOLDER.sub("", words)

    def _place(self, found: re.Match[str], rendered: Rendered, number: int) -> None:
        inclusion = self._kept[ord(found[0]) - _FIRST]
        location = _location(rendered, number, found.start())
        self.calls.setdefault(inclusion.file, location)
        self.set.append(inclusion)
        self.report += (
            fault.finding.at(location, fault.message, hint=fault.hint, related=fault.related)
            for fault in inclusion.faults
        )

    def _set_in(self, line: str, rendered: Rendered, number: int) -> str:
        def words(found: re.Match[str]) -> str:
            inclusion = self._kept[ord(found[0]) - _FIRST]
            if _NOT_ONE_PARAGRAPH.search(self.rendered(inclusion).text.strip()):
                column = rendered.text.split("\n")[number].index(found[0])
                self.report.append(_not_one_paragraph(inclusion, _location(rendered, number, column)))
                return ""
            return inclusion.text.replace("\n", " ")

        return _PLACEHOLDER.sub(words, line)


def _stands_alone(lines: list[str], number: int) -> bool:
    """Return whether line ``number``, from 0, holds a block and nothing else of its paragraph."""
    around = (lines[at] for at in (number - 1, number + 1) if 0 <= at < len(lines))
    return bool(_ALONE.fullmatch(lines[number])) and all(_EMPTY.fullmatch(line) for line in around)


def _location(rendered: Rendered, number: int, column: int) -> Location:
    origin = rendered.origin(number + 1, column + 1)
    return Location(file=origin.file, line=origin.line, column=origin.column)


def _not_one_paragraph(inclusion: Inclusion, location: Location) -> Diagnostic:
    message = f"the block '{inclusion.name}' is more than a paragraph and stands inside of one"
    hint = "give the call a line of its own, with an empty line before and behind it"
    return findings.BLOCK_IN_PARAGRAPH.at(location, message, hint=hint)
