"""Read a locator as typed into a pinpoint, with the pages that the source's table knows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct, field

from comment_kit.locators.checking import check_pinpoint
from comment_kit.locators.findings import RANGE_REVERSED, UNKNOWN_LOCATOR
from comment_kit.locators.labels import Labels, last_of, plural
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.pinpoints import LabelPin, NotePin, PagePin, PinPart, Pinpoint, PinpointTable
from comment_kit.model.places import Location
from comment_kit.model.sources import Source

# "A-12" is a page of an appendix, "*3" a star page of an opinion that no reporter has, "sheet 5" one without a number.
_NUMBER = r"(?:\d{1,9}[a-z]?|[ivxlcdm]+|[A-Z]{1,3}-?\d+(?:\.\d+)?|\*\d+|sheet \d{1,5})"
_PAGES = re.compile(rf"(?:at\s+)?(?:(?:pp?\.|pages?(?=\s))\s*)?({_NUMBER})(?:\s*(?:--?|–|—)\s*({_NUMBER}))?$")
_NOTES = r"nn?\.\s?(?P<first>\d{1,9}|[ivxlc]+|\*)(?:\s*(?:--?|–)\s*(?P<last>\d{1,9}|[ivxlc]+))?$"
_NOTE = re.compile(rf"(?:(?:at\s+)?(?:p\.\s*)?(?P<page>{_NUMBER})\s*)?(?P<beside>&)?\s*{_NOTES}")
_NOTE_OF_PART = re.compile(rf"\s+(?=(?:&\s*)?{_NOTES})")
_THOUSANDS = re.compile(r"(?<![\d,])(\d{1,3}),(\d{3})(?!\d)")
_TAKES_A_COMMA = 1000


def read_locator(
    locator: str, source: Source, table: PinpointTable | None, location: Location, *, is_printed: bool = False
) -> tuple[Pinpoint, tuple[Diagnostic, ...]]:
    """Return the pinpoint that ``locator`` means, and what is wrong with it.

    Args:
        locator: as typed after the key and its comma: ``10-12, 15``, ``Practices 3.1, 3.3``, ``147 & n.5``.
        source: what is cited.
        table: its pinpoint table, where it has one.
        location: where the citation stands.
        is_printed: whether it was found in a letter already printed, where a part within a known part is that part, and
            a part of a sort that the table has none of explains the page before it: "11 (Recommendation 6)".
    """
    labels = Labels(key=source.key, table=table)
    reader = _LocatorReader(source=source, labels=labels, location=location, is_printed=is_printed)
    pinpoint = Pinpoint(tuple(reader.read(locator)))
    foreign = () if pinpoint.pages or pinpoint.labels else reader.foreign
    return pinpoint, (*reader.diagnostics, *foreign, *check_pinpoint(pinpoint, source, labels, location))


def is_foreign(locator: str, source: Source, table: PinpointTable | None) -> bool:
    """Return whether ``locator`` is one numbered part of a sort that the table of ``source`` has none of."""
    labels = Labels(key=source.key, table=table)
    return labels.read(locator) is None and labels.is_foreign(locator)


class _LocatorReader(Struct, kw_only=True):
    """The reading of one locator."""

    source: Source
    labels: Labels
    location: Location
    is_printed: bool
    diagnostics: list[Diagnostic] = field(default_factory=list)
    foreign: list[Diagnostic] = field(default_factory=list)
    """What is wrong where neither a page nor a part that is known stands beside it."""

    def read(self, locator: str) -> Iterator[PinPart]:
        """Yield the parts of ``locator`` in order."""
        parts = self._split(locator)
        governing, before = "", ""
        while parts:
            taken, label = self.labels.several(parts)
            if label:
                yield label
                governing = ""
            else:
                taken = 1
                part, governing = self._beside(before, parts[0], governing) or self._part(parts[0], governing)
                if part:
                    yield part
                before = last_of(part) if isinstance(part, LabelPin) else ""
            parts = parts[taken:]

    def _split(self, locator: str) -> list[str]:
        """Return the comma-separated parts, with the thousands comma of a long page number taken out."""
        last = self.source.last_page or self.source.get("frpage") or ""
        if last.isdecimal() and int(last) >= _TAKES_A_COMMA:
            locator = _THOUSANDS.sub(r"\1\2", locator)
        parts = [part.strip() for part in locator.split(",") if part.strip()]
        parts = [piece for part in parts for piece in self._without_note(part)]
        return [piece for part in parts for piece in self.labels.both(part) or (part,)]

    def _without_note(self, part: str) -> list[str]:
        """Return a named part and its note apart, "Introduction n.i"; a note behind a page stays with its page."""
        found = None if _NOTE.match(part) or self.labels.row(part) else _NOTE_OF_PART.search(part)
        return [part[: found.start()], part[found.end() :]] if found else [part]

    def _part(self, part: str, governing: str) -> tuple[PinPart | None, str]:
        """Return the one pin that ``part`` means, and the label that governs the bare parts after it."""
        if many := plural(part):
            governing, part = many
            return self._label(governing + part), governing
        if governing and (label := self.labels.governed(governing, part) or self._within(governing + part)):
            return label, governing
        if note := _NOTE.match(part):
            return self._note(note), ""
        if (pages := _PAGES.match(part)) and not self.labels.row(part):
            return self._pages(pages), ""
        return self._label(part), ""

    def _beside(self, before: str, part: str, governing: str) -> tuple[PinPart, str] | None:
        """Return the label that ``part`` means behind the one ``before`` in a printed letter, and what governs on."""
        label = self.labels.beside(before, part) if self.is_printed else None
        return (label, governing) if label else None

    def _pages(self, pages: re.Match[str]) -> PagePin:
        first, last = pages[1], pages[2]
        if last is None or last == first:
            return PagePin(first=first)
        if first.isdecimal() and last.isdecimal() and len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        if first.isdecimal() and last.isdecimal() and int(last) < int(first):
            problem = f"pages {first}-{pages[2]} run backwards"
            self.diagnostics.append(RANGE_REVERSED.at(self.location, problem, hint="write the lower page first"))
        return PagePin(first=first, last=last)

    def _note(self, note: re.Match[str]) -> NotePin:
        row = self.labels.row(f"n.{note['first']}")
        page = note["page"] or (row.first_page if row else None)
        return NotePin(
            first=note["first"],
            last=note["last"],
            page=page,
            beside_page=bool(note["beside"] and note["page"]),
            beside_part=bool(note["beside"] and not note["page"]),
        )

    def _within(self, words: str) -> LabelPin | None:
        return self.labels.within(words) if self.is_printed else None

    def _label(self, words: str) -> LabelPin | None:
        label = self.labels.read(words) or self._within(words)
        if label is None:
            problem = f"'{words.strip()}' is no page or known part of {self.source.key}"
            wrong = self.foreign if self.is_printed and self.labels.is_foreign(words) else self.diagnostics
            wrong.append(UNKNOWN_LOCATOR.at(self.location, problem, hint=self.labels.advice(words)))
        return label
