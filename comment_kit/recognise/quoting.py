"""Name the source that a parenthetical says is quoted: "(quoting NIST AI 800-1 at 5)"."""

from __future__ import annotations

import re

from comment_kit.model.citations import Citation, Form, StringCite
from comment_kit.model.letter import Inline
from comment_kit.recognise.callers import called
from comment_kit.recognise.clause import Anatomy, Clause, anatomy
from comment_kit.recognise.clauses import clauses
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.given_names import given_name
from comment_kit.recognise.groups import Range
from comment_kit.recognise.joined import parted
from comment_kit.recognise.locating import locator_of
from comment_kit.recognise.marked_lines import MarkedLine, marked_line
from comment_kit.recognise.name_and_edition import other_than_named
from comment_kit.recognise.naming import named
from comment_kit.recognise.signals import signal_at

_QUOTES = re.compile(r"(?:quoting|citing|quoted in|cited in) ")
_WORDS_QUOTED = re.compile(r" \(\"")
_SUPRA = re.compile(r",? supra(?: n(?:ote|\.) (\d{1,4}))?,?")


def quoted_source(clause: Clause, bracket: Range, desk: Desk) -> tuple[Inline, ...] | None:
    """Return the words of a parenthetical with the sources it quotes or cites; None where none can be named.

    Such a source is not thereby cited: the resolver passes over it (Indigo Book R15.3).
    """
    start, end = bracket[0] + 1, bracket[1] - 1
    verb = _QUOTES.match(clause.marked.text, start, end)
    if not verb:
        return None
    # Read by itself, it has brackets of its own: "(quoting 88 Fed. Reg. 75191, 75203 (Nov. 1, 2023))". What it quotes
    # there stays in the text: '(quoting X at 5 ("..."))'.
    words = _WORDS_QUOTED.search(clause.marked.text, verb.end(), end)
    stop = words.start() if words else end
    found = citations_of(clause.marked.line.cut(verb.end(), stop), desk)
    citations = tuple(each for each in found if each is not None)
    if not citations:
        return None
    cites = StringCite(citations=citations, location=desk.location)
    return (*clause.marked.line.cut(start, verb.end()), cites, *clause.marked.line.cut(stop, end))


def citations_of(content: tuple[Inline, ...], desk: Desk) -> tuple[Citation | None, ...]:
    """Return the citations that the words in brackets are, in order; None for one that names no source.

    The memory keeps none of them.
    """
    marked = marked_line(content, desk.index)
    found = (each for clause in clauses(marked, (0, len(marked.text))) for each in parted(marked, clause, desk))
    return tuple(_citation(marked, each, desk) for each in found)


def _citation(marked: MarkedLine, words: Range, desk: Desk) -> Citation | None:
    signal, body = signal_at(marked.text, *words)
    inner = Clause(marked=marked, start=words[0], body=body, end=words[1], signal=signal)
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
        printed=marked.line.words(*words),
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
    if covered and other_than_named(covered[0], parts, desk.index.library.sources.get(key or "")):
        return None, covered
    return key, covered
