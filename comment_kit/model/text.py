"""Words with their type: italic, small caps, links, and numbers that refer to notes or headings."""

from collections.abc import Iterable
from itertools import groupby
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace


class Span(Struct, frozen=True, kw_only=True):
    """A run of characters set alike."""

    text: str
    italic: bool = False
    bold: bool = False
    small_caps: bool = False
    code: bool = False
    strike: bool = False
    superscript: bool = False
    subscript: bool = False
    url: str | None = None
    """The address the words link to."""
    refers_to: str | None = None
    """The id of the note or heading whose number these words print; a live field in Word."""

    def with_text(self, text: str) -> "Span":
        """Return ``text`` set as this span is."""
        return replace(self, text=text)


Text: TypeAlias = tuple[Span, ...]


def plain(text: Iterable[Span]) -> str:
    """Return the characters of ``text`` without their type."""
    return "".join(span.text for span in text)


def joined(text: Iterable[Span]) -> Text:
    """Return ``text`` with empty spans dropped and neighbours of one type made one."""
    worded = [span for span in text if span.text]
    if len(worded) < 2:  # noqa: PLR2004 - most lines are one run, or none, beside what is no words
        return tuple(worded)
    spans: list[Span] = []
    for _, group in groupby(worded, key=_type):
        first, *others = group
        if first.refers_to is None and others:
            spans.append(first.with_text(plain((first, *others))))
        else:
            # Two numbers side by side are those of two notes.
            spans += [first, *others]
    return tuple(spans)


def _type(span: Span) -> tuple[bool | str | None, ...]:
    """Return all of ``span`` but its characters."""
    return (
        span.italic,
        span.bold,
        span.small_caps,
        span.code,
        span.strike,
        span.superscript,
        span.subscript,
        span.url,
        span.refers_to,
    )
