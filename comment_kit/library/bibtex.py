"""Take a .bib file apart into its entries; the one module that knows the parser."""

import logging
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    ImplicitComment,
    ParsingFailedBlock,
    String,
)
from bibtexparser.model import Entry as ParsedEntry
from bibtexparser.splitter import Splitter
from msgspec import Struct

# The parser tells its log what it hands back anyway; every fault becomes a diagnostic here.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False

# BibTeX knows no comments, but writers put % before the lines of an entry to switch it off, as biber allows.
_SWITCHED_OFF = re.compile(r"^[ \t]*%[ \t%]*(?:@\w+[ \t]*[{(]|[\w-]+[ \t]*=|[})][ \t]*$).*", re.MULTILINE)
_BLOCK = re.compile(r"@\w*+[ \t]*+[{(]")
_OPENING = re.compile(r"@\w*\s*[{(]\s*([^\s,={}\"]*)")
_FIELD_START = re.compile(r"^[ \t]*+,?[ \t]*+([A-Za-z][\w-]*+)[ \t]*+=", re.MULTILINE)
_STRAY_FIELD = re.compile(r"^[ \t]*+,?[ \t]*+([A-Za-z][\w-]*+)[ \t]*+=[ \t]*+[{\"\w]", re.MULTILINE)


class ParsedField(Struct, frozen=True, kw_only=True):
    """A field as it stands in the file."""

    name: str
    value: str
    """With its braces or quotation marks."""
    line: int
    """Counted from 1."""


class Parsed(Struct, frozen=True, kw_only=True):
    """An entry as it stands in the file."""

    key: str
    type: str
    fields: tuple[ParsedField, ...]
    line: int
    """Counted from 1."""


class Unparsed(Struct, frozen=True, kw_only=True):
    """An entry that could not be taken apart."""

    key: str
    """Empty where not even the key could be read."""
    reason: str
    line: int
    """Counted from 1."""


class ParsedFile(Struct, frozen=True, kw_only=True):
    """What a .bib file holds, in its order."""

    entries: tuple[Parsed | Unparsed, ...]
    strings: Mapping[str, ParsedField]
    """The definitions of @string by name in lower case; the last of a name holds."""


def count_blocks(text: str) -> int:
    """Return how many entries, strings and comments ``text`` seems to hold, before anything is read of it."""
    return sum(1 for _ in _BLOCK.finditer(text))


def parse(text: str) -> ParsedFile:
    """Return the entries and string definitions of ``text``, the content of a .bib file."""
    blocks = [_unwrapped(block) for block in Splitter(_SWITCHED_OFF.sub("", text)).split().blocks]
    return ParsedFile(
        entries=tuple(_entries(blocks)),
        strings={block.key.lower(): _string(block) for block in blocks if isinstance(block, String)},
    )


def _unwrapped(block: Block) -> Block:
    """Return the entry inside a block that the parser holds for a duplicate: keys and fields are compared by us."""
    while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) and block.ignore_error_block:
        block = block.ignore_error_block
    return block


def _entries(blocks: list[Block]) -> Iterator[Parsed | Unparsed]:
    for block, after in pairwise([*blocks, None]):
        if isinstance(block, ParsedEntry):
            yield _cut_short(block, after) or _parsed(block)
        elif isinstance(block, ParsingFailedBlock):
            yield _unparsed(block)


def _parsed(entry: ParsedEntry) -> Parsed:
    return Parsed(
        key=entry.key,
        type=entry.entry_type.lower(),
        fields=tuple(
            ParsedField(name=field.key, value=field.value, line=_line(field.start_line)) for field in entry.fields
        ),
        line=_line(entry.start_line),
    )


def _string(string: String) -> ParsedField:
    return ParsedField(name=string.key, value=string.value, line=_line(string.start_line))


def _line(line: int | None) -> int:
    """Return ``line``, which the parser counts from 0, counted from 1."""
    return (line or 0) + 1


def _cut_short(entry: ParsedEntry, after: Block | None) -> Unparsed | None:
    """Return ``entry`` as unparsed where fields follow it outside its braces."""
    stray = _STRAY_FIELD.search(after.comment) if isinstance(after, ImplicitComment) else None
    if stray is None:
        return None
    reason = f"it ends before its field '{stray[1]}': there is a closing brace too many"
    return Unparsed(key=entry.key, reason=reason, line=_line(entry.start_line))


def _unparsed(block: ParsingFailedBlock) -> Unparsed:
    raw = block.raw or ""
    opening = _OPENING.match(raw)
    return Unparsed(
        key=opening[1] if opening else "",
        reason=_reason(raw, _line(block.start_line), block.error),
        line=_line(block.start_line),
    )


def _reason(raw: str, first_line: int, error: Exception) -> str:
    """Return why the parser gave up on ``raw``, by looking for the first field that is not closed."""
    starts = [*_FIELD_START.finditer(raw)]
    if starts and "," not in raw[: starts[0].end()]:
        return "there is no comma after its key"
    for start, after in pairwise(starts):
        value = raw[start.end() : after.start()]
        line = first_line + raw.count("\n", 0, start.end())
        if value.count("{") > value.count("}"):
            return f"the brace of '{start[1]}' on line {line} is not closed"
        if value.lstrip().startswith('"') and value.count('"') % 2:
            return f"the quotation mark of '{start[1]}' on line {line} is not closed"
    if "`=`" in getattr(error, "abort_reason", ""):
        line = first_line + raw.rstrip().count("\n")
        return f"line {line} has a field that is not written as name = {{value}}"
    return "its braces do not balance: one is not closed"
