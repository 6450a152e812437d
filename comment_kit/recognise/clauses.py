"""Take a line of a note apart into citation sentences and their clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from comment_kit.recognise.abbreviations import ends_abbreviation
from comment_kit.recognise.clues import Rank
from comment_kit.recognise.groups import Groups, Range
from comment_kit.recognise.marked_lines import MarkedLine
from comment_kit.recognise.signals import STARTS_SENTENCE, signal_at

_REACH = 300
"""How far the second half of a title is looked for, in characters."""

_SEMICOLON = re.compile(";")
_END = re.compile(r"[.?!]")
_ID = re.compile(r"(?:\bI|\bi)(?:d|bid)$")
_LABEL = re.compile(
    r"(?:Practice|Objective|Principle|Question|Sec|Section|App|Appendix|Introduction|Part|Pt|Table|Tbl|Figure|Fig|"
    r"Chapter|Ch|Art|Article|Annex|Exhibit|Preface|Recommendation)s?\b|"
    r"(?:Page|Pp?|Pg|Line|Paragraph|Para|Slide|Note|Footnote|Item|Step|Col|Column|Box|At)s?\.? ?\d"
)
_COMPARED = re.compile(r"(?:,|\)) (?=(?:with|and)[, ])")
_COMPARES = re.compile(r"(?:compare|contrast)[, ]", re.IGNORECASE)
_TELLS = re.compile(r"[\d\"(\ufffc]|\b(?:[Ii]d|[Ii]bid|[Ss]upra|[Ii]nfra)\b")


def sentences(marked: MarkedLine) -> Iterator[Range]:
    """Yield the sentences of a line without the blanks around them, each with its closing mark."""
    text = marked.text
    start = 0
    for end in sorted({*_marks(text, marked.hidden), *_closed_quotations(text, marked.groups)}):
        if end > start and _ends_here(marked, end):
            yield from _trimmed(text, start, end)
            start = end
    yield from _trimmed(text, start, len(text))


def clauses(marked: MarkedLine, sentence: Range) -> Iterator[Range]:
    """Yield the clauses of a sentence without the mark that ends them."""
    text = marked.text
    start, end = sentence
    if end > start and text[end - 1] in ".?!" and not marked.hidden[end - 1] and not _belongs_to_word(marked, end - 1):
        end -= 1
    clause = start
    for mark in _SEMICOLON.finditer(text, start, end):
        cut = mark.start()
        if not marked.hidden[cut] and not _goes_on(marked, (clause, cut), cut + 1):
            yield from _compared(text, clause, cut, marked.hidden)
            clause = cut + 1
    yield from _compared(text, clause, end, marked.hidden)


def _trimmed(text: str, start: int, end: int) -> Iterator[Range]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


# ---- where a sentence ends ----


def _marks(text: str, hidden: bytearray) -> Iterator[int]:
    """Yield the place behind each mark that may end a sentence."""
    for mark in _END.finditer(text):
        at = mark.start()
        # Word prints "Error! Bookmark not defined." where a number was.
        if not hidden[at] and not (mark[0] == "!" and text.startswith("Error", at - 5)):
            yield mark.end()


def _closed_quotations(text: str, groups: Groups) -> Iterator[int]:
    """Yield the end of each quotation whose stop stands inside its marks."""
    for start, end in groups.quoted:
        if end - start > 2 and text[end - 2] in ".?!":  # noqa: PLR2004 - both marks
            yield end


def _belongs_to_word(marked: MarkedLine, period: int) -> bool:
    """Return whether a closing period is also that of an abbreviation, as in *Id.* and "app."."""
    text = marked.text
    if text[period] != "." or period in marked.address_ends:
        return False
    return _ID.search(text[max(period - 5, 0) : period]) is not None or ends_abbreviation(text, period)


def _ends_here(marked: MarkedLine, end: int) -> bool:
    text = marked.text
    if end < len(text) and not text[end].isspace():
        return False
    rest = text[end : end + 40].lstrip()
    if not rest:
        return True
    if STARTS_SENTENCE.match(rest):
        return True
    if text[end - 1] == "." and _ID.search(text[max(end - 6, 0) : end - 1]):
        return rest[0].isupper() and not _LABEL.match(rest)
    return not _belongs_to_word(marked, end - 1) and _begins_sentence(rest, text[end - 2])


def _begins_sentence(rest: str, before: str) -> bool:
    """Return whether ``rest`` may begin a sentence behind a mark before which ``before`` stands."""
    if rest[0].isdigit():
        return not before.isalpha() or before.islower()
    return rest[0].isupper() or rest[0] in '"[\ufffc'


# ---- where a clause ends ----


def _goes_on(marked: MarkedLine, clause: Range, behind: int) -> bool:
    """Return whether a semicolon belongs to a title: "Example Program; Notice of Meeting, 89 Fed. Reg. 10000"."""
    text = marked.text
    if not _is_mere_title(marked, clause):
        return False
    after = next(iter(_trimmed(text, behind, min(behind + _REACH, len(text)))), None)
    if after is None or signal_at(text, *after)[0] or not text[after[0]].isupper():
        return False
    next_cut = text.find(";", behind)
    reach = next_cut if next_cut >= 0 else len(text)
    return any(clue.rank is Rank.NUMBER for clue in marked.clues_between(behind, reach))


def _is_mere_title(marked: MarkedLine, clause: Range) -> bool:
    """Return whether a clause is words with capitals that name no source and no place."""
    text = marked.text
    trimmed = next(iter(_trimmed(text, *clause)), None)
    if trimmed is None or marked.clues_between(*clause):
        return False
    _, body = signal_at(text, *trimmed)
    return body < clause[1] and text[body].isupper() and not _TELLS.search(text, body, clause[1])


def _compared(text: str, start: int, end: int, hidden: bytearray) -> Iterator[Range]:
    """Yield the sides of a comparison, which commas part, or the one clause there is."""
    for begin, stop in _trimmed(text, start, end):
        if not _COMPARES.match(text, begin, stop):
            yield begin, stop
            continue
        last = begin
        for cut in _COMPARED.finditer(text, begin, stop):
            is_and = text.startswith("and", cut.end())
            if hidden[cut.start() + 1] or (is_and and text[cut.start()] != ")" and not hidden[cut.start() - 1]):
                continue
            yield from _trimmed(text, last, cut.start() + (text[cut.start()] == ")"))
            last = cut.end()
        yield from _trimmed(text, last, stop)
