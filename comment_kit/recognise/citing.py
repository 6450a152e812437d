"""Make the citation of a clause once its source and form are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from comment_kit.model.citations import Citation, Form, Parenthetical
from comment_kit.model.letter import CrossReference
from comment_kit.model.sources import Source
from comment_kit.recognise.clause import Anatomy, Clause
from comment_kit.recognise.dates import Bracket, bracket_kind, hereinafter_name, name_implied, names_defined
from comment_kit.recognise.desk import Desk
from comment_kit.recognise.groups import Range
from comment_kit.recognise.locating import locator_of
from comment_kit.recognise.quoting import quoted_source
from comment_kit.recognise.tokens import words_of

_LONGEST_MEMORY = 60
"""So many words of a full citation are remembered for the short forms that refer to it."""


class Found(Struct, frozen=True, kw_only=True):
    """A citation or a cross-reference at its place in a line."""

    start: int
    end: int
    inline: Citation | CrossReference


def cited(  # noqa: PLR0913 - what makes a citation
    clause: Clause,
    parts: Anatomy,
    desk: Desk,
    *,
    key: str | None,
    form: Form,
    covered: Sequence[Range] = (),
    supra_note: str | None = None,
) -> Found:
    """Return the citation that ``clause`` is, and remember it.

    Args:
        clause: its words.
        parts: of the clause.
        desk: where we are.
        key: its source; None for *Id.*
        form: as printed.
        covered: further words that hold no locator: *Id.*, *supra note 8* and the name before it.
        supra_note: the note that *supra* names.
    """
    source = desk.index.library.sources.get(key) if key else None
    place = locator_of(clause, parts, desk, key, covered)
    citation = Citation(
        key=key,
        locator=", ".join(place.parts) or None,
        unread=place.unread,
        signal=clause.signal,
        parentheticals=tuple(_parentheticals(clause, parts, source, desk)),
        form=form,
        printed=clause.marked.line.words(clause.start, clause.end),
        supra_note=supra_note,
        location=desk.location,
    )
    if key is not None:
        is_first = not desk.memory.is_cited(key)
        words = words_of(clause.marked.text[slice(*parts.core)])[:_LONGEST_MEMORY] if is_first else ()
        desk.memory.cite(key, desk.note, words if form is not Form.SUPRA else (), parts.clues)
        _define(clause, parts, key, desk)
    return Found(start=clause.start, end=clause.end, inline=citation)


# ---- brackets ----


def _parentheticals(clause: Clause, parts: Anatomy, source: Source | None, desk: Desk) -> Iterator[Parenthetical]:
    addendum = (source.get("addendum") or "").casefold() if source else ""
    for start, end in parts.parentheticals:
        if clause.marked.text[start + 1 : end - 1].casefold() != addendum:
            content = quoted_source(clause, (start, end), desk) or clause.marked.line.cut(start + 1, end - 1)
            yield Parenthetical(content=content)


def _define(clause: Clause, parts: Anatomy, key: str, desk: Desk) -> None:
    for start, end in parts.apparatus:
        content = clause.marked.text[start + 1 : end - 1]
        name = hereinafter_name(content)
        if name and clause.marked.text[start] == "[":
            desk.define(name, key, hereinafter=True)
        elif bracket_kind(content) is Bracket.NAME:
            for each in names_defined(content):
                desk.define(each, key)
    for start, end in parts.parentheticals:
        if parts.says_when and (implied := name_implied(clause.marked.text[start + 1 : end - 1])):
            desk.memory.imply(words_of(implied), key)
