"""Read clearances: ``<!-- ck: cleared QUO n.12 1f3a9c07 AB 2026-11-21 read in print -->``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from difflib import get_close_matches

from comment_kit.check.codes import codes_in, existing
from comment_kit.check.directives import Directive, without_directives
from comment_kit.check.findings import MALFORMED_COMMENT
from comment_kit.model.clearances import DAY, HOW, INITIALS, Clearance
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.places import Location

VERBS = ("ignore", "cleared")
"""What a comment to the checker can say."""

_SHOWN = 60
"""Characters of a stray line."""
_FORM = "write <!-- ck: cleared QUO n.12 1f3a9c07 AB 2026-11-21 read in print -->"
_REST = re.compile(
    r"(?:n\.\s?(?P<note>\S+)\s+)?(?:(?P<fingerprints>[0-9a-f]{8}(?:,[0-9a-f]{8})*)\s+)?(?P<by>[A-Z][A-Za-z.\u2019'-]{0,19})\s+"
    r"(?P<on>\d{4}-\d\d-\d\d)\s+(?P<reason>\S.*)"
)


def clearances_in(
    directives: Iterable[Directive], known: Collection[str], *, with_paragraphs: bool = True
) -> tuple[tuple[Clearance, ...], tuple[Diagnostic, ...]]:
    """Return the clearances among ``directives``, and what is wrong with those that cannot be read.

    Args:
        directives: every comment to the checker.
        known: every code there is.
        with_paragraphs: whether they stand at what they clear; False for a file that holds nothing else.
    """
    clearances: list[Clearance] = []
    wrong: list[Diagnostic] = []
    for directive in directives:
        if directive.verb != "cleared":
            continue
        codes, rest = codes_in(directive.rest)
        real, unknown = existing(codes, known, directive.location)
        wrong += unknown
        found = _REST.fullmatch(rest)
        problem = _problem(codes, rest, found)
        if problem or found is None:
            message = f"'{directive.written}' clears nothing: {problem}"
            wrong.append(MALFORMED_COMMENT.at(directive.location, message, hint=_FORM))
        elif real:
            clearances.append(_clearance(real, found, directive, directive.lines if with_paragraphs else (0, 0)))
    return tuple(clearances), tuple(wrong)


def misspelt(directives: Iterable[Directive]) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each comment that neither leaves out nor clears."""
    return tuple(_misspelt(directive) for directive in directives if directive.verb not in VERBS)


def stray_lines(text: str, file: str) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each line of a file of clearances that is neither a comment nor begins with "#"."""
    for number, line in enumerate(without_directives(text).split("\n"), start=1):
        words = line.strip()
        if words and not words.startswith("#"):
            message = f"'{words[:_SHOWN]}' is no comment to the checker"
            yield MALFORMED_COMMENT.at(Location(file=file, line=number), message, hint=_FORM)


def _misspelt(directive: Directive) -> Diagnostic:
    near = get_close_matches(directive.verb, VERBS, n=1, cutoff=0.5)
    hint = f"did you mean '{near[0]}'?" if near else "it says 'ignore' or 'cleared' behind 'ck:'"
    return MALFORMED_COMMENT.at(directive.location, f"'{directive.written}' says nothing to the checker", hint=hint)


def _problem(codes: Collection[str], rest: str, found: re.Match[str] | None) -> str:
    """Return what a clearance lacks, in a clause; "" where it is whole."""
    if not codes:
        return "it names no code, such as QUO"
    if any(blank in rest for blank in (INITIALS, DAY, HOW)):
        return "its blanks are not filled in"
    if found is None:
        return "it needs initials, a day and how the words were read, in this order"
    try:
        date.fromisoformat(found["on"])
    except ValueError:
        return f"{found['on']} is no day of the calendar"
    return ""


def _clearance(codes: tuple[str, ...], found: re.Match[str], directive: Directive, lines: tuple[int, int]) -> Clearance:
    return Clearance(
        codes=codes,
        note=found["note"],
        fingerprints=tuple(found["fingerprints"].split(",")) if found["fingerprints"] else (),
        by=found["by"],
        on=date.fromisoformat(found["on"]),
        reason=found["reason"].strip(),
        written=directive.written,
        tied=bool(found["fingerprints"]),
        location=directive.location,
        lines=lines,
    )
