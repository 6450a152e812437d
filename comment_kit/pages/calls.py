"""Take the calls and the numbers of notes out of the lines, and remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from comment_kit.pages.lines import DrawnSheet, Line, Mark, lifted

_BETWEEN = re.compile(r"[,;\s–-]*")
_STOP = re.compile(r"^\s*[.)]\s+")
_LONE = re.compile(r"\d+|[*†‡]+|[ivxlc]{1,6}|[a-z]")
_NEAR = 3.0  # points
_LEVEL = 0.3  # of the height of the line
_UNIT = r"(?<![^\W\d_])(?:[cdkmnµμ]?m|ft|yd|mi)"
_LENGTH = re.compile(_UNIT + "$")
_POWERS = frozenset({"2", "3"})
# A minus sign is raised with its number; a hyphen before a call would stand behind a word.
_SIGNED = re.compile(rf"[−⁻+]$|(?:\d|{_UNIT})[-–]$")
_BROKEN_WORD = "\ufffe\x02\xad"


class Call(NamedTuple):
    """The call of a note, where its number stood."""

    number: str


class Raised(str):
    """Digits that stand raised behind others and call no note: the exponent of "10 to the 26th"."""

    __slots__ = ()


Part: TypeAlias = str | Call


class SetLine(NamedTuple):
    """A line whose raised numbers are told from its words."""

    parts: tuple[Part, ...]
    height: float
    before: tuple[Call, ...] = ()
    """Calls that belong to the end of the line before."""
    opening: str | None = None
    """The number of the note that begins here."""
    continues: bool = False
    """Whether it stands on the line before it, which the file broke off at a raised number."""
    hyphen: bool = False
    """Whether it ends with a hyphen, or with a broken word."""
    left: float = 0.0
    """The edges of what is drawn, and the baseline, in points from the left and the lower edge of the page."""
    right: float = 0.0
    y: float = 0.0


class _Reading(NamedTuple):
    """What is known when a line is read."""

    last_call: int
    """The number of the call before; 0 for none."""
    previous: Line | None
    """The line before, on the same sheet."""


def set_lines(sheet: DrawnSheet, last_call: int = 0) -> tuple[tuple[SetLine, ...], int]:
    """Return the lines of ``sheet``, and the number of its last call.

    Args:
        sheet: without the numbers of lines, heads and feet.
        last_call: the number of the last call before the sheet, by which a call is told from an exponent.
    """
    lines: list[SetLine] = []
    previous: Line | None = None
    opening: str | None = None
    for place, line in enumerate(sheet.lines):
        following = sheet.lines[place + 1] if place + 1 < len(sheet.lines) else None
        if opening is None and following and _opens(line, following, previous):
            opening = line.text
            continue
        done = _set(line, _Reading(last_call, previous))
        lines.append(done if opening is None or done.opening else _opened(done, opening))
        last_call = max([last_call, *_numbers((*done.before, *done.parts))])
        previous, opening = line, None
    return tuple(lines), last_call


def _opens(line: Line, following: Line, previous: Line | None) -> bool:
    """Return whether ``line`` is nothing but the raised number of the note that begins with ``following``.

    One that stands directly behind ``previous`` is a call, whose line was drawn in three pieces.
    """
    if not _LONE.fullmatch(line.text):
        return False
    mark = _whole(line)
    called = previous is not None and lifted(mark, previous) and abs(mark.left - previous.right) <= _NEAR
    return not called and lifted(mark, following) and mark.left < following.left


def _whole(line: Line) -> Mark:
    """Return the line as a mark: a file may draw a raised number by itself."""
    return Mark(0, len(line.text), line.left, line.right, line.y, line.height)


def _set(line: Line, reading: _Reading) -> SetLine:
    previous = reading.previous
    if _LONE.fullmatch(line.text):
        line = line._replace(marks=(_whole(line),))
    if previous and _all_calls(line, previous):
        calls = tuple(Call(line.text[mark.start : mark.end]) for mark in line.marks)
        return SetLine(calls, previous.height, continues=True, left=line.left, right=line.right, y=previous.y)
    lifts = [mark for mark in line.marks if lifted(mark, line)]
    exponents = frozenset(mark for mark in lifts if _is_exponent(mark, line, reading))
    raised = [mark for mark in lifts if mark not in exponents]
    leading = _leading(line, raised)
    text = line.text.rstrip(_BROKEN_WORD)
    begin = _past(text, leading[-1].end) if leading else 0
    done = SetLine(
        parts=_parts(text, begin, raised[len(leading) :], exponents),
        height=line.height,
        hyphen=text != line.text or (len(text) > 1 and text.endswith("-") and text[-2].isalnum()),
        left=line.left,
        right=line.right,
        y=line.y,
    )
    return _led(done, line, leading, previous) if leading else done


def _led(done: SetLine, line: Line, leading: Sequence[Mark], previous: Line | None) -> SetLine:
    """Return ``done`` with the raised numbers that lead its line, as what they are: calls, or a note's own."""
    calls = tuple(Call(line.text[mark.start : mark.end]) for mark in leading)
    if previous and abs(line.y - previous.y) < _LEVEL * line.height and leading[0].left >= previous.right - _NEAR:
        # The file broke the line off before its call.
        space = " " if line.text[leading[-1].end :][:1].isspace() else ""
        return done._replace(parts=(*calls, space, *done.parts), continues=True)
    if line.inner < leading[0].left - 1 or not done.parts:
        # The words behind it stand further left, and so on a line of their own.
        return done._replace(before=calls, left=line.inner)
    return _opened(done, calls[0].number)


