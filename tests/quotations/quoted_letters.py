"""Build a letter around a few quotations, from a notation as short as the sentences it is about."""

import re
from collections.abc import Iterable, Mapping

from comment_kit.inline import read_inline
from comment_kit.model.citations import Citation, Parenthetical, StringCite
from comment_kit.model.letter import (
    Block,
    BlockQuote,
    Footnote,
    FrontMatter,
    Heading,
    Inline,
    Letter,
    Mention,
    NoteCall,
    Paragraph,
)
from comment_kit.model.places import Location
from comment_kit.model.quotations import Quotation
from comment_kit.model.text import Span
from comment_kit.quotations import quotations

HERE = Location(file="letter.md", line=1)
_HOLE = re.compile(r"\{(?P<cite>[^{}]*)\}|\^(?P<call>\d+)|@(?P<mention>\w+)")


def inlines(written: str) -> tuple[Inline, ...]:
    """Return a line: ``^1`` calls note 1, ``{report (words); statute}`` cites two sources, ``@report`` mentions one."""
    parts: list[Inline] = []
    at = 0
    for hole in _HOLE.finditer(written):
        parts.extend(_words(written[at : hole.start()]))
        at = hole.end()
        if hole["call"]:
            parts.append(NoteCall(note=hole["call"], location=HERE))
        elif hole["mention"]:
            parts.append(Mention(key=hole["mention"], location=HERE))
        else:
            cites = tuple(_citation(each.strip()) for each in hole["cite"].split(";"))
            parts.append(StringCite(citations=cites, location=HERE))
    parts.extend(_words(written[at:]))
    return tuple(parts)


def _words(written: str) -> tuple[Span, ...]:
    return read_inline(written.replace("[", "\\[").replace("]", "\\]"))


def _citation(written: str) -> Citation:
    key, _, said = written.partition(" (")
    content = _words(said.removesuffix(")"))
    return Citation(
        key=None if key == "id" else key,
        parentheticals=(Parenthetical(content=content),) if said else (),
        location=HERE,
    )


def letter(text: str | Iterable[Block], **notes: str) -> Letter:
    """Return a letter of the paragraphs of ``text``; ``n1="..."`` is note 1. ``> `` makes a block, ``# `` a heading."""
    blocks = tuple(map(_block, text.split("\n\n"))) if isinstance(text, str) else tuple(text)
    return Letter(file="letter.md", front=FrontMatter(values={}), blocks=blocks, notes=dict(map(_note, notes.items())))


def _block(written: str) -> Block:
    if written.startswith("# "):
        return Heading(level=1, content=inlines(written[2:]), location=HERE)
    if written.startswith("> "):
        paragraphs = tuple(Paragraph(content=inlines(each), location=HERE) for each in written[2:].split("\n> "))
        return BlockQuote(blocks=paragraphs, location=HERE)
    return Paragraph(content=inlines(written), location=HERE)


def _note(named: tuple[str, str]) -> tuple[str, Footnote]:
    name = named[0].removeprefix("n")
    paragraph = Paragraph(content=inlines(named[1]), location=HERE)
    return name, Footnote(id=name, blocks=(paragraph,), location=HERE)


def found(text: str, names: Mapping[str, str] | None = None, **notes: str) -> tuple[Quotation, ...]:
    """Return the quotations of such a letter."""
    return quotations(letter(text, **notes), names=names)


def told(text: str, names: Mapping[str, str] | None = None, **notes: str) -> list[str]:
    """Return each quotation that is judged as "words <- source (note.index)", or "words <- nobody"."""
    return [_told(each) for each in found(text, names, **notes) if each.judged]


def _told(quotation: Quotation) -> str:
    voucher = quotation.voucher
    if voucher is None:
        return f"{quotation.text} <- nobody"
    place = f" ({voucher.at.note_number}.{voucher.at.index})" if voucher.at is not None else ""
    return f"{quotation.text} <- {voucher.key}{place}"
