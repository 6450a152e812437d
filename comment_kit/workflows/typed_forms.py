"""Find the *Id.* and *supra note 8* that a writer typed into a letter's source, which no bracket keeps true."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from comment_kit.model.diagnostics import Diagnostic
from comment_kit.model.letter import Block, Division, Inline, Letter, ListBlock, Paragraph, notes_in_order
from comment_kit.model.text import Span
from comment_kit.workflows.findings import TYPED_FORM

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

_QUOTED = re.compile(r"\u201c[^\u201c\u201d]*\u201d")
_BLANK = "\ufffc"
"""Stands for what is no typed words; no pattern meets it."""

_Looks = tuple[tuple[re.Pattern[str], str], ...]


def typed_forms(letter: Letter) -> Iterator[Diagnostic]:
    """Yield a warning for each form that points at other notes or parts of ``letter`` and is typed words.

    What is quoted is another's, and code is no text: neither is looked at.

    Args:
        letter: as written, its brackets not set yet.
    """
    yield from _in_blocks(letter.blocks, _IN_TEXT)
    for called in notes_in_order(letter):
        # Nearly every note is one bracket, in which nothing of the kind can stand.
        typed = () if called.note.from_bracket else _in_blocks(called.note.blocks, _IN_NOTES)
        yield from (replace(each, location=replace(each.location, note=called.printed)) for each in typed)


def _in_blocks(blocks: Iterable[Block], looks: _Looks) -> Iterator[Diagnostic]:
    for block in blocks:
        match block:
            case Paragraph():
                yield from _in_paragraph(block, looks)
            case Division():
                yield from _in_blocks(block.blocks, looks)
            case ListBlock():
                yield from (each for item in block.items for each in _in_blocks(item, looks))


def _in_paragraph(paragraph: Paragraph, looks: _Looks) -> Iterator[Diagnostic]:
    words = _QUOTED.sub(_BLANK, "".join(map(_words, paragraph.content)))
    for pattern, remedy in looks:
        for found in pattern.finditer(words):
            before = _NAME.search(words[max(found.start() - _LONGEST_NAME, 0) : found.start()])
            message = f"'{before[0] if before else ''}{found[0]}' is typed by hand, and stays so when paragraphs move"
            yield TYPED_FORM.at(paragraph.location, message, hint=remedy)


def _words(part: Inline) -> str:
    return part.text.replace("\u00a0", " ") if isinstance(part, Span) and not part.code else _BLANK