def _opened(done: SetLine, number: str) -> SetLine:
    """Return ``done`` as the beginning of the note ``number``, without the stop that may follow the number."""
    first, *others = done.parts or ("",)
    words = _STOP.sub("", first, count=1) if isinstance(first, str) else first
    return done._replace(opening=number, parts=tuple(part for part in (words, *others) if part))


def _past(text: str, place: int) -> int:
    """Return the place behind the commas and spaces that follow ``place``."""
    found = _BETWEEN.match(text, place)
    return found.end() if found else place


def _all_calls(line: Line, previous: Line) -> bool:
    """Return whether a line of numbers is a row of calls at the end of the line before."""
    return (
        bool(line.marks)
        and not _BETWEEN.sub("", _without_marks(line))
        and all(lifted(mark, previous) and mark.left >= previous.right - _NEAR for mark in line.marks)
    )


def _without_marks(line: Line) -> str:
    text = line.text
    for mark in reversed(line.marks):
        text = text[: mark.start] + text[mark.end :]
    return text


def _is_exponent(mark: Mark, line: Line, reading: _Reading) -> bool:
    """Return whether a raised number is part of a number or a measure ("10 to the 26th"), being no call due here."""
    before, text = line.text[: mark.start], line.text[mark.start : mark.end]
    if _SIGNED.search(before):
        return True
    if text in _POWERS and _LENGTH.search(before):
        return int(text) != reading.last_call + 1
    if not before[-1:].isdigit():
        return False
    return not (text.isdigit() and 1 <= int(text) - reading.last_call <= 2)  # noqa: PLR2004 - one call may be hidden


def _leading(line: Line, raised: Sequence[Mark]) -> list[Mark]:
    """Return the raised marks with which the line begins."""
    leading: list[Mark] = []
    end = 0
    for mark in raised:
        if not _BETWEEN.fullmatch(line.text, end, mark.start):
            break
        leading.append(mark)
        end = mark.end
    return leading


def _parts(text: str, begin: int, calls: Sequence[Mark], exponents: frozenset[Mark]) -> tuple[Part, ...]:
    """Return the words of ``text`` from ``begin``, with a call or an exponent for each raised mark."""
    return tuple(part for part in _pieces(text, begin, calls, exponents) if part)


def _pieces(text: str, begin: int, calls: Sequence[Mark], exponents: frozenset[Mark]) -> Iterator[Part]:
    called = False
    for mark in sorted((*calls, *exponents)):
        between, number = text[begin : mark.start], text[mark.start : mark.end]
        calls_note = mark not in exponents
        if not (called and calls_note and _BETWEEN.fullmatch(between)):
            yield between
        yield Call(number) if calls_note else Raised(number)
        begin, called = mark.end, calls_note
    yield text[begin:]


def _numbers(parts: Sequence[Part]) -> Iterator[int]:
    for part in parts:
        if isinstance(part, Call) and part.number.isdigit():
            yield int(part.number)
