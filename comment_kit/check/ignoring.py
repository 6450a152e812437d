"""Leave out what a writer has looked at: ``<!-- ck: ignore CODE reason -->`` in the source of a letter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from comment_kit.check.case import Case
from comment_kit.check.codes import codes_in, existing
from comment_kit.check.directives import Directive
from comment_kit.check.findings import IGNORE_WITHOUT_EFFECT, MALFORMED_COMMENT
from comment_kit.check.fingerprints import CLEARED_BY_FAMILY
from comment_kit.model.diagnostics import Diagnostic, has_errors

_FORM = "write <!-- ck: ignore CODE reason -->"


class Ignored(Struct, frozen=True, kw_only=True):
    """A comment with the paragraph it speaks of."""

    codes: tuple[str, ...]
    """Codes or families of codes."""
    reason: str
    directive: Directive

    def covers(self, diagnostic: Diagnostic, code: str | None = None) -> bool:
        """Return whether the comment, or ``code`` of it alone, leaves ``diagnostic`` out."""
        first, last = self.directive.lines
        here = first <= diagnostic.location.line <= last
        return here and diagnostic.location.file == self.file and diagnostic.code.startswith(code or self.codes)

    @property
    def file(self) -> str:
        """The file in which it stands."""
        return self.directive.location.file


def ignored_in(
    directives: Iterable[Directive], known: Collection[str]
) -> tuple[tuple[Ignored, ...], tuple[Diagnostic, ...]]:
    """Return the comments that leave something out, and what is wrong with those that were meant to.

    A comment without a reason is none: whoever signs must be able to read why something was left out.

    Args:
        directives: every comment to the checker.
        known: every code there is.
    """
    ignored: list[Ignored] = []
    wrong: list[Diagnostic] = []
    for directive in directives:
        if directive.verb != "ignore":
            continue
        codes, reason = codes_in(directive.rest)
        read, unknown = existing(codes, known, directive.location)
        wrong += unknown
        if not codes:
            wrong.append(MALFORMED_COMMENT.at(directive.location, f"'{directive.written}' names no code", hint=_FORM))
        elif not reason:
            message = f"'{directive.written}' gives no reason and leaves nothing out"
            wrong.append(MALFORMED_COMMENT.at(directive.location, message, hint=_FORM))
        elif read:
            ignored.append(Ignored(codes=read, reason=reason, directive=directive))
    return tuple(ignored), tuple(wrong)


def without_ignored(found: Iterable[Diagnostic], ignored: Iterable[Ignored]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics that no comment leaves out."""
    paragraphs = _Paragraphs(ignored)
    return tuple(each for each in found if not any(one.covers(each) for one in paragraphs.at(each)))


def without_effect(case: Case, found: Collection[Diagnostic], ignored: Iterable[Ignored]) -> Iterator[Diagnostic]:
    """Yield a remark on each code of a comment that leaves nothing out of ``found``, though it might have."""
    if has_errors(tuple(found)) and not case.resolutions:
        # A letter that could not be read through was not looked at for the rest.
        return
    ignored = tuple(ignored)
    paragraphs = _Paragraphs(ignored)
    used = {
        (one, code) for each in found for one in paragraphs.at(each) for code in one.codes if one.covers(each, code)
    }
    waiting = _waiting_lines(case)
    unasked = () if case.policy else _BY_STYLE
    for each in ignored:
        for code in each.codes:
            undecided = code.startswith(_BY_TEXT) and _any_in(waiting, each.directive.lines)
            if (each, code) not in used and not undecided and not code.startswith(unasked):
                yield _idle(each, code)


_BY_TEXT = ("QUO", "PIN2", "FRM3")
"""Codes that are found only where there is the text of a source."""
_BY_STYLE = ("FRM", "SIG")
"""Codes that are found only where a style is declared."""


class _Paragraphs:
    """Comments by the paragraph that they speak of; no two paragraphs share a line."""

    def __init__(self, ignored: Iterable[Ignored]) -> None:
        self._comments: dict[int, list[Ignored]] = {}
        for each in ignored:
            self._comments.setdefault(each.directive.lines[0], []).append(each)
        self._firsts = sorted(self._comments)

    def at(self, diagnostic: Diagnostic) -> Sequence[Ignored]:
        """Return the comments whose paragraph may hold ``diagnostic``."""
        place = bisect_right(self._firsts, diagnostic.location.line) - 1
        return self._comments[self._firsts[place]] if place >= 0 else ()


def _waiting_lines(case: Case) -> list[int]:
    """Return the lines of quotations that could not be decided, in order, as where a colleague lacks the sources."""
    return sorted(
        each.place.line
        for each in case.quotations
        if each.quotation.judged and (each.judgement is None or each.judgement.verdict in CLEARED_BY_FAMILY)
    )


def _any_in(ordered: list[int], lines: tuple[int, int]) -> bool:
    at = bisect_right(ordered, lines[0] - 1)
    return at < len(ordered) and ordered[at] <= lines[1]


def _idle(ignored: Ignored, code: str) -> Diagnostic:
    first, last = ignored.directive.lines
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    message = f"nothing on {where} is marked {code}, so that this comment leaves nothing out"
    return IGNORE_WITHOUT_EFFECT.at(ignored.directive.location, message, hint="take it away")
