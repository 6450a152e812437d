"""Set one line of inlines: its typography, and each note's mark where a printer puts it."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from comment_kit.model.citations import StringCite
from comment_kit.model.letter import CrossReference, Image, Inline, LineBreak, Mention, NoteCall
from comment_kit.model.text import Span, joined
from comment_kit.typography import typeset

# A character that was escaped is meant itself: it stays clear of typography on a private plane until the line is set.
_LITERAL = 0xFB000
_SHOWN = {_LITERAL + code: chr(code) for code in range(0x20, 0x7F)}
_HIDDEN = re.compile("[\U000fb000-\U000fb0ff]")

# A closing single mark with a letter behind it is an apostrophe.
_MOVES_BEFORE_MARK = re.compile(r"(?:[,.;?!”]|’(?!\w))+")


class House(Struct, frozen=True, kw_only=True):
    """What a style decides about the setting of lines."""

    ellipsis: str = "..."
    mark_before_colon: bool = False
    """True to put a note's mark before a colon that it was typed behind."""


def literal(character: str) -> str:
    """Return ``character`` as one that typography leaves alone until the line is set."""
    return chr(_LITERAL + ord(character)) if " " < character <= "~" else character


def set_line(inlines: Sequence[Inline], house: House, *, in_note: bool, before: str = "") -> tuple[Inline, ...]:
    """Return one line of inlines as it is printed, without blanks at its ends.

    Args:
        inlines: in reading order.
        house: what the style decides.
        in_note: whether the line belongs to a note: citations stand in it, and no marks.
        before: the character that stands before the line, where it is no line of its own.
    """
    line = _typeset(_merged(inlines), house, in_note=in_note, before=before)
    if not in_note:
        line = _marks_moved(line, house)
    return _finished(line)


def _merged(inlines: Iterable[Inline]) -> list[Inline]:
    """Return ``inlines`` with neighbouring spans of one type made one."""
    merged: list[Inline] = []
    run: list[Span] = []
    for inline in inlines:
        if isinstance(inline, Span):
            run.append(inline)
        else:
            merged += [*joined(run), inline]
            run = []
    return [*merged, *joined(run)]


def _typeset(inlines: list[Inline], house: House, *, in_note: bool, before: str) -> list[Inline]:
    line: list[Inline] = []
    at = 0
    while at < len(inlines):
        run: list[Span] = []
        while at < len(inlines) and isinstance(span := inlines[at], Span):
            run.append(span)
            at += 1
        after = _first_character(inlines[at]) if at < len(inlines) else ""
        done = typeset(run, ellipsis=house.ellipsis, before=before, after=after, in_note=in_note)
        line += done
        before = next((span.text[-1] for span in reversed(done) if span.text), before)
        if at < len(inlines):
            if isinstance(inlines[at], NoteCall):
                # The blank before a note's mark will be dropped.
                before = next((words[-1] for span in reversed(done) if (words := span.text.rstrip())), before)
            line.append(inlines[at])
            before = _last_character(inlines[at], before)
            at += 1
    return line


def _first_character(inline: Inline) -> str:
    """Return what a quotation mark before ``inline`` sees: a citation and the mark of a note count as a blank."""
    return " " if isinstance(inline, (StringCite, NoteCall, LineBreak)) else "x"


def _last_character(inline: Inline, before: str) -> str:
    """Return what a quotation mark behind ``inline`` sees: a note's mark does not make it an opening one."""
    match inline:
        case NoteCall():
            return before
        case LineBreak():
            return " "
        case CrossReference() | Image() | Mention() | StringCite():
            return "x"
        case _:
            return before


# ---- marks of notes ----


def _marks_moved(inlines: list[Inline], house: House) -> list[Inline]:
    line: list[Inline] = []
    waiting = list(reversed(inlines))
    while waiting:
        inline = waiting.pop()
        if not isinstance(inline, NoteCall):
            line.append(inline)
            continue
        calls = [inline, *_further_calls(waiting)]
        _drop_blank(line)
        line += _punctuation(waiting)
        colon = _colon(line) if house.mark_before_colon else None
        line += [*calls, colon] if colon else calls
    return line


def _further_calls(waiting: list[Inline]) -> list[NoteCall]:
    """Take the calls that stand right behind a call from ``waiting``, with the blanks between them."""
    calls: list[NoteCall] = []
    while waiting:
        blank = isinstance(waiting[-1], Span) and not waiting[-1].text.strip()
        following = waiting[-2] if blank and len(waiting) > 1 else waiting[-1]
        if not isinstance(following, NoteCall):
            break
        del waiting[-2 if blank else -1 :]
        calls.append(following)
    return calls


def _drop_blank(line: list[Inline]) -> None:
    if line and isinstance(last := line[-1], Span) and last.text[-1:] in {" ", "\t"}:
        line[-1] = last.with_text(last.text.rstrip(" \t"))


def _punctuation(waiting: list[Inline]) -> list[Span]:
    """Take from ``waiting`` the signs behind which a note's mark stands."""
    taken: list[Span] = []
    while waiting and isinstance(span := waiting[-1], Span) and not (span.code or span.superscript):
        moved = _MOVES_BEFORE_MARK.match(span.text)
        if moved is None:
            break
        taken.append(span.with_text(moved[0]))
        rest = span.text[moved.end() :]
        if rest:
            waiting[-1] = span.with_text(rest)
            break
        waiting.pop()
    return taken


def _colon(line: list[Inline]) -> Span | None:
    """Take the colon from the end of ``line``, if there is one."""
    last = line[-1] if line else None
    if not isinstance(last, Span) or not last.text.endswith(":"):
        return None
    line[-1] = last.with_text(last.text[:-1])
    return last.with_text(":")


# ---- the ends of a line ----


def _finished(inlines: list[Inline]) -> tuple[Inline, ...]:
    line = [_shown(each) if isinstance(each, Span) else each for each in inlines]
    _strip(line, 0)
    _strip(line, -1)
    return tuple(_merged(line))


def _shown(span: Span) -> Span:
    return span.with_text(span.text.translate(_SHOWN)) if _HIDDEN.search(span.text) else span


def _strip(line: list[Inline], end: int) -> None:
    """Take blanks and line breaks from one end of ``line``."""
    while line:
        inline = line[end]
        if isinstance(inline, Span) and not inline.code:
            stripped = inline.text.lstrip(" \n\t") if end == 0 else inline.text.rstrip(" \n\t")
            if stripped:
                line[end] = inline if stripped == inline.text else inline.with_text(stripped)
                return
        elif not isinstance(inline, LineBreak):
            return
        line.pop(end)
