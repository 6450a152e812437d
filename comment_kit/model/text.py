"""Words with their type: italic, small caps, links, and numbers that refer to notes or headings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
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


Text: TypeAlias = tuple[Span, ...]


def plain(text: Iterable[Span]) -> str:
    """Return the characters of ``text`` without their type."""
    return "".join(span.text for span in text)


def joined(text: Iterable[Span]) -> Text:
    """Return ``text`` with empty spans dropped and neighbours of one type made one."""
    spans: list[Span] = []
    for span in text:
        if not span.text:
            continue
        if spans and span.refers_to is None and _type(spans[-1]) == _type(span):
            spans[-1] = replace(span, text=spans[-1].text + span.text)
        else:
            spans.append(span)
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
