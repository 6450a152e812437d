"""Name the source that a parenthetical says is quoted: "(quoting NIST AI 800-1 at 5)"."""

from __future__ import annotations

import re

from comment_kit.model.citations import Citation, Form, StringCite
from comment_kit.model.letter import Inline
from comment_kit.recognise.callers import called
from comment_kit.recognise.clause import Anatomy, Clause, anatomy
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.given_names import given_name
from comment_kit.recognise.groups import Range
from comment_kit.recognise.locating import locator_of
from comment_kit.recognise.marked_lines import marked_line
from comment_kit.recognise.naming import named
from comment_kit.recognise.signals import signal_at

_QUOTES = re.compile(r"(?:quoting|citing|quoted in|cited in) ")
_SUPRA = re.compile(r",? supra(?: n(?:ote|\.) (\d{1,4}))?,?")


def quoted_source(clause: Clause, bracket: Range, desk: Desk) -> tuple[Inline, ...] | None:
    """Return the words of a parenthetical with the source it quotes or cites; None where none can be named.

    That source is not thereby cited: the resolver passes over it (Indigo Book R15.3).
    """
    start, end = bracket[0] + 1, bracket[1] - 1
    verb = _QUOTES.match(clause.marked.text, start, end)
    if not verb:
        return None
    # Read by itself, it has brackets of its own: "(quoting 88 Fed. Reg. 75191, 75203 (Nov. 1, 2023))".
    citation = citation_of(clause.marked.line.cut(verb.end(), end), desk)
    if citation is None:
        return None
    cites = StringCite(citations=(citation,), location=desk.location)
    return (*clause.marked.line.cut(start, verb.end()), cites)


def citation_of(content: tuple[Inline, ...], desk: Desk) -> Citation | None:
    """Return the citation that the words in brackets are, which the memory does not keep; None where they name none."""
    marked = marked_line(content, desk.index)
    signal, body = signal_at(marked.text, 0, len(marked.text))
    inner = Clause(marked=marked, start=0, body=body, end=len(marked.text), signal=signal)
    parts = anatomy(inner, desk.index)
    key, covered = _source(inner, parts, desk)
    if key is None:
        return None
    place = locator_of(inner, parts, desk, key, covered)
    return Citation(
        key=key,
        locator=", ".join(place.parts) or None,
        unread=place.unread,
        signal=signal,
        form=Form.FULL,
        printed=marked.line.words(0, inner.end),
        location=desk.location,
    )


def _source(inner: Clause, parts: Anatomy, desk: Desk) -> tuple[str | None, tuple[Range, ...]]:
    """Return the one source that the words name, and those of them by which the letter calls it."""
    keys: frozenset[str] = frozenset()
    covered: tuple[Range, ...] = ()
    if supra := _SUPRA.search(inner.text):
        note = int(supra[1]) if supra[1] else desk.note
        keys = called(inner.text[: supra.start()].strip(' ,"'), note, desk.memory)
        covered = ((inner.body, inner.body + supra.end()),)
    elif given := given_name(inner, parts, desk):
        keys, covered = given[1], (given[0],)
    key = next(iter(keys)) if len(keys) == 1 else named(parts, inner.text, desk.memory).key
    return key, covered
