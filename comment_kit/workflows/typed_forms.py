"""Find the *Id.* and *supra note 8* that a writer typed into a letter's source, which no bracket keeps true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from comment_kit.model.citations import StringCite
from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import (
    Block,
    Division,
    Heading,
    Inline,
    Letter,
    ListBlock,
    Paragraph,
    Table,
    notes_in_order,
)
from comment_kit.model.places import Location
from comment_kit.model.text import Span
from comment_kit.workflows.findings import TYPED_FORM
from comment_kit.workflows.source_places import SourcePlaces

_PLACE = r"(?:,? (?:at )?(?:[§¶]+ ?)?\d(?:[\w.\u2013-]*\w)?(?:\(\w+\))*)?"
_ID = re.compile(rf"(?<![\w.])(?:[Ii]d\.|[Ii]bid\b\.?){_PLACE}")
_NOTES = r"(?:foot)?notes?|nn?\.|fns?\.?"
_NUMBERS = r"\d+(?:(?: ?\u2013 ?| ?- ?|, | & | and )\d+)*"
_SUPRA_NOTE = re.compile(rf"\b(?:[Ss]upra|[Ii]nfra),? (?:at )?(?:{_NOTES}) ?{_NUMBERS}{_PLACE}")
_SUPRA_ALONE = re.compile(rf"(?<=, )[Ss]upra(?=,? (?:at |§|¶)){_PLACE}")
_PART = re.compile(r"\b(?:[Ss]upra|[Ii]nfra),? (?:Parts?|Sections?) (?:[IVXLC]+|[A-Z]|\d+)(?:\.(?:[A-Z]|\d+))*\b")

# What stands before "supra" is the name of a source: a few words, the last of them with a comma.
_NAME = re.compile(r"(?:[\w.&'\u2019-]+ ){0,5}[\w.&'\u2019-]+, $")
_LONGEST_NAME = 80

_CITE = "write a bracket instead, [@key, 3]: the note then takes the form that its place asks for"
_SHOW = "write [](#name) for the number, with the {#name} of the note behind its bracket"
_POINT = "write [](#heading) for the number, with the id of the heading"
_IN_NOTES = ((_ID, _CITE), (_SUPRA_NOTE, _CITE), (_SUPRA_ALONE, _CITE), (_PART, _POINT))
_IN_TEXT = ((_SUPRA_NOTE, _SHOW), (_PART, _POINT))

# Without italics "id." may be a number of a docket or Idaho: the form follows a signal or what ends a clause, or has a
# page behind it.
_BEGINS = re.compile(
    r"(?:^|[.:;!?)\u201d\ufffc]\W?|\b(?:see|also|cf\.|accord|contra|e\.g\.,?|generally|with|citing|quoting|in) )$",
    re.IGNORECASE,
)
_LONGEST_SIGNAL = 12
_SURE = re.compile(r"^[Ii]b| at |[§¶]")
_NO_FORM = re.compile(r" (?:Code|Admin|Const|Stat|Sess|Laws|Ct|App|R|[Nn]umber|[Nn]o)\b")

_QUOTED = re.compile(r"\u201c[^\u201c\u201d]*\u201d|\u2018(?:[^\u2018\u2019\u201c\u201d]|\u2019(?=\w))*\u2019")
_BLANK = "\ufffc"
"""Stands for what is no typed words; no pattern meets it."""
_CONTEXT = 20
"""Characters before a form that tell it from others alike in its paragraph."""

_Looks = tuple[tuple[re.Pattern[str], str], ...]


class _Line(Struct, frozen=True, kw_only=True):
    """The words of a paragraph, a heading, a cell or a parenthetical."""

    text: str
    """What is quoted, code and brackets are blanks, a character for each of theirs."""
    whole: str
    """The same with what is quoted."""
    slanted: str
    """An "i" for each character in italics."""
    location: Location

    def is_form(self, found: re.Match[str]) -> bool:
        """Return whether words that look like *Id.* are meant so."""
        if self.slanted[found.start()] == "i" or _SURE.search(found[0]):
            return True
        before = self.text[max(found.start() - _LONGEST_SIGNAL, 0) : found.start()]
        return bool(_BEGINS.search(before)) and not _NO_FORM.match(self.text, found.end())


def typed_forms(letter: Letter, places: SourcePlaces) -> Iterator[Diagnostic]:
    """Yield a warning for each form that points at other notes or parts of ``letter`` and is typed words.

    What is quoted is another's, and code is no text: neither is looked at.

    Args:
        letter: as written, its brackets not set yet.
        places: of its words.
    """
    yield from _told(_lines(letter.blocks), _IN_TEXT, places)
    for called in notes_in_order(letter):
        typed = _told(_lines(called.note.blocks), _IN_NOTES, places)
        yield from (replace(each, location=replace(each.location, note=called.printed)) for each in typed)


def _lines(blocks: Iterable[Block]) -> Iterator[_Line]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield from _of_line(block.content, block.location)
            case Table():
                for cell in (cell for row in (block.header, *block.rows) for cell in row):
                    yield from _of_line(cell, block.location)
            case Division():
                yield from _lines(block.blocks)
            case ListBlock():
                yield from (each for item in block.items for each in _lines(item))


def _of_line(content: Iterable[Inline], location: Location) -> Iterator[_Line]:
    """Yield the words of a line, and those of each parenthetical in it."""
    parts = tuple(content)
    for part in parts:
        if isinstance(part, StringCite):
            for citation in part.citations:
                for parenthetical in citation.parentheticals:
                    yield from _of_line(parenthetical.content, citation.location)
    texts = [_words(part) for part in parts]
    whole = "".join(texts)
    if whole.strip(_BLANK):
        slanted = "".join(_slant(part) * len(text) for part, text in zip(parts, texts, strict=True))
        text = _QUOTED.sub(lambda quoted: _BLANK * len(quoted[0]), whole)
        yield _Line(text=text, whole=whole, slanted=slanted, location=location)


def _words(part: Inline) -> str:
    return part.text.replace("\u00a0", " ") if isinstance(part, Span) and not part.code else _BLANK


def _slant(part: Inline) -> str:
    return "i" if isinstance(part, Span) and part.italic else " "


def _told(lines: Iterable[_Line], looks: _Looks, places: SourcePlaces) -> Iterator[Diagnostic]:
    for line in lines:
        for pattern, remedy in looks:
            for found in pattern.finditer(line.text):
                if pattern is not _ID or line.is_form(found):
                    yield _diagnostic(line, found, remedy, places)


def _diagnostic(line: _Line, found: re.Match[str], remedy: str, places: SourcePlaces) -> Diagnostic:
    name = _NAME.search(line.text[max(found.start() - _LONGEST_NAME, 0) : found.start()])
    words = f"{name[0] if name else ''}{found[0]}"
    begins = found.end() - len(words)
    before = line.whole[max(begins - _CONTEXT, 0) : begins].rpartition(_BLANK)[2]
    message = f"'{words}' is typed by hand, and stays so when paragraphs move"
    return TYPED_FORM.at(places.place(words, line.location, before=before), message, hint=remedy)
