"""Offer the names of the agency that a letter went to as parameters, where they mean whoever receives it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from comment_kit.blocks.taking.findings import NAME_KEPT
from comment_kit.blocks.taking.inserts import Inserts
from comment_kit.blocks.taking.recipients import Recipient
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, BlockQuote, Footnote, Inline, NoteCall, Paragraph, citations_in
from comment_kit.model.places import Location
from comment_kit.model.rewriting import rewritten
from comment_kit.model.sources import Library
from comment_kit.model.text import Span

_HOLE = "\ufffc"
_QUOTED = re.compile('\u201c[^\u201c\u201d]*\u201d?|"[^"]*"?')
ACRONYM, NAME = "agency", "agency_name"
"""The parameters that stand for the short and for the whole name."""


class Parameters(Struct, kw_only=True, dict=True):
    """Puts parameters into the text of one passage."""

    recipient: Recipient
    library: Library
    notes: Mapping[str, Footnote]
    """Those of the passage, their citations with keys."""
    inserts: Inserts
    report: list[Diagnostic]
    used: dict[str, str] = field(default_factory=dict)
    """By parameter, the name that it stands for."""

    @cached_property
    def _names(self) -> re.Pattern[str]:
        return _pattern(self.recipient)

    @cached_property
    def _titles(self) -> re.Pattern[str] | None:
        keys = {each.key for note in self.notes.values() for each in citations_in(note.blocks) if each.key}
        return _titles(keys, self.library)

    def offered(self, blocks: Iterable[Block]) -> tuple[Block, ...]:
        """Return ``blocks`` with the names of the agency as parameters; block quotations stay as they are."""
        return tuple(
            block
            if isinstance(block, BlockQuote)
            else rewritten((block,), lambda line, place=block.location: self._line(line, place))[0]  # type: ignore[misc]
            for block in blocks
        )

    def tell_of_notes(self) -> None:
        """Report the notes whose own words name the agency."""
        for note in self.notes.values():
            for block in note.blocks:
                words = "".join(_words(block.content)) if isinstance(block, Paragraph) else ""
                kept = list(self._found(words))
                if kept:
                    self._tell(kept[0][0], len(kept), block.location, "the words of a note")

    def _line(self, line: tuple[Inline, ...], place: Location) -> tuple[Inline, ...]:
        text = "".join(part.text if isinstance(part, Span) else _HOLE for part in line)
        found = list(self._found(text))
        if not found:
            return line
        if self._speaks_of_its_paper(line):
            self._tell(found[0][0], len(found), place, "a paragraph that cites the agency's own paper")
            return line
        return tuple(self._replaced(line, found))

    def _found(self, text: str) -> Iterator[tuple[str, int, int]]:
        """Yield each name with its place, outside of quotations and of the names of sources."""
        closed = bytearray(len(text))
        for pattern in filter(None, (_QUOTED, self._titles)):
            for found in pattern.finditer(text):
                closed[found.start() : found.end()] = b"\x01" * (found.end() - found.start())
        for found in self._names.finditer(text):
            if not closed[found.start()]:
                yield found[0], found.start(), found.end()

    def _speaks_of_its_paper(self, line: tuple[Inline, ...]) -> bool:
        called = (self.notes[part.note] for part in line if isinstance(part, NoteCall) and part.note in self.notes)
        sources = (self.library.sources.get(each.key or "") for note in called for each in citations_in(note.blocks))
        return any(source is not None and self.recipient.owns(source) for source in sources)

    def _replaced(self, line: tuple[Inline, ...], found: Sequence[tuple[str, int, int]]) -> Iterator[Inline]:
        """Yield ``line`` with the names in plain spans replaced; titles in italics and links stay."""
        starts = [begin for _, begin, _ in found]
        start = 0
        for part in line:
            if not isinstance(part, Span):
                start += 1
                yield part
                continue
            end = start + len(part.text)
            inside = [each for each in found[bisect_left(starts, start) : bisect_left(starts, end)] if each[2] <= end]
            plain_type = not (part.italic or part.small_caps or part.code or part.url)
            yield self._with_parameters(part, inside, start) if inside and plain_type else part
            start = end

    def _with_parameters(self, span: Span, found: Iterable[tuple[str, int, int]], start: int) -> Span:
        pieces: list[str] = []
        reach = 0
        for name, begin, end in found:
            parameter = ACRONYM if name == self.recipient.acronym else NAME
            self.used[parameter] = name
            pieces += [span.text[reach : begin - start], self.inserts.parameter(parameter)]
            reach = end - start
        return span.with_text("".join([*pieces, span.text[reach:]]))

    def _tell(self, name: str, count: int, place: Location, where: str) -> None:
        times = "" if count == 1 else f", {count} times"
        hint = "write {{ agency }} where whoever receives the letter is meant"
        self.report.append(NAME_KEPT.at(place, f"'{name}' was kept{times}: it stands in {where}", hint=hint))


def _pattern(recipient: Recipient) -> re.Pattern[str]:
    """Return what finds the names, and no designation that begins with one: "NIST AI 800-1", "NIST-2024-0001"."""
    names = [re.escape(name) for name in (recipient.name, recipient.acronym) if name]
    designation = r"(?![\w-]|\.\w|[ \u00a0](?:[A-Z][A-Za-z]*[ \u00a0-]){0,2}\d)"
    return re.compile(rf"(?<![\w@./-])(?:{'|'.join(names)}){designation}")


def _titles(keys: Iterable[str], library: Library) -> re.Pattern[str] | None:
    sources = [library.sources[key] for key in keys if key in library.sources]
    names = {source.get(name) for source in sources for name in ("title", "shorttitle", "shorthand")}
    known = sorted((re.escape(name) for name in names if name), key=len, reverse=True)
    return re.compile("|".join(known)) if known else None


def _words(content: Iterable[Inline]) -> Iterator[str]:
    yield from (part.text if isinstance(part, Span) and not part.italic else _HOLE for part in content)
