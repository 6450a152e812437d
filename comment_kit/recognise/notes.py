"""Replace the words of each citation in a note by the citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from comment_kit.model.citations import Citation, StringCite
from comment_kit.model.letter import Footnote, Inline, SetCitation
from comment_kit.model.rewriting import rewritten
from comment_kit.recognise.citing import Found
from comment_kit.recognise.clause import Clause
from comment_kit.recognise.clauses import clauses, sentences
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range
from comment_kit.recognise.joined import parted
from comment_kit.recognise.marked_lines import MarkedLine, marked_line
from comment_kit.recognise.reading import read_clause
from comment_kit.recognise.signals import signal_at
from comment_kit.recognise.tokens import words_of

_PLACE_BEFORE = re.compile(
    r"(?P<place>(?:(?:\bat (?:pp?\. ?)?\d[\d,]*|\bpp?\. ?\d+|[\u00a7\u00b6]+ ?\d[\w.]*(?:\(\w{1,8}\))*)"
    r"(?:[-\u2013]\d+)?(?: nn?\. ?\d+)?|\d(?= \())(?: \([^()]{0,60}\d{4}\))?(?:, https?://[^\s,]+)?)[,:] $"
)
_LEAST = 4
"""Words in marks: fewer are the name of a part."""


def recognised_note(note: Footnote, desk: Desk) -> Footnote:
    """Return ``note`` with its citations found; what it cites is remembered on ``desk``."""
    return replace(note, blocks=rewritten(note.blocks, lambda line: _line(line, desk)))


def _line(content: tuple[Inline, ...], desk: Desk) -> tuple[Inline, ...]:
    for part in content:
        if isinstance(part, (StringCite, SetCitation)):
            _remember(part, desk)
    marked = marked_line(content, desk.index)
    found = [each for sentence in sentences(marked) for each in _sentence(marked, sentence, desk)]
    return tuple(_put_together(marked, found, desk))


def _remember(part: StringCite | SetCitation, desk: Desk) -> None:
    """Remember what a citation names that was tagged before we came."""
    cites = part.citations if isinstance(part, StringCite) else (part.resolution.citation,)
    for citation in cites:
        source = desk.index.library.sources.get(citation.key or "")
        if citation.key is not None:
            desk.memory.cite(citation.key, desk.note, words_of(source.short_name) if source else (), ())


def _sentence(marked: MarkedLine, sentence: Range, desk: Desk) -> Iterator[Found]:
    compares = False
    for start, end in (each for clause in clauses(marked, sentence) for each in parted(marked, clause, desk)):
        signal, body = signal_at(marked.text, start, end, joins=compares)
        compares = compares or (signal is not None and signal.words in {"compare", "contrast"})
        if body < end:
            stop = _before_quotation(marked, body, end)
            yield from read_clause(Clause(marked=marked, start=start, body=body, end=stop, signal=signal), desk)


def _before_quotation(marked: MarkedLine, start: int, end: int) -> int:
    """Return where a clause ends without the words that it quotes behind a place: 'Order § 4: "..."'."""
    quoted = marked.quoted_between(start, end)
    if not quoted or marked.text[quoted[-1][1] : end].strip(" .,"):
        return end
    first, last = quoted[-1]
    place = _PLACE_BEFORE.search(marked.text, start, first)
    is_long = len(marked.text[first:last].split()) >= _LEAST
    return place.end("place") if place and is_long else end


# ---- putting the line together ----


def _put_together(marked: MarkedLine, found: Sequence[Found], desk: Desk) -> Iterator[Inline]:
    """Yield the inlines of the line: authorities that semicolons join are one string cite."""
    reach = 0
    string: list[Citation] = []
    for each in found:
        between = marked.text[reach : each.start]
        if string and (between.strip() not in {";", ","} or not isinstance(each.inline, Citation)):
            yield _string_cite(string, desk)
            string = []
        if not string:
            yield from marked.line.cut(reach, each.start)
        if isinstance(each.inline, Citation):
            string.append(each.inline)
        else:
            yield each.inline
        reach = each.end
    if string:
        yield _string_cite(string, desk)
    yield from marked.line.cut(reach, len(marked.text))


def _string_cite(citations: Sequence[Citation], desk: Desk) -> StringCite:
    return StringCite(citations=tuple(citations), location=desk.location)
