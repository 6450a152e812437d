"""Join the strings of a .bib value, and find the fields that a missing comma has run together."""

import re
from collections.abc import Mapping

from comment_kit.library.bibtex import ParsedField
from comment_kit.library.dates import MONTHS
from comment_kit.library.quoting import quoted

_BARE = re.compile(r"[^\s{}\",#=()]+")
_SPACE = re.compile(r"\s*")
_BRACES = re.compile(r"(?<!\\)[{}]")
_BRACES_AND_QUOTE = re.compile(r"(?<!\\)[{}\"]")
_NEXT_FIELD = re.compile(r"\s*([A-Za-z][\w-]*)\s*=")
_FIELD_INSIDE = re.compile(r"[\n,}\"][ \t]*+([A-Za-z][\w-]*+)\s*+=\s*+[{\"]")
_DEEPEST = 20


class BrokenValue(Exception):  # noqa: N818 (a record of what is wrong, raised to leave the nested reading)
    """What is wrong in a value."""

    def __init__(self, *, problem: str, hint: str, line: int, swallowed: str | None = None) -> None:
        """Say what is wrong, what to do, in which line counted from 1, and which field ran into this one, if any."""
        super().__init__(problem)
        self.problem, self.hint, self.line, self.swallowed = problem, hint, line, swallowed


def joined_value(field: ParsedField, strings: Mapping[str, ParsedField], *, depth: int = 0) -> str:
    """Return the value of ``field`` in LaTeX: strings joined, names of strings and months replaced.

    Raises:
        BrokenValue: it is not a value, or holds the start of another field.
    """
    parts: list[str] = []
    at = _skipped(field.value, 0)
    while at < len(field.value):
        piece, at = _piece(field, at, strings, depth)
        parts.append(piece)
        at = _skipped(field.value, at)
        if at == len(field.value):
            break
        if field.value[at] != "#":
            raise _left_over(field, at)
        at = _skipped(field.value, at + 1)
    return "".join(parts)


def field_inside(field: ParsedField) -> BrokenValue | None:
    """Return what is wrong where ``field`` holds the start of another one between its own braces."""
    inside = _FIELD_INSIDE.search(field.value, 1)
    if inside is None:
        return None
    return _swallowing(field, inside[1], inside.start(1), f"close '{field.name}' before '{inside[1]}'")


def _skipped(value: str, at: int) -> int:
    match = _SPACE.match(value, at)
    return match.end() if match else at


def _piece(field: ParsedField, at: int, strings: Mapping[str, ParsedField], depth: int) -> tuple[str, int]:
    """Return the string at ``at`` and where it ends."""
    value = field.value
    if value[at] in '{"':
        end = _closing(value, at)
        if end is None:
            raise _broken(field, at, f"the {'brace' if value[at] == '{' else 'quotation mark'} is not closed")
        return value[at + 1 : end], end + 1
    if bare := _BARE.match(value, at):
        return _named(field, bare, strings, depth), bare.end()
    raise _broken(field, at, f"'{value[at]}' stands where a value should begin")


def _closing(value: str, opened: int) -> int | None:
    """Return where the brace or quotation mark at ``opened`` is closed, or None."""
    quoted = value[opened] == '"'
    depth = 0
    for mark in (_BRACES_AND_QUOTE if quoted else _BRACES).finditer(value, opened + quoted):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0 and mark[0] == ('"' if quoted else "}"):
            return mark.start()
    return None


def _named(field: ParsedField, bare: re.Match[str], strings: Mapping[str, ParsedField], depth: int) -> str:
    """Return what a word without braces stands for: itself for a number, else a string or a month."""
    name = bare[0].lower()
    if name.isdecimal():
        return name
    if name in strings:
        if depth == _DEEPEST:
            raise _broken(field, bare.start(), f"@string '{bare[0]}' is defined by itself")
        return joined_value(strings[name], strings, depth=depth + 1)
    if name in MONTHS:
        return str(MONTHS[name])
    raise _broken(
        field,
        bare.start(),
        f"{quoted(bare[0])} is in no braces and is not defined by @string",
        hint=f"write {field.name} = {{{quoted(field.value)[1:-1]}}}",
    )


def _left_over(field: ParsedField, at: int) -> BrokenValue:
    if following := _NEXT_FIELD.match(field.value, at):
        hint = f"put a comma before '{following[1]}'"
        return _swallowing(field, following[1], following.start(1), hint)
    return _broken(field, at, f"{quoted(field.value[at:])} follows the value", hint="join strings by #")


def _swallowing(field: ParsedField, swallowed: str, at: int, hint: str) -> BrokenValue:
    line = field.line + field.value.count("\n", 0, at)
    problem = f"'{field.name}' runs into '{swallowed}'"
    return BrokenValue(problem=problem, hint=hint, line=line, swallowed=swallowed)


def _broken(field: ParsedField, at: int, problem: str, *, hint: str | None = None) -> BrokenValue:
    return BrokenValue(
        problem=f"the value of '{field.name}' cannot be read: {problem}",
        hint=hint or f"write {field.name} = {{...}}",
        line=field.line + field.value.count("\n", 0, at),
    )
