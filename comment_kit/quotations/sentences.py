"""Say where sentences end, in letters and in sources."""

import re
from collections.abc import Iterator

HOLE = "\ufffc"
"""Stands for a note call or a citation."""
_END = re.compile(
    rf"(?P<stop>[.?!])[\"'\u201d\u2019)\]\u00bb]*(?:\s?{HOLE}[{HOLE},]*)?"
    rf"(?=\s+[\"'\u201c\u2018(\[\u2022]*[A-Z0-9\u00a7\u2022]|\s*$|\s*\n)"
)
# Bluebook abbreviations that end in a stop and are followed by a capital or a number.
_ABBREVIATED = """
v vs nos fed reg exec ord u.s u.s.c c.f.r pub l stat inc corp co ltd llc rel id ibid e.g i.e cf al cir ct div sec secs
ch pt para ex docs rev supp cong sess reps mr mrs ms dr prof hon jr sr st jan feb mar apr jun jul aug sept sep oct nov
dec dep't gov't nat'l int'l comm'n comm'r ass'n eds vol n nn p pp f.2d f.3d f.supp s.ct l.ed h.r s.d n.d e.d w.d d.c
u.k e.u telecomm telecomms admin ins inst sci univ bd prot env't auth tit cl fig tbl approx est dept assoc mgmt
"""
_ABBREVIATIONS = frozenset(_ABBREVIATED.split())
_ALSO_WORDS = frozenset(
    ("no", "art", "app", "doc", "rep", "tech", "dist", "res", "ed", "op", "fin", "gen", "sen", "pres")
)
"""Abbreviations where they have a capital or a number stands behind them, and words of their own elsewhere."""
_WORD_BEFORE = re.compile(r"[\w\u2019'.§]+$")
_REACH = 40
"""Characters looked back for the word before a stop."""


def sentence_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the offset behind each sentence of ``text`` that ends between ``start`` and ``end``.

    Closing marks, brackets and the calls and citations behind the stop belong to the sentence.
    """
    end = len(text) if end is None else end
    for found in _END.finditer(text, start, end):
        if found["stop"] != "." or not _abbreviates(text, found.start()):
            yield found.end()


def ends_sentence(text: str, at: int) -> bool:
    """Return whether a sentence ends with the stop at the offset ``at``, or with what closes behind it."""
    found = _END.match(text, at)
    return found is not None and (found["stop"] != "." or not _abbreviates(text, at))


def sentence_start(text: str, at: int, reach: int = 600) -> int:
    """Return where the sentence begins in which the character at ``at`` stands, looking ``reach`` characters back."""
    floor = max(0, at - reach)
    start = floor
    # A little beyond "at", for a stop ends a sentence only where another begins.
    for end in sentence_ends(text, floor, min(len(text), at + 80)):
        if end > at:
            break
        start = end
    while start < at and text[start].isspace():
        start += 1
    return start


def sentence_end(text: str, at: int, reach: int = 600) -> int:
    """Return the offset behind the sentence in which the character at ``at`` stands."""
    ceiling = min(len(text), at + reach)
    return next(sentence_ends(text, at, ceiling), ceiling)


def _abbreviates(text: str, stop: int) -> bool:
    """Return whether the stop at ``stop`` is an abbreviation's, or an initial's."""
    before = _WORD_BEFORE.search(text, max(0, stop - _REACH), stop)
    if before is None:
        return False
    word = before[0].replace("\u2019", "'")
    if len(word) == 1 and word.isupper():
        return True  # an initial: "J. Doe"
    if word.casefold() in _ALSO_WORDS:
        return word[0].isupper() or text[stop + 1 : stop + 3].strip().isdigit()
    return word.casefold() in _ABBREVIATIONS
