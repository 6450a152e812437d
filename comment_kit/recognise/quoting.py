"""Name the source that a parenthetical says is quoted: "(quoting NIST AI 800-1 at 5)"."""

from __future__ import annotations

import re

from comment_kit.model.citations import Citation, Form, StringCite
from comment_kit.model.letter import Inline
from comment_kit.recognise.clause import Clause, anatomy
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range
from comment_kit.recognise.naming import named
from comment_kit.recognise.pins import Remainder, located

_QUOTES = re.compile(r"(?:quoting|citing|quoted in|cited in) ")


def quoted_source(clause: Clause, bracket: Range, desk: Desk) -> tuple[Inline, ...] | None:
    """Return the words of a parenthetical with the source it quotes or cites; None where none can be named.

    That source is not thereby cited: the resolver passes over it (Indigo Book R15.3).
    """
    start, end = bracket[0] + 1, bracket[1] - 1
    verb = _QUOTES.match(clause.marked.text, start, end)
    if not verb:
        return None
    inner = Clause(marked=clause.marked, start=verb.end(), body=verb.end(), end=end)
    parts = anatomy(inner, desk.index)
    key = named(parts, inner.text, desk.memory).key
    if key is None:
        return None
    remainder = Remainder(
        text=parts.text,
        core=parts.core,
        covered=parts.covered,
        labels=parts.labels,
        is_dated=parts.is_dated,
        has_label=desk.index.has_label,
        named=min((clue.end for clue in parts.clues), default=end),
    )
    place = located(remainder)
    citation = Citation(
        key=key,
        locator=", ".join(place.parts) or None,
        unread=place.unread,
        form=Form.FULL,
        printed=clause.marked.line.words(inner.start, end),
        location=desk.location,
    )
    cites = StringCite(citations=(citation,), location=desk.location)
    return (*clause.marked.line.cut(start, inner.start), cites)
