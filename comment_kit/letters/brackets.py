"""Find which bracket closes which, once for each line of text."""

import re

DEEPEST = 8
"""Brackets inside brackets; a quotation in a parenthetical of a note needs four."""

_SIGN = re.compile(r"\\.|`+|[\[\]]", re.DOTALL)
_PARTS = re.compile(r"""\\.|[()\[\]"“”;]|@""", re.DOTALL)


def square_pairs(text: str) -> dict[int, int]:
    """Return where each square bracket of ``text`` closes, by where it opens.

    Brackets that are escaped, stand in code, never close or stand deeper than DEEPEST are not among them. The text
    is read once.
    """
    pairs: dict[int, int] = {}
    opened: list[int] = []
    ticks = _tick_runs(text)
    at = 0
    while (sign := _SIGN.search(text, at)) is not None:
        at = sign.end()
        if sign[0] == "[":
            opened.append(sign.start())
        elif sign[0] == "]" and opened:
            start = opened.pop()
            if len(opened) < DEEPEST:
                pairs[start] = sign.start()
        elif sign[0][0] == "`":
            at = _after_code(ticks, len(sign[0]), at)
    return pairs


def _tick_runs(text: str) -> dict[int, list[int]]:
    """Return where runs of backticks end, by their length, the last first."""
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`+", text):
        runs.setdefault(len(run[0]), []).append(run.end())
    for ends in runs.values():
        ends.reverse()
    return runs


def _after_code(ticks: dict[int, list[int]], length: int, at: int) -> int:
    """Return where the code that opened before ``at`` ends, or ``at`` where it never does."""
    ends = ticks.get(length, [])
    while ends and ends[-1] <= at:
        ends.pop()
    return ends[-1] if ends else at


def top_level(text: str, signs: str) -> list[int]:
    """Return where characters of ``signs`` stand in ``text`` outside of brackets and quotation marks.

    A quotation mark or round bracket that never closes counts for nothing.
    """
    found, quoted, depth = _outside(text, signs, quotes=True, rounds=True)
    if quoted or depth:
        found, _, _ = _outside(text, signs, quotes=not quoted, rounds=not depth)
    return found


def _outside(text: str, signs: str, *, quotes: bool, rounds: bool) -> tuple[list[int], bool, int]:
    found: list[int] = []
    depth = 0
    quoted = False
    for part in _PARTS.finditer(text):
        sign = part[0]
        if quotes and sign in '"“”':
            quoted = not quoted if sign == '"' else sign == "“"
        elif quoted:
            continue
        elif sign == "[" or (rounds and sign == "("):
            depth += 1
        elif sign == "]" or (rounds and sign == ")"):
            depth = max(depth - 1, 0)
        elif not depth and sign in signs:
            found.append(part.start())
    return found, quoted, depth
