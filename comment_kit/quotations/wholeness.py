"""Tell whether a quotation that stands as a whole sentence is one in the source."""

import re

from comment_kit.model.pages import Break, Stream
from comment_kit.quotations.allowances import is_citation
from comment_kit.quotations.pattern import Pattern, Sort
from comment_kit.quotations.sentences import ends_sentence, sentence_end, sentence_start
from comment_kit.quotations.shown import shown

_CLOSERS = re.compile(r"[\"'\u201d\u2019)\[\]]*")
_NEXT_BEGINS = re.compile(r"\s*[\"'\u201c\u2018(\[]*(?:[A-Z0-9\u2022\u25cf\u25aa\u00a7]|$)")


def cut_end(pattern: Pattern, stream: Stream, start: int, end: int, *, phrase: bool) -> str:
    """Return what the source's sentence goes on to say where the quotation stops as if it were over; "" if it is.

    Only a quotation with a capital and its own stop claims to be whole (Indigo Book R8.3). ``phrase`` says that the
    writer worked the words into a sentence of the letter.
    """
    if pattern.final != "." or pattern.gaps[-1] or not _claims_to_be_whole(pattern, stream, start, phrase=phrase):
        return ""
    text = stream.text
    behind = _CLOSERS.match(text, end)
    at = behind.end() if behind else end
    if at >= len(text) or (text[at] == "." and (ends_sentence(text, at) or not text[at + 1 : at + 2].isalnum())):
        return ""
    if text[at] in "?!":
        return text[at]
    if _line_ends(stream, at) and _NEXT_BEGINS.match(text, at):
        return ""  # a heading or an item of a list ends with its line
    rest = shown(stream, at, sentence_end(text, at)).strip()
    # A citation after the last word quoted is dropped without a mark.
    return "" if is_citation(rest) and not rest[0].isalnum() else rest


def _claims_to_be_whole(pattern: Pattern, stream: Stream, start: int, *, phrase: bool) -> bool:
    first = pattern.gaps[0][-1] if pattern.gaps[0] else None
    if first is not None:
        return first.sort is Sort.CAPITAL and first.letter.isupper() and not phrase
    letter = pattern.literals[0].skeleton[0]
    return letter.isupper() and not phrase and sentence_start(stream.text, start) >= _before_marks(stream.text, start)


def _before_marks(text: str, start: int) -> int:
    """Return where the marks begin that stand directly before ``start``."""
    while start and text[start - 1] in "\"'\u201c\u2018([\u2022 ":
        start -= 1
    return start


def _line_ends(stream: Stream, at: int) -> bool:
    return stream.breaks.get(at) in {Break.SPACE, Break.EDGE} or stream.text[at : at + 1] == "\n"
