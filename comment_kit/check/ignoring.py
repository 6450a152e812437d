"""Leave out what a writer has looked at: ``<!-- ck: ignore CODE reason -->`` in the source of a letter."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from comment_kit.check.case import Case
from comment_kit.check.codes import codes_in, existing
from comment_kit.check.directives import Directive
from comment_kit.check.findings import IGNORE_WITHOUT_EFFECT, MALFORMED_COMMENT
from comment_kit.check.fingerprints import CLEARED_BY_FAMILY
from comment_kit.model.diagnostics import Diagnostic, has_errors

_FORM = "write <!-- ck: ignore CODE reason -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A comment with the paragraph it speaks of."""

    codes: tuple[str, ...]
    """Codes or families of codes."""
    reason: str
    directive: Directive

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Return whether the comment leaves ``diagnostic`` out."""
        first, last = self.directive.lines
        here = first <= diagnostic.location.line <= last
        return here and diagnostic.location.file == self.file and diagnostic.code.startswith(self.codes)

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
    ignored = tuple(ignored)
    return tuple(each for each in found if not any(one.covers(each) for one in ignored))


def without_effect(case: Case, found: Collection[Diagnostic], ignored: Iterable[Ignored]) -> Iterator[Diagnostic]:
    """Yield a remark on each code of a comment that leaves nothing out of ``found``, though it might have."""
    if has_errors(tuple(found)) and not case.resolutions:
        # A letter that could not be read through was not looked at for the rest.
        return
    for each in ignored:
        for code in each.codes:
            idle = not any(replace(each, codes=(code,)).covers(one) for one in found)
            if idle and not (code.startswith(_BY_TEXT) and _waits(case, each.directive.lines)):
                yield _idle(each, code)


_BY_TEXT = ("QUO", "PIN2", "FRM3")
"""Codes that are found only where there is the text of a source."""


def _waits(case: Case, lines: tuple[int, int]) -> bool:
    """Return whether a quotation on these lines could not be decided, as where a colleague lacks the sources."""
    return any(
        each.quotation.judged
        and lines[0] <= each.place.line <= lines[1]
        and (each.judgement is None or each.judgement.verdict in CLEARED_BY_FAMILY)
        for each in case.quotations
    )


def _idle(ignored: Ignored, code: str) -> Diagnostic:
    first, last = ignored.directive.lines
    where = f"line {first}" if first == last else f"lines {first} to {last}"
    message = f"nothing on {where} is marked {code}, so that this comment leaves nothing out"
    return IGNORE_WITHOUT_EFFECT.at(ignored.directive.location, message, hint="take it away")
